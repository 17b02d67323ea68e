"""Shared by the commands that propose, sign and publish: settings, files, words to compare."""

import argparse
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Settings
from bot.errors import ConfigError
from bot.store import connect
from bot.store.publications import Publications
from bot.texts.check import read_tree
from bot.texts.publication import gate, version_of
from bot.texts.publishers.approval import Approved, BySignatures, Refused, needed
from bot.texts.publishers.hash_words import words
from bot.texts.publishers.listed import VARIABLE, Publishers, read_publishers
from bot.texts.publishers.signatures import Proposal, read_proposal, signers, written_form
from bot.texts.publishers.statement import BadStatement, Statement

NOT_OURS = "these files aren't those of the proposal: take the checkout of whoever proposed it"


@dataclass(frozen=True, slots=True)
class LiveNow:
    """What lies in the store: as it was written, and what is made of it. `approved`: None for
    nothing, and for what no bot would show."""

    written: bytes | None
    approved: Approved | None
    release: int

    @property
    def digest(self) -> str:
        """The digest that is live; empty for the program's own texts."""
        return self.approved.statement.digest if self.approved else ""

    @property
    def next(self) -> int:
        """The number of the publication after it."""
        return max(self.approved.statement.number if self.approved else 0, self.release) + 1


def publishers_of(settings: Settings) -> Publishers:
    """The list of publishers. Raises `ConfigError`."""
    if not settings.publishers:
        raise ConfigError(f"set {VARIABLE}: the file that lists who may publish (README, settings)")
    return read_publishers(Path(settings.publishers))


@asynccontextmanager
async def store_of(settings: Settings) -> AsyncIterator[Publications]:
    """What is published. Raises `ConfigError`."""
    redis = connect(settings.redis_url, "HELPLINE_REDIS_URL")
    try:
        yield Publications(redis)
    finally:
        await redis.aclose()


async def live_now(store: Publications, publishers: Publishers, own: str) -> LiveNow:
    """What is live. Raises `StoreUnavailable`."""
    written = await store.live()
    approved = None
    if written is not None:
        try:
            approved = BySignatures(publishers).approved(written, lambda: own)
        except Refused as refused:
            print(f"What lies in the store is shown by no bot that starts: {refused}")
            print("If running bots show it still, propose with a --number above that of theirs.")
    return LiveNow(written, approved, publishers.release)


def checked(args: argparse.Namespace, *, stale: bool) -> Mapping[str, str]:
    """The files of this checkout, without a fault. Raises `BrokenTree`."""
    files = read_tree(args.flows, args.content)
    report = gate(files, SystemClock(), stale=stale)
    print(f"checked: no faults, {len(report.notes)} notes (see helpline check)")
    if report.stale:
        print(f"{len(report.stale)} translations lag behind and stay as they are")
    return files


def compare(files: Mapping[str, str], statement: Statement) -> None:
    """Raises `ConfigError` if a statement is about other files."""
    if version_of(files) != statement.digest:
        raise ConfigError(NOT_OURS)


def read_file(path: Path) -> Proposal:
    """Read a proposal. Raises `ConfigError`."""
    try:
        return read_proposal(path.read_bytes())
    except OSError:
        raise ConfigError("there is no proposal that can be read under this name") from None
    except BadStatement as bad:
        raise ConfigError(str(bad)) from None


def write_file(path: Path, proposal: Proposal) -> None:
    """Write it whole or not at all. Raises `ConfigError`."""
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_bytes(written_form(proposal))
        beside.replace(path)
    except OSError:
        raise ConfigError("the proposal can't be written there") from None


def summary(proposal: Proposal, publishers: Publishers, own: str) -> str:
    """What a person compares before they sign or publish."""
    statement = proposal.said
    by = ", ".join(signers(proposal, publishers)) or "nobody yet"
    count = needed(proposal, publishers, lambda: own)
    return (
        f"{statement.deployment}, no. {statement.number}: {statement.action.value}\n\n"
        f"{words(statement.digest)}\n\n"
        f"signed by {by}; needed: {count}"
    )

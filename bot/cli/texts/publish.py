"""`helpline texts publish`: switch all running bots to what enough publishers have signed.

Nothing restarts. What isn't signed by enough, or has faults, isn't published; each bot judges again
for itself.
"""

import argparse
import asyncio
from collections.abc import AsyncIterator

from bot import config
from bot.cli.texts.shared import (
    LiveNow,
    checked,
    compare,
    live_now,
    publishers_of,
    read_file,
    store_of,
)
from bot.config import Settings
from bot.store.publications import Publications
from bot.texts.check import read_tree
from bot.texts.current import own_digest, said
from bot.texts.proposing import DEMO
from bot.texts.publication import version_of
from bot.texts.publishers.approval import (
    Approved,
    BySignatures,
    Reason,
    Refused,
    Unsigned,
)
from bot.texts.publishers.hash_words import words
from bot.texts.publishers.listed import Publishers
from bot.texts.publishers.signatures import Proposal, written_form
from bot.texts.publishers.statement import Action, Statement

CONFIRM_SECONDS = 180.0
"""A bot reads and checks the texts before it shows them; more than this means that it won't."""


async def run(args: argparse.Namespace, settings: Settings) -> int:
    """0 when it is live. Raises `ConfigError`, `Refused`, `BrokenTree`, `Conflict`."""
    config.require(settings, "texts publish")
    if args.unsigned:
        return await _unsigned(args, settings)
    publishers = publishers_of(settings)
    proposal = read_file(args.proposal)
    approved = BySignatures(publishers).approved(written_form(proposal), own_digest)
    if approved.statement.action is Action.BACK:
        return await go_back(settings, publishers, proposal)
    files = read_tree(args.flows, args.content)  # whoever signed has checked it, as each bot will
    compare(files, approved.statement)
    async with store_of(settings) as store, store.shown() as shown:
        live = await live_now(store, publishers, own_digest())
        _after(live, approved)
        told = await store.publish(
            written_form(proposal),
            approved.statement.digest,
            files,
            instead=live.written,
            before=live.digest,
        )
        return await _confirmed(approved, told, shown)


async def go_back(settings: Settings, publishers: Publishers, proposal: Proposal) -> int:
    """Switch to texts that were live before. 0 when they are live. Raises as `run` does."""
    approved = BySignatures(publishers).approved(written_form(proposal), own_digest)
    async with store_of(settings) as store, store.shown() as shown:
        live = await live_now(store, publishers, own_digest())
        _after(live, approved)
        await _there(store, approved.statement.digest)
        told = await store.back(written_form(proposal), instead=live.written)
        return await _confirmed(approved, told, shown)


async def _unsigned(args: argparse.Namespace, settings: Settings) -> int:
    files = checked(args, stale=args.with_stale)
    async with store_of(settings) as store, store.shown() as shown:
        written, number, before = await store.live(), 1, ""
        if written is not None:
            earlier = Unsigned().approved(written, own_digest).statement
            number, before = earlier.number + 1, earlier.digest
        statement = Statement(DEMO, number, Action.PUBLISH, version_of(files))
        proposal = written_form(Proposal(statement.text))
        told = await store.publish(
            proposal, statement.digest, files, instead=written, before=before
        )
        return await _confirmed(Approved(statement, ()), told, shown)


def _after(live: LiveNow, approved: Approved) -> None:
    """A number is published once. Raises `Refused`."""
    if approved.statement.number < live.next:
        raise Refused(Reason.LOWER)


async def _there(store: Publications, digest: str) -> None:
    """Raises `Refused` if there are no such texts to go back to."""
    if digest == own_digest():
        return
    files = await store.files(digest)
    if files is None:
        raise Refused(Reason.MISSING)
    if version_of(files) != digest:
        raise Refused(Reason.OTHER_TEXTS)


async def _confirmed(approved: Approved, told: int, shown: AsyncIterator[str]) -> int:
    """Wait until every bot that was told says that it shows the version; 1 if some don't."""
    number = f"no. {approved.statement.number}"
    print(words(approved.statement.digest))
    if not told:
        print(f"{number} is live; no bot is running, the next to start shows it")
        return 0
    confirmed = 0
    try:
        async with asyncio.timeout(CONFIRM_SECONDS):
            async for answer in shown:
                confirmed += answer == said(approved)
                if confirmed >= told:
                    break
    except TimeoutError:
        print(
            f"{number} is published, but only {confirmed} of {told} running bots say that they "
            "show it. The others keep what they had; their log says why (publication_refused)"
        )
        return 1
    print(f"{number} is live: {confirmed} of {told} running bots show it")
    return 0

"""`helpline texts back`: the way back from texts that are wrong. One publisher is enough for it."""

import argparse
from dataclasses import dataclass

from bot import config
from bot.cli.texts.key import read_key
from bot.cli.texts.publish import go_back
from bot.cli.texts.shared import (
    LiveNow,
    live_now,
    publishers_of,
    store_of,
    summary,
    write_file,
)
from bot.config import Settings
from bot.errors import ConfigError
from bot.store.publications import Publications
from bot.texts.current import own_digest
from bot.texts.publishers import signatures
from bot.texts.publishers.signatures import Proposal, Signed, read_proposal
from bot.texts.publishers.statement import Action, BadStatement, Statement


@dataclass(frozen=True, slots=True)
class _Target:
    digest: str
    earlier: Signed | None


async def run(args: argparse.Namespace, settings: Settings) -> int:
    """Go back, or write a proposal of it. Raises `ConfigError`, `Refused`, `Conflict`."""
    config.require(settings, "texts publish")
    publishers = publishers_of(settings)
    async with store_of(settings) as store:
        live = await live_now(store, publishers, own_digest())
        target = await (_before(store, live) if args.to is None else _numbered(store, args.to))
    number = args.number or live.next
    try:
        statement = Statement(publishers.deployment, number, Action.BACK, target.digest)
    except BadStatement as bad:
        raise ConfigError(str(bad)) from None
    proposal = Proposal(statement.text, earlier=target.earlier)
    if args.out:
        write_file(args.out, proposal)
        print(summary(proposal, publishers, own_digest()))
        return 0
    proposal = proposal.with_signature(signatures.sign(statement, read_key(args.key)))
    return await go_back(settings, publishers, proposal)


async def _before(store: Publications, live: LiveNow) -> _Target:
    """The version before the one that is live; before the first one, the program's own."""
    history = await store.history()
    if live.digest not in history:
        raise ConfigError("there is nothing to go back to")
    earlier = history[history.index(live.digest) + 1 :]
    if not earlier:
        return _Target(own_digest(), None)
    return _Target(earlier[0], await _signed(store, earlier[0]))


async def _numbered(store: Publications, number: int) -> _Target:
    if number == 0:
        return _Target(own_digest(), None)
    for digest in await store.history():
        signed = await _signed(store, digest)
        if signed is not None and signed.said.number == number:
            return _Target(digest, signed)
    raise ConfigError(f"no. {number} isn't kept any more; --to takes one of the last five")


async def _signed(store: Publications, digest: str) -> Signed | None:
    written = await store.signed(digest)
    try:
        proposal = read_proposal(written) if written is not None else None
    except BadStatement:
        return None
    return Signed(proposal.statement, proposal.signatures) if proposal else None

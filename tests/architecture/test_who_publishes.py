"""Whoever holds a process of ours, its Redis user and all of its keys, changes no word.

First who may write what, by the deployment's own list of users; then what both bots say to
everything that somebody with these rights can put there.
"""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import structs
from redis.asyncio import Redis

from bot.clock import SystemClock
from bot.processes.redis_server import Servers
from bot.store import connect
from bot.store.proposed_texts import ProposedTexts
from bot.store.publications import Publications
from bot.store.shown_texts import BotTexts, ShownTexts
from bot.texts.check import read_tree
from bot.texts.current import own_digest
from bot.texts.publication import version_of
from bot.texts.publishers.approval import Reason
from bot.texts.publishers.signatures import Proposal, written_form
from tests.architecture.guarded import MAINTENANCE, USERS, WATCHER, Guarded, guarded
from tests.kit.publishers import (
    KESTREL,
    OWL,
    WREN,
    Authenticator,
    Person,
    listed,
    publication,
    way_back,
)
from tests.kit.servers import program
from tests.kit.wire import Line, running

pytestmark = [pytest.mark.process, pytest.mark.alone]

PATIENCE = 60.0

MAY_WRITE = {
    "{texts}:live": {"intake", "keeper"},
    "{texts}:history": {"intake", "keeper"},
    "{texts}:files:digest": {"intake", "keeper"},
    "{texts}:signed:digest": {"intake", "keeper"},
    "{proposed}:now": {"console"},
    "{proposed}:due": {"console"},
    "{proposed}:files:digest": {"console"},
    "{proposed}:signatures:name": {"console"},
    "shown-texts": {"intake", "desk"},
}
"""Row → the users of Redis that may change it."""

WRITES: tuple[Callable[[str], tuple[str, ...]], ...] = (
    lambda row: ("SET", row, "x"),
    lambda row: ("DEL", row),
    lambda row: ("GETDEL", row),
    lambda row: ("HSET", row, "x", "x"),
    lambda row: ("RPUSH", row, "x"),
    lambda row: ("PEXPIRE", row, "1"),
    lambda row: ("RENAME", row, row),
    lambda row: ("COPY", row, row),
    lambda row: ("RESTORE", row, "0", "x"),
    lambda row: ("EVAL", "return redis.call('DEL', KEYS[1])", "1", row),
)


async def test_who_may_write_what_is_published(tmp_path: Path) -> None:
    async with (
        guarded(program(), tmp_path) as redis,
        Redis.from_url(redis.url(WATCHER), decode_responses=True) as asked,
    ):
        found: dict[str, set[str]] = {row: set() for row in MAY_WRITE}
        for row in MAY_WRITE:
            for user in (*USERS, MAINTENANCE):
                for write in WRITES:
                    said = await asked.execute_command("ACL", "DRYRUN", user, *write(row))  # type: ignore[no-untyped-call]
                    if said == "OK":
                        found[row].add(user)
        assert found == MAY_WRITE


PHONE = Authenticator()
"""Kestrel's passkey, beside their key: one person all the same."""

GOODBYE = "content/ru/small_talk.ftl"
FILES = {**read_tree()}
LIES = {**FILES, GOODBYE: FILES[GOODBYE].replace("Всего доброго.", "Полиция поможет.")}
DIGEST = version_of(LIES)


def forged(number: int) -> Mapping[str, tuple[Proposal, Reason]]:
    """What bears this number, and why it is refused."""
    good = publication(number, DIGEST)
    bare = Proposal(good.statement)
    few, other = Reason.NOT_ENOUGH, publication(number, FILES)
    by_kestrel = publication(number, DIGEST, KESTREL)
    twice = by_kestrel.with_signature(PHONE.signs(good.said))
    unverified = by_kestrel.with_signature(PHONE.signs(good.said, flags=1))
    return {
        "unsigned": (bare, few),
        "under-signed": (by_kestrel, few),
        "by one with a key and a passkey": (twice, few),
        "by a passkey without its owner": (unverified, few),
        "by a stranger beside one": (publication(number, DIGEST, KESTREL, OWL), few),
        "for another hash": (structs.replace(bare, signatures=other.signatures), few),
        "as a way back that nobody signed": (way_back(number, DIGEST), few),
        "for another helpline": (
            publication(number, DIGEST, deployment="astana"),
            Reason.OTHER_DEPLOYMENT,
        ),
        "for other files": (publication(number, "ab" * 32), Reason.OTHER_TEXTS),
    }


async def _said(line: Line, right: Callable[[BotTexts], bool]) -> None:
    """Until both bots say so."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = await line.parts.store.shown_texts.all()
            if [one.bot for one in found] == ["desk", "intake"] and all(map(right, found)):
                return
            await asyncio.sleep(0.02)


async def test_both_bots_refuse_whatever_our_own_processes_can_write(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Straight where bots look, as intake and the keeper can; and where the console writes."""
    folder = tmp_path / "keyring"
    folder.mkdir()
    people = Person("Kestrel", KESTREL.key, (PHONE,)), WREN
    async with (
        guarded(program(), tmp_path) as redis,
        guarded(program(), folder) as keyring,
        running(
            stores=(_as("intake", redis, keyring), _as("desk", redis, keyring)),
            publishers=str(listed(tmp_path, *people)),
            maintenance=" ".join(one.url(MAINTENANCE) for one in (redis, keyring)),
        ) as line,
        connect(redis.url("intake"), "HELPLINE_REDIS_URL") as intake,
        connect(redis.url("keeper"), "HELPLINE_REDIS_URL") as keeper,
        connect(redis.url("console"), "HELPLINE_REDIS_URL") as console,
    ):
        number = 0
        for client, kinds in ((intake, [*forged(1)]), (keeper, ["unsigned", "for another hash"])):
            for why in kinds:
                proposal, reason = forged(number + 1)[why]
                await _refuse(line, Publications(client), proposal, reason)
                number += 1
                await _go_back(line, Publications(client), number)
            for old in (publication(number, DIGEST), way_back(1, own_digest())):
                await _refuse(line, Publications(client), old, Reason.LOWER)
                number += 1
                await _go_back(line, Publications(client), number)

        proposed, live = ProposedTexts(console), await Publications(keeper).live()
        await proposed.propose(b"whatever", DIGEST, LIES)
        await proposed.propose(b"whatever", "ab" * 32, LIES)
        for why, (proposal, _) in forged(number + 1).items():
            before = _refusals(caplog)
            await proposed.ask(written_form(proposal))
            async with asyncio.timeout(PATIENCE):
                while _refusals(caplog) == before:
                    await console.ping()
            assert await Publications(keeper).live() == live, why
        await proposed.ask(written_form(way_back(number + 1, own_digest())))
        await _said(line, lambda one: (one.number, one.refused) == (number + 1, ""))
        await _what_the_console_does(proposed, ShownTexts(console, SystemClock()))
        assert await redis.refused() == []


async def _what_the_console_does(proposed: ProposedTexts, shown: ShownTexts) -> None:
    """All of it under its own user."""
    assert await proposed.now() == b"whatever"
    assert await proposed.files(DIGEST) == LIES
    assert await proposed.sign("name", "Kestrel", b"signature")
    assert not await proposed.sign("name", "Kestrel", b"another")
    assert await proposed.signatures("name") == {"Kestrel": b"signature"}
    assert not await proposed.withdraw(b"something else", "name")
    assert await proposed.withdraw(b"whatever", "name")
    assert await proposed.signatures("name") == {}
    assert len(await shown.all()) == 2


async def _refuse(
    line: Line, publications: Publications, proposal: Proposal, reason: Reason
) -> None:
    """Both bots do, and intake's texts stay as they are."""
    instead, written = await publications.live(), written_form(proposal)
    digest = proposal.said.digest
    await publications.publish(written, digest, LIES, instead=instead, before="")
    await _said(line, lambda one: one.refused == reason)
    assert line.parts.live.digest == own_digest()


async def _go_back(line: Line, publications: Publications, number: int) -> None:
    """So that the next refusal is seen to be of the next one."""
    back = written_form(way_back(number, own_digest()))
    await publications.back(back, instead=await publications.live())
    await _said(line, lambda one: (one.number, one.refused) == (number, ""))


def _refusals(caplog: pytest.LogCaptureFixture) -> int:
    return [one.message for one in caplog.records].count("publication_refused")


def _as(user: str, redis: Guarded, keyring: Guarded) -> Servers:
    return Servers(redis.url(user), keyring.url(user))

"""What an earlier version wrote is kept: operators, audit, statistics. Published texts, which
nobody had signed, are not shown.

`written/by_0_1.json` is a store as 0.1.0 left it in July 2026, with the master key of its day: two
operators, whose ids are the hashes of the accounts 11 and 12, what they did, June's counts, and two
publications.
"""

import json
from base64 import b64decode
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.cli.report import months_of
from bot.clock import SettableClock
from bot.compose import Parts
from bot.config import Settings
from bot.errors import NotAllowed
from bot.helpline.shifts import code_at
from bot.helpline.staff import Staff
from bot.processes.redis_server import redis_server
from bot.store import Redis, connect
from bot.texts.publication import OWN
from bot.tickets.operator import SHELL, Role
from tests.bot.store.conftest import NOW
from tests.kit.own import parts

WRITTEN = json.loads((Path(__file__).parent / "written" / "by_0_1.json").read_text("utf-8"))
HERON, ROBIN = 11, 12
LIFE = 3_600_000


@dataclass(frozen=True, slots=True)
class Found:
    """The earlier store, as today's program opens it."""

    parts: Parts
    redis: Redis
    clock: SettableClock

    @property
    def staff(self) -> Staff:
        return self.parts.helpline.staff

    async def entries(self) -> set[str]:
        return {name.decode() for name in await self.redis.keys("account:*")}


@pytest.fixture
async def found() -> AsyncIterator[Found]:
    async with redis_server() as url, redis_server() as keyring:
        redis, clock = connect(url, "HELPLINE_REDIS_URL"), SettableClock(NOW)
        for name, one in WRITTEN["keys"].items():
            await _put(redis, name, one["type"], one["value"])
            await redis.pexpire(name, LIFE)
        settings = Settings(
            redis_url=url, keyring_url=keyring, master_key=WRITTEN["master_key"], stage="demo"
        )
        async with parts(settings, clock=clock) as built:
            yield Found(built, redis, clock)
        await redis.aclose()


async def _put(redis: Redis, name: str, kind: str, value: object) -> None:
    match kind, value:
        case "string", str():
            await redis.set(name, b64decode(value))
        case "list", list():
            await redis.rpush(name, *map(b64decode, value))
        case "hash", dict():
            await redis.hset(name, mapping=value)
        case "zset", dict():
            await redis.zadd(name, value)
        case _:
            raise AssertionError(kind)


async def test_operators_are_enrolled_still_under_their_ids(found: Found) -> None:
    heron = await found.staff.operator(HERON)
    assert heron is not None
    assert (heron.name, heron.role, heron.languages) == ("Heron", Role.SUPERVISOR, ("kk", "ru"))
    assert f"operator:{heron.id}" in WRITTEN["keys"], "tickets that name the id stay theirs"
    assert {one.name for one in await found.staff.all()} == {"Heron", "Robin"}
    assert await found.staff.operator(99) is None


async def test_their_accounts_are_entered_when_they_act(found: Found) -> None:
    assert await found.entries() == set()
    heron = await found.staff.operator(HERON)
    assert heron is not None
    assert await found.entries() == {f"account:{found.staff.by_telegram.account_of(HERON)}"}
    await found.staff.acted(heron)
    assert await found.redis.pttl(f"account:{heron.account}") > LIFE, "renewed with the record"
    changed = await found.staff.shifts.close(heron)
    assert await found.staff.operator(HERON) == changed


@pytest.mark.parametrize("acts_first", [False, True])
async def test_who_is_removed_leaves_no_account_behind(found: Found, acts_first: bool) -> None:
    if acts_first:
        await found.staff.operator(ROBIN)
    await found.staff.remove("Robin")
    assert await found.staff.operator(ROBIN) is None
    assert await found.entries() == set()
    again = await found.staff.by_telegram.admit(ROBIN, "Robin", Role.OPERATOR)
    assert f"operator:{again.id}" not in WRITTEN["keys"]


async def test_nobodys_shift_goes_on_without_a_code(found: Found) -> None:
    heron = await found.staff.operator(HERON)
    assert heron is not None
    assert not heron.on_shift, "before there were codes a shift had no end"
    with pytest.raises(NotAllowed, match=r"^refused-no-factor$"):
        await found.staff.shifts.open(heron, "123456")
    secret = await found.staff.shifts.renew(heron)
    opened = await found.staff.shifts.open(heron, code_at(secret, found.clock.now()))
    assert opened.operator.on_shift


async def test_the_audit_goes_on_where_it_stood(found: Found) -> None:
    """Its entries name none before them, those of today do; the one after them names the last."""
    await found.staff.log.note(SHELL, "role")
    told = await found.parts.store.audit.about("server", found.clock.now())
    assert (told.foreign, told.broken) == (0, False)
    assert told.entries[0].previous


async def test_the_audit_is_read(found: Found) -> None:
    told = await found.parts.store.audit.about("Heron", found.clock.now())
    assert (told.foreign, told.broken) == (0, False)
    assert {(one.action, one.detail) for one in told.entries} == {
        ("enrol", "supervisor"),
        ("role", "Robin operator"),
    }


async def test_junes_counts_are_all_there(found: Found) -> None:
    [june] = months_of(date(2026, 6, 1), date(2026, 6, 30), found.clock.now().date())
    days = await found.parts.store.statistics.days(june)
    assert sum(day["conversation|ru||||"] for day in days) == 60
    assert sum(day["topic|kk|privacy|||"] for day in days) == 30
    left = await found.parts.store.statistics.left(june)
    assert all(timedelta() < life <= timedelta(hours=1) for life in left.values())


async def test_texts_that_nobody_signed_are_not_shown(found: Found) -> None:
    """They stay until they lapse; bots show what came with the program."""
    assert await found.redis.get("{texts}:current") == b"v2"
    assert await found.parts.store.publications.live() is None
    assert found.parts.live.current.version == OWN

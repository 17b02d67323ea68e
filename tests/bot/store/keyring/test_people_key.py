"""The key that names persons: one at a time, in the keyring alone, made by intake alone."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.errors import ConfigError, NotAllowed, StoreUnavailable
from bot.privacy.retention import Retention
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import redis_server
from bot.store import Redis, connect
from bot.store.keyring.people_key import ROW, PeopleKey
from bot.store.keyring.rotation import Rotation

CHAT = 7_000_000_001


@dataclass(frozen=True, slots=True)
class Ring:
    """A keyring, and processes that use it."""

    redis: Redis
    keys: Keys

    def intake(self, keys: Keys | None = None) -> PeopleKey:
        return PeopleKey(self.redis, Vault(keys or self.keys))

    async def rows(self) -> list[str]:
        return [name.decode() for name in await self.redis.keys("*")]


@pytest.fixture
async def ring() -> AsyncIterator[Ring]:
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_KEYRING_URL")
        yield Ring(redis, Keys.read(Keys.new_master()))
        await redis.aclose()


async def named(key: PeopleKey) -> str:
    return (await key.names()).person(CHAT)


async def test_all_processes_name_alike_and_the_key_is_sealed(ring: Ring) -> None:
    names = await asyncio.gather(*(named(ring.intake()) for _ in range(8)))
    assert len(set(names)) == 1
    [row] = await ring.rows()
    wrapped = await ring.redis.get(row)
    vault = Vault(ring.keys)
    fingerprint = vault.hashed("deployment")
    assert row == f"{ROW}:{fingerprint}"
    own = vault.opened_for("wrap", fingerprint, ROW, wrapped)
    assert len(own) == 32
    assert own not in wrapped
    assert 0 < await ring.redis.pttl(row) <= Retention.PEOPLE_KEY.milliseconds


async def test_it_isnt_made_of_the_master_key(ring: Ring) -> None:
    first = await named(ring.intake())
    await ring.redis.flushall()
    assert await named(ring.intake()) != first


async def test_the_desk_can_neither_make_nor_find_it(ring: Ring) -> None:
    await named(ring.intake())
    desk = ring.intake(Keys.read(ring.keys.for_desk()))
    for asked in (desk.names(), desk.find(), desk.renew()):
        with pytest.raises(NotAllowed):
            await asked


async def test_who_only_looks_never_makes_one(ring: Ring) -> None:
    assert await ring.intake().find() is None
    assert await ring.rows() == []
    made = await named(ring.intake())
    found = await ring.intake().find()
    assert found is not None
    assert found.person(CHAT) == made


async def test_a_running_intake_renews_it_and_puts_it_back(ring: Ring) -> None:
    key = ring.intake()
    before = await named(key)
    [row] = await ring.rows()
    await ring.redis.pexpire(row, 1000)
    await key.renew()
    assert await ring.redis.pttl(row) > Retention.PEOPLE_KEY.milliseconds - 60_000
    await ring.redis.flushall()
    assert await named(key) == before
    await key.renew()
    assert await named(ring.intake()) == before, "also for those who start now"


async def test_whoever_meets_another_key_drops_its_own(
    ring: Ring, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = ring.intake(), ring.intake()
    before = await named(first)
    await ring.redis.flushall()
    after = await named(second)
    assert await named(first) == before, "it hasn't looked since"
    with caplog.at_level(logging.WARNING):
        await first.renew()
    assert await named(first) == after != before
    assert [record.message for record in caplog.records] == ["people_key_changed"]


async def test_a_rotation_rewraps_it_and_names_stay(ring: Ring) -> None:
    before = await named(ring.intake())
    [row] = await ring.rows()
    fresh = ring.keys.next_master()
    both = Keys.read(f"{fresh},{ring.keys.secrets[0]}")
    done = await Rotation(ring.redis, ring.redis, Vault(both)).run()
    assert (done.renewed, done.unreadable) == (1, 0)
    assert await ring.rows() == [row]
    assert await named(ring.intake(Keys.read(fresh))) == before
    with pytest.raises(ConfigError):
        await ring.intake().find()


async def test_a_wholly_new_master_key_comes_with_a_new_one(ring: Ring) -> None:
    before = await named(ring.intake())
    assert await named(ring.intake(Keys.read(Keys.new_master()))) != before
    assert len(await ring.rows()) == 2


async def test_one_that_another_master_key_sealed_is_left_alone(ring: Ring) -> None:
    """Somebody who starts a bot with yesterday's key must not have all begin anew."""
    await named(ring.intake())
    [row] = await ring.rows()
    await ring.redis.set(row, b"torn", px=60_000)
    with pytest.raises(ConfigError, match="HELPLINE_MASTER_KEY"):
        await ring.intake().renew()
    with pytest.raises(StoreUnavailable):  # what Telegram brings is put off
        await ring.intake().names()
    assert await ring.redis.get(row) == b"torn"


async def test_intake_puts_it_back_where_the_keyring_lost_it(ring: Ring) -> None:
    """As it does each minute (`bot.intake.process.jobs`)."""
    key = ring.intake()
    first = await key.renew()
    await ring.redis.flushall()
    assert await key.renew() == first
    assert len(await ring.rows()) == 1

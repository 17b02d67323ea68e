"""Counts are gathered in the keyring's memory, and each move to the store is made once."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import SettableClock
from bot.errors import StoreUnavailable
from bot.privacy.retention import Retention
from bot.processes.redis_server import redis_server
from bot.reports.counting import Count
from bot.store import Redis, connect
from bot.store.statistics.counts import LEASE, MOVING, OPEN, Counts
from bot.store.statistics.counts_job import HourlyCountsJob
from bot.store.statistics.statistics import Statistics
from tests.bot.store.conftest import NOW

DAY, NEXT = "2026-07-15", "2026-07-16"
KAZAKH, RUSSIAN = Count(DAY, "conversation", "kk"), Count(DAY, "conversation", "ru")
TOMORROW = Count(NEXT, "topic", "kk", "privacy")


@dataclass(frozen=True, slots=True)
class Two:
    """The two servers, and what counts on them."""

    counts: Counts
    store: Redis
    keyring: Redis
    clock: SettableClock

    async def day(self, day: str = DAY) -> dict[str, int]:
        [found] = await Statistics(self.store).days([day])
        return found

    async def names(self, redis: Redis) -> set[str]:
        return {name.decode() for name in await redis.keys("*")}


@pytest.fixture
async def two() -> AsyncIterator[Two]:
    async with redis_server() as first, redis_server() as second:
        store = connect(first, "HELPLINE_REDIS_URL")
        keyring = connect(second, "HELPLINE_KEYRING_URL")
        clock = SettableClock(NOW)
        yield Two(Counts(store, keyring, clock), store, keyring, clock)
        await store.aclose()
        await keyring.aclose()


async def test_until_they_are_moved_the_store_knows_nothing_of_them(two: Two) -> None:
    await two.counts.add([KAZAKH, TOMORROW])
    assert await two.names(two.store) == set()
    assert await two.names(two.keyring) == {OPEN}
    assert 0 < await two.keyring.pttl(OPEN) <= Retention.COUNTS.milliseconds


async def test_a_move_brings_them_all_and_leaves_nothing(two: Two) -> None:
    await two.counts.add([KAZAKH, TOMORROW])
    await two.counts.add([KAZAKH])
    await two.counts.move()
    await two.counts.add([KAZAKH, RUSSIAN])
    await two.counts.move()
    assert await two.day() == {KAZAKH.field: 3, RUSSIAN.field: 1}
    assert await two.day(NEXT) == {TOMORROW.field: 1}
    assert await two.names(two.keyring) == set()
    for name in await two.names(two.store):
        assert 0 < await two.store.pttl(name) <= Retention.STATISTICS.milliseconds


async def test_however_many_move_at_once_each_count_counts_once(two: Two) -> None:
    for _ in range(5):
        await two.counts.add([KAZAKH])
        await asyncio.gather(*(two.counts.move() for _ in range(8)), two.counts.add([RUSSIAN]))
    await two.counts.move()
    assert await two.day() == {KAZAKH.field: 5, RUSSIAN.field: 5}


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deaths=st.lists(st.integers(0, 60), min_size=3, max_size=8))
async def test_wherever_a_mover_dies_the_next_one_goes_on(two: Two, deaths: list[int]) -> None:
    await two.store.flushall()
    await two.keyring.flushall()
    for steps in deaths:
        await two.counts.add([KAZAKH, TOMORROW])
        task = asyncio.ensure_future(two.counts.move())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await two.counts.move()
    assert await two.day() == {KAZAKH.field: len(deaths)}
    assert await two.day(NEXT) == {TOMORROW.field: len(deaths)}


@pytest.mark.parametrize("row", [OPEN, MOVING])
async def test_what_comes_back_after_its_move_isnt_added_again(two: Two, row: str) -> None:
    """The keyring fell back to a replica that had missed the move, or just its end."""
    await two.counts.add([KAZAKH])
    copy = await two.keyring.dump(OPEN)
    await two.counts.move()
    await two.keyring.restore(row, 60_000, copy)
    await two.counts.move()
    assert await two.day() == {KAZAKH.field: 1}
    assert await two.names(two.keyring) == set()


async def test_who_was_held_up_adds_nothing_to_a_day_that_others_have_moved(two: Two) -> None:
    await two.counts.add([KAZAKH])
    await two.keyring.rename(OPEN, MOVING)
    late = await two.keyring.dump(MOVING)
    await two.counts.move()
    for _ in range(3):
        await two.counts.add([KAZAKH])
        await two.counts.move()
    await two.keyring.restore(MOVING, 60_000, late)
    await two.counts.move()
    assert await two.day() == {KAZAKH.field: 4}


async def test_what_isnt_a_count_is_passed_over(two: Two) -> None:
    await two.counts.add([KAZAKH])
    torn = {"words": 1, f"{DAY} one|two": 1, f"{DAY} {RUSSIAN.field}": "many"}
    await two.keyring.hset(OPEN, mapping=torn)
    await two.keyring.hset(MOVING, "torn", 1)
    await two.counts.move()
    assert await two.day() == {KAZAKH.field: 1}
    assert await two.names(two.keyring) == set()


@pytest.mark.slow
async def test_without_the_keyring_a_figure_is_lost_and_no_turn(
    two: Two, caplog: pytest.LogCaptureFixture
) -> None:
    gone = connect("redis://127.0.0.1:1/0", "HELPLINE_KEYRING_URL")
    counts = Counts(two.store, gone, two.clock)
    with caplog.at_level(logging.WARNING):
        await counts.add([KAZAKH])
    assert [record.message for record in caplog.records] == ["counts_lost"]
    with pytest.raises(StoreUnavailable):
        await counts.move()
    assert await two.counts.moved_at() is None, "it wasn't moved"
    await gone.aclose()


async def test_when_all_was_moved_is_known(two: Two) -> None:
    assert await two.counts.moved_at() is None
    await two.counts.move()
    assert await two.counts.moved_at() == NOW, "although there was nothing"
    await two.store.set("statistics:moved", b"torn", px=60_000)
    assert await two.counts.moved_at() is None


async def test_one_of_several_moves_each_hour(two: Two) -> None:
    await two.counts.add([KAZAKH])
    assert await two.counts.move_since(NOW)
    assert await two.day() == {KAZAKH.field: 1}
    await two.counts.add([KAZAKH])
    assert await two.counts.move_since(NOW), "it was done since"
    assert await two.day() == {KAZAKH.field: 1}
    await two.keyring.set(LEASE, b"1", px=60_000)
    two.clock.advance(3600)
    assert not await two.counts.move_since(two.clock.now()), "somebody is at it"
    await two.keyring.delete(LEASE)
    assert await two.counts.move_since(two.clock.now())
    assert await two.day() == {KAZAKH.field: 2}
    assert await two.keyring.exists(LEASE) == 0


async def test_they_are_moved_at_the_start_and_at_each_full_hour(two: Two) -> None:
    two.clock.advance(20 * 60)
    job = HourlyCountsJob(two.counts, two.clock)
    await job.look()
    assert await two.counts.moved_at() == two.clock.now()
    await two.counts.add([KAZAKH])
    two.clock.advance(timedelta(minutes=39).total_seconds())
    await job.look()
    assert await two.day() == {}
    two.clock.advance(timedelta(minutes=1).total_seconds())
    await job.look()
    assert await two.day() == {KAZAKH.field: 1}

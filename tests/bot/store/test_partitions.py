"""Sixty-four partitions are read as one index: in order, whatever lies where."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.processes.redis_server import redis_server
from bot.store import Redis, connect
from bot.store.names import ALL, PARTITIONS, Index, index_key, partition, row_key
from bot.store.partitions import Entry, Partitions

entries = st.dictionaries(st.integers(0, 400), st.integers(0, 30), max_size=300).map(
    lambda found: [Entry(float(score), f"{name:016x}") for name, score in found.items()]
)


@asynccontextmanager
async def holding(entries: list[Entry]) -> AsyncIterator[tuple[Partitions, Redis]]:
    """A store whose queue has these entries."""
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        for score, name in entries:
            await redis.zadd(index_key(partition(name), Index.QUEUE), {name: score})
        yield Partitions(redis), redis
        await redis.aclose()


@settings(max_examples=15)
@given(entries, st.integers(1, 80), st.integers(0, 30))
@pytest.mark.slow
def test_the_first_are_the_first_of_all(found: list[Entry], count: int, until: int) -> None:
    async def look() -> None:
        async with holding(found) as (partitions, _):
            assert await partitions.first(Index.QUEUE, count) == sorted(found)[:count]
            due = sorted(one for one in found if one.score <= until)
            assert await partitions.first(Index.QUEUE, count, until) == due[:count]
            assert await partitions.all(Index.QUEUE) == sorted(found)

    asyncio.run(look())


async def test_one_partition_may_hold_all_that_comes_first() -> None:
    """More of a partition is read only where the order needs it."""
    crowded = [Entry(float(n), name) for n, name in enumerate(_names_in("p17", 40))]
    late = [Entry(1000.0 + n, f"late{n}") for n in range(200)]
    async with holding([*crowded, *late]) as (partitions, _):
        assert await partitions.first(Index.QUEUE, 40) == crowded


def _names_in(wanted: str, count: int) -> list[str]:
    names = (f"{number:016x}" for number in range(100 * count * PARTITIONS))
    return [name for name in names if partition(name) == wanted][:count]


async def test_all_are_gone_through_in_batches_and_counted() -> None:
    found = [Entry(1.0, f"{number}") for number in range(700)]
    async with holding(found) as (partitions, _):
        seen = [name async for batch in partitions.batches(Index.QUEUE) for name in batch]
        assert sorted(seen) == sorted(one.conversation for one in found)
        sizes = await partitions.sizes()
        assert sizes == {**dict.fromkeys(Index, 0), Index.QUEUE: 700}
        assert await partitions.names(Index.QUEUE, found[0].conversation)
        assert not await partitions.names(Index.CLAIMED, found[0].conversation)


async def test_where_nothing_lies_nothing_is_found() -> None:
    async with holding([]) as (partitions, redis):
        assert await partitions.first(Index.TIMERS) == []
        assert await partitions.all(Index.CLAIMED) == []
        assert [batch async for batch in partitions.batches(*Index)] == []
        assert await redis.keys("*") == []


def test_conversations_are_spread_evenly() -> None:
    counted = Counter(partition(f"{number:016x}") for number in range(64_000))
    assert set(counted) == set(ALL)
    assert max(counted.values()) < 1_500


@pytest.mark.parametrize("index", list(Index))
def test_an_index_lies_beside_the_rows_and_is_never_taken_for_one(index: Index) -> None:
    """One colon behind the brace, where a row has two."""
    name, row = index_key(partition("she"), index), row_key("she", index.value)
    assert name.partition("}")[0] == row.partition("}")[0]
    assert name.partition("}:")[2].count(":") == 0
    assert row.partition("}:")[2].count(":") == 1


def test_an_entry_that_is_published_is_heard_again() -> None:
    entry = Entry(-298_236_475_123.456, "a_conversation.of-somebody")
    assert Entry.heard(entry.published) == entry
    assert Entry.heard("a_conversation") == Entry(0.0, "a_conversation"), "of an earlier release"

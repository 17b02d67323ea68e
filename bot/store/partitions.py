"""Reads an index over all partitions: the 64 heads are asked for at once, and merged.

One pipeline, so one round trip to each node. More of a partition is read only where the merged
order needs it: the first sixteen of a hundred thousand take some two hundred entries.
"""

from collections.abc import AsyncIterator, Sequence
from typing import NamedTuple

from bot.store.client.connection import Redis, redis_errors
from bot.store.names import ALL, PARTITIONS, Index, index_key, partition

BATCH = 200
"""Entries that are worked off at a time."""


class Entry(NamedTuple):
    """An index entry: a conversation, and what it is ordered by."""

    score: float
    conversation: str

    @property
    def published(self) -> str:
        """As whoever delivers is told of it (`Outbox.listen`)."""
        return f"{self.score!r} {self.conversation}"

    @classmethod
    def heard(cls, published: str) -> "Entry":
        """The entry back. A release before this one named the conversation alone."""
        score, _, conversation = published.rpartition(" ")
        try:
            return cls(float(score), conversation)
        except ValueError:
            return cls(0.0, conversation)


class Partitions:
    """All partitions' indexes as if they were one."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def first(
        self, index: Index, count: int = BATCH, until: float = float("inf")
    ) -> list[Entry]:
        """The entries with the lowest scores, at most `count`, none with a score above `until`."""
        asked = dict.fromkeys(ALL, min(count, 2 + 2 * count // PARTITIONS))
        heads: dict[str, list[Entry]] = {}
        wanted: Sequence[str] = ALL
        while wanted:
            heads |= await self._heads(index, {one: asked[one] for one in wanted}, until)
            merged = sorted(entry for head in heads.values() for entry in head)[:count]
            more = [one for one in ALL if len(heads[one]) == asked[one] < count]
            if len(merged) == count:  # what follows a head's last entry may come before the end
                more = [one for one in more if heads[one][-1] < merged[-1]]
            asked |= {one: 4 * asked[one] for one in more}
            wanted = more
        return merged

    async def _heads(
        self, index: Index, asked: dict[str, int], until: float
    ) -> dict[str, list[Entry]]:
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for one, count in asked.items():
                pipe.zrangebyscore(
                    index_key(one, index), "-inf", until, start=0, num=count, withscores=True
                )
            found = await pipe.execute()
        return {one: _entries(head) for one, head in zip(asked, found, strict=True)}

    async def all(self, index: Index) -> list[Entry]:
        """Every entry, in order: of an index that is known to be short."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for one in ALL:
                pipe.zrange(index_key(one, index), 0, -1, withscores=True)
            found = await pipe.execute()
        return sorted(entry for part in found for entry in _entries(part))

    async def batches(self, *indexes: Index) -> AsyncIterator[list[str]]:
        """All conversations in these indexes, some at a time; one that moves meanwhile may come
        twice."""
        for index in indexes:
            for one in await self.filled(index):
                cursor: int | None = None
                while cursor != 0:
                    with redis_errors():
                        name = index_key(one, index)
                        cursor, found = await self._redis.zscan(name, cursor or 0, count=BATCH)
                    yield [member.decode() for member, _ in found]

    async def names(self, index: Index, conversation: str) -> bool:
        """Whether the index names this conversation."""
        with redis_errors():
            name = index_key(partition(conversation), index)
            return await self._redis.zscore(name, conversation) is not None

    async def filled(self, index: Index) -> list[str]:
        """The partitions in which the index has any entry."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for one in ALL:
                pipe.zcard(index_key(one, index))
            found = await pipe.execute()
        return [one for one, count in zip(ALL, found, strict=True) if count]

    async def sizes(self) -> dict[str, int]:
        """How many entries each index has."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for index in Index:
                for one in ALL:
                    pipe.zcard(index_key(one, index))
            found = iter(await pipe.execute())
        return {index.value: sum(int(next(found)) for _ in ALL) for index in Index}


def _entries(found: Sequence[tuple[bytes, float]]) -> list[Entry]:
    return [Entry(float(score), member.decode()) for member, score in found]

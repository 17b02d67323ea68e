"""Counts by day, as moves have brought them (bot/store/statistics/counts.py)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.store.client.connection import Redis, redis_errors
from bot.store.names import statistics_key

MOVED = "statistics:moved"
"""When the last move began that has brought everything."""


class Statistics:
    """Reads the counts of days."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def days(self, days: Sequence[str]) -> list[dict[str, int]]:
        """The counts of each day, by field (`Count.field`)."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for day in days:
                pipe.hgetall(statistics_key(day))
            found = await pipe.execute() if days else []
        return [{name.decode(): int(count) for name, count in one.items()} for one in found]

    async def left(self, days: Sequence[str]) -> dict[str, timedelta]:
        """How long each day that was counted is still kept."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for day in days:
                pipe.pttl(statistics_key(day))
            found = await pipe.execute() if days else []
        lives = zip(days, found, strict=True)
        return {day: timedelta(milliseconds=life) for day, life in lives if life >= 0}

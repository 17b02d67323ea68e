"""How many desk processes run: they share what Telegram takes in a group."""

import secrets

from bot.clock import Clock
from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors

_ROW = "desks"


class Presence:
    """Signs of life of all desk processes, this one's own among them."""

    def __init__(self, redis: Redis, clock: Clock) -> None:
        self._redis = redis
        self._clock = clock
        self._mine = secrets.token_hex(8)

    async def count(self) -> int:
        """Say that this process is there; returns how many are, itself included. One that was
        killed counts until its sign of life is too old."""
        now = self._clock.now().timestamp()
        life = Retention.PRESENCE
        since = now - life.lifetime.total_seconds()
        with redis_errors():
            gone = await self._redis.zrangebyscore(_ROW, "-inf", f"({since}")
            pipe = self._redis.pipeline(transaction=False)
            if gone:
                pipe.zrem(_ROW, *gone)
            pipe.zadd(_ROW, {self._mine: now})
            pipe.pexpire(_ROW, life.milliseconds)
            pipe.zcount(_ROW, "-inf", "+inf")
            *_, count = await pipe.execute()
        return int(count)

    async def leave(self) -> None:
        """Take this process's sign of life away: it ends."""
        with redis_errors():
            await self._redis.zrem(_ROW, self._mine)

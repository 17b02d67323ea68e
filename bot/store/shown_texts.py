"""Which texts each bot shows, as it says itself: renewed while it runs, beside its turns.

What lies here proves nothing: whoever can write to the store can say it. The desk's bot says in the
group what it has verified.
"""

import secrets
from dataclasses import dataclass, replace

import msgspec

from bot.clock import Clock
from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode

_ROW = "shown-texts"
_LIFE = Retention.SHOWN_TEXTS


@dataclass(frozen=True, slots=True)
class BotTexts:
    """The texts that a bot's process says it shows. `number`: 0 before anything was published;
    `refused`: why it doesn't show what was published last, "" where it does; `at`: when it said
    so, in seconds (POSIX)."""

    bot: str
    number: int
    digest: str
    refused: str = ""
    at: float = 0.0


class ShownTexts:
    """Which texts this process shows, as it says to the others, and which they say."""

    def __init__(self, redis: Redis, clock: Clock) -> None:
        self._redis = redis
        self._clock = clock
        self._mine = secrets.token_hex(8)

    async def say(self, shown: BotTexts) -> None:
        """Say what this process shows; what others have said too long ago is taken away."""
        now = self._clock.now().timestamp()
        with redis_errors():
            gone = [name for name, one in (await self._read()).items() if not self._fresh(one)]
            pipe = self._redis.pipeline(transaction=False)
            if gone:
                pipe.hdel(_ROW, *gone)
            pipe.hset(_ROW, self._mine, encode(replace(shown, at=now)))
            pipe.pexpire(_ROW, _LIFE.milliseconds)
            await pipe.execute()

    async def all(self) -> list[BotTexts]:
        """List what every running process says, in the order of the bots' names."""
        with redis_errors():
            found = await self._read()
        return sorted(
            (one for one in found.values() if one is not None and self._fresh(one)),
            key=lambda one: (one.bot, one.at),
        )

    async def leave(self) -> None:
        """Take this process's own word back: it ends."""
        with redis_errors():
            await self._redis.hdel(_ROW, self._mine)

    async def _read(self) -> dict[bytes, BotTexts | None]:
        return {name: _read(value) for name, value in (await self._redis.hgetall(_ROW)).items()}

    def _fresh(self, one: BotTexts | None) -> bool:
        since = self._clock.now().timestamp() - _LIFE.lifetime.total_seconds()
        return one is not None and one.at >= since


def _read(value: bytes) -> BotTexts | None:
    try:
        return decode(BotTexts, value)
    except msgspec.MsgspecError:
        return None

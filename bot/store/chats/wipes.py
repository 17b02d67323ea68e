"""Which chats are to be looked at for deletion, and when. A hint like the other indexes."""

from bot.store.client.connection import Redis, answering
from bot.store.hints import Bound, Hint, Hints, Looked

_INDEX = "wipes"


class Wipes:
    """The hints."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._hints = Hints(redis)

    def hint(self, conversation: str, at: float) -> Hint:
        """To look at it by `at` (seconds since 1970); an earlier look stays."""
        return Hint(_INDEX, conversation, at, Bound.SOONER)

    async def plan(self, conversation: str, at: float) -> None:
        """Give that hint."""
        await self._hints.give(self.hint(conversation, at))

    async def due(self, now: float) -> list[tuple[str, float]]:
        """All that are due, with the time of their hint."""
        with answering():
            found = await self._redis.zrangebyscore(_INDEX, "-inf", now, withscores=True)
        return [(member.decode(), score) for member, score in found]

    async def settle(self, conversation: str, seen: float, again: float | None) -> None:
        """It was looked at: look again then, or no more, unless a turn has moved the hint."""
        await self._hints.settle(_INDEX, [Looked(conversation, seen, again)])

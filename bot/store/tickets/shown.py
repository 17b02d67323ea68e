"""Which state of a ticket operators' browsers have shown: whoever is rung looks here first.

A state is named by the number in its revision, so no clock is compared with another one.
"""

from collections.abc import Mapping

from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors
from bot.store.names import SHOWN, row_key


class ShownTickets:
    """A hash for each open ticket: operator's id → the number of the state that they were shown."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def note(self, operator: str, shown: Mapping[str, int]) -> None:
        """An operator's page has shown these conversations; those without an open ticket are passed
        over. Raises `StoreUnavailable`."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for conversation in shown:
                pipe.exists(row_key(conversation, "ticket"))
            there = dict(zip(shown, await pipe.execute(), strict=True))
            pipe = self._redis.pipeline(transaction=False)
            for conversation, number in shown.items():
                if there[conversation]:
                    pipe.hset(row_key(conversation, SHOWN), operator, str(number))
                    pipe.pexpire(row_key(conversation, SHOWN), Retention.SHOWN_TICKET.milliseconds)
            await pipe.execute()

    async def of(self, conversation: str) -> dict[str, int]:
        """Operator's id → the state that they were shown. Raises `StoreUnavailable`."""
        with redis_errors():
            found = await self._redis.hgetall(row_key(conversation, SHOWN))
        return {
            operator.decode(): int(number) for operator, number in found.items() if number.isdigit()
        }

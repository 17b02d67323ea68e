"""The feed of changes: which open ticket was written to just now, and nothing about it.

It is published by the write itself (`commit.lua`). Whoever listens asks the store what is there
now, so an event that was missed costs nothing but time.
"""

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import NamedTuple

from bot.processes.cancellation import ending
from bot.store.client.connection import Redis, redis_errors

CHANGED = "desk:changed"
"""The channel."""


class ConversationChange(StrEnum):
    """The kind of a change: also where the ticket stands in the queue, or only what was said."""

    QUEUE = "queue"
    SAID = "said"

    def of(self, conversation: str) -> str:
        """The change of a conversation as it is published."""
        return f"{self.value} {conversation}"


class DeskChange(NamedTuple):
    """A change of one conversation with a ticket."""

    change: ConversationChange
    conversation: str


class DeskChanges:
    """Listens to the feed."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def listen(self) -> AsyncIterator[DeskChange | None]:
        """Changes as they are written; None once it listens. Raises `StoreUnavailable`: what came
        in between is unknown, and everything is to be looked at anew."""
        with redis_errors():
            await self._redis.ping()  # a cluster's client knows its nodes only after a command
            async with self._redis.pubsub() as channel:
                await channel.subscribe(CHANGED)
                if ending():  # which redis-py's sending may have swallowed (`asyncio.wait_for`)
                    return
                yield None
                async for message in channel.listen():
                    change = _read(message)
                    if change is not None:
                        yield change


def _read(message: dict[str, object]) -> DeskChange | None:
    data = message["data"]
    if message["type"] != "message" or not isinstance(data, bytes):
        return None
    kind, _, conversation = data.decode(errors="replace").partition(" ")
    if not conversation:
        return None
    try:
        return DeskChange(ConversationChange(kind), conversation)
    except ValueError:  # whoever may only publish can wake us, and nothing else
        return None

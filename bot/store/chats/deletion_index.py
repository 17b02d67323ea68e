"""Which chats are to be looked at for deletion, and when. A turn and an arrival enter the chat."""

from bot.store.client.connection import Redis
from bot.store.conversations.batch import Batch
from bot.store.conversations.reader import LoadedConversation
from bot.store.conversations.writer import BatchWriter
from bot.store.names import Index
from bot.store.partitions import Entry, Partitions

MOST = 10_000
"""Chats of one look: more than an hour of an outage leaves behind, so that the oldest message is
found, not the oldest entry."""


class DeletionIndex:
    """The index of chats whose messages are to be deleted."""

    def __init__(self, redis: Redis, partitions: Partitions) -> None:
        self._partitions = partitions
        self._writer = BatchWriter(redis)

    async def due(self, now: float) -> list[Entry]:
        """Chats that are due, the longest overdue first, with the time of their look."""
        return await self._partitions.first(Index.DELETIONS, MOST, now)

    async def look_again(self, conversation: str, read: LoadedConversation, at: float) -> None:
        """Enter when a chat that was just looked at is due again, in seconds since 1970; by whoever
        holds the lease to send there. If a turn was written since it was read, the old entry
        stands: it is due already."""
        batch = Batch(conversation)
        batch.index(Index.DELETIONS, at)
        await self._writer.write(batch, read.revision)

    async def end(self, conversation: str, read: LoadedConversation) -> None:
        """Take a chat out in which nothing is left to delete, with its number, which isn't needed
        for that any more. What came since the look keeps both."""
        batch = Batch(conversation)
        batch.unless("messages", 2)
        batch.delete("chat")
        batch.unindex(Index.DELETIONS)
        await self._writer.write(batch, read.revision)

    async def drop(self, conversation: str, read: LoadedConversation) -> None:
        """Nobody knows the chat: what led there lapsed, or its key is gone."""
        batch = Batch(conversation)
        batch.unindex(Index.DELETIONS)
        await self._writer.write(batch, read.revision)

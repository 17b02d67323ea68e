"""What the desk keeps about its own messages: the pinned board, and blocks to be looked at."""

import secrets
from datetime import datetime

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations.batch import Batch
from bot.store.conversations.turn_batch import LIFTED
from bot.store.conversations.writer import BatchWriter
from bot.store.names import Index, row_key
from bot.store.rows import DeskPlace, decode, encode, unreadable

_ROW = "board"


class Board:
    """The pinned message, and tokens that lead to a muted conversation."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault
        self._writer = BatchWriter(redis)

    async def place(self) -> DeskPlace | None:
        """The pinned message, as `card` of a place without a topic."""
        with redis_errors():
            sealed = await self._redis.get(_ROW)
        if sealed is None:
            return None
        try:
            return decode(DeskPlace, self._vault.open_ticket(_ROW, _ROW, sealed))
        except Sealed:
            return None

    async def remember(self, place: DeskPlace) -> None:
        """The message was posted or edited."""
        sealed = self._vault.seal_ticket(_ROW, _ROW, encode(place))
        with redis_errors():
            await self._redis.set(_ROW, sealed, px=Retention.BOARD.milliseconds)

    async def review(self, conversation: str) -> str:
        """A fresh token for a supervisor's button."""
        token = secrets.token_hex(8)
        with redis_errors():
            life = Retention.MUTE_REVIEW.milliseconds
            await self._redis.set(f"review:{token}", conversation, px=life)
        return token

    async def reviewed(self, token: str) -> str | None:
        """The conversation that a token leads to."""
        with redis_errors():
            found = await self._redis.get(f"review:{token}")
        return found.decode() if found else None

    async def lift(self, conversation: str, token: str, now: datetime) -> None:
        """A supervisor ends a mute. The desk can't write to a conversation without a ticket, so
        it leaves word, and wakes the conversation; intake does the rest, and the turn that obeys
        takes the word away. Repeats do no harm."""
        word = self._vault.seal_ticket(conversation, LIFTED, b"1")
        batch = Batch(conversation)
        batch.set(LIFTED, word, Retention.MUTE_REVIEW)
        batch.index(Index.TIMERS, now.timestamp(), earliest=True)
        await self._writer.write(batch)
        with redis_errors():
            await self._redis.delete(f"review:{token}")

    async def is_lifted(self, conversation: str) -> bool:
        """Whether such a word was left, by the desk and nobody else."""
        with redis_errors():
            word = await self._redis.get(row_key(conversation, LIFTED))
        if word is None:
            return False
        try:
            return bool(self._vault.open_ticket(conversation, LIFTED, word))
        except Sealed:
            unreadable(LIFTED)
            with redis_errors():
                await self._redis.delete(row_key(conversation, LIFTED))
            return False

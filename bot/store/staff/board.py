"""What the desk keeps about its own messages: the pinned board, and blocks to be looked at."""

from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations.batch import Batch
from bot.store.conversations.index_entries import LIFTED
from bot.store.conversations.writer import BatchWriter
from bot.store.names import Index, row_key
from bot.store.rows import DeskPlace, decode, encode, unreadable

_ROW = "board"
_REVIEWS = "reviews"
_REVIEW = "review-of"


@dataclass(frozen=True, slots=True)
class BlockReview:
    """A block that supervisors are to look at. `operator`, `ticket`: code names; `until`: when it
    ends, as it was shown."""

    operator: str
    ticket: str
    until: str
    token: str = ""


class Board:
    """The pinned message, and tokens that lead to a muted conversation."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock
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

    async def review(self, conversation: str, block: BlockReview, row: str) -> str:
        """The token of a supervisor's button; the block is listed until it is decided on. `row`:
        the id of the row that asks. A repeat gives the same token and does nothing, also after the
        decision."""
        token = self._vault.hashed("review", conversation, row)
        sealed = self._vault.seal_ticket(token, _REVIEW, encode(block))
        with redis_errors():
            if await self._redis.exists(f"review:{token}"):
                return token
            life = Retention.MUTE_REVIEW.milliseconds
            await self._redis.set(f"{_REVIEW}:{token}", sealed, px=life)
            await self._redis.zadd(_REVIEWS, {token: self._clock.now().timestamp()})
            await self._redis.pexpire(_REVIEWS, life)
            # Last: what a crash left half done is done again.
            await self._redis.set(f"review:{token}", conversation, px=life)
        return token

    async def reviews(self) -> list[BlockReview]:
        """The blocks that nobody has decided on, the latest first; what has lapsed is taken out."""
        found = []
        with redis_errors():
            tokens = [one.decode() for one in await self._redis.zrange(_REVIEWS, 0, -1)]
            for token in reversed(tokens):
                sealed = await self._redis.get(f"{_REVIEW}:{token}")
                block = self._opened(token, sealed) if sealed else None
                if block is None:
                    await self._redis.zrem(_REVIEWS, token)
                else:
                    found.append(replace(block, token=token))
        return found

    async def decided(self, token: str) -> None:
        """A supervisor has looked at a block: it is listed no more."""
        with redis_errors():
            await self._redis.zrem(_REVIEWS, token)
            await self._redis.delete(f"{_REVIEW}:{token}")

    def _opened(self, token: str, sealed: bytes) -> BlockReview | None:
        try:
            return decode(BlockReview, self._vault.open_ticket(token, _REVIEW, sealed))
        except (Sealed, msgspec.DecodeError):
            unreadable("review")
            return None

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
        with redis_errors():  # it leads nowhere now, and stays, so that a repeat lists it no more
            life = Retention.MUTE_REVIEW.milliseconds
            await self._redis.set(f"review:{token}", b"", px=life)
        await self.decided(token)

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

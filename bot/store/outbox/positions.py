"""Where a row of an outbox or a transcript belongs: the turn that wrote it, and its index there.

Every such row is sealed for its position, so it can't be given another. The keyring remembers the
position of the last one that was acknowledged: one that comes again was replayed, and is refused.
Positions count up within one epoch of a conversation, that is as long as its data key is the same.
"""

import hashlib
import hmac
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.errors import Sealed
from bot.store.conversations import revisions

_HEAD = struct.Struct(">c4sI4sH")


class Stream(StrEnum):
    """Rows that are taken out in the order in which they were written. `ASIDE`: what the desk
    does before it shows what is for the topic."""

    PERSON = "p"
    TOPIC = "t"
    ASIDE = "o"
    WORDS = "w"


@dataclass(frozen=True, slots=True)
class Position:
    """`epoch`: names the data key; `turn`: the turn's number; `attempt`: at random, since a turn
    that a failover lost gives its number to the next one; `index`: among the turn's own rows."""

    stream: Stream
    epoch: bytes
    turn: int
    attempt: bytes
    index: int

    @property
    def head(self) -> bytes:
        """In front of the sealed row."""
        return _HEAD.pack(
            self.stream.value.encode(), self.epoch, self.turn, self.attempt, self.index
        )

    @property
    def mark(self) -> str:
        """The part of a position that is remembered once it is acknowledged, beside stream and
        epoch (`acknowledge.lua`)."""
        return f"{self.turn:08x}{self.attempt.hex()}{self.index:04x}"

    def bound(self, row: str) -> str:
        """The name of a row at this position, for the seal."""
        return f"{row}@{self.head.hex()}"

    def is_acknowledged(self, mark: str | None) -> bool:
        """Whether a row at this position was acknowledged by the time of this mark, of the same
        epoch."""
        if mark is None:
            return False
        turn, attempt, index = int(mark[:8], 16), mark[8:16], int(mark[16:], 16)
        if self.turn != turn:
            return self.turn < turn
        return self.attempt.hex() == attempt and self.index <= index

    @classmethod
    def first(cls, stream: Stream, key: bytes, revision: str) -> Self:
        """The first position of the turn with this revision."""
        attempt = bytes.fromhex(revision.partition(".")[2])
        return cls(stream, epoch_of(key), revisions.number(revision), attempt, 0)

    @classmethod
    def before(cls, stream: Stream, key: bytes, revision: str) -> Self:
        """Behind everything that earlier turns wrote, and before all of this one's."""
        return cls(stream, epoch_of(key), revisions.number(revision), bytes(4), 0)

    @classmethod
    def parted(cls, raw: bytes) -> tuple[Self, bytes]:
        """The position that a row says it has, and what is sealed. Raises `Sealed`."""
        try:
            stream, one, turn, attempt, index = _HEAD.unpack_from(raw)
            return cls(Stream(stream.decode()), one, turn, attempt, index), raw[_HEAD.size :]
        except (struct.error, ValueError):
            raise Sealed("a value can't be opened") from None


def epoch_of(key: bytes) -> bytes:
    """A name for a data key that doesn't give it away."""
    return hmac.digest(key, b"life", hashlib.sha256)[:4]

"""What the keyring holds of a conversation, as it is read."""

import re
from typing import NamedTuple

from bot.store.outbox.positions import Position


class DataKey(NamedTuple):
    """A key, and how it lies in the keyring: as long as it lies so, it is in use."""

    key: bytes
    wrapped: bytes


class Held(NamedTuple):
    """The keyring's rows of a conversation, opened.

    `own`: its data key, if this process can open one. `high_water_mark`: the highest turn that was
    announced, 0 if none is known. `snapshot`: of an open ticket, sealed. `acknowledged`: marks of
    what was taken out of outboxes in this `epoch` (`outbox/positions.py`). `address`: the key of
    what leads to the chat, if this process can open it.
    """

    own: DataKey | None
    high_water_mark: int
    snapshot: bytes | None
    epoch: bytes
    acknowledged: tuple[str, ...]
    address: DataKey | None = None

    @property
    def key(self) -> bytes | None:
        """The data key itself."""
        return self.own and self.own.key

    def is_acknowledged(self, position: Position) -> bool:
        """Whether a row at this position was taken out before: it was put back."""
        marks = (mark[1:] for mark in self.acknowledged if mark[0] == position.stream)
        return position.epoch == self.epoch and position.is_acknowledged(next(marks, None))


def read_turns(turn: bytes | None) -> tuple[int, bytes, tuple[str, ...]]:
    """The turn, the epoch and the marks that `raise_mark.lua` and `acknowledge.lua` keep; a row
    that isn't theirs says nothing."""
    found = _TURNS.fullmatch(turn or b"")
    if found is None:
        return 0, b"", ()
    number, own, marks = (part.decode() for part in found.groups(b""))
    return int(number), bytes.fromhex(own), tuple(marks.split())


_TURNS = re.compile(rb"(\d{1,9})(?: ([0-9a-f]{8})((?: [a-z][0-9a-f]{20})*))?")

"""Too much at once: the same message again and again, or more than anybody reads.

A flood gets one neutral line and then silence. It never brings an operator, and it never swallows
danger, erasure, a wish for a person or another language: the engine asks here only about the rest.
What is remembered is a few bytes in the conversation, and none of them can be read back.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from flows.clocks import ROOM_FOR_ONE_MORE_AFTER, SAME_MESSAGE_WITHIN

ANSWERED = 2
"""So often the same message in a row is answered; twice, since an answer may have been missed."""

ROOM = 20
"""So many messages at once are answered."""


@dataclass(frozen=True, slots=True)
class Flood:
    """`mark`: 16 bits of the last message's hash. `same`: how often it came in a row.

    `level`: messages that still take up room. `told`: the neutral line was said.
    """

    mark: int = 0
    same: int = 0
    level: float = 0.0
    told: bool = False


class Answer(Enum):
    """Whether a message is answered."""

    AS_USUAL = auto()
    ONE_LINE = auto()
    NOTHING = auto()


def after(flood: Flood, message: str, pause: timedelta | None) -> Flood:
    """The state with one more message. `pause`: since the one before; None if it is the first.

    An empty `message` is none that can be repeated: a button.
    """
    mark = _mark(message)
    soon = pause is not None and pause < SAME_MESSAGE_WITHIN
    same = 0 if not message else flood.same + 1 if mark == flood.mark and soon else 1
    drained = flood.level - pause / ROOM_FOR_ONE_MORE_AFTER if pause is not None else 0.0
    level = min(max(drained, 0.0) + 1, 2.0 * ROOM)  # a silence of a minute or two, never of hours
    return Flood(mark, same, level, flood.told and (same > 1 or level > 1))


def answer(flood: Flood) -> Answer:
    """Whether the message that came last is answered."""
    if flood.same <= ANSWERED and flood.level <= ROOM:
        return Answer.AS_USUAL
    return Answer.NOTHING if flood.told else Answer.ONE_LINE


def _mark(message: str) -> int:
    words = " ".join(message.casefold().split())
    return int.from_bytes(hashlib.blake2s(words.encode("utf-8", "replace"), digest_size=2).digest())

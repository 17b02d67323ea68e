"""Where an open ticket is named: among those who wait, or among those who are with an operator.

What `bot.store.tickets.queue` explains, in names and numbers. Pure.
"""

from datetime import datetime
from enum import StrEnum

from bot.tickets.ticket import Ticket


class QueueIndex(StrEnum):
    """The two indexes, by the names of their keys: in a cluster the braces keep them, and `TURNS`,
    on one node, so that one script can move a hint."""

    WAITING = "queue"
    CLAIMED = "{queue}:claimed"


TURNS = "{queue}:turns"
"""Which turn last said where a ticket is, and when it said so (`told`)."""

NAMES = (QueueIndex.WAITING, QueueIndex.CLAIMED, TURNS)
"""All keys."""

_SECONDS = 2**32
"""More seconds than a clock shows until 2106. Turns go up to two million before a double, in which
Redis keeps scores, can't tell two of them apart; they begin again after 24 hours of silence."""


def place_of(ticket: Ticket | None) -> QueueIndex | None:
    """Where it belongs; None for one that is over."""
    if ticket is None:
        return None
    return QueueIndex.WAITING if ticket.assignee is None else QueueIndex.CLAIMED


def told(turn: int, now: datetime) -> int:
    """A turn and the time as one number, which grows with the turn first."""
    return turn * _SECONDS + int(now.timestamp())


def time_of(score: float) -> int:
    """The time in a number of `told`, in seconds since 1970."""
    return int(score) % _SECONDS

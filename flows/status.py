"""Who has the conversation, and the one table of how that changes."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """The state of a conversation by who speaks to the person."""

    BOT = "BOT"
    QUEUED = "QUEUED"
    HUMAN = "HUMAN"
    CLOSED = "CLOSED"


class Change(StrEnum):
    """Why it changes (see the glossary)."""

    HANDOVER = "handover"
    CLAIM = "claim"
    RELEASE = "release"
    REQUEUE = "requeue"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    RETURN = "return"


TRANSITIONS: Mapping[tuple[Status, Change], Status] = MappingProxyType(
    {
        (Status.BOT, Change.HANDOVER): Status.QUEUED,
        (Status.BOT, Change.CLOSE): Status.CLOSED,
        (Status.QUEUED, Change.CLAIM): Status.HUMAN,
        (Status.QUEUED, Change.WITHDRAW): Status.BOT,
        (Status.QUEUED, Change.CLOSE): Status.CLOSED,
        (Status.HUMAN, Change.RELEASE): Status.BOT,
        (Status.HUMAN, Change.REQUEUE): Status.QUEUED,
        (Status.HUMAN, Change.CLOSE): Status.CLOSED,
        (Status.CLOSED, Change.RETURN): Status.BOT,
    }
)


class IllegalTransition(Exception):
    """The change doesn't exist in this status. Nothing has happened."""

    def __init__(self, status: Status, change: Change) -> None:
        super().__init__(f"{change} is not possible while {status}")
        self.status = status
        self.change = change


def changed(status: Status, change: Change) -> Status:
    """The status after the change. Raises `IllegalTransition`."""
    try:
        return TRANSITIONS[status, change]
    except KeyError:
        raise IllegalTransition(status, change) from None

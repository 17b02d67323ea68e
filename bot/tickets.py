"""Tickets: one request for a person each. Pure: who may do what, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.errors import NotAllowed
from flows.effects import Notice, OpenTicket, UpdateTicket
from flows.status import Status
from flows.urgency import Urgency

MAX_NOTICES = 12
"""A card stays readable: only the last notices are kept."""


class Role(StrEnum):
    """What an operator is. A supervisor may also act on others' tickets."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


class Action(StrEnum):
    """What can be done to a ticket."""

    CLAIM = "claim"
    REPLY = "reply"
    RELEASE = "release"
    REQUEUE = "requeue"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Operator:
    """A human of the hotline; `id` is a keyed hash, never Telegram's number."""

    id: str
    role: Role = Role.OPERATOR


@dataclass(frozen=True, slots=True)
class Ticket:
    """What operators see of a request. It holds no word and no name of the person's."""

    name: str
    topic: str
    urgency: Urgency
    locale: str
    opened_at: datetime
    assignee: str | None = None
    claimed_at: datetime | None = None
    notices: tuple[Notice, ...] = ()


OWN_ONLY = frozenset({Action.REPLY, Action.RELEASE, Action.REQUEUE})
"""Actions on a claimed ticket that belong to its assignee."""

STATUSES: Mapping[Action, frozenset[Status]] = {
    Action.CLAIM: frozenset({Status.QUEUED}),
    Action.REPLY: frozenset({Status.HUMAN}),
    Action.RELEASE: frozenset({Status.HUMAN}),
    Action.REQUEUE: frozenset({Status.HUMAN}),
    Action.CLOSE: frozenset({Status.QUEUED, Status.HUMAN}),
}
"""In which status of the conversation each action makes sense."""

_REFUSALS: Mapping[tuple[Action, Status], str] = {
    (Action.CLAIM, Status.HUMAN): "Someone has already claimed this ticket.",
    (Action.REPLY, Status.QUEUED): "Not sent. Claim the ticket first, then write.",
    (Action.RELEASE, Status.QUEUED): "Nobody has claimed this ticket yet.",
    (Action.REQUEUE, Status.QUEUED): "This ticket is waiting in the queue already.",
}
_OVER = "This ticket is over. Nothing was sent."
_NOT_YOURS = {
    Action.REPLY: "Not sent: this ticket belongs to another operator.",
    Action.RELEASE: "Only the operator who claimed this ticket can release it.",
    Action.REQUEUE: "Only the operator who claimed this ticket can put it back.",
    Action.CLOSE: "Only the operator who claimed this ticket, or a supervisor, can close it.",
}


def check(action: Action, operator: Operator, ticket: Ticket, status: Status) -> None:
    """Deny by default. Raises `NotAllowed` with a sentence for the operator."""
    if status not in STATUSES[action]:
        raise NotAllowed(_REFUSALS.get((action, status), _OVER))
    if ticket.assignee in {None, operator.id}:
        return
    if action in OWN_ONLY or (action is Action.CLOSE and operator.role is not Role.SUPERVISOR):
        raise NotAllowed(_NOT_YOURS[action])


def opened(effect: OpenTicket, name: str, now: datetime) -> Ticket:
    """A new ticket."""
    return Ticket(name, effect.topic, effect.urgency, effect.locale, now)


def updated(ticket: Ticket, effect: UpdateTicket) -> Ticket:
    """The ticket with what a later message added. A topic is replaced only by a graver one."""
    graver = effect.urgency is not None and effect.urgency > ticket.urgency
    return replace(
        ticket,
        urgency=max(ticket.urgency, effect.urgency or ticket.urgency),
        topic=effect.topic if effect.topic and graver else ticket.topic,
        locale=effect.locale or ticket.locale,
    )


def noted(ticket: Ticket, notice: Notice) -> Ticket:
    """The ticket with a notice; one that stands at the end isn't repeated."""
    if ticket.notices[-1:] == (notice,):
        return ticket
    return replace(ticket, notices=(*ticket.notices, notice)[-MAX_NOTICES:])


def order(ticket: Ticket) -> float:
    """Where it stands in the queue: by urgency, then by waiting time. Smaller is sooner."""
    return rank(ticket.urgency, ticket.opened_at)


def rank(urgency: Urgency, since: datetime) -> float:
    """A score that sorts by urgency first, then by time; `since_of` gives the time back."""
    return since.timestamp() - urgency * _STEP


def since_of(score: float) -> float:
    """The time in a score of `rank`, in seconds since 1970."""
    while score < 0:
        score += _STEP
    return score


_STEP = 1e11
"""More seconds than any clock shows, and still exact to a millisecond in a double."""

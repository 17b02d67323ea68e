"""Tickets: one request for a person each. Pure: what they hold, and in which order they wait."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.tickets.hand_over import HandOverSheet
from bot.tickets.operator import Operator
from flows.effects import Notice, OpenTicket, UpdateTicket
from flows.urgency import Urgency

MAX_NOTICES = 12
"""A card stays readable: only the last notices are kept."""


MOST_SNOOZE = timedelta(hours=72)
"""A ticket that is snoozed for longer has been forgotten."""


class Action(StrEnum):
    """Actions on a ticket. Who may: `bot.tickets.permissions`."""

    CLAIM = "claim"
    REPLY = "reply"
    SAY = "say"
    ASK = "ask"
    EDIT = "edit"
    DELETE = "unsend"
    RELEASE = "release"
    REQUEUE = "requeue"
    TRANSFER = "transfer"
    PRIORITISE = "urgency"
    SNOOZE = "sleep"
    CLOSE = "close"
    BLOCK = "mute"


class Outcome(StrEnum):
    """How a ticket ended. `FALSE_ALARM`: nobody was in danger or wanted anything, such as a button
    that was pressed by mistake."""

    INFORMED = "informed"
    REFERRED = "referred"
    EMERGENCY_SERVICES = "emergency"
    NO_ANSWER = "silent"
    FALSE_ALARM = "false-alarm"
    OTHER = "other"


class TargetKind(StrEnum):
    """The kind of a transfer's target: one operator, or whoever serves a language or a topic."""

    OPERATOR = "operator"
    LANGUAGE = "language"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class TransferTarget:
    """Whom a transferred ticket waits for: preferred, never a wall. Anyone may claim it, so that
    nobody waits for somebody absent. `wish`: the kind."""

    wish: TargetKind
    value: str


@dataclass(frozen=True, slots=True)
class Details:
    """Details of an action, beside its name and text; each action reads its own.

    `ref`: names the operator's own message; `text_ids`: texts of the catalogue to be sent;
    `question`: one of the deck;
    `until`: when a snooze or a block ends; `sheet`: what goes along with a transfer.
    """

    outcome: Outcome | None = None
    urgency: Urgency | None = None
    until: datetime | None = None
    wanted: TransferTarget | None = None
    ref: str = ""
    text_ids: tuple[str, ...] = ()
    question: str = ""
    sheet: HandOverSheet | None = None


NO_DETAILS = Details()


@dataclass(frozen=True, slots=True)
class Ticket:
    """A request for a person, as operators see it: no word and no name of the person's.

    `assignee`: an operator's id; `assigned_name`: the code name that the card shows. `again`: which
    emergency of this person's within an hour it is, where the earlier ones were erased; else 0.
    `first_words`: marks equal ones (`bot.tickets.first_words`), and tells none of them.
    `sheet`: what the operator before left to the next; `closed_at`: when an operator closed what
    this one goes on with.
    """

    name: str
    topic: str
    urgency: Urgency
    locale: str
    opened_at: datetime
    assignee: str | None = None
    claimed_at: datetime | None = None
    notices: tuple[Notice, ...] = ()
    assigned_name: str = ""
    wanted: TransferTarget | None = None
    closed_at: datetime | None = None
    again: int = 0
    first_words: str = ""
    sheet: HandOverSheet | None = None


def opened(effect: OpenTicket, name: str, now: datetime) -> Ticket:
    """The ticket that an effect opens, under its code name."""
    closed_at = effect.closed_at
    return Ticket(name, effect.topic, effect.urgency, effect.locale, now, closed_at=closed_at)


def claimed(ticket: Ticket, operator: Operator, now: datetime) -> Ticket:
    """The ticket in somebody's hands; whom it waited for is over."""
    return replace(
        ticket, assignee=operator.id, assigned_name=operator.name, claimed_at=now, wanted=None
    )


def unclaimed(ticket: Ticket) -> Ticket:
    """The ticket in nobody's hands."""
    return replace(ticket, assignee=None, assigned_name="", claimed_at=None)


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

"""How the queue is: the figures for supervisors and for metrics. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import tickets
from bot.operators import Operator
from bot.tickets import Ticket, Wish
from flows.urgency import Urgency

BREACHES = {
    Urgency.EMERGENCY: timedelta(minutes=3),
    Urgency.HIGH: timedelta(minutes=10),
    Urgency.NORMAL: timedelta(minutes=30),
}
"""Who waits longer than this has waited too long."""

SHOWN = 12
"""Waiting tickets that the board names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Health:
    """The queue at one moment. `waiting`: the most urgent first; `loads`: open by code name."""

    now: datetime
    waiting: tuple[Ticket, ...]
    loads: Mapping[str, int]
    on_shift: tuple[str, ...]
    supervisors_on_shift: int
    open: int

    def waiting_by(self, urgency: Urgency) -> int:
        """How many of an urgency wait."""
        return sum(ticket.urgency is urgency for ticket in self.waiting)

    def oldest(self, urgency: Urgency) -> timedelta:
        """How long the first of an urgency has waited."""
        found = [self.now - one.opened_at for one in self.waiting if one.urgency is urgency]
        return max(found, default=timedelta())

    def breaches(self) -> int:
        """How many have waited too long."""
        return sum(self.now - one.opened_at > BREACHES[one.urgency] for one in self.waiting)


def measured(
    open_tickets: Sequence[Ticket], operators: Sequence[Operator], now: datetime
) -> Health:
    """The figures."""
    waiting = sorted((one for one in open_tickets if one.assignee is None), key=tickets.order)
    loads = Counter(one.assigned_name or "?" for one in open_tickets if one.assignee)
    on_shift = [one for one in operators if one.on_shift]
    return Health(
        now,
        tuple(waiting),
        dict(sorted(loads.items())),
        tuple(sorted(one.name for one in on_shift)),
        sum(one.role == "supervisor" for one in on_shift),
        len(open_tickets),
    )


def preferred(waiting: Sequence[Ticket], operator: Operator) -> Ticket | None:
    """The ticket that this operator had best take: urgency before all; then whom it waits for,
    the language, the topic, and how long it has waited."""

    def place(ticket: Ticket) -> tuple[int, bool, bool, bool, datetime]:
        return (
            -ticket.urgency,
            not _is_for(ticket, operator),
            bool(operator.languages) and ticket.locale not in operator.languages,
            bool(operator.topics) and ticket.topic not in operator.topics,
            ticket.opened_at,
        )

    return min(waiting, key=place, default=None)


def _is_for(ticket: Ticket, operator: Operator) -> bool:
    wanted = ticket.wanted
    if wanted is None:
        return False
    match wanted.wish:
        case Wish.OPERATOR:
            return wanted.value == operator.name
        case Wish.LANGUAGE:
            return wanted.value in operator.languages
        case Wish.TOPIC:
            return wanted.value in operator.topics

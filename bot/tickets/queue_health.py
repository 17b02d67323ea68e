"""How the queue is: the figures for supervisors and for metrics. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.tickets.operator import Operator
from bot.tickets.ticket import TargetKind, Ticket
from flows.urgency import Urgency

BREACHES = {
    Urgency.EMERGENCY: timedelta(minutes=3),
    Urgency.HIGH: timedelta(minutes=10),
    Urgency.NORMAL: timedelta(minutes=30),
}
"""Who waits longer than this has waited too long."""

SHOWN = 12
"""Lines of waiting tickets on the board; the others are counted."""

READ = 4 * SHOWN
"""Waiting tickets that are looked at for it, since equal ones share a line."""


@dataclass(frozen=True, slots=True)
class WaitingCount:
    """How many tickets wait in one urgency. `oldest`: how long the first has; `late`: how many
    have too long."""

    count: int = 0
    oldest: timedelta = timedelta()
    late: int = 0


@dataclass(frozen=True, slots=True)
class QueueHealth:
    """The queue at one moment. `first`: who waits, the most urgent first, and at most `READ`;
    `lines`: all who wait; `loads`: claimed ones by code name."""

    now: datetime
    first: tuple[Ticket, ...]
    lines: Mapping[Urgency, WaitingCount]
    loads: Mapping[str, int]
    on_shift: tuple[str, ...]
    supervisors_on_shift: int

    @property
    def waiting(self) -> int:
        """How many tickets wait."""
        return sum(line.count for line in self.lines.values())

    @property
    def open(self) -> int:
        """How many wait or are with an operator."""
        return self.waiting + sum(self.loads.values())

    def line(self, urgency: Urgency) -> WaitingCount:
        """The count of those who wait in this urgency."""
        return self.lines.get(urgency, WaitingCount())

    def breaches(self) -> int:
        """How many have waited too long."""
        return sum(line.late for line in self.lines.values())


def measured(
    first: Sequence[Ticket],
    lines: Mapping[Urgency, WaitingCount],
    claimed: Iterable[Ticket],
    operators: Sequence[Operator],
    now: datetime,
) -> QueueHealth:
    """The queue's figures, from its tickets and the operators."""
    loads = Counter(one.assigned_name or "?" for one in claimed)
    on_shift = [one for one in operators if one.on_shift]
    return QueueHealth(
        now,
        tuple(first[:READ]),
        lines,
        dict(sorted(loads.items())),
        tuple(sorted(one.name for one in on_shift)),
        sum(one.role == "supervisor" for one in on_shift),
    )


def preferred(waiting: Sequence[Ticket], operator: Operator) -> Ticket | None:
    """The ticket that this operator had best take: urgency before all; then whom it waits for,
    the language, the topic, and how long it has waited."""

    def place(ticket: Ticket) -> tuple[int, bool, bool, bool, datetime]:
        return (
            -ticket.urgency,
            not is_for(ticket, operator),
            not _speaks(ticket, operator),
            not _knows(ticket, operator),
            ticket.opened_at,
        )

    return min(waiting, key=place, default=None)


def suits(ticket: Ticket, operator: Operator) -> bool:
    """Whether it is what this operator serves, or waits for them."""
    return is_for(ticket, operator) or (_speaks(ticket, operator) and _knows(ticket, operator))


def _speaks(ticket: Ticket, operator: Operator) -> bool:
    return not operator.languages or ticket.locale in operator.languages


def _knows(ticket: Ticket, operator: Operator) -> bool:
    return not operator.topics or ticket.topic in operator.topics


def is_for(ticket: Ticket, operator: Operator) -> bool:
    """Whether a ticket that was handed over waits for this operator, their languages or topics."""
    wanted = ticket.wanted
    if wanted is None:
        return False
    match wanted.wish:
        case TargetKind.OPERATOR:
            return wanted.value == operator.name
        case TargetKind.LANGUAGE:
            return wanted.value in operator.languages
        case TargetKind.TOPIC:
            return wanted.value in operator.topics

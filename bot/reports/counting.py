"""Counts that one turn adds. Pure. No text, no id, no hash of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.tickets.hours import KAZAKHSTAN
from bot.tickets.ticket import Outcome, Ticket
from flows.conversation import Conversation, Turn
from flows.effects import Erase, WithdrawTicket
from flows.format.model import Library
from flows.status import Status

WAITED = ((2, "under 2 min"), (5, "2-5 min"), (10, "5-10 min"), (30, "10-30 min"))
LONG = "over 30 min"
NEVER = "never claimed"
WAITING = (*(name for _, name in WAITED), LONG, NEVER)
FALSE_ALARM = "false alarm"
OUTCOMES = ("closed", FALSE_ALARM, "released", "withdrawn", "erased")


@dataclass(frozen=True, slots=True)
class Count:
    """A count of one more: of a "conversation", a "topic" or a "ticket". Fields that don't apply
    are ""."""

    day: str
    kind: str
    locale: str
    topic: str = ""
    urgency: str = ""
    outcome: str = ""
    waiting: str = ""

    @property
    def field(self) -> str:
        """Its name in the day's hash."""
        parts = (self.kind, self.locale, self.topic, self.urgency, self.outcome, self.waiting)
        return "|".join(parts)


def counts(
    library: Library,
    before: Conversation,
    ticket: Ticket | None,
    turn: Turn,
    now: datetime,
    *,
    over: bool,
    said: Outcome | None = None,
) -> Iterator[Count]:
    """Counts of a turn. `ticket`: the one that was open before it; `over`: it ended by it; `said`:
    how, as the operator who closed it said.

    A conversation counts once its language is known; a topic each time a flow is begun that the
    person asked for; a ticket when it ends.
    """
    after = turn.conversation
    day = now.astimezone(KAZAKHSTAN).date().isoformat()
    locale = after.locale or before.locale or "unknown"
    if before.locale is None and after.locale is not None:
        yield Count(day, "conversation", locale)
    top = after.top.flow if after.top else ""
    entered = top and top not in {frame.flow for frame in before.frames}
    if entered and top in library.flows and library.flows[top].triggers:
        yield Count(day, "topic", locale, top)
    if ticket is not None and over:
        outcome = FALSE_ALARM if said is Outcome.FALSE_ALARM else _outcome(turn)
        yield Count(
            *(day, "ticket", ticket.locale, ticket.topic, ticket.urgency.word),
            outcome,
            waiting(ticket),
        )


def waiting(ticket: Ticket) -> str:
    """How long the person waited for an operator, as a bucket."""
    if ticket.claimed_at is None:
        return NEVER
    minutes = (ticket.claimed_at - ticket.opened_at).total_seconds() / 60
    return next((name for limit, name in WAITED if minutes < limit), LONG)


def _outcome(turn: Turn) -> str:
    for effect in turn.effects:
        if isinstance(effect, Erase):
            return "erased"
        if isinstance(effect, WithdrawTicket):
            return "withdrawn"
    return "closed" if turn.conversation.status is Status.CLOSED else "released"

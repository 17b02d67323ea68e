"""One act of an operator on a ticket: who may, what it makes of the ticket, who is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline.acts import Act
from bot.store import LoadedConversation
from bot.store.rows import DeskKind, DeskRow, Note
from bot.store.staff.audit import Audit, AuditEntry
from bot.store.tickets.queue import Queue
from bot.tickets import permissions
from bot.tickets import ticket as tickets
from bot.tickets.hours import day_and_time
from bot.tickets.operator import Operator
from bot.tickets.ticket import Action, Details, Ticket
from flows import events
from flows.clocks import MOST_BLOCK
from flows.urgency import Urgency


class OperatorAct(Act):
    """An operator's act, allowed or refused within the turn, since the ticket may have changed.

    `details`: what the action says beside its name and `text`; `note`: why, for the topic.
    """

    def __init__(
        self,
        action: Action,
        operator: Operator,
        text: str,
        details: Details,
        note: Note | None,
        queue: Queue,
        audit: Audit,
        clock: Clock,
    ) -> None:
        self.closes = action in _ENDS
        self.outcome = details.outcome if action is Action.CLOSE else None
        self._action = action
        self._operator = operator
        self._text = text
        self._details = details
        self._note = note
        self._queue = queue
        self._audit = audit
        self._clock = clock

    async def event(self, read: LoadedConversation) -> events.Event:
        """The act as an event. Raises `NotAllowed`, `NoSuchTicket`."""
        if read.ticket is None:
            raise NoSuchTicket
        permissions.check(self._action, self._operator, read.ticket, read.conversation.status)
        if self._action is Action.CLAIM:
            await self._check_capacity(read.ticket)
        event = _EVENTS[self._action](self._text, self._details)
        if isinstance(event, events.OperatorUttered):
            return replace(event, claimed_at=read.ticket.claimed_at)
        return event

    async def _check_capacity(self, ticket: Ticket) -> None:
        """Refuse more tickets than the operator looks after. An emergency may always be claimed."""
        if ticket.urgency is Urgency.EMERGENCY:
            return
        operator = self._operator
        claimed = (await self._queue.claimed()).values()
        own = sum(one.assignee == operator.id for one in claimed)
        if own >= operator.capacity:
            raise NotAllowed("refused-capacity", own=own, capacity=operator.capacity)

    def ticket(self, before: Ticket | None) -> Ticket | None:
        """The ticket with its new assignee, or with whom it waits for."""
        if before is None:
            return None
        match self._action:
            case Action.CLAIM:
                return tickets.claimed(before, self._operator, self._clock.now())
            case Action.TRANSFER:
                sheet = self._details.sheet or before.sheet
                return replace(tickets.unclaimed(before), wanted=self._details.wanted, sheet=sheet)
            case _:
                return before

    def rows(self, after: Ticket | None) -> Sequence[DeskRow]:
        """Rows for the topic and for supervisors, and the audit's entry."""
        shown = [DeskRow(kind) for kind in _SHOWN.get(self._action, ())]
        if self._note is not None:
            shown.append(DeskRow(DeskKind.NOTE, self._note.value))
        if self._action is Action.BLOCK:
            shown.append(DeskRow(DeskKind.MUTED, _blocked_by(self._operator, after, self._details)))
        return [*shown, *self._audited(after)]

    def _audited(self, ticket: Ticket | None) -> Sequence[DeskRow]:
        if ticket is None or self._action in _UNAUDITED:
            return ()
        detail = next((value for value in _told(self._details) if value), "")
        entry = AuditEntry(
            self._clock.now(),
            self._operator.name,
            self._action.value,
            ticket.name,
            detail,
            by=self._operator.id,
        )
        return [DeskRow(DeskKind.AUDIT, sealed=self._audit.seal(entry))]


_ENDS = frozenset({Action.RELEASE, Action.CLOSE, Action.BLOCK})
"""Acts after which the ticket is over."""

_UNAUDITED = frozenset({Action.REPLY, Action.EDIT, Action.DELETE})
"""Part of the conversation itself, which is nobody's to look into."""

_SHOWN: Mapping[Action, tuple[DeskKind, ...]] = {
    Action.CLAIM: (DeskKind.CHANGED, DeskKind.CLAIMED),
    Action.REQUEUE: (DeskKind.CHANGED,),
    Action.TRANSFER: (DeskKind.CHANGED,),
    Action.SNOOZE: (DeskKind.CHANGED,),
}
"""Rows that an act shows in the ticket's topic, beside those of the turn itself."""


def _told(details: Details) -> Sequence[str]:
    """The details as the audit has them: words of ours, never of anybody's."""
    wanted = details.wanted
    return (
        details.outcome.value if details.outcome else "",
        details.urgency.word if details.urgency is not None else "",
        f"{wanted.wish.value} {wanted.value}" if wanted else "",
        ",".join(details.text_ids),
        details.question,
        "hand-over" if details.sheet else "",
    )


def _blocked_by(operator: Operator, ticket: Ticket | None, details: Details) -> str:
    """Read by `bot.desk.group_notices`."""
    until = day_and_time(details.until) if details.until else "?"
    return "\n".join((operator.name, ticket.name if ticket else "?", until))


def hours(span: timedelta) -> int:
    """A span in whole hours, rounded down."""
    return span // timedelta(hours=1)


def _prioritised(_: str, details: Details) -> events.Event:
    if details.urgency is None:
        raise NotAllowed("refused-urgency")
    return events.OperatorPrioritised(details.urgency)


def _snoozed(_: str, details: Details) -> events.Event:
    if details.until is None:
        raise NotAllowed("refused-until", hours=hours(tickets.MOST_SNOOZE))
    return events.OperatorSnoozed(details.until)


def _blocked(_: str, details: Details) -> events.Event:
    if details.until is None:
        raise NotAllowed("refused-until", hours=hours(MOST_BLOCK))
    return events.OperatorBlocked(details.until)


_EVENTS: Mapping[Action, Callable[[str, Details], events.Event]] = {
    Action.CLAIM: lambda *_: events.OperatorClaimed(),
    Action.REPLY: lambda text, details: events.OperatorUttered(text, details.ref),
    Action.SAY: lambda _, details: events.OperatorSentText(details.text_ids),
    Action.ASK: lambda _, details: events.OperatorAsked(details.question, details.ref),
    Action.EDIT: lambda text, details: events.OperatorCorrected(text, details.ref),
    Action.DELETE: lambda _, details: events.OperatorDeleted(details.ref),
    Action.RELEASE: lambda *_: events.OperatorReleased(),
    Action.REQUEUE: lambda *_: events.OperatorRequeued(),
    Action.TRANSFER: lambda *_: events.OperatorTransferred(),
    Action.PRIORITISE: _prioritised,
    Action.SNOOZE: _snoozed,
    Action.CLOSE: lambda *_: events.TicketClosed(),
    Action.BLOCK: _blocked,
}

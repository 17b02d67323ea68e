"""What operators do to tickets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline.turns import Act, Turns
from bot.store import Loaded, Store
from bot.store.rows import DeskKind, DeskRow, Note
from bot.store.staff.audit import AuditEntry
from bot.tickets import permissions
from bot.tickets import ticket as tickets
from bot.tickets.hours import KAZAKHSTAN
from bot.tickets.operator import Operator
from bot.tickets.ticket import NO_DETAILS, Action, Details, Ticket
from flows import events
from flows.engine.operating import MOST_MUTED
from flows.urgency import Urgency


class Operators:
    """The operators' side."""

    def __init__(self, store: Store, clock: Clock, turns: Turns) -> None:
        self._store = store
        self._clock = clock
        self._turns = turns

    async def act(
        self,
        action: Action,
        operator: Operator,
        conversation: str,
        text: str = "",
        mark: str = "",
        details: Details = NO_DETAILS,
        note: Note | None = None,
    ) -> Ticket | None:
        """An operator does something to a ticket; None for a repeat.

        `mark`: names the update, so that a repeat does nothing. `note`: why, for the topic.
        Raises `NotAllowed`, `NoSuchTicket`, `Conflict`, each of which says why.
        """
        acted: Ticket | None = None

        async def event(read: Loaded) -> events.Event:
            nonlocal acted
            if read.ticket is None:
                raise NoSuchTicket
            permissions.check(action, operator, read.ticket, read.conversation.status)
            if action is Action.CLAIM:
                await self._check_capacity(operator, read.ticket)
            acted = self._after(action, operator, read.ticket, details)
            return _event(action, text, details)

        def change(ticket: Ticket | None) -> Ticket | None:
            return self._after(action, operator, ticket, details) if ticket else None

        def rows() -> Sequence[DeskRow]:
            shown = [DeskRow(kind) for kind in _SHOWN.get(action, ())]
            if note is not None:
                shown.append(DeskRow(DeskKind.NOTE, note.value))
            if action is Action.MUTE:
                shown.append(DeskRow(DeskKind.MUTED, _muted_by(operator, acted, details)))
            return [*shown, *self._audited(action, operator, acted, details)]

        part = Act(change, rows, closes=action in _ENDS)
        await self._turns.take(conversation, event, update=mark or None, act=part)
        return acted

    def _audited(
        self, action: Action, operator: Operator, ticket: Ticket | None, details: Details
    ) -> Sequence[DeskRow]:
        if ticket is None or action in _UNAUDITED:
            return ()
        detail = next((value for value in _told(details) if value), "")
        entry = AuditEntry(self._clock.now(), operator.name, action.value, ticket.name, detail)
        return [DeskRow(DeskKind.AUDIT, sealed=self._store.audit.seal(entry))]

    async def _check_capacity(self, operator: Operator, ticket: Ticket) -> None:
        """As many as they can look after. An emergency may always be claimed."""
        if ticket.urgency is Urgency.EMERGENCY:
            return
        claimed = (await self._store.queue.claimed()).values()
        own = sum(one.assignee == operator.id for one in claimed)
        if own >= operator.capacity:
            raise NotAllowed("refused-capacity", own=own, capacity=operator.capacity)

    def _after(
        self, action: Action, operator: Operator, ticket: Ticket, details: Details
    ) -> Ticket:
        match action:
            case Action.CLAIM:
                return tickets.claimed(ticket, operator, self._clock.now())
            case Action.TRANSFER:
                return replace(tickets.unclaimed(ticket), wanted=details.wanted)
            case _:
                return ticket

    async def lost_operator(self, operator: Operator) -> int:
        """An operator is gone: their tickets wait again. Returns how many."""
        found = await self._store.queue.claimed()
        own = [name for name, ticket in found.items() if ticket.assignee == operator.id]
        for conversation in own:
            try:
                await self.act(Action.REQUEUE, operator, conversation, note=Note.OPERATOR_GONE)
            except (NotAllowed, NoSuchTicket):
                continue  # it was closed or released in this very moment
        return len(own)


_ENDS = frozenset({Action.RELEASE, Action.CLOSE, Action.MUTE})
"""Acts after which the ticket is over."""

_UNAUDITED = frozenset({Action.REPLY, Action.EDIT, Action.UNSEND})
"""Part of the conversation itself, which is nobody's to look into."""

_SHOWN: Mapping[Action, tuple[DeskKind, ...]] = {
    Action.CLAIM: (DeskKind.CHANGED, DeskKind.CLAIMED),
    Action.REQUEUE: (DeskKind.CHANGED,),
    Action.TRANSFER: (DeskKind.CHANGED,),
    Action.SLEEP: (DeskKind.CHANGED,),
}
"""What an act shows in the ticket's topic, beside what the turn itself shows."""


def _told(details: Details) -> Sequence[str]:
    """What the audit says of the details: words of ours, never of anybody's."""
    wanted = details.wanted
    return (
        details.outcome.value if details.outcome else "",
        details.urgency.word if details.urgency is not None else "",
        f"{wanted.wish.value} {wanted.value}" if wanted else "",
        ",".join(details.text_ids),
    )


def _muted_by(operator: Operator, ticket: Ticket | None, details: Details) -> str:
    """Read by `bot.cards.mute_review`."""
    until = f"{details.until.astimezone(KAZAKHSTAN):%d.%m %H:%M}" if details.until else "?"
    return "\n".join((operator.name, ticket.name if ticket else "?", until))


def hours(span: timedelta) -> int:
    """Whole hours."""
    return span // timedelta(hours=1)


def _event(action: Action, text: str, details: Details) -> events.Event:
    return _EVENTS[action](text, details)


def _prioritised(_: str, details: Details) -> events.Event:
    if details.urgency is None:
        raise NotAllowed("refused-urgency")
    return events.OperatorPrioritised(details.urgency)


def _slept(_: str, details: Details) -> events.Event:
    if details.until is None:
        raise NotAllowed("refused-until", hours=hours(tickets.MOST_SLEEP))
    return events.OperatorSlept(details.until)


def _muted(_: str, details: Details) -> events.Event:
    if details.until is None:
        raise NotAllowed("refused-until", hours=hours(MOST_MUTED))
    return events.OperatorMuted(details.until)


_EVENTS: Mapping[Action, Callable[[str, Details], events.Event]] = {
    Action.CLAIM: lambda *_: events.OperatorClaimed(),
    Action.REPLY: lambda text, details: events.OperatorUttered(text, details.ref),
    Action.SAY: lambda _, details: events.OperatorSentText(details.text_ids),
    Action.EDIT: lambda text, details: events.OperatorCorrected(text, details.ref),
    Action.UNSEND: lambda _, details: events.OperatorUnsent(details.ref),
    Action.RELEASE: lambda *_: events.OperatorReleased(),
    Action.REQUEUE: lambda *_: events.OperatorRequeued(),
    Action.TRANSFER: lambda *_: events.OperatorTransferred(),
    Action.PRIORITISE: _prioritised,
    Action.SLEEP: _slept,
    Action.CLOSE: lambda *_: events.TicketClosed(),
    Action.MUTE: _muted,
}

"""What operators do to tickets."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot import tickets
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline.turns import Turns
from bot.ports import Clock
from bot.store import Loaded, Store
from bot.store.rows import DeskKind
from bot.tickets import Action, Operator, Ticket
from bot.vault import Vault
from flows import events


class Operators:
    """The operators' side."""

    def __init__(self, store: Store, vault: Vault, clock: Clock, turns: Turns) -> None:
        self._store = store
        self._vault = vault
        self._clock = clock
        self._turns = turns

    def operator(self, telegram_id: int) -> Operator:
        """The operator with this account; the number itself goes no further."""
        return Operator(self._vault.hashed("operator", telegram_id))

    async def act(
        self, action: Action, operator: Operator, conversation: str, text: str = "", mark: str = ""
    ) -> Ticket | None:
        """An operator claims, replies, releases, requeues or closes; None for a repeat.

        `mark`: names the update, so that a repeat does nothing. Raises `NotAllowed`,
        `NoSuchTicket`, `Conflict`, each with a sentence for the operator.
        """
        acted: Ticket | None = None

        async def event(read: Loaded) -> events.Event:
            nonlocal acted
            if read.ticket is None:
                raise NoSuchTicket
            tickets.check(action, operator, read.ticket, read.conversation.status)
            acted = self._after(action, operator, read.ticket)
            return _OPERATOR_EVENTS[action](text)

        def change(ticket: Ticket | None) -> Ticket | None:
            return self._after(action, operator, ticket) if ticket else None

        await self._turns.take(
            conversation,
            event,
            update=mark or None,
            change=change,
            shows=_SHOWN.get(action, ()),
            closes=action in _ENDS,
        )
        return acted

    def _after(self, action: Action, operator: Operator, ticket: Ticket) -> Ticket:
        match action:
            case Action.CLAIM:
                return replace(ticket, assignee=operator.id, claimed_at=self._clock.now())
            case Action.REQUEUE:
                return replace(ticket, assignee=None, claimed_at=None)
            case _:
                return ticket

    async def lost_operator(self, operator: Operator) -> None:
        """An operator left the group: their tickets wait again."""
        for conversation in await self._store.indexes.waiting():
            read = await self._store.conversations.load(conversation)
            if read.ticket is not None and read.ticket.assignee == operator.id:
                try:
                    await self.act(Action.REQUEUE, operator, conversation)
                except (NotAllowed, NoSuchTicket):
                    continue  # it was closed or released in this very moment


_ENDS = frozenset({Action.RELEASE, Action.CLOSE})
"""Acts after which the ticket is over."""

_SHOWN = {
    Action.CLAIM: (DeskKind.CHANGED, DeskKind.CLAIMED),
    Action.REQUEUE: (DeskKind.CHANGED,),
}
"""What an act shows in the ticket's topic, beside what the turn itself shows."""

_OPERATOR_EVENTS: Mapping[Action, Callable[[str], events.Event]] = {
    Action.CLAIM: lambda _: events.OperatorClaimed(),
    Action.REPLY: events.OperatorUttered,
    Action.RELEASE: lambda _: events.OperatorReleased(),
    Action.REQUEUE: lambda _: events.OperatorRequeued(),
    Action.CLOSE: lambda _: events.TicketClosed(),
}

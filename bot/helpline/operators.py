"""The use case of operators: they act on tickets."""

from collections.abc import Mapping
from dataclasses import replace

from bot.clock import Clock
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline.operator_act import OperatorAct
from bot.helpline.turns import Turns
from bot.store.rows import Note
from bot.store.staff.audit import Audit
from bot.store.tickets.queue import Queue
from bot.tickets.operator import Operator
from bot.tickets.ticket import NO_DETAILS, Action, Details, Ticket

NOTES: Mapping[Action, Note] = {Action.TRANSFER: Note.TRANSFERRED, Action.SNOOZE: Note.ASIDE}
"""What a ticket's topic says of an operator's act, beside what the act itself shows."""


class Operators:
    """Operators' acts on tickets, as turns."""

    def __init__(self, queue: Queue, audit: Audit, clock: Clock, turns: Turns) -> None:
        self._queue = queue
        self._audit = audit
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
        act = OperatorAct(
            action, operator, text, details, note, self._queue, self._audit, self._clock
        )
        return (await self._turns.take(conversation, act, update=mark or None)).ticket

    async def lost_operator(self, operator: Operator) -> int:
        """An operator is gone: their tickets wait again. Returns how many."""
        absent = replace(operator, on_shift=True)  # it is the desk that acts in their name
        found = await self._queue.claimed()
        own = [name for name, ticket in found.items() if ticket.assignee == operator.id]
        for conversation in own:
            try:
                await self.act(Action.REQUEUE, absent, conversation, note=Note.OPERATOR_GONE)
            except (NotAllowed, NoSuchTicket):
                continue  # it was closed or released in this very moment
        return len(own)

"""The use case of hand-over: at the end of a shift an operator leaves each open ticket to the next,
with a sheet that says how it stands; the next one acknowledges it."""

from dataclasses import replace

from bot.attempt import Result
from bot.clock import Clock
from bot.errors import Conflict
from bot.helpline.notes import OperatorNotes
from bot.helpline.operators import Operators
from bot.helpline.turns import MAX_ATTEMPTS
from bot.store import Changes
from bot.store.conversations.conversations import Conversations
from bot.store.rows import DeskKind, DeskRow, Note
from bot.store.staff.audit import Audit, AuditEntry
from bot.store.tickets.queue import Queue
from bot.tickets import permissions
from bot.tickets.hand_over import HandOverSheet
from bot.tickets.operator import Operator
from bot.tickets.ticket import Action, Details, Ticket, TransferTarget

ACKNOWLEDGE = "acknowledge"
"""The audit's word for it."""


class HandOverSheets:
    """Writes sheets, and has them acknowledged."""

    def __init__(
        self,
        conversations: Conversations,
        queue: Queue,
        operators: Operators,
        audit: Audit,
        clock: Clock,
    ) -> None:
        self._conversations = conversations
        self._queue = queue
        self._operators = operators
        self._notes = OperatorNotes(conversations)
        self._audit = audit
        self._clock = clock

    async def held(self, operator: Operator) -> dict[str, Ticket]:
        """The tickets that an operator has now, by conversation. Raises `StoreUnavailable`."""
        found = await self._queue.claimed()
        return {one: ticket for one, ticket in found.items() if ticket.assignee == operator.id}

    async def leave(
        self,
        operator: Operator,
        conversation: str,
        sheet: HandOverSheet,
        wanted: TransferTarget | None,
        note: str,
        mark: str,
    ) -> None:
        """Let a ticket wait for whoever is next, with its sheet. `wanted`: whom it waits for, None
        for the queue; `note`: what the sheet has no choice for, "" for nothing; `mark`: names the
        request, so that a repeat does nothing. Raises `NotAllowed`, `NoSuchTicket`, `Conflict`."""
        if note:
            await self._notes.keep(operator, conversation, note, f"{mark}:note")
        details = Details(wanted=wanted, sheet=sheet)
        act = self._operators.act
        await act(Action.TRANSFER, operator, conversation, "", mark, details, Note.TRANSFERRED)

    async def acknowledge(self, operator: Operator, conversation: str, mark: str) -> None:
        """Note that whoever has the ticket now has read its sheet. Raises `NotAllowed`,
        `NoSuchTicket`, `Conflict`."""
        for _ in range(MAX_ATTEMPTS):
            read = await self._conversations.load(conversation, mark)
            if read.repeated:
                return
            found = read.open_ticket()
            permissions.check_reading(operator, found, read.conversation.status)
            sheet = found.sheet
            if sheet is None or sheet.acknowledged:
                return
            ticket = replace(found, sheet=replace(sheet, acknowledged=operator.name))
            rows = (DeskRow(DeskKind.CHANGED), self._audited(operator, ticket))
            changes = Changes(read.conversation, ticket, to_desk=[(row, "") for row in rows])
            result = await self._conversations.commit(conversation, read, changes, mark)
            if result is not Result.CONFLICT:
                return
        raise Conflict

    def _audited(self, operator: Operator, ticket: Ticket) -> DeskRow:
        now, name = self._clock.now(), operator.name
        entry = AuditEntry(now, name, ACKNOWLEDGE, ticket.name, by=operator.id)
        return DeskRow(DeskKind.AUDIT, sealed=self._audit.seal(entry))

"""The use case of notes: an operator keeps something with a ticket. It never leaves the desk."""

from bot.attempt import Result
from bot.errors import Conflict
from bot.helpline.turns import MAX_ATTEMPTS
from bot.store import Changes
from bot.store.conversations.conversations import Conversations
from bot.store.log_lines import OperatorNote
from bot.tickets import permissions
from bot.tickets.operator import Operator


class OperatorNotes:
    """Keeps notes with what was said."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    async def keep(
        self, operator: Operator, conversation: str, text: str, mark: str | None = None
    ) -> None:
        """Write a note; the conversation stays as it is. `mark`: names the request, so that a
        repeat does nothing. Raises `NotAllowed`, `NoSuchTicket`, `Conflict`, `StoreUnavailable`."""
        for _ in range(MAX_ATTEMPTS):
            read = await self._conversations.load(conversation, mark)
            if read.repeated:
                return
            ticket = read.open_ticket()
            permissions.check_reading(operator, ticket, read.conversation.status)
            note = OperatorNote(text, operator.name)
            changes = Changes(read.conversation, ticket, notes=(note,))
            result = await self._conversations.commit(conversation, read, changes, mark)
            if result is not Result.CONFLICT:
                return
        raise Conflict

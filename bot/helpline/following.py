"""The use case of following: a supervisor reads along in a colleague's ticket, and is seen to.

Nobody reads unseen. Before the first word is shown the audit has an entry, then the ticket a line
in its topic, then a sign that its assignee sees; a fault in any of these refuses the reading. Each
further reading renews the sign first. Whoever stops reading is seen for as long as a sign lasts
(`Retention.FOLLOWER`), unless they say that they stop.
"""

from bot.attempt import Result
from bot.errors import Conflict, NoSuchTicket
from bot.helpline.operators import Operators
from bot.helpline.staff_audit import StaffAudit
from bot.helpline.turns import MAX_ATTEMPTS
from bot.store import Changes, LoadedConversation
from bot.store.conversations.conversations import Conversations
from bot.store.rows import DeskKind, DeskRow, Note
from bot.store.staff.roster import Roster
from bot.store.tickets.followers import Followers
from bot.store.tickets.log import Log, TicketLog
from bot.tickets import permissions
from bot.tickets.operator import DeskAction, Operator
from bot.tickets.ticket import Action, Details, TargetKind, Ticket, TransferTarget


class Following:
    """Begins, goes on, ends."""

    def __init__(
        self,
        conversations: Conversations,
        log: TicketLog,
        followers: Followers,
        roster: Roster,
        audit: StaffAudit,
        operators: Operators,
    ) -> None:
        self._conversations = conversations
        self._log = log
        self._followers = followers
        self._roster = roster
        self._audit = audit
        self._operators = operators

    async def begin(self, operator: Operator, conversation: str) -> None:
        """From now on this supervisor reads along. Raises `NotAllowed`, `NoSuchTicket`, `Conflict`,
        `StoreUnavailable`: then nothing is to be read."""
        _, ticket = await self._checked(operator, conversation)
        if await self.follows(operator, conversation, ticket):
            return
        await self._audit.note(operator, DeskAction.FOLLOW.value, ticket=ticket.name)
        await self._tell_topic(operator, conversation)
        await self._followers.show(conversation, ticket, operator.id)

    async def follows(self, operator: Operator, conversation: str, ticket: Ticket) -> bool:
        """Whether their sign stands. Raises `StoreUnavailable`."""
        return operator.id in await self._followers.of(conversation, ticket)

    async def read(self, operator: Operator, conversation: str) -> Log | None:
        """The ticket's log, for somebody whose following goes on; None for everybody else. Raises
        `NotAllowed`, `NoSuchTicket`, `StoreUnavailable`."""
        read = await self._conversations.load(conversation)
        if read.ticket is None or not permissions.may_follow(
            operator, read.ticket, read.conversation.status
        ):
            return None
        if not await self.follows(operator, conversation, read.ticket):
            return None
        await self._followers.show(conversation, read.ticket, operator.id)
        return await self._log.read(conversation)

    async def end(self, operator: Operator, conversation: str) -> None:
        """End a supervisor's following. Raises `NoSuchTicket`, `StoreUnavailable`."""
        read = await self._conversations.load(conversation)
        if read.ticket is None:
            raise NoSuchTicket
        await self._followers.leave(conversation, read.ticket, operator.id)

    async def names(self, conversation: str, ticket: Ticket) -> list[str]:
        """The code names of those who read along now. Raises `StoreUnavailable`."""
        ids = await self._followers.of(conversation, ticket)
        found = [await self._roster.get(one) for one in ids]
        return sorted(one.name for one in found if one is not None)

    async def take_over(self, operator: Operator, conversation: str, mark: str) -> None:
        """The supervisor takes the ticket, to write from now on. `mark`: names the request, so that
        a repeat does nothing. Raises `NotAllowed`, `NoSuchTicket`, `Conflict`."""
        permissions.check_desk(DeskAction.FOLLOW, operator)
        details = Details(wanted=TransferTarget(TargetKind.OPERATOR, operator.name))
        act, note = self._operators.act, Note.TRANSFERRED
        given = f"{mark}:given"  # two acts of one request
        await act(Action.TRANSFER, operator, conversation, "", given, details, note)
        await act(Action.CLAIM, operator, conversation, mark=mark)
        await self.end(operator, conversation)

    async def _checked(
        self, operator: Operator, conversation: str
    ) -> tuple[LoadedConversation, Ticket]:
        read = await self._conversations.load(conversation)
        ticket = read.open_ticket()
        permissions.check_following(operator, ticket, read.conversation.status)
        return read, ticket

    async def _tell_topic(self, operator: Operator, conversation: str) -> None:
        """A line in the ticket's topic, for an assignee who works there."""
        row = DeskRow(DeskKind.NOTE, f"{Note.FOLLOWED.value}\n{operator.name}")
        for _ in range(MAX_ATTEMPTS):
            read, ticket = await self._checked(operator, conversation)
            changes = Changes(read.conversation, ticket, to_desk=((row, ""),))
            result = await self._conversations.commit(conversation, read, changes)
            if result is not Result.CONFLICT:
                return
        raise Conflict

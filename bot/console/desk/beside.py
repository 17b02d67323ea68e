"""What stands beside a ticket's conversation: who reads along, and what the shift before left."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.helpline import cards
from bot.helpline.following import Following
from bot.store import LoadedConversation
from bot.store.tickets.log import Log
from bot.texts.voices import Voice
from bot.tickets.operator import Operator
from bot.tickets.permissions import CLAIMED, may_follow


@dataclass(frozen=True, slots=True)
class Beside:
    """`names`: of those who read along now; `follows`: whether the reader is one of them, `offers`:
    whether they could be; `sheet`: the hand-over in lines, `owed`: whether it is still to be
    acknowledged by the reader."""

    names: Sequence[str] = ()
    follows: bool = False
    offers: bool = False
    sheet: Sequence[str] = ()
    owed: bool = False


class Besides:
    """Makes it."""

    def __init__(self, following: Following) -> None:
        self._following = following

    async def followed(self, operator: Operator, conversation: str) -> Log | None:
        """What was said, for a supervisor who is seen to read along. Raises `StoreUnavailable`."""
        return await self._following.read(operator, conversation)

    async def of(
        self,
        operator: Operator,
        conversation: str,
        read: LoadedConversation,
        voice: Voice,
        *,
        follows: bool,
    ) -> Beside:
        """For one reader of a ticket. Raises `StoreUnavailable`."""
        ticket = read.ticket
        if ticket is None:
            return Beside()
        names: Sequence[str] = ()
        if read.conversation.status in CLAIMED:  # what waits is read by nobody
            found = await self._following.names(conversation, ticket)
            names = [name for name in found if name != operator.name or follows]
        offers = not follows and may_follow(operator, ticket, read.conversation.status)
        owed = ticket.sheet is not None and not ticket.sheet.acknowledged
        return Beside(
            names,
            follows,
            offers,
            cards.sheet(voice, ticket),
            owed and ticket.assignee == operator.id,
        )

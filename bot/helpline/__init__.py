"""The use cases: hear a person, let operators act, wake on time.

Every one is the same turn: load, `advance`, write atomically, and begin again if somebody else
wrote in between. Nothing is sent here; what is to be sent is part of the write (the outbox).
"""

from bot.helpline.block_reviews import BlockReviews
from bot.helpline.closures import Closures
from bot.helpline.following import Following
from bot.helpline.four_eyes import FourEyes
from bot.helpline.hand_over_sheets import HandOverSheets
from bot.helpline.hear import Hearing
from bot.helpline.inputs import Inbound
from bot.helpline.operators import Operators
from bot.helpline.staff import Staff
from bot.helpline.turns import TurnResult, Turns
from bot.helpline.wake import Waking
from bot.store.conversations.conversations import Conversations
from bot.store.outbox.outbox import Outbox
from bot.store.rows import Note
from bot.tickets.operator import Operator
from bot.tickets.ticket import NO_DETAILS, Action, Details, Ticket
from flows import events

__all__ = ["Helpline", "TurnResult"]


class Helpline:
    """The helpline's use cases, the same for every channel."""

    def __init__(
        self,
        turns: Turns,
        hearing: Hearing,
        waking: Waking,
        operators: Operators,
        staff: Staff,
        four_eyes: FourEyes,
        following: Following,
        sheets: HandOverSheets,
        closures: Closures,
        reviews: BlockReviews,
        conversations: Conversations,
        outbox: Outbox,
    ) -> None:
        self._turns = turns
        self._hearing = hearing
        self._waking = waking
        self._operators = operators
        self.staff = staff
        self._conversations = conversations
        self._outbox = outbox
        self.four_eyes = four_eyes
        self.following = following
        self.sheets = sheets
        self.closures = closures
        self.reviews = reviews

    # -- people --------------------------------------------------------------------------------

    async def conversation_of(self, address: int) -> str:
        """The id of the conversation with this chat: a keyed hash. Raises `StoreUnavailable`,
        `NotAllowed` at the desk."""
        return await self._hearing.conversation_of(address)

    async def goes_first(self, conversation: str, text: str) -> bool:
        """Whether a message can't wait while more comes than can be read. Raises
        `StoreUnavailable`."""
        return await self._hearing.goes_first(conversation, text)

    async def hear(self, update: Inbound) -> TurnResult:
        """Hear a person's update. Raises `StoreUnavailable`, `Conflict`."""
        return await self._hearing.hear(update)

    async def read_held(self) -> int:
        """Let the model read what a flood held back. Raises `StoreUnavailable`, `Conflict`."""
        return await self._hearing.read_held()

    async def wake(self) -> int:
        """Wake the conversations that are due; returns how many. Raises `StoreUnavailable`,
        `Conflict`."""
        return await self._waking.wake()

    async def erase(self, conversation: str) -> None:
        """Erase one conversation by order of whoever runs the helpline. Raises `Conflict`."""
        await self._turns.take(conversation, events.ErasureOrdered())

    async def try_from(self, conversation: str, where: events.StepTried) -> None:
        """Let a dialogue begin at one of its steps. For a store apart: an editor tries it there.
        Raises `StoreUnavailable`, `Conflict`."""
        await self._turns.take(conversation, where)

    async def undeliverable(self, conversation: str) -> None:
        """Telegram says that the person blocked the bot: operators are told, and what waits for
        the person is dropped. Raises `StoreUnavailable`, `Conflict`."""
        # In this order: what still waits is tried again, so a turn that fails comes again. A
        # notice that is repeated does no harm; one that is lost leaves an operator writing to
        # nobody.
        await self._turns.take(conversation, events.PersonLeft())
        await self._outbox.drop(conversation)

    async def not_corrected(self, conversation: str) -> None:
        """An operator's correction couldn't reach the person any more: operators are told."""
        await self._turns.take(conversation, events.NotCorrected())

    async def read(self, conversation: str) -> Ticket | None:
        """The open ticket of a conversation. Raises `StoreUnavailable`."""
        return (await self._conversations.load(conversation)).ticket

    # -- operators -----------------------------------------------------------------------------

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
        """An operator does something to a ticket (`Operators.act`)."""
        return await self._operators.act(action, operator, conversation, text, mark, details, note)

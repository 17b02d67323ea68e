"""The use case of time: conversations whose timers are due are woken."""

from datetime import datetime

from bot.clock import Clock
from bot.helpline.turns import Turns
from bot.store.board import Board
from bot.store.conversations import Conversations
from bot.store.indexes import Indexes
from flows import events


class Waking:
    """Wakes the conversations that have a timer due."""

    def __init__(
        self,
        indexes: Indexes,
        board: Board,
        conversations: Conversations,
        clock: Clock,
        turns: Turns,
    ) -> None:
        self._indexes = indexes
        self._board = board
        self._conversations = conversations
        self._clock = clock
        self._turns = turns

    async def wake(self) -> int:
        """Do what is due by now; returns how many conversations were woken. Raises
        `StoreUnavailable`, `Conflict`: then the rest is due still."""
        now = self._clock.now()
        found = await self._indexes.due_timers(now)
        for conversation, score in found:
            await self._wake(conversation, score, now)
        return len(found)

    async def _wake(self, conversation: str, score: float, now: datetime) -> None:
        if await self._board.is_lifted(conversation):
            await self._lift_block(conversation)
        read = await self._conversations.load(conversation)
        due = [timer for timer in read.conversation.timers if timer.due <= now]
        later = [timer.due for timer in read.conversation.timers if timer.due > now]
        for timer in due:
            after = await self._turns.take(conversation, events.TimedOut(timer.kind))
            later = [timer.due for timer in after.conversation.timers]
        await self._indexes.settle_timer(conversation, score, min(later, default=None))

    async def _lift_block(self, conversation: str) -> None:
        """A supervisor has looked at the block and ended it; the word is forgotten after the turn,
        so a crash repeats it."""
        await self._turns.take(conversation, events.BlockLifted())
        await self._board.forget_lift(conversation)

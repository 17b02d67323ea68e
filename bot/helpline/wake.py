"""The use case of time: conversations whose timers are due are woken."""

from datetime import datetime

from bot.clock import Clock
from bot.helpline.turns import Turns
from bot.store.conversations.conversations import Conversations
from bot.store.staff.board import Board
from flows import events


class Waking:
    """Wakes the conversations that have a timer due."""

    def __init__(
        self,
        board: Board,
        conversations: Conversations,
        clock: Clock,
        turns: Turns,
    ) -> None:
        self._board = board
        self._conversations = conversations
        self._clock = clock
        self._turns = turns

    async def wake(self) -> int:
        """Wake the conversations that are due by now; returns how many. Raises `StoreUnavailable`,
        `Conflict`: then the rest is due still."""
        now = self._clock.now()
        found = await self._conversations.to_wake(now)
        for conversation in found:
            await self._wake(conversation, now)
        return len(found)

    async def _wake(self, conversation: str, now: datetime) -> None:
        if await self._board.is_lifted(conversation):
            await self._lift_block(conversation)
        read = await self._conversations.load(conversation)
        due = [timer for timer in read.conversation.timers if timer.due <= now]
        for timer in due:
            await self._turns.take(conversation, events.TimedOut(timer.kind))
        if not due:  # its rows lapsed, or its key is gone
            await self._conversations.enter(conversation, read)

    async def _lift_block(self, conversation: str) -> None:
        """A supervisor has looked at the block and ended it."""
        await self._turns.take(conversation, events.BlockLifted(), lifted=True)

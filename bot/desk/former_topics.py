"""What the operators' group holds from when the desk was there: topics with people's words.

Where the desk has moved to a browser they go at once, and not only when their tickets end.
"""

import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.desk.group import DeskGroups
from bot.desk.stubs import delete_topic
from bot.store.staff.board import Board
from bot.store.tickets.queue import Queue
from bot.store.tickets.topics import Topics

logger = logging.getLogger(__name__)

LOOK_SECONDS = 600.0


class FormerTopics:
    """Deletes the topics of open tickets, and the pinned board, where the desk is in a browser
    now."""

    def __init__(
        self, bot: Bot, groups: DeskGroups, queue: Queue, topics: Topics, board: Board
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._queue = queue
        self._topics = topics
        self._board = board
        self._unpinned = False

    async def clear(self) -> None:
        """Every open ticket's, and the pinned board. Raises `StoreUnavailable`, `Later` and what
        the Bot API raises: the others wait for the next look."""
        if not self._unpinned:
            await self._unpin()
            self._unpinned = True
        async for batch in self._queue.batches():
            for conversation in batch:
                await self.delete(conversation)

    async def delete(self, conversation: str) -> None:
        """Delete one ticket's topic, if there is one. Raises `Later`."""
        place = await self._groups.place(conversation)
        if place is None:
            return
        group = self._groups.find(place.chat) or self._groups.main
        async with self._groups.following(group):
            await delete_topic(self._bot, self._groups, place)
        await self._topics.forget(conversation, place)

    async def _unpin(self) -> None:
        place = await self._board.place()
        if place is None:
            return
        try:
            await self._bot.delete_message(place.chat, place.card)
        except TelegramError as error:  # it is old news, and names nobody
            logger.info("board_not_deleted", extra={"kind": type(error).__name__})

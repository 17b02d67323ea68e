"""The operators' group, whose number changes when it becomes a supergroup."""

import logging

from bot.store import Store
from bot.store.rows import DeskPlace

logger = logging.getLogger(__name__)


class DeskGroup:
    """Where tickets show. `id`: Telegram's number of the group as it is now."""

    def __init__(self, chat: int, store: Store) -> None:
        self.id = chat
        self._store = store

    async def move(self, new: int) -> None:
        """Telegram says that the group has a new number (Bot API, Message: migrate_to_chat_id).

        The topics move along; so do the ways back from them. HELPLINE_DESK_CHAT should follow.
        """
        if new == self.id:
            return
        logger.error("desk_chat_moved")
        self.id = new
        for conversation in await self._store.indexes.waiting():
            await self.place(conversation)

    async def place(self, conversation: str) -> DeskPlace | None:
        """Where the ticket shows, under the group's present number."""
        place = await self._store.topics.place(conversation)
        if place is None or place.chat == self.id:
            return place
        await self._store.topics.forget(conversation, place)
        moved = DeskPlace(self.id, place.thread, place.card)
        await self._store.topics.remember(conversation, moved)
        return moved

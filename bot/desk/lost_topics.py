"""Topics whose ticket is gone without having been closed: what stands in them is deleted too.

A ticket that ends takes its topic along. But its rows may lapse first (the desk or Telegram away
for longer than they last) or be lost (a store that had to begin anew), and then nobody would ever
delete the words in the operators' group.
"""

import logging

from telegram import Bot

from bot.desk.group import DeskGroups
from bot.desk.stubs import delete_topic
from bot.store.conversations.conversations import Conversations
from bot.store.tickets.topics import Topics

logger = logging.getLogger(__name__)

LOOK_SECONDS = 600.0


class LostTopics:
    """Finds and deletes them."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        topics: Topics,
        conversations: Conversations,
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._topics = topics
        self._conversations = conversations

    async def clear(self) -> None:
        """Delete those that are due to be looked at and belong to nobody. Raises
        `StoreUnavailable`, `Later` and what the Bot API raises: the others wait for the next look.
        """
        for back in await self._topics.lost(self._remembered):
            await delete_topic(self._bot, self._groups, self._groups.moved(back.place))
            await self._topics.let_go(back)
            logger.info("lost_topic_deleted")

    async def _remembered(self, conversation: str) -> bool:
        return (await self._conversations.load(conversation)).ticket is not None

"""One ticket's topic in a group: opened, named, its card kept up to date."""

from telegram import Bot
from telegram.error import BadRequest

from bot.desk import card as cards
from bot.desk import keyboards
from bot.desk.budget import Lane
from bot.desk.group import DeskGroup
from bot.desk.sending import send
from bot.store import LoadedConversation
from bot.store.rows import DeskPlace
from bot.store.tickets.topics import Topics
from bot.texts.voices import Voice
from flows.urgency import Urgency

WAITS = frozenset({Lane.EMERGENCY, Lane.QUEUE})
"""Lanes of tickets that nobody has claimed."""


class TopicView:
    """A ticket's topic as operators see it, open or to be opened.

    Every call takes a token of the group's budget and raises what the Bot API raises, and `Later`
    where something new may change the lane of a ticket that waits. `place`: where it is, once it is
    open.
    """

    place: DeskPlace

    def __init__(
        self,
        bot: Bot,
        topics: Topics,
        group: DeskGroup,
        voice: Voice,
        conversation: str,
        lane: Lane,
        since: float,
    ) -> None:
        """`since`: when the ticket was opened; of those that wait the oldest is shown first."""
        self._bot = bot
        self._topics = topics
        self._group = group
        self._voice = voice
        self._conversation = conversation
        self._lane = lane
        self._since = since

    async def _take(self) -> None:
        if self._lane in WAITS:
            await self._group.budget.take(
                self._lane, since=self._since, conversation=self._conversation
            )
        else:
            await self._group.budget.take(self._lane)

    async def open(self, read: LoadedConversation, card: str) -> None:
        """Make the topic, with its card. A crash in between leaves a topic without a card, which
        is posted when the same rows come again."""
        assert read.ticket is not None  # noqa: S101 - whoever opens has looked
        title = cards.title(self._voice, read.ticket)
        await self._take()
        topic = await self._bot.create_forum_topic(self._group.id, title)
        self.place = DeskPlace(self._group.id, topic.message_thread_id, 0, title)
        await self._topics.remember(self._conversation, self.place)
        await self._post_card(read, card)

    async def edit_card(self, read: LoadedConversation, card: str) -> None:
        """Show what has changed, also in the topic's name: it is all that the list shows."""
        assert read.ticket is not None  # noqa: S101 - whoever edits has looked
        await self._take()
        try:
            await self._bot.edit_message_text(
                card,
                self.place.chat,
                self.place.card,
                reply_markup=keyboards.card(self._voice, read.conversation.status),
            )
        except BadRequest as error:
            if "not found" in str(error).lower():  # somebody deleted it, alone or with its topic
                await self._post_card(read, card)
            elif "not modified" not in str(error).lower():
                raise
        await self._rename(cards.title(self._voice, read.ticket))

    async def say(self, text: str, *, said: bool = False) -> None:
        """Words below the card. `said`: they are the person's."""
        await self._take()
        await send(self._bot, self.place.chat, text, thread=self.place.thread, said=said)

    async def _rename(self, title: str) -> None:
        if title == self.place.title:
            return
        await self._take()
        try:
            await self._bot.edit_forum_topic(self.place.chat, self.place.thread, name=title)
        except BadRequest as error:
            words = str(error).lower()
            if "not_modified" not in words and "topic_id_invalid" not in words:
                raise
        await self._remember(DeskPlace(self.place.chat, self.place.thread, self.place.card, title))

    async def _post_card(self, read: LoadedConversation, card: str) -> None:
        assert read.ticket is not None  # noqa: S101 - whoever posts has looked
        await self._take()
        number = await send(
            self._bot,
            self.place.chat,
            card,
            thread=self.place.thread,
            keyboard=keyboards.card(self._voice, read.conversation.status),
            silent=read.ticket.urgency is Urgency.NORMAL,
        )
        place = self.place
        await self._remember(DeskPlace(place.chat, place.thread, number, place.title))

    async def _remember(self, place: DeskPlace) -> None:
        self.place = place
        await self._topics.remember(self._conversation, place)

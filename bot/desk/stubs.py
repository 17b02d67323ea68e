"""Stubs in the operators' group: a topic without a word of the person's, for two hours at most.

`/last` and words write to the person, once; then, or when it is closed, or when its time is over,
the topic goes (`bot.helpline.stub_acts`). Plain words are refused: a stray one would light up a
phone that somebody else may hold.
"""

import logging

from telegram import Bot
from telegram.error import BadRequest

from bot.attempt import Later
from bot.desk import keyboards
from bot.desk.budget import Lane
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.sending import send
from bot.helpline import cards
from bot.privacy.retention import Retention
from bot.store.rows import DeskPlace, Stub
from bot.store.tickets.stubs import Stubs
from bot.store.tickets.topics import Topics
from bot.texts.voices import Voice

logger = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
UNDELETED_SECONDS = 60.0
"""A topic that Telegram doesn't let the bot delete (a right is missing) is tried again then."""


async def delete_topic(bot: Bot, groups: DeskGroups, place: DeskPlace) -> None:
    """Delete a topic with all its messages, however old they are (Bot API, deleteForumTopic).
    It takes a token of the group's budget, as every call does.

    Raises `Later` where Telegram refuses for another reason than that it is gone: what it holds
    must not be forgotten there.
    """
    group = groups.find(place.chat)
    if group is not None:
        await group.budget.take(Lane.TALK)
    try:
        await bot.delete_forum_topic(place.chat, place.thread)
    except BadRequest as error:
        words = str(error).lower()
        if "not found" not in words and "topic_id_invalid" not in words:
            logger.error("topic_not_deleted")
            raise Later(UNDELETED_SECONDS) from None
        logger.info("topic_gone_already")


class StubTopics:
    """Shows stubs, deletes their topics."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        stubs: Stubs,
        topics: Topics,
        voice: Voice,
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._stubs = stubs
        self._topics = topics
        self._voice = voice

    async def show(self, stub_id: str, group: DeskGroup) -> None:
        """Open its topic, once: two calls, for the first of which whoever asks has taken a token.
        Raises what the Bot API raises."""
        stub = await self._stubs.load(stub_id)
        if stub is None or await self._topics.place(stub_id) is not None:
            return
        topic = await self._bot.create_forum_topic(group.id, title(self._voice, stub))
        place = DeskPlace(group.id, topic.message_thread_id, 0)
        await self._topics.remember(stub_id, place, Retention.CLOSED_TICKET)
        await group.budget.take(Lane.TALK)
        await send(
            self._bot,
            place.chat,
            card(self._voice, stub),
            thread=place.thread,
            keyboard=keyboards.stub(self._voice),
        )

    async def clear(self) -> None:
        """Delete the topics of stubs that have ended, and what is left of them."""
        for stub_id in await self._stubs.ended():
            place = await self._groups.place(stub_id)
            if place is not None:
                await delete_topic(self._bot, self._groups, place)
                await self._topics.forget(stub_id, place)
            await self._stubs.settled(stub_id)


def title(voice: Voice, stub: Stub) -> str:
    """The name of a stub's topic."""
    return f"{cards.MARKS[stub.urgency]} {stub.name} · {voice('stub-title')} · {stub.locale}"


def card(voice: Voice, stub: Stub) -> str:
    """All that is known."""
    lines = [
        f"{cards.MARKS[stub.urgency]} {stub.name} · {voice(f'urgency-{stub.urgency.word}')}",
        voice("card-language", language=cards.language(voice, stub.locale)),
        voice("stub-card"),
    ]
    return "\n".join(lines)

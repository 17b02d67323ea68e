"""The desk process: polls for what operators do, shows what waits for them."""

import asyncio
import json
import logging
from collections.abc import Hashable, Sequence
from typing import cast
from urllib.parse import urlencode

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import Defaults, ExtBot
from telegram.request import BaseRequest

from bot.compose import Parts
from bot.desk import lines, menu
from bot.desk.alarm import Alarm
from bot.desk.board import Rounds
from bot.desk.budget import Budget
from bot.desk.channel import DeskChannel
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.lost_topics import LostTopics
from bot.desk.mouth import Mouth, Saying
from bot.desk.office import Office
from bot.desk.request import AiohttpRequest
from bot.desk.sending import NO_PREVIEW
from bot.desk.stubs import StubTopics
from bot.desk.topic import Topics
from bot.errors import ConfigError, Conflict, StoreUnavailable
from bot.message import wording
from bot.store.rows import Audience
from bot.telegram import polling, webhook
from bot.telegram.delivery import Delivery
from bot.telegram.polling import LIMIT, POLL_SECONDS
from bot.telegram.update_handler import Raw
from bot.texts.voices import Voices, voices

logger = logging.getLogger(__name__)

DEFAULTS = Defaults(link_preview_options=NO_PREVIEW)

UNREADABLE = (AttributeError, KeyError, OSError, OverflowError, TypeError, ValueError)
"""What python-telegram-bot raises for JSON that isn't of the Bot API's shape (tests/fuzz)."""

ALLOWED = ["message", "edited_message", "callback_query", "chat_member"]
WORKERS = 200
"""Most of them wait for the budget; an emergency must find one that is free."""


def make_polls() -> BaseRequest:
    """The connection for the long poll."""
    return AiohttpRequest(2, POLL_SECONDS + 10)


def make_bot(token: str, api: str) -> Bot:
    """The bot, talking to the Bot API server at `api`. Raises `ConfigError`."""
    request = AiohttpRequest(32)
    try:
        return ExtBot(token, base_url=f"{api}/bot", request=request, defaults=DEFAULTS)
    except InvalidToken:
        raise ConfigError("HELPLINE_DESK_TOKEN is not a bot token (BotFather gives it)") from None


class Desk:
    """Takes what operators do and hands it to the helpline."""

    def __init__(
        self,
        bot: Bot,
        polls: BaseRequest,
        groups: DeskGroups,
        parts: Parts,
        voices: Voices,
        mouth: Mouth,
        stubs: StubTopics,
    ) -> None:
        self._bot = bot
        self._polls = polls
        self._groups = groups
        self._voices = voices
        self._helpline = parts.helpline
        self._store = parts.store
        self._vault = parts.vault
        self._mouth = mouth
        self.topics = Topics(parts, mouth, stubs, voices, self._answer)
        self.office: Office | None = None

    @property
    def polled(self) -> polling.Bot:
        """For the poller."""
        return polling.Bot(self.fetch, self.handle, topic_of, pause)

    async def fetch(self, offset: int | None) -> Sequence[Raw]:
        """The next updates, unparsed. Raises `ConfigError` when Telegram refuses the token."""
        asked = {"limit": LIMIT, "timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED)}
        if offset is not None:
            asked["offset"] = offset
        try:
            found = await self._polls.post(f"{self._bot.base_url}/getUpdates?{urlencode(asked)}")
        except InvalidToken:
            raise ConfigError("Telegram refuses HELPLINE_DESK_TOKEN") from None
        return cast("list[Raw]", found)

    async def handle(self, raw: Raw) -> None:
        """Do what an operator wants. Raises `StoreUnavailable`, `Conflict`."""
        try:
            update = Update.de_json(raw, self._bot)
        except UNREADABLE:
            logger.warning("update_unreadable")
            return
        mark = self._vault.hashed("desk update", update.update_id)
        message = update.message or update.edited_message
        if update.callback_query:
            await self._press(update.callback_query, mark)
        elif update.chat_member:
            gone = self._gone(update.chat_member)
            if gone is not None:
                await self._helpline.staff.left(gone)
        elif message and message.migrate_to_chat_id is not None:
            await self._groups.move(message.chat.id, message.migrate_to_chat_id)
        elif message and (message.chat.id > 0 or self._groups.find(message.chat.id)):
            await self._message(message, mark, edited=bool(update.edited_message))

    def _gone(self, change: ChatMemberUpdated) -> int | None:
        """Who left one of the groups, or was put out of it; None for any other change."""
        try:
            here, now = self._groups.find(change.chat.id), change.new_chat_member
            return now.user.id if here and now.status in {"left", "kicked"} else None
        except UNREADABLE:  # the library lets a change through that names no chat
            logger.warning("update_unreadable")
            return None

    async def _press(self, query: CallbackQuery, mark: str) -> None:
        message = query.message
        if not isinstance(message, Message) or self._groups.find(message.chat.id) is None:
            await self._answer(query, "", alert=False)
            return
        operator = await self._helpline.staff.operator(query.from_user.id)
        if operator is None:
            await self._report(query.from_user.id)
            await self._answer(query, self._voices.own("refused-not-enrolled"), alert=True)
            return
        await self._helpline.staff.acted(operator)
        await self.topics.press(query, operator, mark)

    async def _message(self, message: Message, mark: str, *, edited: bool) -> None:
        in_topic = message.chat.id < 0 and bool(message.message_thread_id)
        if message.sender_chat is not None:
            if in_topic:
                self.topics.refuse(message, None, wording("refused-anonymous"))
            return
        if message.from_user is None or message.from_user.is_bot:
            return
        operator = await self._helpline.staff.operator(message.from_user.id)
        if operator is None and message.chat.id < 0:
            await self._report(message.from_user.id)
            return
        if operator is not None:
            await self._helpline.staff.acted(operator)
        if in_topic and operator is not None and not self._for_office(message):
            handle = self.topics.edited if edited else self.topics.message
            await handle(message, operator, mark)
        elif self.office is not None and not edited:
            await self.office.message(message, operator, mark)

    def _for_office(self, message: Message) -> bool:
        """A command about the desk and not about the ticket in whose topic it stands."""
        said = lines.read(message.text or "")
        office = self.office
        return office is not None and isinstance(said, lines.Command) and said.word in office.words

    async def _report(self, telegram_id: int) -> None:
        """Supervisors are told of a stranger in the group, once a day."""
        if await self._store.roster.first_seen(self._helpline.staff.account_of(telegram_id)):
            words = self._voices.own("stranger")
            self._mouth.say(Saying(self._groups.main.id, words, silent=False))

    async def _answer(self, query: CallbackQuery, sentence: str, alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(query.id, sentence or None, show_alert=alert)
        except TelegramError as error:
            logger.info("acknowledge_failed", extra={"kind": type(error).__name__})


def topic_of(raw: Raw) -> Hashable:
    """Updates of one topic keep their order."""
    body = raw.get("message") or raw.get("edited_message")
    if not body and isinstance(raw.get("callback_query"), dict):
        body = raw["callback_query"].get("message")
    if not isinstance(body, dict):
        return 0
    chat, thread = body.get("chat"), body.get("message_thread_id")
    number = chat.get("id") if isinstance(chat, dict) else None
    if not isinstance(number, int):
        return 0
    return number, thread if isinstance(thread, int) else 0


def pause(error: Exception, failures: int) -> float | None:
    """How long to wait after an error; None if it is about one update only."""
    match error:
        case RetryAfter():
            wait = error.retry_after
            return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
        case StoreUnavailable() | Conflict():
            return 0.5
        case BadRequest() | Forbidden():
            return None
        case TimedOut() | NetworkError() | TelegramError():
            return float(min(2 ** min(failures, 5) * 0.25, 10.0))
        case _:
            return None


async def run(parts: Parts) -> None:
    """Run until cancelled. Raises `ConfigError`."""
    settings = parts.settings
    bot = make_bot(settings.desk_token, settings.telegram_api)
    polls = make_polls()
    spoken = voices(settings.desk_locale)
    groups = DeskGroups(
        [
            DeskGroup(chat, Budget(settings.desk_rate, parts.clock.monotonic))
            for chat in settings.desk_chats
        ],
        parts.store,
    )
    mouth = Mouth(bot, groups)
    stubs = StubTopics(bot, groups, parts.store, spoken.own)
    alarm = Alarm(bot, groups, parts.store, spoken.own, settings.backup_chat)
    rounds = Rounds(bot, groups.main, parts, spoken.own)
    desk = Desk(bot, polls, groups, parts, spoken, mouth, stubs)
    desk.office = Office(parts, rounds, desk.topics, mouth, spoken)
    lost = LostTopics(bot, groups, parts.store)
    channel = DeskChannel(bot, groups, parts, spoken.own, alarm, stubs)
    await groups.share()
    async with bot, polls, asyncio.TaskGroup() as group:
        group.create_task(groups.run(bot))
        group.create_task(mouth.run())
        group.create_task(alarm.run())
        group.create_task(rounds.run())
        group.create_task(webhook.read(desk.polled, settings, "desk"))
        group.create_task(Delivery(parts.store, Audience.DESK, channel, workers=WORKERS).run())
        group.create_task(parts.live.follow())
        group.create_task(stubs.run())
        group.create_task(lost.run())
        group.create_task(menu.offer(bot, settings.desk_chats, spoken))

"""The desk process: polls for what operators do, shows what waits for them."""

import asyncio
import json
import logging
from collections.abc import Hashable, Sequence
from typing import cast
from urllib.parse import urlencode

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot import cards, polling, webhook
from bot.compose import Parts
from bot.delivery import Delivery
from bot.desk.channel import DeskChannel
from bot.desk.group import DeskGroup
from bot.desk.stubs import StubTopics
from bot.errors import ConfigError, Conflict, NoSuchTicket, NotAllowed, StoreUnavailable
from bot.helpline import Helpline
from bot.polling import LIMIT, POLL_SECONDS
from bot.store import Store
from bot.store.rows import Audience
from bot.store.writes import is_stub
from bot.taking import Raw
from bot.tickets import Action
from bot.vault import Vault

logger = logging.getLogger(__name__)

ALLOWED = ["message", "edited_message", "callback_query", "chat_member"]
WORKERS = 4
UNREADABLE = (AttributeError, KeyError, OSError, OverflowError, TypeError, ValueError)
"""What python-telegram-bot raises for JSON that isn't of the Bot API's shape (tests/fuzz)."""

NOTE = "//"
"""A line that begins with this is for operators only."""


def make_polls() -> BaseRequest:
    """The connection for the long poll."""
    return HTTPXRequest(connection_pool_size=2, read_timeout=POLL_SECONDS + 10)


def make_bot(token: str, api: str) -> Bot:
    """The bot, talking to the Bot API server at `api`. Raises `ConfigError`."""
    request = HTTPXRequest(connection_pool_size=32)
    try:
        return Bot(token, base_url=f"{api}/bot", request=request)
    except InvalidToken:
        raise ConfigError("HELPLINE_DESK_TOKEN is not a bot token (BotFather gives it)") from None


class Desk:
    """Takes what operators do and hands it to the helpline."""

    def __init__(
        self,
        bot: Bot,
        polls: BaseRequest,
        group: DeskGroup,
        helpline: Helpline,
        store: Store,
        vault: Vault,
        stubs: StubTopics,
    ) -> None:
        self._bot = bot
        self._polls = polls
        self._group = group
        self._helpline = helpline
        self._store = store
        self._vault = vault
        self._stubs = stubs

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
        if update.callback_query:
            await self._press(update.callback_query, mark)
        elif update.chat_member and update.chat_member.chat.id == self._group.id:
            if update.chat_member.new_chat_member.status in {"left", "kicked"}:
                user = update.chat_member.new_chat_member.user
                await self._helpline.lost_operator(self._helpline.operator(user.id))
        elif update.edited_message and self._ours(update.edited_message):
            await self._refuse(update.edited_message, cards.NO_EDITS)
        elif update.message and self._moved(update.message):
            await self._group.move(update.message.migrate_to_chat_id or self._group.id)
        elif update.message and self._ours(update.message):
            await self._message(update.message, mark)

    def _moved(self, message: Message) -> bool:
        """The word that the group has become a supergroup, with a new number."""
        return message.chat.id == self._group.id and message.migrate_to_chat_id is not None

    def _ours(self, message: Message) -> bool:
        """A human's message in a topic of the operators' group."""
        human = message.from_user is not None and not message.from_user.is_bot
        return human and message.chat.id == self._group.id and bool(message.message_thread_id)

    async def _press(self, query: CallbackQuery, mark: str) -> None:
        message = query.message
        known = {action.value: action for action in cards.BUTTONS}
        action = known.get(query.data or "")
        if not isinstance(message, Message) or message.chat.id != self._group.id or action is None:
            await self._answer(query, "", alert=False)
            return
        try:
            conversation = await self._conversation(message)
            await self._act(action, query.from_user.id, conversation, "", mark)
        except (NotAllowed, NoSuchTicket) as refused:
            await self._answer(query, refused.told_operator, alert=True)
        else:
            await self._answer(query, cards.DONE[action], alert=False)

    async def _message(self, message: Message, mark: str) -> None:
        text = message.text
        try:
            conversation = await self._conversation(message)
        except NoSuchTicket:
            return  # a topic of the operators' own
        if text is None:
            if message.effective_attachment:
                await self._refuse(message, cards.ONLY_TEXT)
            return
        if text.startswith(NOTE):
            return
        word = text.split(maxsplit=1)[0].split("@")[0] if text.strip() else ""
        action = cards.COMMANDS.get(word, Action.REPLY)
        if action is Action.REPLY and word.startswith("/"):
            await self._refuse(message, cards.UNKNOWN_COMMAND)
            return
        assert message.from_user is not None  # noqa: S101 - `_ours` has looked
        try:
            await self._act(action, message.from_user.id, conversation, text, mark)
        except (NotAllowed, NoSuchTicket) as refused:
            await self._refuse(message, refused.told_operator)

    async def _act(
        self, action: Action, user: int, conversation: str, text: str, mark: str
    ) -> None:
        if is_stub(conversation):
            await self._stubs.act(action, conversation, text)
        else:
            operator = self._helpline.operator(user)
            await self._helpline.act(action, operator, conversation, text, mark)

    async def _conversation(self, message: Message) -> str:
        thread = message.message_thread_id or 0
        found = await self._store.topics.conversation_in(message.chat.id, thread)
        if found is None:
            raise NoSuchTicket
        return found

    async def _refuse(self, message: Message, sentence: str) -> None:
        """Say in the topic why something was not done. Best effort: nothing depends on it."""
        try:
            await self._bot.send_message(
                message.chat.id,
                sentence,
                message_thread_id=message.message_thread_id,
                disable_notification=True,
            )
        except TelegramError as error:
            logger.info("refusal_unsaid", extra={"kind": type(error).__name__})

    async def _answer(self, query: CallbackQuery, sentence: str, *, alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(query.id, sentence or None, show_alert=alert)
        except TelegramError as error:
            logger.info("acknowledge_failed", extra={"kind": type(error).__name__})


def topic_of(raw: Raw) -> Hashable:
    """Updates of one topic keep their order."""
    body = raw.get("message") or raw.get("edited_message")
    if not body and isinstance(raw.get("callback_query"), dict):
        body = raw["callback_query"].get("message")
    thread = body.get("message_thread_id") if isinstance(body, dict) else None
    return thread if isinstance(thread, int) else 0


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
    desk_group = DeskGroup(settings.desk_chat, parts.store)
    stubs = StubTopics(bot, desk_group, parts.store)
    desk = Desk(bot, polls, desk_group, parts.helpline, parts.store, parts.vault, stubs)
    channel = DeskChannel(bot, desk_group, parts.store, parts.clock, stubs)
    async with bot, polls, asyncio.TaskGroup() as group:
        group.create_task(webhook.read(desk.polled, settings, "desk"))
        group.create_task(Delivery(parts.store, Audience.DESK, channel, workers=WORKERS).run())
        group.create_task(parts.live.follow())
        group.create_task(stubs.run())

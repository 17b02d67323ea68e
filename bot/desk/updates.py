"""Updates of the operators' groups, handed to the helpline: presses, messages, departures."""

import json
import logging
from collections.abc import Hashable, Sequence
from typing import cast
from urllib.parse import urlencode

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import Conflict, InvalidToken
from telegram.request import BaseRequest

from bot.desk import topic_message
from bot.desk.answer import answer
from bot.desk.command_router import CommandRouter
from bot.desk.door import Door
from bot.desk.errors import ERRORS
from bot.desk.group import DeskGroups
from bot.desk.in_browser import InBrowser
from bot.desk.ticket_commands import TicketCommands
from bot.errors import ConfigError
from bot.helpline.staff import Staff
from bot.message import wording
from bot.privacy.vault import Vault
from bot.telegram import polling
from bot.telegram.polling import LIMIT, POLL_SECONDS
from bot.telegram.update_handler import Raw
from bot.texts.voices import Voices

logger = logging.getLogger(__name__)

UNREADABLE = (AttributeError, KeyError, OSError, OverflowError, TypeError, ValueError)
"""Errors of python-telegram-bot for JSON that isn't of the Bot API's shape (tests/fuzz)."""

ALLOWED = ["message", "edited_message", "callback_query", "chat_member"]


class Desk:
    """Takes what operators do and hands it to the helpline. `in_browser`: who takes it first where
    the desk is there."""

    def __init__(
        self,
        bot: Bot,
        polls: BaseRequest,
        groups: DeskGroups,
        staff: Staff,
        door: Door,
        vault: Vault,
        voices: Voices,
        ticket_commands: TicketCommands,
        router: CommandRouter,
        in_browser: InBrowser | None = None,
    ) -> None:
        self._in_browser = in_browser
        self._bot = bot
        self._polls = polls
        self._groups = groups
        self._staff = staff
        self._door = door
        self._vault = vault
        self._voices = voices
        self._ticket_commands = ticket_commands
        self._router = router

    @property
    def polled(self) -> polling.UpdateSource:
        """The desk's bot as the poller takes it."""
        return polling.UpdateSource(
            self.fetch, self.handle, topic_of, ERRORS.attempt, lambda one: isinstance(one, Conflict)
        )

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
        """Carry out an update of an operator's. Raises `StoreUnavailable`, `Conflict`."""
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
            await self._membership(update)
        elif message and message.migrate_to_chat_id is not None:
            await self._groups.move(message.chat.id, message.migrate_to_chat_id)
        elif message and (message.chat.id > 0 or self._groups.find(message.chat.id)):
            await self._message(message, mark, edited=bool(update.edited_message))

    async def _membership(self, update: Update) -> None:
        change = update.chat_member
        assert change is not None  # noqa: S101 - `handle` has looked
        try:
            int(change.chat.id), int(change.new_chat_member.user.id)
        except UNREADABLE:  # the library lets a change through that names no chat
            logger.warning("update_unreadable")
            return
        await self._door.changed(change)

    async def _press(self, query: CallbackQuery, mark: str) -> None:
        message = query.message
        if not isinstance(message, Message) or self._groups.find(message.chat.id) is None:
            await answer(query, "", alert=False)
            return
        operator = await self._staff.operator(query.from_user.id)
        if operator is None:
            await self._door.put_out(message.chat.id, query.from_user.id)
            await answer(query, self._voices.own("refused-not-enrolled"), alert=True)
            return
        await self._staff.acted(operator)
        if self._in_browser is not None and await self._in_browser.took_press(query):
            return
        await self._ticket_commands.press(query, operator, mark)

    async def _message(self, message: Message, mark: str, *, edited: bool) -> None:
        in_topic = message.chat.id < 0 and bool(message.message_thread_id)
        if message.sender_chat is not None:
            if in_topic:
                self._ticket_commands.refuse(message, None, wording("refused-anonymous"))
            return
        if message.from_user is None or message.from_user.is_bot:
            return
        operator = await self._staff.operator(message.from_user.id)
        if operator is None and message.chat.id < 0:
            await self._door.put_out(message.chat.id, message.from_user.id)
            return
        if operator is not None:
            await self._staff.acted(operator)
            if self._in_browser is not None and self._in_browser.took_message(message, operator):
                return
        if in_topic and operator is not None and not self._for_router(message):
            handle = self._ticket_commands.edited if edited else self._ticket_commands.message
            await handle(message, operator, mark)
        elif not edited:
            await self._router.message(message, operator, mark)

    def _for_router(self, message: Message) -> bool:
        """A command about the desk and not about the ticket in whose topic it stands."""
        said = topic_message.read(message.text or "")
        return isinstance(said, topic_message.Command) and said.word in self._router.words


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

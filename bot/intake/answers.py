"""Intake's calls to Telegram, and the classes in which aiogram reads the answers, kept.

aiogram asks pydantic for `Response[Message]` at every call, and pydantic remembers such a class
only as long as somebody holds it. Nobody does, so each was built anew every few calls: more time
than sending the message itself.
"""

from typing import Any, TypeAlias

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageText,
    TelegramMethod,
)
from aiogram.methods.base import Response
from aiogram.types import DateTime, TelegramObject

NO_PREVIEW = {"is_disabled": True}
"""Bot API, LinkPreviewOptions: a link in an operator's answer is neither opened by Telegram nor
shown large on the phone."""

Keyboard: TypeAlias = dict[str, list[list[dict[str, str]]]]
"""Bot API, InlineKeyboardMarkup."""


class Sent(TelegramObject):
    """A message that was sent, as far as it matters."""

    message_id: int
    date: DateTime


class Send(TelegramMethod[Sent]):
    """Bot API, sendMessage, with the parameters that are used here; aiogram looks at each of its
    own twenty. Telegram answers with the whole message, of which most isn't read."""

    __returning__ = Sent
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str | None = None
    disable_notification: bool = False
    reply_markup: Keyboard | None = None
    link_preview_options: dict[str, bool] = NO_PREVIEW


CALLED: tuple[type[TelegramMethod[Any]], ...] = (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageText,
    Send,
)
"""The classes of the calls that intake makes for every message."""


def kept(*methods: type[TelegramMethod[Any]]) -> tuple[object, ...]:
    """The classes of these methods' answers and of the usual ones; hold on to them."""
    return tuple(Response.__class_getitem__(one.__returning__) for one in (*CALLED, *methods))

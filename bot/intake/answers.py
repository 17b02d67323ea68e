"""Intake's calls to Telegram for every message, and as what their answers are read.

aiogram reads answers with classes that pydantic makes anew every few calls, since nobody holds
them, and looks at each part of each update. Here msgspec reads the little that is used
(`bot.intake.session`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec
from aiogram.methods import AnswerCallbackQuery, DeleteMessage, DeleteMessages, TelegramMethod

from bot.intake import updates
from bot.telegram.polling import LIMIT, POLL_SECONDS

T = TypeVar("T")

NO_PREVIEW = {"is_disabled": True}
"""Bot API, LinkPreviewOptions: a link in an operator's answer is neither opened by Telegram nor
shown large on the phone."""

Keyboard: TypeAlias = dict[str, list[list[dict[str, str]]]]
"""Bot API, InlineKeyboardMarkup."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was sent, as far as it matters. `date`: in seconds since 1970."""

    message_id: int
    date: int


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


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one update that the library can't read must stop no other."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = LIMIT
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = updates.ALLOWED


class Done(msgspec.Struct, Generic[T]):
    """Bot API, making requests: what was asked for is done."""

    result: T


Reader: TypeAlias = msgspec.json.Decoder[Done[Any]]

READERS: Mapping[type[TelegramMethod[Any]], Reader] = {
    AnswerCallbackQuery: msgspec.json.Decoder(Done[bool]),
    DeleteMessage: msgspec.json.Decoder(Done[bool]),
    DeleteMessages: msgspec.json.Decoder(Done[bool]),
    GetRawUpdates: msgspec.json.Decoder(Done[list[dict[str, Any]]]),
    Send: msgspec.json.Decoder(Done[Sent]),
}
"""Calls whose parameters are JSON as they are, and what reads their answers."""

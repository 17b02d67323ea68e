"""The classes in which aiogram reads Telegram's answers, kept.

aiogram asks pydantic for `Response[Message]` at every call, and pydantic remembers such a class
only as long as somebody holds it. Nobody does, so each was built anew every few calls: more time
than sending the message itself.
"""

from typing import Any, cast

from aiogram import Bot
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.methods.base import Response
from aiogram.types import DateTime, TelegramObject


class Sent(TelegramObject):
    """What matters of a message that was sent."""

    message_id: int
    date: DateTime


class Send(SendMessage):
    """sendMessage; Telegram answers with the whole message, and most of it isn't read."""

    __returning__ = Sent  # type: ignore[assignment]


async def send(bot: Bot, **call: Any) -> Sent:
    """Bot API, sendMessage, with its parameters. Raises `TelegramAPIError`."""
    return cast("Sent", await bot(Send(**call)))


CALLED: tuple[type[TelegramMethod[Any]], ...] = (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageText,
    Send,
)
"""What intake calls for every message."""


def kept(*methods: type[TelegramMethod[Any]]) -> tuple[object, ...]:
    """The classes of these methods' answers and of the usual ones; hold on to them."""
    return tuple(Response.__class_getitem__(one.__returning__) for one in (*CALLED, *methods))

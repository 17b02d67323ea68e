"""The classes in which aiogram reads Telegram's answers, kept.

aiogram asks pydantic for `Response[Message]` at every call, and pydantic remembers such a class
only as long as somebody holds it. Nobody does, so each was built anew every few calls: more time
than sending the message itself.
"""

from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.methods.base import Response

CALLED: tuple[type[TelegramMethod[Any]], ...] = (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageText,
    SendMessage,
)
"""What intake calls for every message."""


def kept(*methods: type[TelegramMethod[Any]]) -> tuple[object, ...]:
    """The classes of these methods' answers and of the usual ones; hold on to them."""
    return tuple(Response.__class_getitem__(one.__returning__) for one in (*CALLED, *methods))

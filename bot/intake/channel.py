"""Sends what waits for a person, and finishes erasures."""

import logging

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.delivery import Later
from bot.helpline import Helpline
from bot.live import Live
from bot.metrics import Stage, timed
from bot.store import Store
from bot.store.rows import Audience, PersonRow
from bot.store.stubs import is_stub

logger = logging.getLogger(__name__)

TRY_AGAIN_SECONDS = 2.0
DELETE_AT_ONCE = 100
"""Bot API, deleteMessages: 1-100 messages."""

WIDE_LABEL = 14
"""Labels up to this long stand two in a row."""


class PersonChannel:
    """The person's chat."""

    def __init__(self, bot: Bot, store: Store, helpline: Helpline, live: Live) -> None:
        self._bot = bot
        self._store = store
        self._helpline = helpline
        self._live = live

    async def deliver(self, conversation: str) -> None:
        """Send all that waits, oldest first. Raises `Later`."""
        chat = await self._store.people.address(conversation)
        if chat is None:
            await self._store.outbox.drop(conversation)
            return
        locale = await self._store.people.erasure(conversation)
        if locale is not None:
            await self._erase(conversation, chat, locale)
        for raw, row in await self._store.outbox.for_person(conversation):
            sent = await self._send(chat, row) if row else None
            if row and sent is None:  # the others can't arrive either: operators are told once
                await self._unreachable(conversation)
                return
            await self._store.outbox.sent(conversation, Audience.PERSON, raw, sent)
        if is_stub(conversation):
            await self._store.stubs.sent(conversation)

    async def _unreachable(self, conversation: str) -> None:
        if is_stub(conversation):
            await self._store.outbox.drop(conversation)
            await self._store.stubs.sent(conversation)
        else:
            await self._helpline.undeliverable(conversation)

    async def _send(self, chat: int, row: PersonRow) -> int | None:
        """The number of the message that was sent; None if none can be sent to this chat."""
        try:
            return await self._message(chat, row)
        except TelegramForbiddenError:
            return None
        except TelegramBadRequest:
            # Our own markup can't be at fault (`check` sees to it): the chat no longer exists.
            logger.warning("message_refused")
            return None
        except TelegramAPIError as error:
            raise _later(error) from None

    @timed(Stage.SEND)
    async def _message(self, chat: int, row: PersonRow) -> int:
        message = await self._bot.send_message(
            chat,
            row.text,
            parse_mode=None if row.operator else ParseMode.HTML,
            disable_notification=row.silent,
            reply_markup=keyboard(row.buttons),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return message.message_id

    async def _erase(self, conversation: str, chat: int, locale: str) -> None:
        """The key went first, with the turn that asked for it (`Conversations.shred`). Now the
        messages, then the last word. After a crash it begins again: deleting twice does no harm,
        and to say "deleted" twice is better than never."""
        await self._store.conversations.shred(conversation)
        numbers = await self._store.people.messages(conversation)
        for start in range(0, len(numbers), DELETE_AT_ONCE):
            await self._delete(chat, numbers[start : start + DELETE_AT_ONCE])
        await self._store.people.forget_messages(conversation, len(numbers))
        words = self._live.current.catalogue.html("utter_erased", locale)
        last = PersonRow(words, silent=True)
        await self._send_last(chat, last)
        await self._store.people.erased(conversation)

    async def _delete(self, chat: int, numbers: list[int]) -> None:
        try:
            await self._bot.delete_messages(chat, numbers)
        except (TelegramBadRequest, TelegramForbiddenError, TelegramNotFound):
            logger.info("messages_too_old")  # past Telegram's 48 hours; the last word says so
        except TelegramAPIError as error:
            raise _later(error) from None

    async def _send_last(self, chat: int, row: PersonRow) -> None:
        try:
            await self._message(chat, row)
        except (TelegramForbiddenError, TelegramBadRequest):
            logger.info("last_word_refused")
        except TelegramAPIError as error:
            raise _later(error) from None


def _later(error: TelegramAPIError) -> Later:
    """When to try again. After 5xx and timeouts it may have arrived all the same; rather repeat."""
    if isinstance(error, TelegramRetryAfter):
        return Later(float(error.retry_after))
    logger.warning("send_failed", extra={"kind": type(error).__name__})
    return Later(TRY_AGAIN_SECONDS)


def keyboard(buttons: tuple[tuple[str, str], ...]) -> InlineKeyboardMarkup | None:
    """Buttons under a message: short ones two in a row, so that a small screen shows them all."""
    if not buttons:
        return None
    rows: list[list[InlineKeyboardButton]] = []
    for label, choice_id in buttons:
        button = InlineKeyboardButton(text=label, callback_data=choice_id)
        last = rows[-1] if rows else []
        if len(last) == 1 and len(last[0].text) <= WIDE_LABEL and len(label) <= WIDE_LABEL:
            last.append(button)
        else:
            rows.append([button])
    return InlineKeyboardMarkup(inline_keyboard=rows)

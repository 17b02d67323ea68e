"""Answers the press of a button (Bot API, answerCallbackQuery)."""

import logging

from telegram import CallbackQuery
from telegram.error import TelegramError

logger = logging.getLogger(__name__)


async def answer(query: CallbackQuery, sentence: str, *, alert: bool) -> None:
    """Stop the button's spinner, with a sentence or "". `alert`: as a window that is to be closed,
    else as a line that goes by itself. The act is written already, so a failure costs nothing."""
    try:
        await query.answer(sentence or None, show_alert=alert)
    except TelegramError as error:
        logger.info("acknowledge_failed", extra={"kind": type(error).__name__})

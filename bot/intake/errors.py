"""aiogram's errors, and when to try again after them."""

import logging

from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from bot.attempt import Later
from bot.telegram.retry import Errors

logger = logging.getLogger(__name__)

TRY_AGAIN_SECONDS = 2.0


def retry_after(error: Exception) -> float | None:
    """The seconds for which Telegram wants to be left alone; None for any other error."""
    return float(error.retry_after) if isinstance(error, TelegramRetryAfter) else None


ERRORS = Errors(retry_after, passing=TelegramAPIError)


def later(error: TelegramAPIError) -> Later:
    """When to try a call again. After 5xx and timeouts it may have arrived; rather repeat it."""
    seconds = retry_after(error)
    if seconds is None:
        logger.warning("send_failed", extra={"kind": type(error).__name__})
        seconds = TRY_AGAIN_SECONDS
    return Later(seconds)

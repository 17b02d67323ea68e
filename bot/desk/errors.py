"""python-telegram-bot's errors, and when to try again after them."""

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.telegram.retry import Errors


def retry_after(error: Exception) -> float | None:
    """The seconds for which Telegram wants to be left alone; None for any other error."""
    if not isinstance(error, RetryAfter):
        return None
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()


ERRORS = Errors(retry_after, passing=TelegramError, lasting=(BadRequest, Forbidden))

"""When to try again after an error of Telegram's or the store's: one rule for both bots."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.attempt import FIRST_BACKOFF_SECONDS, GIVEN_UP, Attempt, backoff, put_off
from bot.errors import Conflict, StoreUnavailable


@dataclass(frozen=True, slots=True)
class Errors:
    """The error classes of a bot library.

    `retry_after`: the seconds for which Telegram wants to be left alone (Bot API,
    ResponseParameters), None for any other error. `passing`: the library's own that pass by
    themselves; `lasting`: those among them that a repeat doesn't mend.
    """

    retry_after: Callable[[Exception], float | None]
    passing: type[Exception]
    lasting: tuple[type[Exception], ...] = ()

    def attempt(self, error: Exception, failures: int) -> Attempt:
        """Put off, as the `failures`-th in a row; given up where the error is about one update
        only."""
        seconds = self.retry_after(error)
        if seconds is not None:
            return put_off(seconds)
        if isinstance(error, StoreUnavailable | Conflict):
            return put_off(FIRST_BACKOFF_SECONDS)
        if isinstance(error, self.passing) and not isinstance(error, self.lasting):
            return put_off(backoff(failures))
        return GIVEN_UP

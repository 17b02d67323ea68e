"""The sandbox's clock: real time plus an offset that tests and the control API may move.

Everything that Telegram measures in hours or minutes hangs on it: the 48 h wall of
deleteMessage, the rate limits, how long a callback query may be answered, the 24 h for which
an update is kept. Waiting itself (the long poll, a delayed answer) happens in real time.
"""

import time
from collections.abc import Callable


def _wall_time() -> float:
    # This is the sandbox's own Telegram time, which tests move; hence not the bot's Clock.
    return time.time()  # noqa: TID251


class SandboxClock:
    """Seconds since the epoch, as Telegram would see them."""

    __slots__ = ("_base", "_offset")

    def __init__(self, base: Callable[[], float] = _wall_time) -> None:
        self._base = base
        self._offset = 0.0

    def now(self) -> float:
        """The current time in seconds since the epoch."""
        return self._base() + self._offset

    def advance(self, seconds: float) -> float:
        """Move the clock forward by `seconds` (not negative) and return the new time."""
        if seconds < 0:
            raise ValueError("the sandbox's clock only goes forward")
        self._offset += seconds
        return self.now()


def frozen_clock(at: float = 1_750_000_000.0) -> SandboxClock:
    """A clock that stands still at `at` until it is advanced: exact rate limits in tests."""
    return SandboxClock(lambda: at)

"""The one place that asks for the time."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Time: real (`SystemClock`), or moved by a test (`SettableClock`)."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one place

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()


class SettableClock:
    """Time that moves when it is told to: for tests, and for `wait` in `helpline talk`."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._passed = 0.0

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return self._now

    def monotonic(self) -> float:
        """Seconds passed since the start."""
        return self._passed

    def advance(self, seconds: float) -> None:
        """Let time pass; it doesn't run backwards. Raises `ValueError` for negative seconds."""
        if seconds < 0:
            raise ValueError("time doesn't run backwards")
        self._now += timedelta(seconds=seconds)
        self._passed += seconds

"""Counts are moved to the store each hour, at a day's end, and when a bot ends."""

import asyncio
import contextlib
from datetime import datetime

from bot.clock import Clock
from bot.errors import StoreUnavailable
from bot.store.statistics.counts import Counts

LOOK_SECONDS = 5.0
LAST_SECONDS = 5.0
"""For the last move: an orchestrator kills whoever takes long to end."""


class HourlyCountsJob:
    """Moves once at the start, and after each full hour, one of which ends the day in Kazakhstan
    (UTC+5)."""

    def __init__(self, counts: Counts, clock: Clock) -> None:
        self._counts = counts
        self._clock = clock
        self._moved: datetime | None = None

    async def look(self) -> None:
        """Move if it is time. Raises `StoreUnavailable`: then it still is."""
        hour = self._clock.now().replace(minute=0, second=0, microsecond=0)
        if self._moved != hour and await self._counts.move_since(hour):
            self._moved = hour


async def move_at_the_end(counts: Counts) -> None:
    """A bot was told to end, and counts no more. What can't be moved now stays in the keyring for
    the next bot, also what a kill leaves there."""
    with contextlib.suppress(StoreUnavailable, TimeoutError):
        async with asyncio.timeout(LAST_SECONDS):
            await counts.move()

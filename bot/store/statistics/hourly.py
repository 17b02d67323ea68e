"""Counts are moved to the store each hour, at a day's end, and when a bot ends."""

import asyncio
import contextlib
import logging
from datetime import datetime

from bot.clock import Clock
from bot.errors import StoreUnavailable
from bot.processes.cancellation import ending
from bot.store.statistics.counts import Counts

logger = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
LAST_SECONDS = 5.0
"""For the last move: an orchestrator kills whoever takes long to end."""


async def move_hourly(counts: Counts, clock: Clock) -> None:
    """Move now, and after each full hour, one of which ends the day in Kazakhstan (UTC+5). Until
    cancelled."""
    moved: datetime | None = None
    while not ending():
        hour = clock.now().replace(minute=0, second=0, microsecond=0)
        try:
            if moved != hour and await counts.move_since(hour):
                moved = hour
        except StoreUnavailable as error:
            logger.warning("counts_not_moved", extra={"kind": type(error).__name__})
        await asyncio.sleep(LOOK_SECONDS)


async def move_at_the_end(counts: Counts) -> None:
    """A bot was told to end, and counts no more. What can't be moved now stays in the keyring for
    the next bot, also what a kill leaves there."""
    with contextlib.suppress(StoreUnavailable, TimeoutError):
        async with asyncio.timeout(LAST_SECONDS):
            await counts.move()

"""Whether the event loop stands still: then nobody is heard or answered, and no timer rings.

Everything in a process shares one loop. A function that computes for a second stops it for a
second, and no other metric shows that: whoever waits isn't counted until the loop goes on.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.processes.cancellation import ending
from bot.telemetry.metrics import EVENT_LOOP_LAG

logger = logging.getLogger(__name__)

EVERY_SECONDS = 0.25
LATE_SECONDS = 1.0


@asynccontextmanager
async def watched() -> AsyncIterator[None]:
    """Measure this loop's lag for as long as the context lasts."""
    task = asyncio.ensure_future(_measure())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _measure() -> None:
    """How much later than it should have this task is woken, again and again."""
    loop = asyncio.get_running_loop()
    while not ending():
        due = loop.time() + EVERY_SECONDS
        await asyncio.sleep(EVERY_SECONDS)
        lag = max(0.0, loop.time() - due)
        EVENT_LOOP_LAG.observe(lag)
        if lag > LATE_SECONDS:
            logger.warning("event_loop_late", extra={"seconds": round(lag)})

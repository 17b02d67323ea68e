"""The queue's figures at one moment, for every desk."""

from bot.clock import Clock
from bot.store.staff.roster import Roster
from bot.store.tickets.queue import Queue
from bot.tickets.queue_health import READ, QueueHealth, measured


async def measure(queue: Queue, roster: Roster, clock: Clock) -> QueueHealth:
    """The figures of this moment. Raises `StoreUnavailable`."""
    first, _ = await queue.waiting(0, READ)
    lines, claimed = await queue.lines(), await queue.claimed()
    return measured(first, lines, claimed.values(), await roster.all(), clock.now())

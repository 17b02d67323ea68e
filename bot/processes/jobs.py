"""Background jobs: work that a process does again and again beside messages.

Each process lists its jobs in one place (`bot.intake.process.jobs`, `bot.desk.process.jobs`); how
they are repeated, and what happens when the store or Telegram is away, is said here alone.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.attempt import Later, backoff
from bot.errors import Conflict, StoreUnavailable
from bot.processes.cancellation import ending

logger = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Job:
    """`work` is done at once and then `seconds` after each time that it ended.

    `name`: for the log. `expected`: errors of a bot library after which it is tried again; any
    other ends the process.
    """

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]
    expected: tuple[type[Exception], ...] = ()


async def every(job: Job, sleep: Sleep = asyncio.sleep) -> None:
    """Do a job again and again until cancelled.

    After `Later` the next time is when it says. After an error that passes (the store is away,
    others write the same conversation, `expected`) it is tried sooner than usual, with pauses that
    grow up to the usual one.
    """
    passing: tuple[type[Exception], ...] = (StoreUnavailable, Conflict, *job.expected)
    failures = 0
    while True:
        try:
            await job.work()
        except Later as later:
            failures, seconds = 0, later.attempt.seconds
            _log(job, later)
        except passing as error:
            failures += 1
            seconds = min(job.seconds, backoff(failures))
            _log(job, error)
        else:
            failures, seconds = 0, job.seconds
        if ending():
            return  # the work swallowed that it was told to end; nobody says so twice
        await sleep(seconds)


def _log(job: Job, error: Exception) -> None:
    logger.warning("job_put_off", extra={"job": job.name, "kind": type(error).__name__})

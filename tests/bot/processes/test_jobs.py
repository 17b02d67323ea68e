"""Background jobs: one rule for how they are repeated, and for what makes them wait."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from bot.attempt import Later
from bot.errors import Conflict, StoreUnavailable
from bot.processes.jobs import Job, every


class NoNetwork(Exception):
    """An error of a bot library's."""


@dataclass
class Work:
    """Raises what it is told to, then succeeds; ends the test after so many times."""

    errors: list[Exception | None]
    times: int = 0
    slept: list[float] = field(default_factory=list)

    async def once(self) -> None:
        self.times += 1
        error = self.errors.pop(0)
        if error is not None:
            raise error

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if not self.errors:
            raise asyncio.CancelledError

    async def run(self, seconds: float = 60.0) -> list[float]:
        with pytest.raises(asyncio.CancelledError):
            await every(Job("wake", seconds, self.once, (NoNetwork,)), self.sleep)
        return self.slept


async def test_a_job_is_done_at_once_and_then_again_and_again() -> None:
    work = Work([None, None, None])

    assert await work.run(60.0) == [60.0, 60.0, 60.0]
    assert work.times == 3


@pytest.mark.parametrize("error", [StoreUnavailable(), Conflict(), NoNetwork()])
async def test_after_an_error_that_passes_it_is_tried_sooner_with_growing_pauses(
    error: Exception,
) -> None:
    work = Work([error, error, error, None, error])

    assert await work.run(60.0) == [0.5, 1.0, 2.0, 60.0, 0.5]


async def test_a_store_that_is_away_for_long_is_asked_every_few_seconds() -> None:
    work = Work([StoreUnavailable() for _ in range(30)])

    assert (await work.run(1800.0))[-20:] == [10.0] * 20


async def test_a_job_of_every_second_never_waits_longer_for_the_store() -> None:
    """Timers of people in danger hang on it."""
    work = Work([StoreUnavailable() for _ in range(10)])

    assert max(await work.run(1.0)) == 1.0


async def test_it_waits_as_long_as_telegram_asks_for() -> None:
    assert await Work([Later(300.0), None]).run(10.0) == [300.0, 10.0]


async def test_a_fault_of_ours_ends_the_process() -> None:
    with pytest.raises(KeyError):
        await every(Job("wake", 1.0, Work([KeyError()]).once))


async def _ended(work: Callable[[], Awaitable[object]]) -> bool:
    task = asyncio.ensure_future(every(Job("wake", 3600.0, work)))
    await asyncio.sleep(0)
    task.cancel()
    ended, _ = await asyncio.wait([task], timeout=20)
    return bool(ended)


async def test_it_ends_when_it_is_told_to() -> None:
    assert await _ended(asyncio.Event().wait)


async def test_it_ends_even_if_the_work_swallows_that_it_was_told() -> None:
    """As redis-py may, at the end of a command."""

    async def swallows() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            raise StoreUnavailable from None

    assert await _ended(swallows)

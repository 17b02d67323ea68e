"""What takes seconds: comparing and checking trees, each once, one at a time, beside requests."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.clock import Clock
from bot.studio import apart
from bot.studio.apart import Compared, Found

KEPT = 8
"""Answers that are kept: pages ask again and again for the same."""

WAIT_SECONDS = 1.5
"""So long a request waits before it says that the work goes on."""

ACT_SECONDS = 10.0
"""So long an act waits: less than the page does."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tree:
    """Files and their digest (`bot.texts.publication.version_of`)."""

    digest: str
    files: Mapping[str, str]


class Work:
    """Compares and checks in a process of its own, and keeps the last answers."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turn = asyncio.Semaphore(1)
        self._tasks: dict[tuple[str, ...], asyncio.Task[Any]] = {}

    def compared(self, before: Tree, after: Tree) -> asyncio.Task[Compared]:
        """What people would be told differently."""
        return self._task(
            ("compared", before.digest, after.digest),
            lambda: apart.compared(before.files, after.files, self._clock),
        )

    def checked(self, tree: Tree) -> asyncio.Task[Found]:
        """What the editors' gate finds."""
        return self._task(("checked", tree.digest), lambda: apart.checked(tree.files, self._clock))

    async def close(self) -> None:
        """End what is under way."""
        tasks = [*self._tasks.values()]
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _task(self, what: tuple[str, ...], work: Callable[[], Awaitable[T]]) -> asyncio.Task[T]:
        """By what is asked, and the day: reviews lapse at midnight."""
        key = (*what, f"{self._clock.now():%Y-%m-%d}")
        task = self._tasks.pop(key, None)
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            task = asyncio.ensure_future(self._in_turn(work))
        self._tasks[key] = task
        for old in [*self._tasks][:-KEPT]:
            self._tasks.pop(old).cancel()
        return task

    async def _in_turn(self, work: Callable[[], Awaitable[T]]) -> T:
        async with self._turn:
            return await work()


async def soon(task: asyncio.Task[T], seconds: float = WAIT_SECONDS) -> T | None:
    """What came of it; None while it goes on. Raises `Failed`."""
    done, _ = await asyncio.wait({task}, timeout=seconds)
    return task.result() if done else None

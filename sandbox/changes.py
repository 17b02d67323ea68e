"""Waiting for something to happen, without looking again and again."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes everyone who waits for the next change of one thing."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Wake all who wait: something has changed."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def next(self) -> None:
        """Wait for the next change."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    async def first(self, find: Callable[[], T | None], timeout: float) -> T:
        """Wait until `find` returns something but None, and return that; asked now and after each
        change.

        Raises TimeoutError after `timeout` seconds of real time.
        """
        found = find()
        if found is not None:
            return found
        async with asyncio.timeout(timeout):
            while True:
                await self.next()
                found = find()
                if found is not None:
                    return found

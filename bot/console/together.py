"""One read for all who ask at the same time: forty browsers hear of a change in the same moment."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

_Read = TypeVar("_Read")


class Together(Generic[_Read]):
    """Reads once for whoever asks before it begins. Whoever asks while it goes on waits for the
    next one, so nobody is given what was there before they asked; nothing is kept."""

    def __init__(self, read: Callable[[], Awaitable[_Read]]) -> None:
        self._read = read
        self._going: asyncio.Task[_Read] | None = None
        self._next: asyncio.Task[_Read] | None = None

    async def ask(self) -> _Read:
        """Read, together with all who ask meanwhile. Raises what the read raises."""
        if self._next is None:
            self._next = asyncio.ensure_future(self._after(self._going))
        return await asyncio.shield(self._next)  # others wait for it, too

    async def _after(self, going: "asyncio.Task[_Read] | None") -> _Read:
        if going is not None:
            await asyncio.wait([going])
        self._going, self._next = self._next, None
        return await self._read()

"""Whether the model process answers: asked on behalf of the page, which can't reach it itself."""

import asyncio
from typing import Literal

import aiohttp

ModelState = Literal["none", "ready", "loading", "down"]
_FRESH_SECONDS = 2.0
_ANSWER_SECONDS = 2.0


class ModelProbe:
    """GET `<url>/status`: 200 means ready, any other answer loading, no answer down."""

    def __init__(self, url: str | None) -> None:
        self._url = url.rstrip("/") + "/status" if url else None
        self._state: ModelState = "none"
        self._asked_at = -_FRESH_SECONDS
        self._lock = asyncio.Lock()

    async def state(self) -> ModelState:
        """The state, at most two seconds old."""
        if self._url is None:
            return "none"
        async with self._lock:
            now = asyncio.get_running_loop().time()
            if now - self._asked_at >= _FRESH_SECONDS:
                self._state = await self._ask(self._url)
                self._asked_at = now
            return self._state

    async def _ask(self, url: str) -> ModelState:
        timeout = aiohttp.ClientTimeout(total=_ANSWER_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.get(url) as response,
            ):
                return "ready" if response.status == 200 else "loading"
        except (aiohttp.ClientError, TimeoutError):
            return "down"

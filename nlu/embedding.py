"""Asks the model process for vectors of texts: those of texts that mean the same lie close
together, in every language (`POST /embed`, nlu/runtime/serving/app.py).

A search's words are given to the model and to nobody else; they aren't logged and not kept.
"""

import asyncio
import json
import logging
import math
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self, TypeAlias

import aiohttp

from nlu.breaker import RETRY_SECONDS, Breaker, ModelUnavailable, Reason
from nlu.client import encodable, read_at_most

logger = logging.getLogger(__name__)

DEADLINE_SECONDS = 3.0
"""Somebody who searches waits for so long; then words alone are searched."""

MOST_TEXTS = 8
"""In one request: the server's own limit."""

MOST_CHARACTERS = 500
"""Of a text that are sent: the model reads the first 260 or so."""

MAX_ANSWER_BYTES = 256 * 1024
_MOST_NUMBERS = 2048

Vector: TypeAlias = list[float]
"""Of length one."""


class Embedder:
    """The HTTP client of the model's vectors. Use it as an async context manager.

    `clock` gives monotonic seconds; `token` is what a model beyond loopback asks for. After a fault
    the model is left alone for `retry_seconds`.
    """

    def __init__(
        self,
        url: str,
        clock: Callable[[], float],
        *,
        token: str = "",
        deadline_seconds: float = DEADLINE_SECONDS,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        self._url = url.rstrip("/") + "/embed"
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._deadline = deadline_seconds
        self._breaker = Breaker(logger, clock, retry_seconds)
        self._session: aiohttp.ClientSession | None = None

    @property
    def available(self) -> bool:
        """Whether the last answer was usable; true before the first."""
        return not self._breaker.down

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """One vector a text, of `MOST_TEXTS` at most. Raises `ModelUnavailable`."""
        if len(texts) > MOST_TEXTS:
            raise ValueError("more texts than the model takes at once")
        return await self._breaker.tried(lambda: self._ask(texts))

    async def _ask(self, texts: Sequence[str]) -> list[Vector]:
        try:
            async with asyncio.timeout(self._deadline):
                return _read(await self._post(texts), len(texts))
        except TimeoutError:
            raise ModelUnavailable(Reason.SLOW) from None
        except aiohttp.ClientError:
            raise ModelUnavailable(Reason.DOWN) from None

    async def _post(self, texts: Sequence[str]) -> bytes:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers=self._headers, trust_env=False)
        body = {"texts": [encodable(text)[:MOST_CHARACTERS] for text in texts]}
        async with self._session.post(self._url, json=body, allow_redirects=False) as response:
            if response.status == 503:  # the model's own queue is full
                raise ModelUnavailable(Reason.CROWDED)
            if response.status != 200:
                raise ModelUnavailable(Reason.REFUSED)
            return await read_at_most(response, MAX_ANSWER_BYTES)


def _read(answer: bytes, count: int) -> list[Vector]:
    try:
        body = json.loads(answer)
        found = [_vector(row) for row in body["vectors"]]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise ModelUnavailable(Reason.NONSENSE) from None
    if len(found) != count or len({len(one) for one in found}) > 1:
        raise ModelUnavailable(Reason.NONSENSE)
    return found


def _vector(row: object) -> Vector:
    """Raises `ValueError`, `OverflowError` for what is none."""
    if not isinstance(row, list) or not 0 < len(row) <= _MOST_NUMBERS:
        raise ValueError
    if any(isinstance(one, bool) or not isinstance(one, int | float) for one in row):
        raise ValueError
    found = [float(one) for one in row]
    if not all(map(math.isfinite, found)):
        raise ValueError
    return found

"""Asks the model process for vectors of texts: those of texts that mean the same lie close
together, in every language (`POST /embed`, nlu/runtime/serving/app.py).

A search's words are given to the model and to nobody else; they aren't logged and not kept.
"""

import asyncio
import json
import logging
import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

from nlu.breaker import RETRY_SECONDS, ModelUnavailable, Reason
from nlu.endpoint import ModelEndpoint, encodable

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


class Embedder(ModelEndpoint):
    """Asks for the vectors of texts (`POST /embed`). The arguments are those of `ModelEndpoint`."""

    def __init__(
        self,
        url: str,
        clock: Callable[[], float],
        *,
        token: str = "",
        deadline_seconds: float = DEADLINE_SECONDS,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        super().__init__(
            url,
            "/embed",
            logger,
            clock,
            token=token,
            retry_seconds=retry_seconds,
            most_bytes=MAX_ANSWER_BYTES,
        )
        self._deadline = deadline_seconds

    async def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """A vector for each text, of `MOST_TEXTS` at most. Raises `ModelUnavailable`, `ValueError`
        for more texts."""
        if len(texts) > MOST_TEXTS:
            raise ValueError("more texts than the model takes at once")
        return await self.breaker.tried(lambda: self._ask(texts))

    async def _ask(self, texts: Sequence[str]) -> list[Vector]:
        body = {"texts": [encodable(text)[:MOST_CHARACTERS] for text in texts]}
        try:
            async with asyncio.timeout(self._deadline):
                return _read(await self.post(body), len(texts))
        except TimeoutError:
            raise ModelUnavailable(Reason.SLOW) from None


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

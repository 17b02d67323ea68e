"""One path of the model's HTTP server, as a client asks it: connection, refusals, rest.

The model is another process on loopback. It is given texts and nothing else; neither they nor its
address are ever logged or told in an error.
"""

import logging
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import aiohttp

from nlu.breaker import RETRY_SECONDS, Breaker, ModelUnavailable, Reason


class ModelEndpoint:
    """The HTTP client of one `path` below `url`. Use it as an async context manager, or `close` it.

    `log`: of whoever asks; `clock` gives monotonic seconds; `token` is what a model beyond loopback
    asks for. After a fault the model is left alone for `retry_seconds`: until then whatever goes
    through `breaker` fails at once (`Reason.RESTING`), then one question tries it again. Of an
    answer at most `most_bytes` and one more are read.
    """

    def __init__(
        self,
        url: str,
        path: str,
        log: logging.Logger,
        clock: Callable[[], float],
        *,
        token: str = "",
        retry_seconds: float = RETRY_SECONDS,
        most_bytes: int,
    ) -> None:
        self._url = url.rstrip("/") + path
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._most_bytes = most_bytes
        self._session: aiohttp.ClientSession | None = None
        self.breaker = Breaker(log, clock, retry_seconds)

    @property
    def available(self) -> bool:
        """Whether the last answer was usable; true before the first."""
        return not self.breaker.down

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the connections. The client may be used again; it then opens new ones."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def post(self, body: Mapping[str, object]) -> bytes:
        """The answer to a question, as it came. Raises `ModelUnavailable`.

        A process that ends takes with it what it was reading, and another behind the same address
        may answer. A model says the same when it is asked twice, so this repeats once.
        """
        try:
            try:
                return await self._post(body)
            except aiohttp.ClientConnectionError:
                return await self._post(body)
        except aiohttp.ClientError:
            raise ModelUnavailable(Reason.DOWN) from None

    async def _post(self, body: Mapping[str, object]) -> bytes:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers=self._headers, trust_env=False)
        async with self._session.post(self._url, json=body, allow_redirects=False) as response:
            if response.status == 503:  # the model's own queue is full (nlu/runtime/serving/app.py)
                raise ModelUnavailable(Reason.CROWDED)
            if response.status != 200:
                raise ModelUnavailable(Reason.REFUSED)
            answer = await response.content.read(self._most_bytes + 1)
            while not response.content.at_eof() and len(answer) <= self._most_bytes:
                answer += await response.content.read(self._most_bytes + 1 - len(answer))
            return answer


def encodable(text: str) -> str:
    """A text without lone surrogates, which have no place in UTF-8; the model's own cleaning would
    drop them as well."""
    return text.encode("utf-8", "ignore").decode("utf-8")

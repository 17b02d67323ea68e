"""Calls to Telegram by python-telegram-bot, over aiohttp.

The library's own way, httpx, takes more of the processor's time, and the desk does little else than
calling (docs/decisions/0022). It keeps a way open for another (`BaseRequest`); aiohttp is
there anyway, since intake calls Telegram by it.
"""

import ssl
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import Any

import aiohttp
import certifi
import msgspec
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

SECONDS = 5.0
"""To connect, and for the whole of a call; python-telegram-bot's own for each of its parts."""


class AiohttpRequest(BaseRequest):
    """A pool of connections to the Bot API. `seconds`: for a whole call; a long poll needs more."""

    def __init__(self, connections: int, seconds: float = SECONDS) -> None:
        self._connections = connections
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds until an answer must be there."""
        return self._seconds

    async def initialize(self) -> None:
        """Connections open as they are needed."""
        if self._session is None or self._session.closed:
            trusted = ssl.create_default_context(cafile=certifi.where())
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ssl=trusted),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - one for all
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - one for all
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - one for all
    ) -> tuple[int, bytes]:
        """Status and body. Raises `TimedOut`, `NetworkError`: without the address, which holds the
        token. Files aren't sent here."""
        parameters = request_data.json_parameters if request_data else {}
        seconds = self._seconds if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        return await self._exchange(method, url, parameters, seconds)

    async def call(self, url: str, parameters: Mapping[str, Any]) -> Any:
        """Telegram's answer to a call with these parameters, as JSON has it and in none of the
        library's classes. Raises `TelegramError`."""
        status, body = await self._exchange("POST", url, parameters, self.read_timeout)
        if status == HTTPStatus.OK:
            with suppress(msgspec.MsgspecError):
                return msgspec.json.decode(body, type=_Done).result
        return await _Refused(status, body).post(url)

    async def _exchange(
        self, method: str, url: str, parameters: Mapping[str, Any], seconds: float | None
    ) -> tuple[int, bytes]:
        await self.initialize()
        assert self._session is not None  # noqa: S101 - `initialize` made it
        timeout = aiohttp.ClientTimeout(total=seconds, connect=SECONDS)
        data = None
        if parameters:  # as JSON (Bot API, making requests): a form takes longer to write
            body = msgspec.json.encode(parameters)
            data = aiohttp.BytesPayload(body, content_type="application/json")
        try:
            async with self._session.request(method, url, data=data, timeout=timeout) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


class _Done(msgspec.Struct):
    """Bot API, making requests: what was asked for is done."""

    result: Any


class _Refused(BaseRequest):
    """An answer that came already: what Telegram refuses, the library reads."""

    def __init__(self, status: int, body: bytes) -> None:
        self._answer = status, body

    @property
    def read_timeout(self) -> float | None:
        """Nothing is waited for."""
        return None

    async def initialize(self) -> None:
        """It needs no connections."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        """Status and body."""
        return self._answer

"""The endpoints, with a bounded queue in front of the model.

`POST /model/parse` takes `{"text": …}` and answers in Rasa's shape. `POST /embed` takes
`{"texts": […]}`, at most `MOST_TEXTS`, and answers `{"vectors": [[…]]}`, of length one.
`GET /status` names the model. Nothing else is there.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
from aiohttp import web
from aiohttp.web_protocol import RequestPayloadError

_LARGEST_BODY = 64 * 1024  # 4,096 characters as JSON escapes of surrogate pairs take 48 KiB
MOST_TEXTS = 8
"""In one request to embed: so many take no longer than the longest message does to parse."""

_log = logging.getLogger(__name__)

_Result = TypeVar("_Result")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Parses(Protocol):
    """A model, as far as the server needs one."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the data that it was trained on."""

    def parse(self, text: str) -> dict[str, Any]:
        """Rasa's shape of a parsed message. Each reader calls it on a thread of its own."""

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Vectors of length one, one for each text."""


class _Api:
    def __init__(self, parser: Parses, token: str, waiting: int, readers: int) -> None:
        self._parser = parser
        self._token = token.encode()
        self._readers = readers
        self._places = waiting + readers
        self._taken = 0
        self._workers = ThreadPoolExecutor(max_workers=readers, thread_name_prefix="parse")

    async def closing(self, app: web.Application) -> AsyncIterator[None]:
        """Lets the messages that are being parsed finish, and no other, when the server stops."""
        del app
        yield
        self._workers.shutdown(wait=True, cancel_futures=True)

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Checks the token; turns every refusal into JSON without a word of the message."""
        if self._token and not self._allowed(request):
            return _refusal(401, "a token is needed")
        try:
            return await handler(request)
        except web.HTTPException as error:
            return _refusal(error.status, error.reason)
        except RequestPayloadError:
            return _refusal(400, "the body can't be read")
        except Exception as error:  # whatever fails: what it says may quote the text
            _log.error("parsing_failed", exc_info=error.__cause__ or error)
            return _refusal(500, "the model failed")

    def _allowed(self, request: web.Request) -> bool:
        given = request.headers.get("Authorization", "").encode("utf-8", "replace")
        return hmac.compare_digest(given, b"Bearer " + self._token)

    async def status(self, request: web.Request) -> web.Response:
        """Says that the model is loaded, which one, and how many messages wait."""
        del request
        return web.json_response(
            {
                "status": "ok",
                "model": self._parser.fingerprint,
                "waiting": max(0, self._taken - self._readers),
            }
        )

    async def parse(self, request: web.Request) -> web.Response:
        """Parses `{"text": ...}`; 503 at once when too many wait."""
        return await self._read(self._parser.parse, _text(await request.read()))

    async def embed(self, request: web.Request) -> web.Response:
        """Embeds `{"texts": [...]}`; 503 as for a message to parse."""
        return await self._read(self._vectors, _texts(await request.read()))

    def _vectors(self, texts: list[str]) -> dict[str, Any]:
        found = self._parser.embed(texts) if texts else np.zeros((0, 0), np.float32)
        return {"vectors": np.round(found.astype(np.float64), 6).tolist()}

    async def _read(self, job: Callable[[_Result], dict[str, Any]], given: _Result) -> web.Response:
        if self._taken >= self._places:
            return _refusal(503, "too many messages are waiting", {"Retry-After": "1"})
        self._taken += 1
        try:
            loop = asyncio.get_running_loop()
            answer = await loop.run_in_executor(self._workers, job, given)
        finally:
            self._taken -= 1
        return web.json_response(answer)


def _content(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest(reason="the body is not JSON") from None
    return content if isinstance(content, dict) else {}


def _text(body: bytes) -> str:
    text = _content(body).get("text")
    if not isinstance(text, str):
        raise web.HTTPUnprocessableEntity(reason="`text` must be a string")
    return text


def _texts(body: bytes) -> list[str]:
    texts = _content(body).get("texts")
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise web.HTTPUnprocessableEntity(reason="`texts` must be a list of strings")
    if len(texts) > MOST_TEXTS:
        raise web.HTTPUnprocessableEntity(reason=f"`texts` has more than {MOST_TEXTS}")
    return texts


def _refusal(status: int, reason: str, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response({"error": reason}, status=status, headers=headers)


def build_app(parser: Parses, token: str, waiting: int, readers: int = 1) -> web.Application:
    """The application. `waiting`: how many messages may queue behind those being parsed;
    `readers`: how many are parsed at a time."""
    api = _Api(parser, token, waiting, readers)
    app = web.Application(middlewares=[api.guard], client_max_size=_LARGEST_BODY)
    app.cleanup_ctx.append(api.closing)
    app.router.add_get("/status", api.status, allow_head=False)
    app.router.add_post("/model/parse", api.parse)
    app.router.add_post("/embed", api.embed)
    return app

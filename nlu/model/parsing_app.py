"""The two endpoints, with a bounded queue in front of the model."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any, AsyncIterator, Awaitable, Callable, Dict, Protocol

from aiohttp import web
from aiohttp.web_protocol import RequestPayloadError

_LARGEST_BODY = 64 * 1024  # 4,096 characters as JSON escapes of surrogate pairs take 48 KiB
_log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Parses(Protocol):
    """What the server needs of a model."""

    fingerprint: str
    trained_at: str

    def parse(self, text: str) -> Dict[str, Any]:
        """Rasa's shape of a parsed message. Each reader calls it on a thread of its own."""


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
                "trained_at": self._parser.trained_at,
                "waiting": max(0, self._taken - self._readers),
            }
        )

    async def parse(self, request: web.Request) -> web.Response:
        """Parses `{"text": ...}`; 503 at once when too many wait."""
        text = _text(await request.read())
        if self._taken >= self._places:
            return _refusal(503, "too many messages are waiting", {"Retry-After": "1"})
        self._taken += 1
        try:
            loop = asyncio.get_running_loop()
            parsed = await loop.run_in_executor(self._workers, self._parser.parse, text)
        finally:
            self._taken -= 1
        return web.json_response(parsed)


def _text(body: bytes) -> str:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest(reason="the body is not JSON") from None
    text = content.get("text") if isinstance(content, dict) else None
    if not isinstance(text, str):
        raise web.HTTPUnprocessableEntity(reason="`text` must be a string")
    return text


def _refusal(status: int, reason: str, headers: "Dict[str, str] | None" = None) -> web.Response:
    return web.json_response({"error": reason}, status=status, headers=headers)


def build_app(parser: Parses, token: str, waiting: int, readers: int = 1) -> web.Application:
    """The application. `waiting`: how many messages may queue behind those being parsed;
    `readers`: how many are parsed at a time."""
    api = _Api(parser, token, waiting, readers)
    app = web.Application(middlewares=[api.guard], client_max_size=_LARGEST_BODY)
    app.cleanup_ctx.append(api.closing)
    app.router.add_get("/status", api.status, allow_head=False)
    app.router.add_post("/model/parse", api.parse)
    return app

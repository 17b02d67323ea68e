"""An HTTP server of ours: it says nothing to whom it doesn't know, and logs no request."""

import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler
from aiohttp.web_protocol import RequestHandler

from bot.config import Address
from bot.errors import ConfigError

logger = logging.getLogger(__name__)

SHUTDOWN_SECONDS = 10.0
"""A request that is being answered may finish: a turn takes a fraction of that."""


@web.middleware
async def _silent(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refusals have no body and say nothing of what would be accepted."""
    try:
        return await handler(request)
    except web.HTTPException as refused:
        status = 404 if refused.status == 405 else refused.status
        return web.Response(status=status)


async def _unsigned(_: web.Request, response: web.StreamResponse) -> None:
    """Nobody is told which server, in which version, answers."""
    response.headers.pop("Server", None)


def discreet(app: web.Application) -> web.Application:
    """Let an application say no more than it must."""
    app.middlewares.append(_silent)
    app.on_response_prepare.append(_unsigned)
    return app


class _Connection(RequestHandler):
    """aiohttp explains, under its name, what it can't read; here the connection just ends."""

    __slots__ = ()

    def handle_error(
        self,
        request: web.BaseRequest,  # noqa: ARG002 - nothing of it is told or logged
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Ends it: Telegram brings an update again that got no answer."""
        if status >= 500:
            logger.error("request_failed", exc_info=exc)
        raise ConnectionError


class _Server(web.Server):
    def __call__(self) -> RequestHandler:
        return _Connection(self, loop=self._loop, **self._kwargs)


class _Runner(web.AppRunner):
    async def _make_server(self) -> web.Server:
        made = await super()._make_server()

        def unexpecting(message: Any, *rest: Any) -> web.BaseRequest:
            """`Expect` would be answered before anything else is looked at."""
            if hdrs.EXPECT in message.headers:
                headers = message.headers.copy()
                headers.popall(hdrs.EXPECT)
                message = message._replace(headers=headers)
            return made.request_factory(message, *rest)

        return _Server(
            made.request_handler, request_factory=unexpecting, loop=made._loop, **made._kwargs
        )


@asynccontextmanager
async def listening(
    app: web.Application, address: Address, variable: str, tls: ssl.SSLContext | None = None
) -> AsyncIterator[str]:
    """Serve `app`, yield the URL, and end when the block does. Raises `ConfigError` that names the
    variable if the address can't be had. `tls`: else in clear."""
    runner = _Runner(
        discreet(app), access_log=None, handle_signals=False, shutdown_timeout=SHUTDOWN_SECONDS
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, address.host, address.port, reuse_port=False, ssl_context=tls)
        try:
            await site.start()
        except OSError as error:
            reason = (error.strerror or "it is taken").lower()
            raise ConfigError(f"{variable}: can't listen there: {reason}") from None
        host = f"[{address.host}]" if ":" in address.host else address.host
        yield f"http{'s' if tls else ''}://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()

"""An HTTP server of ours: it says nothing to whom it doesn't know, and logs no request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.config import Address
from bot.errors import ConfigError

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
    """The same application, saying no more than it must."""
    app.middlewares.append(_silent)
    app.on_response_prepare.append(_unsigned)
    return app


@asynccontextmanager
async def listening(app: web.Application, address: Address, variable: str) -> AsyncIterator[str]:
    """Serve `app`, yield the URL, and end when the block does. Raises `ConfigError` that names the
    variable if the address can't be had."""
    runner = web.AppRunner(
        discreet(app), access_log=None, handle_signals=False, shutdown_timeout=SHUTDOWN_SECONDS
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, address.host, address.port, reuse_port=False)
        try:
            await site.start()
        except OSError as error:
            reason = (error.strerror or "it is taken").lower()
            raise ConfigError(f"{variable}: can't listen there: {reason}") from None
        host = f"[{address.host}]" if ":" in address.host else address.host
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()

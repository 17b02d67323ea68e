"""The internal port: `/healthz`, `/readyz`, `/metrics`. Never for the outside world.

*Healthy*: the event loop answers; a supervisor that gets no answer restarts the process. *Ready*:
texts are loaded (else nothing would listen here) and Redis answers. A model that is down makes the
process *degraded*, not unready: keywords and buttons carry on, and taking intake out of service for
it would silence the helpline.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot import metrics
from bot.compose import Parts
from bot.config import Address
from bot.errors import StoreUnavailable
from bot.listening import listening

STORE_SECONDS = 2.0
"""A store that takes longer to answer a ping serves nobody."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def internal(parts: Parts, address: Address | None) -> AsyncIterator[str]:
    """Serve on `address`, yield the URL; without an address nothing listens. Raises `ConfigError`
    if the port is taken."""
    if address is None:
        yield ""
        return
    app = web.Application()
    app.router.add_get("/healthz", _healthy, allow_head=False)
    app.router.add_get("/readyz", _ready(parts), allow_head=False)
    app.router.add_get("/metrics", _metrics(parts), allow_head=False)
    async with listening(app, address, "HELPLINE_INTERNAL_LISTEN") as url:
        yield url


async def _healthy(_: web.Request) -> web.StreamResponse:
    return web.json_response({"healthy": True})


def _ready(parts: Parts) -> Handler:
    async def ready(_: web.Request) -> web.StreamResponse:
        store = await _answers(parts)
        model = parts.model_available()
        state = {
            "ready": store,
            "store": "ok" if store else "down",
            "model": {True: "ok", False: "down", None: "none"}[model],
        }
        return web.json_response(state, status=200 if store else 503)

    return ready


async def _answers(parts: Parts) -> bool:
    try:
        async with asyncio.timeout(STORE_SECONDS):
            await parts.store.ping()
    except (StoreUnavailable, TimeoutError):
        return False
    return True


def _metrics(parts: Parts) -> Handler:
    async def answer(_: web.Request) -> web.StreamResponse:
        try:
            async with asyncio.timeout(STORE_SECONDS):
                for index, count in (await parts.store.indexes.sizes()).items():
                    metrics.WAITING.labels(index).set(count)
        except (StoreUnavailable, TimeoutError):
            metrics.WAITING.clear()  # no figure is better than an old one
        return web.Response(body=metrics.rendered(), content_type="text/plain", charset="utf-8")

    return answer

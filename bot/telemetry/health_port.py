"""The internal port: `/healthz`, `/readyz`, `/metrics`. Never for the outside world.

*Healthy*: the event loop answers; a supervisor that gets no answer restarts the process. *Ready*:
texts are loaded (else nothing would listen here) and Redis answers. A model that is down makes the
process *degraded*, not unready: keywords and buttons carry on, and taking intake out of service for
it would silence the helpline.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Protocol

from aiohttp import web

from bot.config import Address
from bot.errors import StoreUnavailable
from bot.telemetry import metrics
from bot.telemetry.http_server import listening

STORE_SECONDS = 2.0
"""A store that takes longer to answer a ping serves nobody."""


class Partitions(Protocol):
    """How many conversations are due in the store, by index."""

    async def sizes(self) -> Mapping[str, int]:
        """How many conversations each index names. Raises `StoreUnavailable`."""
        ...


class Store(Protocol):
    """The store, as far as this port asks it."""

    @property
    def partitions(self) -> Partitions:
        """The indexes of what is due."""
        ...

    async def ping(self) -> None:
        """Ask whether the store answers. Raises `StoreUnavailable`."""
        ...


class Process(Protocol):
    """A process whose health is shown (`bot.compose.Parts`)."""

    @property
    def store(self) -> Store:
        """The store that it works with."""
        ...

    def model_available(self) -> bool | None:
        """Whether the model answers; None where there is none."""
        ...


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def internal(process: Process, address: Address | None) -> AsyncIterator[str]:
    """Serve on `address`, yield the URL; without an address nothing listens. Raises `ConfigError`
    if the port is taken."""
    if address is None:
        yield ""
        return
    app = web.Application()
    app.router.add_get("/healthz", _healthy, allow_head=False)
    app.router.add_get("/readyz", _ready(process), allow_head=False)
    app.router.add_get("/metrics", _metrics(process), allow_head=False)
    async with listening(app, address, "HELPLINE_INTERNAL_LISTEN") as url:
        yield url


async def _healthy(_: web.Request) -> web.StreamResponse:
    return web.json_response({"healthy": True})


def _ready(process: Process) -> Handler:
    async def ready(_: web.Request) -> web.StreamResponse:
        store = await _answers(process)
        model = process.model_available()
        state = {
            "ready": store,
            "store": "ok" if store else "down",
            "model": {True: "ok", False: "down", None: "none"}[model],
        }
        return web.json_response(state, status=200 if store else 503)

    return ready


async def _answers(process: Process) -> bool:
    try:
        async with asyncio.timeout(STORE_SECONDS):
            await process.store.ping()
    except (StoreUnavailable, TimeoutError):
        return False
    return True


def _metrics(process: Process) -> Handler:
    async def answer(_: web.Request) -> web.StreamResponse:
        try:
            async with asyncio.timeout(STORE_SECONDS):
                for index, count in (await process.store.partitions.sizes()).items():
                    metrics.WAITING.labels(index).set(metrics.coarse(count))
        except (StoreUnavailable, TimeoutError):
            metrics.WAITING.clear()  # no figure is better than an old one
        return web.Response(body=metrics.rendered(), content_type="text/plain", charset="utf-8")

    return answer

"""A place that takes Sentry's envelopes, on loopback."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass
class Sink:
    """What arrived. `raw`: whole envelopes, as text."""

    dsn: str = ""
    raw: list[str] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        self.raw.append((await request.read()).decode())
        self.arrived.set()
        return web.json_response({})

    def events(self) -> list[dict[str, Any]]:
        """The payload of every event; an envelope is lines of JSON, a header before each item."""
        found = []
        for envelope in self.raw:
            lines = [json.loads(line) for line in envelope.splitlines() if line]
            for header, payload in zip(lines[1::2], lines[2::2], strict=True):
                if header["type"] == "event":
                    found.append(payload)
        return found


@asynccontextmanager
async def sink() -> AsyncIterator[Sink]:
    """A sink that listens on a free port."""
    found = Sink()
    app = web.Application()
    app.router.add_post("/api/1/envelope/", found.take)
    async with TestServer(app) as server:
        found.dsn = f"http://key@127.0.0.1:{server.port}/1"
        yield found

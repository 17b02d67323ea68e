"""A small model process on loopback that answers what a test tells it to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


def answer(
    intent: str = "ask_police",
    confidence: float = 0.9,
    *,
    urgent: bool = False,
    score: float = 0.1,
    locale: str | None = "ru",
    locale_confidence: float = 0.95,
) -> dict[str, Any]:
    """An answer in the agreed shape."""
    return {
        "text": "",
        "intent": {"name": intent, "confidence": confidence},
        "urgency": {"score": score, "urgent": urgent},
        "locale": {"name": locale, "confidence": locale_confidence},
    }


@dataclass
class FakeModel:
    """What to answer next, and what was asked."""

    body: Any = field(default_factory=answer)
    status: int = 200
    hangs: bool = False
    breaks: int = 0
    """How many more questions it takes and dies with."""
    asked: list[Any] = field(default_factory=list)
    url: str = ""
    released: asyncio.Event = field(default_factory=asyncio.Event)

    async def parse(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json())
        if self.breaks:
            self.breaks -= 1
            assert request.transport is not None
            request.transport.abort()
        if self.hangs:
            await self.released.wait()
        if isinstance(self.body, bytes):
            return web.Response(body=self.body, status=self.status)
        return web.json_response(self.body, status=self.status)


@asynccontextmanager
async def running() -> AsyncIterator[FakeModel]:
    """The model, listening on a free port."""
    model = FakeModel()
    app = web.Application()
    app.router.add_post("/model/parse", model.parse)
    app.router.add_post("/embed", model.parse)
    async with TestServer(app) as server:
        model.url = str(server.make_url("/"))
        yield model
        model.released.set()


@dataclass
class Seconds:
    """A clock that a test sets."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now

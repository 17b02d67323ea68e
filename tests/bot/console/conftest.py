"""A console without a browser: its routes over HTTP, on a real Redis."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.clock import SettableClock
from bot.config import Address
from bot.console.handles import Handles
from bot.console.people.views import person_handle
from bot.console.process import REVIEW_VARIABLE, VARIABLE, Console
from bot.console.sessions import Cookie
from bot.telemetry.http_server import listening
from bot.tickets.operator import Operator, Role
from sandbox.console import sign_in
from sandbox.ports import free_port
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline

COOKIE = Cookie(secure=False).name


@dataclass(frozen=True, slots=True)
class Answer:
    """What a console answered."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Served:
    """A helpline with a console that listens. `origin`, `review_origin`: as browsers write them."""

    helpline: Helpline
    console: Console
    origin: str
    http: aiohttp.ClientSession
    review_origin: str = ""

    async def signs_in(self, role: Role, name: str, number: int) -> "Browser":
        operator = await self.helpline.admits(number, name, role)
        token = await self.helpline.parts.store.console_sessions.begin(operator.id)
        return Browser(self, operator, token)

    def stranger(self) -> "Browser":
        return Browser(self, None, "")


@dataclass(frozen=True, slots=True)
class Browser:
    """Asks as a browser does. `operator`: None for a stranger."""

    served: Served
    operator: Operator | None
    token: str

    async def asks(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        given = {"Host": self.served.origin.removeprefix("http://"), **headers}
        if self.token:
            given["Cookie"] = f"{COOKIE}={self.token}"
        if method != "GET":
            given = {"Origin": self.served.origin, **given}
        url = f"{self.served.origin}{path}"
        async with self.served.http.request(
            method, url, json=body, headers=given, allow_redirects=False
        ) as got:
            return Answer(got.status, await got.text(), dict(got.headers))

    async def gets(self, path: str) -> Answer:
        return await self.asks("GET", path)

    async def posts(self, path: str, **body: Any) -> Answer:
        return await self.asks("POST", path, {"number": secrets.token_hex(16), **body})

    def operator_handle(self, operator: Operator | None = None) -> str:
        """What this session calls an operator: by default whoever it is of."""
        whom = operator or self.operator
        return person_handle(Handles(self.token), whom.id if whom else "nobody")

    def handle(self, person: int) -> str:
        """What this session calls a person's ticket."""
        return Handles(self.token).of(self.served.helpline.conversation(person))


@asynccontextmanager
async def serving(
    texts: Path | None = None, port: int = 0, **settings: Any
) -> AsyncIterator[Served]:
    """A console with the demo's way in. `texts`: where editors save; `port`: 0 for a free one;
    `settings`: more fields of `Settings`."""
    port, review_port = port or free_port(), free_port()
    origin, review_origin = f"http://localhost:{port}", f"http://localhost:{review_port}"
    async with open_helpline(SettableClock(NOW), **settings) as helpline:
        own = replace(
            helpline.parts.settings,
            console_origin=origin,
            review_origin=review_origin,
            desk_locale="en",
            content_tree=str(texts or ""),
            practice_url=helpline.parts.settings.redis_url,
        )
        console = Console(replace(helpline.parts, settings=own))
        app, reviews = console.application(sign_in(console)), console.review_application()
        assert reviews is not None
        async with (
            listening(app, Address("127.0.0.1", port), VARIABLE),
            listening(reviews, Address("127.0.0.1", review_port), REVIEW_VARIABLE),
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        ):
            try:
                yield Served(helpline, console, origin, http, review_origin)
            finally:
                await console.aclose()


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving() as started:
        yield started

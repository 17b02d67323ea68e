"""A sandbox whose clock stands still, and both libraries' own clients for its two bots."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiogram
import aiohttp
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox import Person, Sandbox, SandboxSettings, frozen_clock, serve

Raw = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]


@pytest.fixture(autouse=True)
def _timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns of its own coming change unless asked for it early."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def settings() -> SandboxSettings:
    """No flood control; those who test it override this."""
    return SandboxSettings(limits=False, clock=frozen_clock())


@pytest.fixture
async def sandbox(settings: SandboxSettings) -> AsyncIterator[Sandbox]:
    """One sandbox for one test."""
    async with serve(settings) as running:
        yield running


class QuickSession(AiohttpSession):
    """aiogram's session without its pause of a quarter of a second for TLS when it closes."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@pytest.fixture
async def intake(sandbox: Sandbox) -> AsyncIterator[aiogram.Bot]:
    """The intake bot through aiogram."""
    api = TelegramAPIServer.from_base(sandbox.url)
    async with aiogram.Bot(sandbox.settings.intake_token, QuickSession(api=api)) as bot:
        yield bot


@pytest.fixture
async def desk(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    """The desk bot through python-telegram-bot."""
    async with telegram.Bot(sandbox.settings.desk_token, base_url=f"{sandbox.url}/bot") as bot:
        yield bot


@pytest.fixture
async def person(sandbox: Sandbox) -> Person:
    """Somebody who has started the intake bot, which has confirmed that."""
    someone = sandbox.person("p1", language_code="ru")
    await someone.start()
    sandbox.intake.queue.clear()
    return someone


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A plain HTTP client."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def raw(sandbox: Sandbox, http: aiohttp.ClientSession) -> Raw:
    """`await raw("method", token=..., **parameters)`: status and body of a JSON call."""

    async def call(method: str, token: str = "", **parameters: Any) -> tuple[int, dict[str, Any]]:
        url = f"{sandbox.url}/bot{token or sandbox.settings.intake_token}/{method}"
        async with http.post(url, json=parameters) as response:
            return response.status, await response.json()

    return call

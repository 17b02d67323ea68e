"""Both bots on the wire: the production code against the sandbox, on a real Redis."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot.compose import Parts, parts
from bot.config import Settings
from bot.desk import process as desk_process
from bot.intake import process as intake_process
from bot.redis_process import redis_server
from bot.sandbox import Sandbox, SandboxSettings, serve
from bot.vault import Keys


@dataclass(frozen=True, slots=True)
class Line:
    """A helpline that runs: its sandbox, and its intake's parts to look into."""

    sandbox: Sandbox
    parts: Parts
    settings: Settings


@asynccontextmanager
async def running(*, limits: bool = False) -> AsyncIterator[Line]:
    """Start Redis, the sandbox, intake and desk; end them all."""
    async with redis_server() as redis_url, serve(SandboxSettings(limits=limits)) as sandbox:
        master = Keys.new_master()
        settings = Settings(
            intake_token=sandbox.settings.intake_token,
            desk_token=sandbox.settings.desk_token,
            desk_chat=sandbox.settings.desk_chat,
            telegram_api=sandbox.url,
            redis_url=redis_url,
            master_key=master,
        )
        desk_settings = Settings(
            desk_token=settings.desk_token,
            desk_chat=settings.desk_chat,
            telegram_api=sandbox.url,
            redis_url=redis_url,
            master_key=Keys.read(master).for_desk(),
        )
        async with parts(settings) as intake, parts(desk_settings) as desk:
            tasks = [
                asyncio.ensure_future(intake_process.run(intake)),
                asyncio.ensure_future(desk_process.run(desk)),
            ]
            try:
                yield Line(sandbox, intake, settings)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A helpline without rate limits."""
    async with running() as started:
        yield started

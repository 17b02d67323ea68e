"""The bundle as a child process: it answers, and is gone afterwards."""

import asyncio
import os
import signal

import aiohttp
import pytest

from bot.processes import redis_server
from bot.processes.model_server import bundled
from nlu.runtime.fingerprint import fingerprint


@pytest.mark.process
async def test_it_answers_and_ends() -> None:
    async with (
        bundled() as served,
        aiohttp.ClientSession() as session,
        session.get(f"{served.url}/status") as answer,
    ):
        assert (await answer.json())["model"] == fingerprint()
    with pytest.raises(ProcessLookupError):
        os.kill(served.pid, 0)


@pytest.mark.process
async def test_one_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stopped process takes no SIGTERM."""
    monkeypatch.setattr(redis_server, "END_SECONDS", 0.1)
    async with asyncio.timeout(60):
        async with bundled() as served:
            os.kill(served.pid, signal.SIGSTOP)
        with pytest.raises(ProcessLookupError):
            os.kill(served.pid, 0)

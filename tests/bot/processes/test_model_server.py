"""The bundle as a child process: it answers, and is gone afterwards."""

import os

import aiohttp
import pytest

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

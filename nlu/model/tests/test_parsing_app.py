"""The queue in front of the model: bounded, so that overload is an answer and not a delay."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, Dict

from aiohttp.test_utils import TestClient, TestServer

from parsing_app import build_app

WAITING = 2


class Held:
    """A model that answers when the test says so."""

    fingerprint = "held"
    trained_at = "-"

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def parse(self, text: str) -> Dict[str, Any]:
        self.go_on.wait(10)
        return {"text": text}


async def _overload() -> None:
    held = Held()
    async with TestClient(TestServer(build_app(held, "", WAITING))) as client:

        async def post() -> int:
            async with client.post("/model/parse", json={"text": "salom"}) as response:
                return response.status

        async def waiting() -> int:
            async with client.get("/status") as response:
                return int((await response.json())["waiting"])

        first = [asyncio.ensure_future(post()) for _ in range(1 + WAITING)]
        while await waiting() < WAITING:
            await asyncio.sleep(0)
        async with client.post("/model/parse", json={"text": "one too many"}) as refused:
            assert refused.status == 503
            assert refused.headers["Retry-After"] == "1"
            assert "many" in (await refused.json())["error"]
        held.go_on.set()
        assert await asyncio.gather(*first) == [200] * len(first)
        assert await waiting() == 0
        assert await post() == 200


def test_too_many_are_refused_at_once_and_the_others_answered() -> None:
    asyncio.run(_overload())

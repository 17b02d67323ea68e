"""The queue in front of the model: bounded, so that overload is an answer and not a delay. And a
model that fails: neither the answer nor the log has a word of the message."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.processes.model_server import ROOT
from nlu.runtime.serving import printed
from nlu.runtime.serving.app import build_app

WAITING = 2
CANARY = "Бақытгүл-7731"


class NoVectors:
    """A model that isn't asked for vectors."""

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        raise AssertionError(f"asked for {len(texts)}")


class Held(NoVectors):
    """A model that answers when the test says so."""

    fingerprint = "held"

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def parse(self, text: str) -> dict[str, Any]:
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
        while await waiting() < WAITING:  # noqa: ASYNC110 - it asks the server itself
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


class Meeting(NoVectors):
    """A model that answers once two messages are with it."""

    fingerprint = "meeting"

    def __init__(self) -> None:
        self._both = threading.Barrier(2, timeout=10)

    def parse(self, text: str) -> dict[str, Any]:
        self._both.wait()
        return {"text": text}


async def _two_at_once() -> None:
    async with TestClient(TestServer(build_app(Meeting(), "", 0, readers=2))) as client:

        async def post(text: str) -> str:
            async with client.post("/model/parse", json={"text": text}) as response:
                return str((await response.json())["text"])

        both = list(await asyncio.gather(post("salom"), post("сәлем")))
        assert both == ["salom", "сәлем"]


def test_two_readers_read_at_once() -> None:
    asyncio.run(_two_at_once())


class Broken(NoVectors):
    """A model that fails by quoting what it was given, as Python's own errors do."""

    fingerprint = "broken"

    def __init__(self, wrapped: bool) -> None:
        self._wrapped = wrapped

    def parse(self, text: str) -> dict[str, Any]:
        try:
            return {"text": int(text)}
        except ValueError as error:
            if self._wrapped:
                raise RuntimeError(f"Error with {text}") from error
            raise


async def failure(wrapped: bool) -> str:
    async with (
        TestClient(TestServer(build_app(Broken(wrapped), "", WAITING))) as client,
        client.post("/model/parse", json={"text": CANARY}) as response,
    ):
        assert response.status == 500
        return await response.text()


FAILS = """
import asyncio
from nlu.runtime.serving import printed
from tests.nlu.runtime import test_app
printed.set_up()
print(asyncio.run(test_app.failure({wrapped})))
"""


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_component_that_fails_tells_no_word_of_the_message(wrapped: bool) -> None:
    ended = _run(FAILS.format(wrapped=wrapped))
    (line,) = ended.stderr.splitlines()

    assert ended.returncode == 0
    assert json.loads(ended.stdout) == {"error": "the model failed"}
    assert "7731" not in line
    told = json.loads(line)
    assert (told["event"], told["exception"]) == ("parsing_failed", "ValueError")
    assert told["where"][-1].startswith("tests/nlu/runtime/test_app.py:")


DIES = """
import logging, threading
from nlu.runtime.serving import printed
printed.set_up()
logging.getLogger("asyncio").error("never retrieved: %s", "CANARY", stack_info=True)
thread = threading.Thread(target=int, args=("CANARY",))
thread.start()
thread.join()
class Odd:
    def __del__(self):
        int("CANARY")
Odd()
int("CANARY")
"""


def test_whatever_fails_in_the_process_is_a_kind_and_nothing_more() -> None:
    """A library's log line, a thread, a destructor, and what ends the process itself."""
    ended = _run(DIES)

    assert ended.returncode == 1
    assert "CANARY" not in ended.stdout + ended.stderr
    told = [json.loads(line) for line in ended.stderr.splitlines()]
    assert [line["logger"] for line in told] == ["asyncio", *[printed.__name__] * 3]
    assert [line.get("exception") for line in told] == [None, *["ValueError"] * 3]


CANT_BE_WRITTEN = """
import logging, os, sys
from nlu.runtime.serving import printed
printed.set_up()
other = os.dup(2)
sys.stderr.close()
sys.stderr = os.fdopen(other, "w")
logging.getLogger("asyncio").error("%s", "CANARY")
"""


def test_a_line_that_cant_be_written_isnt_shown_in_another_way() -> None:
    """Python's logging would show the message and where it came from."""
    assert _run(CANT_BE_WRITTEN).stderr == ""


def _run(program: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: pytest has hooks and handlers of its own."""
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

"""Stock `rasa run`: REST channel, RulePolicy, the pipeline and data of our own model."""

import asyncio
import contextlib
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from bench.figures import Round
from bench.turns import ACTS, free_text, now
from bot.errors import ConfigError
from bot.processes.model_server import PROJECT, PYTHON
from bot.processes.redis_server import die_with_parent
from nlu.intents import INTENTS
from sandbox.ports import free_port
from tests.kit.processes import resident

START_SECONDS = 300.0
UP = b"Rasa server is up and running"
OURS, BORROWED = "components.registered.", "stock.borrowed."
"""The pipeline's components, and the same ones which needn't be trained (nlu/model/stock)."""


class Stock:
    """A running server."""

    def __init__(self, url: str, session: aiohttp.ClientSession, pid: int) -> None:
        self._pid = pid
        self._url = f"{url}/webhooks/rest/webhook"
        self._session = session
        self._senders = 0

    async def round(self, chats: int, seconds: float) -> Round:
        """Closed loop over the REST channel, as `bench.turns.Load` does it with ours."""
        latencies: list[float] = []
        passed, lost = 0.0, 0
        while passed < seconds:
            began = now()
            async with asyncio.TaskGroup() as group:
                talks = [group.create_task(self._chat()) for _ in range(chats)]
            passed += now() - began
            for talk in talks:
                found, missing = talk.result()
                latencies += found
                lost += missing
        return Round(latencies, passed, lost, megabytes=resident(self._pid))

    async def _chat(self) -> tuple[list[float], int]:
        self._senders += 1
        sender, found, lost = f"sender {self._senders}", list[float](), 0
        for number in range(ACTS):
            at = now()
            body = {"sender": sender, "message": free_text(number)}
            async with self._session.post(self._url, json=body) as answer:
                if await answer.json():
                    found.append(now() - at)
                else:
                    lost += 1
        return found, lost


@asynccontextmanager
async def rasa(trained: Path) -> AsyncIterator[Stock]:
    """Make the model with the parts of `trained`, and run it. Raises `ConfigError`."""
    with tempfile.TemporaryDirectory(prefix="helpline-stock-") as name:
        folder = Path(name)
        _project(folder)
        training = await _rasa(
            *("train", "--domain", str(folder / "domain.yml"), "--out", str(folder)),
            *("--config", str(folder / "config.yml"), "--fixed-model-name", "stock"),
            *("--data", str(folder / "rules.yml"), str(folder / "nlu.yml"), "--skip-validation"),
            trained=trained,
        )
        await _read(training, b"")
        if await training.wait() != 0:
            raise ConfigError("stock Rasa could not be trained")
        port = free_port()
        server = await _rasa(
            *("run", "--model", str(folder / "stock.tar.gz"), "--port", str(port)),
            *("--interface", "127.0.0.1", "--credentials", str(folder / "credentials.yml")),
            *("--endpoints", str(folder / "endpoints.yml")),
            trained=trained,
        )
        try:
            async with asyncio.timeout(START_SECONDS):
                if not await _read(server, UP):
                    raise ConfigError("stock Rasa didn't come up")
                await _listens(port)
            connector = aiohttp.TCPConnector(limit=0)
            rest = asyncio.ensure_future(_read(server, b""))  # or it stands still at a full pipe
            async with aiohttp.ClientSession(connector=connector) as session:
                yield Stock(f"http://127.0.0.1:{port}", session, server.pid)
            rest.cancel()
        finally:
            with contextlib.suppress(ProcessLookupError):
                server.kill()
            await server.wait()


async def _listens(port: int) -> None:
    """It says that it is up a moment before it listens."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0)
        else:
            writer.close()
            return


async def _read(process: asyncio.subprocess.Process, until: bytes) -> bool:
    """Read what it says, up to those words (without any, to its end): whether they came."""
    assert process.stderr is not None  # noqa: S101 - asked for by `_rasa`
    while chunk := await process.stderr.readline():
        if until and until in chunk:
            return True
    return False


async def _rasa(*words: str, trained: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        str(PYTHON),
        *("-m", "rasa", *words),
        cwd=PROJECT,
        env={
            **os.environ,
            "PYTHONPATH": str(PROJECT),  # where Rasa looks for our components
            "HELPLINE_TRAINED_MODEL": str(trained),
            "RASA_TELEMETRY_ENABLED": "false",
            "RASA_MAX_CACHE_SIZE": "0",
            "OMP_WAIT_POLICY": "passive",  # as our own model process has it
        },
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=die_with_parent,
    )


def _project(folder: Path) -> None:
    """A domain with one answer for each intent, and one rule each."""
    intents = sorted(INTENTS)
    domain = ['version: "3.1"', "intents:", *(f"  - {one}" for one in intents), "responses:"]
    for one in intents:
        domain += [f"  utter_{one}:", f"    - text: answer to {one}"]
    rules = ['version: "3.1"', "rules:"]
    said = ['version: "3.1"', "nlu:"]  # only so that Rasa sees an example of each
    for one in intents:
        rules += [f"  - rule: {one}", "    steps:"]
        rules += [f"      - intent: {one}", f"      - action: utter_{one}"]
        said += [f"  - intent: {one}", "    examples: |", f"      - {one} 1", f"      - {one} 2"]
    config = (PROJECT / "config.yml").read_text(encoding="utf-8").split("policies:")[0]
    head, pipeline = config.split("importers:")[0], config[config.index("pipeline:") :]
    pipeline = pipeline.replace(OURS, BORROWED).rstrip()
    files = {
        "domain.yml": "\n".join(domain),
        "rules.yml": "\n".join(rules),
        "nlu.yml": "\n".join(said),
        "config.yml": f"{head}{pipeline}\npolicies:\n  - name: RulePolicy",
        "endpoints.yml": "",
        "credentials.yml": "rest:",
    }
    for name, content in files.items():
        (folder / name).write_text(content + "\n", encoding="utf-8")

"""Stock `rasa run`: REST channel, RulePolicy, the pipeline and data of our own model."""

import asyncio
import itertools
import os
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import aiohttp

from bench.figures import Figures, figures
from bench.turns import ACTS, free_text
from bot.clock import SystemClock
from bot.errors import ConfigError
from bot.model_process import PROJECT, PYTHON
from bot.redis_process import die_with_parent
from nlu.intents import INTENTS

START_SECONDS = 300.0
OWN_IMPORTER = "preparation.importer.HelplineImporter"
IMPORTER = f"""
from preparation.importer import HelplineImporter


class Importer(HelplineImporter):
    def __init__(self, config_file=None, domain_path=None, training_data_paths=None, **kwargs):
        super().__init__(config_file, domain_path, [{str(PROJECT / "data")!r}])
"""
"""Our data beside the rules, which Rasa's own importer reads."""

_now = SystemClock().monotonic


async def rasa(what: str, chats: tuple[int, ...], seconds: float) -> list[Figures]:
    """Closed loop over the REST channel, as many conversations as `chats`."""
    async with _served() as url:
        return [await _measure(what, url, count, seconds) for count in chats]


async def _measure(what: str, url: str, chats: int, seconds: float) -> Figures:
    latencies: list[float] = []
    lost = 0
    began = _now()

    async def chat(number: int, session: aiohttp.ClientSession) -> None:
        nonlocal lost
        for turn in itertools.count():
            if _now() >= began + seconds:
                return
            at = _now()
            body = {"sender": f"{chats}-{number}-{turn // ACTS}", "message": free_text(turn % ACTS)}
            async with session.post(f"{url}/webhooks/rest/webhook", json=body) as answer:
                if await answer.json():
                    latencies.append(_now() - at)
                else:
                    lost += 1

    connector = aiohttp.TCPConnector(limit=chats)
    async with aiohttp.ClientSession(connector=connector) as session, asyncio.TaskGroup() as group:
        for number in range(chats):
            group.create_task(chat(number, session))
    return figures(what, chats, latencies, _now() - began, lost=lost)


def _project(folder: Path) -> None:
    """A domain with one answer for each intent, and one rule each."""
    intents = sorted(INTENTS)
    domain = ['version: "3.1"', "intents:", *(f"  - {one}" for one in intents), "responses:"]
    for one in intents:
        domain += [f"  utter_{one}:", f"    - text: answer to {one}"]
    rules = ['version: "3.1"', "rules:"]
    for one in intents:
        rules += [f"  - rule: {one}", "    steps:"]
        rules += [f"      - intent: {one}", f"      - action: utter_{one}"]
    config = (PROJECT / "config.yml").read_text(encoding="utf-8").split("policies:")[0]
    config = config.replace(OWN_IMPORTER, "RasaFileImporter\n  - name: stock_importer.Importer")
    (folder / "domain.yml").write_text("\n".join(domain) + "\n", encoding="utf-8")
    (folder / "rules.yml").write_text("\n".join(rules) + "\n", encoding="utf-8")
    (folder / "config.yml").write_text(
        config.rstrip() + "\npolicies:\n  - name: RulePolicy\n", encoding="utf-8"
    )
    (folder / "stock_importer.py").write_text(IMPORTER, encoding="utf-8")
    (folder / "endpoints.yml").write_text("", encoding="utf-8")
    (folder / "credentials.yml").write_text("rest:\n", encoding="utf-8")


@asynccontextmanager
async def _served() -> AsyncIterator[str]:
    """Train it and run it. Raises `ConfigError`."""
    with (
        tempfile.TemporaryDirectory(prefix="helpline-stock-") as name,
        closing(socket.socket()) as probe,
    ):
        folder = Path(name)
        _project(folder)
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        training = await _rasa(
            *("train", "--domain", str(folder / "domain.yml"), "--out", str(folder)),
            *("--config", str(folder / "config.yml"), "--fixed-model-name", "stock"),
            *("--data", str(folder / "rules.yml")),
            folder=folder,
        )
        if await training.wait() != 0:
            raise ConfigError("stock Rasa could not be trained")
        server = await _rasa(
            *("run", "--model", str(folder / "stock.tar.gz"), "--port", str(port)),
            *("--interface", "127.0.0.1", "--credentials", str(folder / "credentials.yml")),
            *("--endpoints", str(folder / "endpoints.yml")),
            folder=folder,
        )
        try:
            await _up(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()
            await server.wait()


async def _rasa(*words: str, folder: Path) -> asyncio.subprocess.Process:
    found = f"{PROJECT}{os.pathsep}{folder}"  # where Rasa looks for our components
    return await asyncio.create_subprocess_exec(
        str(PYTHON),
        *("-m", "rasa", *words),
        cwd=PROJECT,
        env={
            **os.environ,
            "PYTHONPATH": found,
            "RASA_TELEMETRY_ENABLED": "false",
        },
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        preexec_fn=die_with_parent,
    )


async def _up(url: str) -> None:
    async with asyncio.timeout(START_SECONDS), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(url) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.5)

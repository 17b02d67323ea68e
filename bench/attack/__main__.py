"""The command: attacks a helpline on this machine, then writes docs/attack.md.

python -m bench.attack [--accounts 2000] [--rate 200] [--seconds 300] [--way webhook|polling]
                       [--seed 1] [--only-print]
"""

import argparse
import asyncio
import contextlib
import platform
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bench.attack.crowd import Crowd
from bench.attack.others import Others
from bench.attack.page import Attack, Scale, Way, written
from bench.processes import QUIET
from bot.cli import webhook
from bot.clock import SystemClock
from bot.compose import Needs, parts
from bot.config import Settings
from bot.processes.model_server import bundled
from bot.store import connect
from sandbox import Limits, Sandbox
from tests.kit.ports import free_port
from tests.kit.processes import Prepared, Process, prepared

STORE_BYTES = 512 * 1024 * 1024
"""As in deploy/."""

TICK = 0.05
EACH = 4.0
"""Seconds between two people in danger, and two who erase."""

DRAIN_SECONDS = 120.0
"""After the attack: until everything is answered that still waits at Telegram."""

SECRET = "s" * 48
_now = SystemClock().monotonic


@asynccontextmanager
async def started(way: Way) -> AsyncIterator[tuple[Prepared, dict[str, Process], int]]:
    """The helpline with its model, as processes; and the port of intake's figures."""
    async with AsyncExitStack() as stack:
        model = await stack.enter_async_context(bundled())
        limits = Limits(enabled=False, webhook_backoff_seconds=0.05)
        more = {"HELPLINE_NLU_URL": model.url, "HELPLINE_WEBHOOK_SECRET": SECRET}
        ready = await stack.enter_async_context(prepared(limits=limits, **more))
        store = connect(ready.servers.store, "HELPLINE_REDIS_URL")
        await store.config_set("maxmemory-policy", "noeviction")
        await store.config_set("maxmemory", STORE_BYTES)
        await store.aclose()
        bots, figures = {}, free_port()
        for name in ready.environments:
            port = free_port()
            own = {"HELPLINE_WEBHOOK_LISTEN": f"127.0.0.1:{port}"} if way is Way.WEBHOOK else {}
            if name == "intake":
                own["HELPLINE_INTERNAL_LISTEN"] = f"127.0.0.1:{figures}"
            else:
                own["HELPLINE_NLU_URL"] = ""  # in production its model is another one
            bots[name] = ready.bot(name, QUIET, **own)
            await bots[name].start()
            stack.push_async_callback(bots[name].end, signal.SIGKILL)
            if way is Way.WEBHOOK:
                await _listens(port)
                await webhook.act(_settings(ready, name, port), "set", name)
            else:
                await ready.sandbox.polled(name, 60.0)
        yield ready, bots, figures


def _settings(ready: Prepared, name: str, port: int) -> Settings:
    own = ready.sandbox.settings
    url = f"http://127.0.0.1:{port}"
    return Settings(
        intake_token=own.intake_token if name == "intake" else "",
        desk_token=own.desk_token if name == "desk" else "",
        telegram_api=ready.sandbox.url,
        webhook_url=url,
        webhook_secret=SECRET,
    )


async def _listens(port: int) -> None:
    async with asyncio.timeout(60.0):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(TICK)


async def attacked(options: argparse.Namespace, way: Way) -> Attack:
    """Play an attack while others write, and measure what becomes of the others."""
    async with started(way) as (ready, bots, figures):
        box = ready.sandbox
        crowd = Crowd([box.person(f"crowd-{n}") for n in range(options.accounts)], options.seed)
        master = ready.environments["intake"]["HELPLINE_MASTER_KEY"]
        settings = Settings(
            redis_url=ready.servers.store, keyring_url=ready.servers.keyring, master_key=master
        )
        async with parts(settings, needs=Needs.STORE) as own:
            others = Others(box, own)
            began = _now()
            async with asyncio.TaskGroup() as group:
                group.create_task(_flood(crowd, options.rate, options.seconds))
                group.create_task(_every(others.in_danger, options.seconds))
                group.create_task(_every(others.erasing, options.seconds))
            took = _now() - began
            drained = await _drained(box)
            told = await _figures(figures)
            dead = [name for name, bot in bots.items() if not bot.runs]
        scale = Scale(options.accounts, options.rate, options.seconds)
        return Attack(way, scale, took, crowd.done, others.measured, drained, told, dead)


async def _flood(crowd: Crowd, rate: int, seconds: float) -> None:
    """So many acts a second. A tick that is late is made up for."""
    began, done = _now(), 0
    while (passed := _now() - began) < seconds:
        for _ in range(int(passed * rate) - done):
            await crowd.act()
            done += 1
        await asyncio.sleep(TICK)


async def _every(act: Callable[[], Coroutine[Any, Any, None]], seconds: float) -> None:
    began = _now()
    async with asyncio.TaskGroup() as group:
        while _now() - began < seconds:
            group.create_task(act())
            await asyncio.sleep(EACH)


async def _drained(box: Sandbox) -> float | None:
    """Seconds until nothing waits at Telegram any more; None if that takes too long."""
    began = _now()
    while len(box.intake.queue) or len(box.desk_bot.queue):
        if _now() - began > DRAIN_SECONDS:
            return None
        await asyncio.sleep(0.2)
    return _now() - began


async def _figures(port: int) -> dict[str, float]:
    """Intake's figures, each series by its name and labels."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/metrics") as answer,
    ):
        lines = (await answer.text()).splitlines()
    return {
        line.rpartition(" ")[0]: float(line.rpartition(" ")[2])
        for line in lines
        if line and not line.startswith("#")
    }


def main() -> int:
    """Attack, print, and write; 1 where something was lost or too late."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--accounts", type=int, default=2000)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--way", choices=[way.value for way in Way], action="append")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-print", action="store_true")
    options = parser.parse_args()
    ways = [Way(one) for one in options.way or [way.value for way in Way]]
    ended = [asyncio.run(attacked(options, way)) for way in ways]
    text = written(ended, platform.platform())
    print(text)
    if not options.only_print:
        Path("docs/attack.md").write_text(text, encoding="utf-8")
    return 0 if all(one.is_withstood for one in ended) else 1


if __name__ == "__main__":
    sys.exit(main())

"""The command: attacks a helpline on this machine, then writes docs/attack.md.

python -m bench.attack [--accounts 2000] [--rate 200] [--seconds 300] [--way webhook|polling]
                       [--seed 1] [--without-half] [--only-print]

Where the webhook's rate is more than the machine takes, half of it is tried as well.
"""

import argparse
import asyncio
import contextlib
import os
import platform
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bench.attack import spent
from bench.attack.crowd import Crowd
from bench.attack.hijacks import Hijacks
from bench.attack.hostile import Hostile
from bench.attack.others import Others
from bench.attack.page import Attack, Scale, Way, written
from bench.attack.tried import Tried
from bench.processes import QUIET
from bot.cli import webhook as webhook_command
from bot.clock import SystemClock
from bot.compose import Needs, parts
from bot.config import Settings
from bot.processes.model_server import bundled
from bot.store import Redis, connect
from bot.store.backlog import Backlog
from bot.store.names import BACKLOG
from sandbox import Limits, Sandbox
from sandbox.ports import free_port
from tests.kit.processes import Prepared, Process, prepared

STORE_BYTES = 512 * 1024 * 1024
"""Of memory, as in deploy/."""

KEYRING_BYTES = 128 * 1024 * 1024
"""Of memory, as in deploy/."""

TICK = 0.05
EACH = 4.0
"""Seconds between two people in danger, and two who erase."""

START_SECONDS = 240.0
"""For a bot to come up, on a machine that is busy with something else as well."""

DRAIN_SECONDS = 120.0
"""After the attack: until everything is answered that still waits at Telegram."""

DONE = 'helpline_updates_total{outcome="done"}'

SECRET = "s" * 48
_now = SystemClock().monotonic


@dataclass(frozen=True, slots=True)
class Running:
    """The helpline under attack. `ports`: where each bot listens for its webhook; `figures`:
    intake's port of metrics; `pids`: processes by what the page calls them."""

    ready: Prepared
    bots: dict[str, Process]
    ports: dict[str, int]
    figures: int
    pids: dict[str, int]

    @property
    def by_webhook(self) -> bool:
        """Whether updates are brought."""
        return self.ready.sandbox.intake.webhook is not None


@asynccontextmanager
async def started(way: Way) -> AsyncIterator[Running]:
    """The helpline with its model, as processes."""
    async with AsyncExitStack() as stack:
        model = await stack.enter_async_context(bundled())
        limits = Limits(enabled=False, webhook_backoff_seconds=0.05)
        more = {"HELPLINE_NLU_URL": model.url, "HELPLINE_WEBHOOK_SECRET": SECRET}
        ready = await stack.enter_async_context(prepared(limits=limits, **more))
        await _bounded(ready.servers.store, STORE_BYTES)
        await _bounded(ready.servers.keyring, KEYRING_BYTES)
        bots, ports, figures = dict[str, Process](), dict[str, int](), free_port()
        for name in ready.environments:
            port = ports[name] = free_port()
            own = dict[str, str]()
            if way is Way.WEBHOOK:  # before the bot looks whether it is ours
                await webhook_command.act(_settings(ready, name, port), "set", name)
                own["HELPLINE_WEBHOOK_LISTEN"] = f"127.0.0.1:{port}"
                own["HELPLINE_WEBHOOK_URL"] = f"http://127.0.0.1:{port}"
            if name == "intake":
                own["HELPLINE_INTERNAL_LISTEN"] = f"127.0.0.1:{figures}"
            else:
                own["HELPLINE_NLU_URL"] = ""  # in production its model is another one
            bots[name] = ready.bot(name, QUIET, **own)
            await bots[name].start()
            stack.push_async_callback(bots[name].end, signal.SIGKILL)
            if way is Way.WEBHOOK:
                await _listens(port)
            else:
                await ready.sandbox.polled(name, START_SECONDS)
        pids = {name: bot.started.pid for name, bot in bots.items()}
        pids |= {"the model": model.pid, "the crowd and Telegram": os.getpid()}
        pids["the store"] = await spent.server(ready.servers.store)
        pids["the keyring"] = await spent.server(ready.servers.keyring)
        yield Running(ready, bots, ports, figures, pids)


async def _bounded(url: str, most: int) -> None:
    """Let a server use so many bytes, and refuse what is more."""
    redis = connect(url, "HELPLINE_REDIS_URL")
    await redis.config_set("maxmemory-policy", "noeviction")
    await redis.config_set("maxmemory", most)
    await redis.aclose()


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
    async with asyncio.timeout(START_SECONDS):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(TICK)


async def attacked(options: argparse.Namespace, way: Way) -> Attack:
    """Play an attack while others write, and measure what becomes of the others."""
    async with started(way) as on:
        ready, box = on.ready, on.ready.sandbox
        crowd = Crowd([box.person(f"crowd-{n}") for n in range(options.accounts)], options.seed)
        master = ready.environments["intake"]["HELPLINE_MASTER_KEY"]
        settings = Settings(
            redis_url=ready.servers.store, keyring_url=ready.servers.keyring, master_key=master
        )
        async with parts(settings, needs=Needs.STORE) as own:
            others = Others(box, own)
            spends = spent.Spent(on.pids)
            began = _now()
            async with asyncio.TaskGroup() as group:
                group.create_task(_flood(crowd, options.rate, options.seconds))
                group.create_task(_every(others.in_danger, options.seconds))
                group.create_task(_every(others.erasing, options.seconds))
            took = _now() - began
            taken = (await _figures(on.figures)).get(DONE, 0.0)
            each = spends.since()
            drained = await _drained(box, own.store.backlog)
            left = _dropped(box) + await _forgotten(own.store.keyring)
            found = await _one_by_one(on, others, options.seed)
            told = await _figures(on.figures)
            dead = [name for name, bot in on.bots.items() if not bot.runs]
        scale = Scale(options.accounts, options.rate, options.seconds)
        of = crowd.done, others.measured, drained, told, dead
        cores = len(os.sched_getaffinity(0))
        return Attack(way, scale, took, *of, taken, each, cores, found, left)


async def _one_by_one(on: Running, others: Others, seed: int) -> list[Tried]:
    """Hostile inputs and hijacks, once the flood is over."""
    box, port = on.ready.sandbox, on.ports["intake"]
    webhook = f"http://127.0.0.1:{port}/intake" if on.by_webhook else ""
    hostile = Hostile(box, others, seed)
    found = [*await hostile.all((webhook, SECRET) if webhook else None)]

    async def restore() -> None:
        await webhook_command.act(_settings(on.ready, "intake", port), "set", "intake")

    return [*found, *await Hijacks(box, others, webhook, restore).all()]


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


async def _drained(box: Sandbox, backlog: Backlog) -> float | None:
    """Seconds until nothing waits any more, at Telegram or here; None if that takes too long."""
    began = _now()
    while len(box.intake.queue) or len(box.desk_bot.queue) or not await backlog.is_empty():
        if _now() - began > DRAIN_SECONDS:
            return None
        await asyncio.sleep(0.2)
    return _now() - began


def _dropped(box: Sandbox) -> int:
    """Drop the updates that still wait at Telegram, so that single attempts are judged by
    themselves; returns how many."""
    left = len(box.intake.queue) + len(box.desk_bot.queue)
    for bot in (box.intake, box.desk_bot):
        bot.queue.clear()
    return left


async def _forgotten(keyring: Redis) -> int:
    """Forget the texts that still wait here; returns how many."""
    left = 0
    async for name in keyring.scan_iter(f"*:{BACKLOG}", count=500):
        left += await keyring.llen(name)
        await keyring.delete(name)
    return left


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
    parser.add_argument("--without-half", action="store_true")
    parser.add_argument("--only-print", action="store_true")
    options = parser.parse_args()
    ended = []
    for way in [Way(one) for one in options.way or [way.value for way in Way]]:
        ended.append(asyncio.run(attacked(options, way)))
        if way is Way.WEBHOOK and not (ended[-1].is_withstood or options.without_half):
            half = argparse.Namespace(**{**vars(options), "rate": options.rate // 2})
            ended.append(asyncio.run(attacked(half, way)))
    text = written(ended, platform.platform())
    print(text)
    if not options.only_print:
        Path("docs/attack.md").write_text(text, encoding="utf-8")
    return 0 if all(one.is_withstood for one in ended) else 1


if __name__ == "__main__":
    sys.exit(main())

"""The processes that are measured: ours, and the peers."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sandbox import Sandbox, SandboxSettings, serve
from sandbox.model import Member
from sandbox.settings import DESK_RIGHTS
from tests.kit.ports import free_port
from tests.kit.processes import Process, prepared

READY_SECONDS = 300.0
QUIET = asyncio.subprocess.DEVNULL


@dataclass
class Line:
    """A sandbox with bots that run against it."""

    sandbox: Sandbox
    bots: dict[str, Process]
    redis_url: str = ""


@asynccontextmanager
async def ours(
    *, nlu_url: str = "", internal: str = "", trace: str = "", webhook: bool = False
) -> AsyncIterator[Line]:
    """The helpline as deployed: the store, the keyring, intake and desk, each a process of its own.

    `internal`: where intake shows its figures; `trace`: the file to which it writes its spans;
    `webhook`: intake is sent its updates instead of asking for them.
    """
    async with prepared(HELPLINE_NLU_URL=nlu_url) as ready:
        more = _webhook(free_port()) if webhook else {}
        intake = ready.bot("intake", QUIET, HELPLINE_INTERNAL_LISTEN=internal, **more)
        if trace:
            intake.words = ("bench.traced", trace)
        if webhook:
            told = Process(("bot", "webhook", "set", "intake"), intake.environment, QUIET)
            await told.start()
            await told.started.wait()
        bots = {"intake": intake, "desk": ready.bot("desk", QUIET)}
        async with _up(Line(ready.sandbox, bots, ready.servers.store)) as line:
            yield line


def _webhook(port: int) -> dict[str, str]:
    return {
        "HELPLINE_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        "HELPLINE_WEBHOOK_URL": f"http://127.0.0.1:{port}/",
        "HELPLINE_WEBHOOK_SECRET": secrets.token_urlsafe(32),
    }


@asynccontextmanager
async def peer(module: str) -> AsyncIterator[Line]:
    """A peer: one process that plays the person's bot, and the desk's if it has one."""
    async with serve(SandboxSettings(limits=False)) as sandbox:
        bot = sandbox.intake  # it serves both sides, so it belongs to the operators' group as well
        sandbox.desk.chat.members[bot.id] = Member(bot.user, "administrator", DESK_RIGHTS)
        environment = {
            "BENCH_API": sandbox.url,
            "BENCH_TOKEN": sandbox.settings.intake_token,
            "BENCH_CHAT": str(sandbox.settings.desk_chat),
        }
        async with _up(Line(sandbox, {"intake": Process((module,), environment, QUIET)})) as line:
            yield line


@asynccontextmanager
async def _up(line: Line) -> AsyncIterator[Line]:
    try:
        for name, bot in line.bots.items():
            await bot.start()
            await line.sandbox.polled(name, READY_SECONDS)
        yield line
    finally:
        for bot in line.bots.values():
            if bot.runs:
                await bot.kill()

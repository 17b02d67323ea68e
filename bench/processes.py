"""The processes that are measured: ours, and the peers."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bench.plain import TRICKS
from bot.cli.webhook import act
from bot.config import Settings
from sandbox import Sandbox, SandboxSettings, serve
from sandbox.model import Member
from sandbox.ports import free_port
from sandbox.settings import DESK_RIGHTS
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
    *, nlu_url: str = "", internal: str = "", trace: str = "", plain: str = ""
) -> AsyncIterator[Line]:
    """The helpline: Redis, intake and desk as processes of their own. `internal`: where intake
    shows its figures; `trace`: the file to which it writes its spans; `plain`: the trick that they
    do without (bench/plain.py)."""
    async with prepared(HELPLINE_NLU_URL=nlu_url) as ready:
        intake = ready.bot("intake", QUIET, HELPLINE_INTERNAL_LISTEN=internal)
        if trace:
            intake.words = ("bench.traced", trace)
        desk = ready.bot("desk", QUIET, HELPLINE_NLU_URL="")  # its index would take intake's model
        bots = {"intake": intake, "desk": desk}
        _without(plain, bots)
        async with _up(Line(ready.sandbox, bots, ready.servers.store)) as line:
            yield line


@asynccontextmanager
async def hooked(plain: str = "") -> AsyncIterator[Line]:
    """The helpline, whose intake is brought its updates by webhook. `plain`: as for `ours`."""
    secret, port = secrets.token_hex(32), free_port()
    async with prepared(HELPLINE_WEBHOOK_SECRET=secret) as ready:
        listen = f"127.0.0.1:{port}"
        bots = {
            "intake": ready.bot("intake", QUIET, HELPLINE_WEBHOOK_LISTEN=listen),
            "desk": ready.bot("desk", QUIET),
        }
        _without(plain, bots)
        settings = Settings(
            intake_token=ready.sandbox.settings.intake_token,
            telegram_api=ready.sandbox.url,
            webhook_url=f"http://{listen}",
            webhook_secret=secret,
        )
        await bots["intake"].start()
        try:
            await _listens(port)
            await act(settings, "set", "intake")
            async with _up(Line(ready.sandbox, {"desk": bots["desk"]}, ready.servers.store)) as up:
                yield replace(up, bots=bots)
        finally:
            if bots["intake"].runs:
                await bots["intake"].kill()


async def _listens(port: int) -> None:
    """Until somebody listens there."""
    async with asyncio.timeout(READY_SECONDS):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
                continue
            writer.close()
            return


def _without(trick: str, bots: Mapping[str, Process]) -> None:
    """Let those bots that have a trick run without it."""
    for name in TRICKS[trick].bots if trick else ():
        bots[name].words = ("bench.plain", trick, name)


@asynccontextmanager
async def peer(module: str, *, webhook: bool = False) -> AsyncIterator[Line]:
    """A peer: one process that plays the person's bot, and the desk's if it has one. `webhook`:
    it is brought its updates instead of asking for them."""
    port = free_port() if webhook else 0
    async with serve(SandboxSettings(limits=False)) as sandbox:
        bot = sandbox.intake  # it serves both sides, so it belongs to the operators' group as well
        sandbox.desk.chat.members[bot.id] = Member(bot.user, "administrator", DESK_RIGHTS)
        environment = {
            "BENCH_API": sandbox.url,
            "BENCH_TOKEN": sandbox.settings.intake_token,
            "BENCH_CHAT": str(sandbox.settings.desk_chat),
            "BENCH_LISTEN": str(port or ""),
        }
        async with _up(
            Line(sandbox, {"intake": Process((module,), environment, QUIET)}), port
        ) as line:
            yield line


@asynccontextmanager
async def _up(line: Line, port: int = 0) -> AsyncIterator[Line]:
    """Start the bots; over when they poll, or listen on `port`."""
    try:
        for name, bot in line.bots.items():
            if port:
                await bot.start()
                await _listens(port)
            else:
                await _comes_up(line.sandbox, name, bot)
        yield line
    finally:
        for bot in line.bots.values():
            if bot.runs:
                await bot.kill()


async def _comes_up(sandbox: Sandbox, name: str, bot: Process) -> None:
    """Start a bot, until it polls. Raises `RuntimeError` if it ends instead."""
    await bot.start()
    polls = asyncio.ensure_future(sandbox.polled(name, READY_SECONDS))
    ends = asyncio.ensure_future(bot.started.wait())
    await asyncio.wait([polls, ends], return_when=asyncio.FIRST_COMPLETED)
    if not polls.done():
        polls.cancel()
        raise RuntimeError(f"{name} ended with {ends.result()} before it polled")
    ends.cancel()
    await polls

"""The processes that are measured: ours, and the peers."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from bot.privacy.vault import Keys
from bot.processes.redis_server import die_with_parent, store_and_keyring
from sandbox import Sandbox, SandboxSettings, serve
from sandbox.demo_staff import enrol_before_start
from sandbox.environment import environments
from sandbox.model import Member
from sandbox.settings import DESK_RIGHTS

READY_SECONDS = 300.0


@dataclass
class Process:
    """One bot, which can be killed and started again."""

    words: tuple[str, ...]
    environment: dict[str, str]
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; it comes up by itself."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", *self.words),
            env={**os.environ, **self.environment},
            stderr=asyncio.subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )

    async def kill(self) -> None:
        """SIGKILL."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    @property
    def megabytes(self) -> float:
        """Resident memory; 0 before it was started."""
        return resident(self.process.pid) if self.process is not None else 0.0


def resident(pid: int) -> float:
    """A process's resident memory in megabytes (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    found = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(found[0]) / 1024 if found else 0.0


@dataclass
class Line:
    """A sandbox with bots that run against it."""

    sandbox: Sandbox
    bots: dict[str, Process]
    redis_url: str = ""


@asynccontextmanager
async def ours(*, nlu_url: str = "", internal: str = "", trace: str = "") -> AsyncIterator[Line]:
    """The helpline: Redis, intake and desk as processes of their own. `internal`: where intake
    shows its figures; `trace`: the file to which it writes its spans."""
    async with store_and_keyring() as servers, _sandbox() as sandbox:
        master = Keys.new_master()
        found = environments(
            sandbox,
            servers,
            master,
            HELPLINE_DESK_LOCALE="en",
            HELPLINE_DESK_RATE="0",
            HELPLINE_NLU_URL=nlu_url,
            SENTRY_DSN="",
        )
        intake = {**found["intake"], "HELPLINE_INTERNAL_LISTEN": internal}
        words = ("bench.traced", trace) if trace else ("bot", "intake")
        bots = {"intake": Process(words, intake), "desk": Process(("bot", "desk"), found["desk"])}
        await enrol_before_start(sandbox, servers, master)
        async with _up(Line(sandbox, bots, servers.store)) as line:
            yield line


@asynccontextmanager
async def peer(module: str) -> AsyncIterator[Line]:
    """A peer: one process that plays the person's bot, and the desk's if it has one."""
    async with _sandbox() as sandbox:
        bot = sandbox.intake  # it serves both sides, so it belongs to the operators' group as well
        sandbox.desk.chat.members[bot.id] = Member(bot.user, "administrator", DESK_RIGHTS)
        environment = {
            "BENCH_API": sandbox.url,
            "BENCH_TOKEN": sandbox.settings.intake_token,
            "BENCH_CHAT": str(sandbox.settings.desk_chat),
        }
        async with _up(Line(sandbox, {"intake": Process((module,), environment)})) as line:
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
            await bot.kill()


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _sandbox() -> Sandbox:
    return serve(SandboxSettings(limits=False))

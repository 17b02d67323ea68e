"""Bots as processes of their own against a sandbox, which are killed and started again."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers, die_with_parent, redis_server
from sandbox import Limits, Sandbox, SandboxSettings, serve
from sandbox.demo_staff import enrol_before_start
from sandbox.environment import environments


@dataclass
class Process:
    """A Python module with its arguments as a process. `stderr`: as asyncio takes it."""

    words: tuple[str, ...]
    environment: dict[str, str]
    stderr: int | None = None
    process: asyncio.subprocess.Process | None = None

    @property
    def started(self) -> asyncio.subprocess.Process:
        """The newest start of it."""
        assert self.process is not None, "it was started"
        return self.process

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.returncode is None

    @property
    def megabytes(self) -> float:
        """Resident memory; 0 before it was started."""
        return resident(self.process.pid) if self.process is not None else 0.0

    async def start(self) -> None:
        """Start it; it comes up by itself."""
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *self.words),
            env={**os.environ, **self.environment},
            stderr=self.stderr,
            preexec_fn=die_with_parent,
        )

    async def end(self, number: signal.Signals) -> int:
        """Send the signal if it still runs; its status once it has ended."""
        if self.runs:
            self.started.send_signal(number)
        return await self.started.wait()

    async def kill(self) -> None:
        """SIGKILL: no goodbye, no flush."""
        assert self.runs, "it had ended by itself"
        await self.end(signal.SIGKILL)

    async def killed_and_started(self) -> None:
        """The death and the restart by a supervisor."""
        await self.kill()
        await self.start()


def resident(pid: int) -> float:
    """A process's resident memory in megabytes (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    found = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(found[0]) / 1024 if found else 0.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """What bots run against: a sandbox whose operators are enrolled, and the two servers.

    `environments`: of each bot, by its name.
    """

    sandbox: Sandbox
    servers: Servers
    environments: dict[str, dict[str, str]]

    def bot(self, name: str, stderr: int | None = None, **more: str) -> Process:
        """A bot that is yet to start. `more`: variables for it alone."""
        return Process(("bot", name), {**self.environments[name], **more}, stderr)


@asynccontextmanager
async def prepared(
    store: str | None = None, *, limits: Limits | bool = False, **more: str
) -> AsyncIterator[Prepared]:
    """On this store, or on one of its own, with a new master key. `more`: variables for both."""
    async with AsyncExitStack() as stack:
        own = redis_server() if store is None else nullcontext(store)
        keyring = await stack.enter_async_context(redis_server())
        servers = Servers(await stack.enter_async_context(own), keyring)
        sandbox = await stack.enter_async_context(serve(SandboxSettings(limits=limits)))
        master = Keys.new_master()
        usual = {
            "HELPLINE_DESK_LOCALE": "en",
            "HELPLINE_DESK_RATE": "0",
            "HELPLINE_NLU_URL": "",
            "SENTRY_DSN": "",
        }
        found = environments(sandbox, servers, master, **{**usual, **more})
        await enrol_before_start(sandbox, servers, master)
        yield Prepared(sandbox, servers, found)


@asynccontextmanager
async def processes(
    store: str | None = None,
) -> AsyncIterator[tuple[Sandbox, dict[str, Process]]]:
    """The sandbox, and both bots, which are started and must still run at the end."""
    async with prepared(store) as ready:
        bots = {name: ready.bot(name) for name in ready.environments}
        for bot in bots.values():
            await bot.start()
        try:
            yield ready.sandbox, bots
        finally:
            ended = [name for name, bot in bots.items() if not bot.runs]
            for bot in bots.values():
                await bot.end(signal.SIGKILL)
            assert not ended, "a bot has ended by itself"

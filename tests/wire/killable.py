"""Both bots as processes of their own, which a test kills and starts again."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext

from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers, redis_server
from sandbox import Sandbox, SandboxSettings, serve
from sandbox.demo_staff import enrol_before_start
from sandbox.environment import environments


class Process:
    """One bot as its own process, which can be killed and started again."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        self._name = name
        self._environment = environment
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; it comes up by itself."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", self._name, env={**os.environ, **self._environment}
        )

    async def kill(self) -> None:
        """SIGKILL: no goodbye, no flush."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def killed_and_started(self) -> None:
        """The death and the restart by a supervisor."""
        await self.kill()
        await self.start()


@asynccontextmanager
async def processes(
    store: str | None = None,
) -> AsyncIterator[tuple[Sandbox, dict[str, Process]]]:
    """The sandbox, and both bots, with this store or one of their own."""
    settings = SandboxSettings(limits=False)
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(serve(settings))
        own = redis_server() if store is None else nullcontext(store)
        keyring = await stack.enter_async_context(redis_server())
        found_servers = Servers(await stack.enter_async_context(own), keyring)
        master = Keys.new_master()
        found = environments(
            sandbox,
            found_servers,
            master,
            HELPLINE_DESK_LOCALE="en",
            HELPLINE_DESK_RATE="0",
            HELPLINE_NLU_URL="",
            SENTRY_DSN="",
        )
        bots = {name: Process(name, environment) for name, environment in found.items()}
        await enrol_before_start(sandbox, found_servers, master)
        for bot in bots.values():
            await bot.start()
        try:
            yield sandbox, bots
        finally:
            for bot in bots.values():
                await bot.kill()

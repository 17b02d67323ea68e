"""The sandbox's HTTP server, for bots and for the people's side."""

import asyncio
from types import TracebackType

from aiohttp import web

from sandbox.control import Control
from sandbox.dispatch import Dispatch
from sandbox.handles import Handles
from sandbox.settings import SandboxSettings
from sandbox.web import only_addresses, page_routes
from sandbox.webhook import Deliveries

_SHUTDOWN_SECONDS = 1.0


class Sandbox(Handles):
    """A Telegram that runs while this is entered (`async with`)."""

    def __init__(self, settings: SandboxSettings) -> None:
        super().__init__(settings)
        self._tasks = asyncio.TaskGroup()
        self._dispatch = Dispatch(self.world)
        self._control = Control(self)
        self._deliveries = Deliveries(self._dispatch, self._tasks)
        self.world.on_webhook = self._deliveries.changed
        self._runner: web.AppRunner | None = None
        self._port = settings.port

    @property
    def url(self) -> str:
        """Where the bots and the browser find it, without a final slash."""
        host = f"[{self.settings.host}]" if ":" in self.settings.host else self.settings.host
        return f"http://{host}:{self._port}"

    async def __aenter__(self) -> "Sandbox":
        """Start to listen. OSError if the port is taken."""
        app = web.Application(middlewares=[only_addresses])
        app.add_routes(self._dispatch.routes())
        app.add_routes(self._control.routes())
        app.add_routes(page_routes())
        app.on_shutdown.append(self._end_waiting)
        runner = web.AppRunner(
            app,
            access_log=None,
            handler_cancellation=True,
            shutdown_timeout=_SHUTDOWN_SECONDS,
        )
        await runner.setup()
        try:
            site = web.TCPSite(runner, self.settings.host, self.settings.port)
            await site.start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._port = runner.addresses[0][1]
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop everything. The body's exception isn't wrapped: the group is told of none."""
        self._deliveries.stop()
        try:
            await self._tasks.__aexit__(None, None, None)
        finally:
            if self._runner is not None:
                await self._runner.cleanup()

    async def _end_waiting(self, _app: web.Application) -> None:
        for bot in (self.intake, self.desk_bot):
            bot.queue.end_poll()
        self._control.close()


def serve(settings: SandboxSettings | None = None) -> Sandbox:
    """`async with serve(SandboxSettings(...)) as sandbox:`; OSError if the port is taken."""
    return Sandbox(settings or SandboxSettings())

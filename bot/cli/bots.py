"""`helpline intake` and `helpline desk`: the two bots, each its own process with its own token."""

import argparse
import asyncio
import contextlib
import gc
import signal
from collections.abc import Awaitable, Callable

import uvloop

from bot import config
from bot.compose import Needs, Parts, parts
from bot.errors import ConfigError
from bot.store.statistics.counts_job import move_at_the_end
from bot.telemetry import logs
from bot.telemetry.event_loop import watched
from bot.telemetry.health_port import internal


def intake(_: argparse.Namespace) -> int:
    """Run intake until it is told to end."""
    from bot.intake.process import run  # each process loads one bot library only

    return _run("intake", run, Needs.HEARING)


def desk(_: argparse.Namespace) -> int:
    """Run the desk until it is told to end."""
    from bot.desk.process import run  # each process loads one bot library only

    return _run("desk", run, Needs.TEXTS)


def _run(process: str, run: Callable[[Parts], Awaitable[None]], needs: Needs) -> int:
    settings = config.read()
    config.require(settings, process)
    logs.set_up(process, settings.sentry_dsn)

    async def main() -> None:
        async with (
            parts(settings, needs=needs) as built,
            internal(built, settings.internal_listen),
        ):
            _leave_alone_what_stays()
            task = asyncio.ensure_future(run(built))
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, task.cancel)
            async with watched():
                with contextlib.suppress(asyncio.CancelledError):
                    await task
            await move_at_the_end(built.store.counts)

    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(main())
    except* ConfigError as group:
        raise _first(group) from None
    return 0


def _leave_alone_what_stays() -> None:
    """Libraries and texts are there until the end. A full garbage collection that goes through them
    takes a quarter of a second, in which nobody is answered."""
    gc.collect()
    gc.freeze()


def _first(group: BaseExceptionGroup[ConfigError]) -> ConfigError:
    inner = group.exceptions[0]
    return inner if isinstance(inner, ConfigError) else _first(inner)

"""`helpline intake`, `desk` and `console`: each its own process with its own rights."""

import argparse
import asyncio
import contextlib
import gc
import signal
from collections.abc import Awaitable, Callable

import uvloop

from bot import config
from bot.compose import Needs, Parts, parts
from bot.config import Settings
from bot.errors import ConfigError
from bot.store.statistics.counts_job import move_at_the_end
from bot.telemetry import logs
from bot.telemetry.event_loop import watched
from bot.telemetry.health_port import internal


def intake(_: argparse.Namespace) -> int:
    """Run intake until it is told to end."""
    return intake_with(config.read())


def desk(_: argparse.Namespace) -> int:
    """Run the desk until it is told to end."""
    return desk_with(config.read())


def intake_with(settings: Settings) -> int:
    """Run intake with settings that are read already."""
    from bot.intake.process import run  # each process loads one bot library only

    return run_process("intake", settings, run, Needs.HEARING)


def desk_with(settings: Settings) -> int:
    """Run the desk with settings that are read already."""
    from bot.desk.process import run  # each process loads one bot library only

    return run_process("desk", settings, run, Needs.TEXTS)


def console(_: argparse.Namespace) -> int:
    """Run the desk in a browser until it is told to end."""
    from bot.console.process import run  # each process loads its own libraries only

    return run_process("console", config.read(), run, Needs.TEXTS)


def run_process(
    process: str, settings: Settings, run: Callable[[Parts], Awaitable[None]], needs: Needs
) -> int:
    """Let `run` work with the parts that these settings make, until it is told to end. Raises
    `ConfigError`."""
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
            if process != "console":  # which only counts; bots move
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

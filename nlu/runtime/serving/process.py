"""The process around a model: where it listens, what it refuses, how it ends.

Prints `http://HOST:PORT` once it listens. Without a token (environment HELPLINE_NLU_TOKEN,
sent as `Authorization: Bearer`) it binds to loopback only. Text is never logged or kept.
"""

from __future__ import annotations

import argparse
import asyncio
import ctypes
import ipaddress
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from aiohttp import web

from nlu.runtime.serving import printed
from nlu.runtime.serving.app import Parses, build_app

TOKEN_VARIABLE = "HELPLINE_NLU_TOKEN"  # noqa: S105 - the variable's name
DEFAULT_PORT = 5005  # Rasa's own
DEFAULT_WAITING = 32  # about half a second of ordinary messages
DEFAULT_READERS = min(2, os.cpu_count() or 1)  # bots and Redis want a core as well
_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_PR_SET_DUMPABLE = 4


class StartError(SystemExit):
    """The server cannot start; the text says what to change."""


def check_binding(host: str, token: str) -> None:
    """Refuses to listen beyond this machine without a token."""
    loopback = host == "localhost" or _is_loopback(host)
    if not loopback and not token:
        raise StartError(f"--host: an address beyond loopback needs a token in {TOKEN_VARIABLE}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def die_with_parent(parent: int) -> None:
    """Asks the kernel for SIGTERM when the thread that started this process ends (Linux)."""
    if sys.platform != "linux":
        raise StartError("--die-with-parent: only Linux can do this")
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) != 0:
        raise StartError("--die-with-parent: the kernel refused")
    if os.getppid() != parent:  # it ended before the call above
        raise StartError("the parent process is gone")


def no_core_dumps() -> None:
    """A core dump would hold messages. The limit alone doesn't hold where the kernel pipes dumps
    into a program (core(5)), so Linux is also told that this process can't be dumped."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


async def _serve(app: web.Application, host: str, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    runner = web.AppRunner(
        app,
        access_log=None,
        handle_signals=False,
        shutdown_timeout=2,
        handler_cancellation=True,  # who has given up waiting keeps no place from the others
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        address = runner.addresses[0]
        shown = f"[{address[0]}]" if ":" in address[0] else address[0]
        print(f"http://{shown}:{address[1]}", flush=True)
        await stop.wait()
    finally:
        await runner.cleanup()


def run(
    arguments: Sequence[str] | None,
    load: Callable[[Path | None], Parses],
    *,
    description: str,
    default: str,
) -> int:
    """The command line. `load` is called once everything else is settled, with what `--model`
    names, since it takes its time; it raises `StartError`. `default`: what it takes without."""
    no_core_dumps()
    printed.set_up()
    parent = os.getppid()
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="0: any free one")
    parser.add_argument("--model", type=Path, help=f"default: {default}")
    parser.add_argument("--waiting", type=int, default=DEFAULT_WAITING, help="before 503")
    parser.add_argument("--readers", type=int, default=DEFAULT_READERS, help="parsed at a time")
    parser.add_argument("--die-with-parent", action="store_true")
    options = parser.parse_args(arguments)
    if options.die_with_parent:
        die_with_parent(parent)
    token = os.environ.pop(TOKEN_VARIABLE, "")
    check_binding(options.host, token)
    app = build_app(load(options.model), token, options.waiting, options.readers)
    asyncio.run(_serve(app, options.host, options.port))
    return 0

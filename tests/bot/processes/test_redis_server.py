"""The Redis of our own: it answers, writes nothing down, and is gone afterwards."""

import asyncio
import os
import shutil
import signal
import sys
import tempfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.processes import redis_server as module
from bot.processes.redis_server import embedded, redis_server
from bot.store import connect

PATIENCE = 60.0
"""Seconds after which a test gives up."""

KEEPS_A_SERVER = """
import asyncio
from bot.processes.redis_server import redis_server

async def main():
    async with redis_server() as url:
        print(url, flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


def socket_of(url: str) -> Path:
    """The socket that an address names."""
    assert url.startswith("unix://")
    return Path(url.removeprefix("unix://"))


async def refuses(socket: Path) -> bool:
    """Nobody listens there."""
    try:
        _, writer = await asyncio.open_unix_connection(str(socket))
    except OSError:
        return True
    writer.close()
    await writer.wait_closed()
    return False


async def test_it_answers_and_ends() -> None:
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        assert await redis.ping()
        assert await redis.dbsize() == 0
        await redis.aclose()
        socket = socket_of(url)
        assert not await refuses(socket)
    assert await refuses(socket)
    assert not socket.parent.exists()


async def test_only_this_user_reaches_it_and_nothing_is_written_down() -> None:
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        await redis.set("name", "value", px=60_000)
        for setting, wanted in (("port", "0"), ("save", ""), ("appendonly", "no")):
            assert await redis.config_get(setting) in (
                {setting: wanted},
                {setting.encode(): wanted.encode()},
            )
        await redis.aclose()
        socket = socket_of(url)
        assert [file.name for file in socket.parent.iterdir()] == [socket.name]
        assert socket.stat().st_mode & 0o077 == 0
        assert socket.parent.stat().st_mode & 0o077 == 0


async def test_each_is_a_redis_of_its_own() -> None:
    async with redis_server() as one, redis_server() as other:
        first, second = connect(one, "ONE"), connect(other, "OTHER")
        await first.set("name", "value", px=60_000)
        assert await second.get("name") is None
        await first.aclose()
        await second.aclose()


async def test_a_fault_inside_ends_it_too() -> None:
    sockets: list[Path] = []

    async def fails() -> None:
        async with redis_server() as url:
            sockets.append(socket_of(url))
            raise ConfigError

    with pytest.raises(ConfigError):
        await fails()
    assert await refuses(sockets[0])


async def test_one_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stopped process takes no SIGTERM."""
    monkeypatch.setattr(module, "END_SECONDS", 0.1)
    async with asyncio.timeout(PATIENCE):
        async with redis_server() as url:
            redis = connect(url, "HELPLINE_REDIS_URL")
            number = int((await redis.info("server"))["process_id"])
            await redis.aclose()
            os.kill(number, signal.SIGSTOP)
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


async def test_a_program_that_is_no_redis_stops_the_start() -> None:
    with pytest.raises(ConfigError, match="HELPLINE_REDIS_URL"):
        async with redis_server(shutil.which("false")):
            raise AssertionError("it can't have started")


@pytest.mark.process
async def test_it_dies_with_a_killed_parent() -> None:
    """SIGKILL leaves no time to clean up: the kernel does it (prctl, PR_SET_PDEATHSIG)."""
    with tempfile.TemporaryDirectory() as folder:
        parent = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            KEEPS_A_SERVER,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "TMPDIR": folder},
        )
        assert parent.stdout is not None
        async with asyncio.timeout(PATIENCE):
            socket = socket_of((await parent.stdout.readline()).decode().strip())
            assert not await refuses(socket)
            parent.kill()
            await parent.wait()
            while not await refuses(socket):
                pass


def test_where_the_wheel_is_not_installed_another_server_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(module, "distribution", missing)

    with pytest.raises(ConfigError, match="set HELPLINE_REDIS_URL"):
        embedded()

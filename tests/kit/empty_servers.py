"""Servers without a key in them: those that earlier tests of this process have left, emptied.

To start two takes longer than most tests that need them. A server that has ended, or whose settings
or users a test has changed, isn't used again.
"""

import atexit
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redis import ConnectionError as Unreachable
from redis import Redis

from bot.processes.redis_server import Servers, arguments, die_with_parent, embedded

START_SECONDS = 10.0


@dataclass(slots=True)
class _Server:
    """A server that outlives the test which started it. `as_started`: its settings and users."""

    process: subprocess.Popen[bytes]
    folder: tempfile.TemporaryDirectory[str]
    socket: Path
    client: Redis
    as_started: Any

    def end(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


_idle: defaultdict[str | None, list[_Server]] = defaultdict(list)


@asynccontextmanager
async def empty_servers(binary: str | None = None) -> AsyncIterator[Servers]:
    """A store and a keyring without keys, scripts or figures. `binary`: the server's program
    instead of the one that comes with the project."""
    own = [_emptied(binary) or _started(binary) for _ in range(2)]
    try:
        store, keyring = (f"unix://{one.socket}" for one in own)
        yield Servers(store, keyring)
    finally:
        _idle[binary] += own


def _emptied(binary: str | None) -> _Server | None:
    while _idle[binary]:
        server = _idle[binary].pop()
        with suppress(Unreachable):  # a test has ended it
            client = server.client
            for kind in ("normal", "pubsub"):  # whoever still listens from before
                client.client_kill_filter(_type=kind, skipme=True)
            client.flushall()
            client.script_flush()
            client.config_resetstat()
            if _state(client) == server.as_started:
                return server
        server.end()
    return None


def _started(binary: str | None) -> _Server:
    folder = tempfile.TemporaryDirectory(prefix="helpline-redis-")
    socket = Path(folder.name) / "redis.sock"
    process = subprocess.Popen(
        [binary or embedded(), *arguments(socket)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=die_with_parent,
    )
    client = Redis(unix_socket_path=str(socket), decode_responses=True)
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            return _Server(process, folder, socket, client, _state(client))
        except Unreachable:
            assert time.monotonic() < until, "the server comes up"
            time.sleep(0.005)


def _state(client: Redis) -> Any:
    """Settings and users. The connection goes with the look: a test may count those that it has."""
    try:
        return client.config_get("*"), client.acl_list()
    finally:
        client.connection_pool.disconnect()


@atexit.register
def _end_all() -> None:
    for servers in _idle.values():
        for server in servers:
            server.end()

"""Redis servers that a test starts, breaks and ends: with replicas, sentinels, as a cluster."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff

from bot.processes.redis_server import die_with_parent, embedded
from sandbox.ports import free_port

Client: TypeAlias = Any
"""redis-py types every answer for both of its modes at once."""

Question: TypeAlias = Callable[[Client], Awaitable[object]]
"""Asks a server something."""

PATIENCE = 180.0
"""Seconds. Sentinel alone may take a minute and more on a machine that stands still: half a minute
of tilt, and ten seconds before each new vote."""
SLOTS = 16384


def installed() -> str | None:
    """A `redis-server` on PATH that isn't the environment's own copy."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    others = [folder for folder in folders if not Path(folder).is_relative_to(sys.prefix)]
    return shutil.which("redis-server", path=os.pathsep.join(others))


def program() -> str:
    """The machine's own Redis if there is one, else the one that comes with the project."""
    return installed() or embedded()


@cache
def major() -> int:
    """Its version: 6, 7, 8."""
    told = subprocess.run([program(), "--version"], capture_output=True, text=True, check=True)
    return int(told.stdout.split("v=")[1].split(".")[0])


@dataclass
class Server:
    """One process of Redis on a TCP port of loopback."""

    folder: Path
    port: int
    options: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    process: asyncio.subprocess.Process | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    async def start(self) -> None:
        """Start it, or start it again; returns when it answers."""
        self.process = await asyncio.create_subprocess_exec(
            program(),
            *self.arguments,
            *("--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder)),
            *("--save", "", "--loglevel", "warning", *self.options),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            preexec_fn=die_with_parent,
            restore_signals=False,  # SIGXFSZ stays ignored: a file that may not grow is an error
        )
        await self.until(lambda redis: redis.ping())

    async def end(self, *, kill: bool = False) -> None:
        """End it, or kill it as a crash would."""
        if self.process is not None and self.process.returncode is None:
            if kill:
                self.process.kill()
            else:
                self.process.terminate()
            await self.process.wait()

    @asynccontextmanager
    async def asked(self) -> AsyncIterator[Client]:
        """A client that is patient with a server which only comes up."""
        retry = Retry(ConstantBackoff(0.05), 400)
        async with Redis(port=self.port, retry=retry, decode_responses=True) as redis:
            yield redis

    async def until(self, answers: Question) -> None:
        """Until a question is answered with something true."""
        async with asyncio.timeout(PATIENCE), self.asked() as redis:
            while not await answers(redis):
                continue

    async def command(self, *words: str | int) -> object:
        """One command, and its answer."""
        async with self.asked() as redis:
            answer: object = await redis.execute_command(*words)
            return answer


@asynccontextmanager
async def servers(*options: tuple[str, ...]) -> AsyncIterator[list[Server]]:
    """One server for each tuple of options; all end with the block."""
    async with AsyncExitStack() as stack:
        made: list[Server] = []
        for each in options:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="helpline-redis-"))
            server = Server(Path(folder), free_port(), each)
            stack.push_async_callback(server.end, kill=True)
            await server.start()
            made.append(server)
        yield made


@asynccontextmanager
async def cluster(*, replicas: int = 0) -> AsyncIterator[list[Server]]:
    """Three nodes that share the slots; then replicas of the first one."""
    options = ("--appendonly", "no", "--cluster-enabled", "yes", "--cluster-node-timeout", "2000")
    async with servers(*[options] * (3 + replicas)) as nodes:
        masters = nodes[:3]
        share = SLOTS // len(masters) + 1
        for number, node in enumerate(masters):
            slots = range(number * share, min((number + 1) * share, SLOTS))
            await node.command("CLUSTER", "ADDSLOTS", *slots)
        for number, node in enumerate(nodes):
            await node.command("CLUSTER", "SET-CONFIG-EPOCH", number + 1)
        for node in nodes[1:]:
            await node.command("CLUSTER", "MEET", "127.0.0.1", nodes[0].port)
        for node in nodes:
            await node.until(_whole(len(nodes)))
        first = str(await nodes[0].command("CLUSTER", "MYID"))
        for node in nodes[3:]:
            await node.command("CLUSTER", "REPLICATE", first)
            await node.until(_in_step)
        yield nodes


def _whole(count: int) -> Question:
    async def whole(redis: Client) -> bool:
        told = str(await redis.execute_command("CLUSTER", "INFO")).split()
        return {"cluster_state:ok", f"cluster_known_nodes:{count}"} <= set(told)

    return whole


@dataclass
class Watched:
    """A master with a replica, and three sentinels that watch them."""

    master: Server
    replica: Server
    sentinels: list[Server]

    @property
    def url(self) -> str:
        hosts = ",".join(f"127.0.0.1:{each.port}" for each in self.sentinels)
        return f"redis+sentinel://{hosts}/helpline/0"


@asynccontextmanager
async def sentinels() -> AsyncIterator[Watched]:
    """Sentinel with a quorum of two, quick to act."""
    async with AsyncExitStack() as stack:
        options = ("--appendonly", "no", "--repl-diskless-sync-delay", "0")
        master, replica = await stack.enter_async_context(servers(options, options))
        await replica.command("REPLICAOF", "127.0.0.1", master.port)
        await replica.until(_in_step)
        watching: list[Server] = []
        for _ in range(3):
            folder = Path(
                stack.enter_context(tempfile.TemporaryDirectory(prefix="helpline-sentinel-"))
            )
            settings = folder / "sentinel.conf"
            settings.write_text(
                f"sentinel monitor helpline 127.0.0.1 {master.port} 2\n"
                "sentinel down-after-milliseconds helpline 1000\n"
                "sentinel failover-timeout helpline 5000\n",
                encoding="utf-8",
            )
            sentinel = Server(folder, free_port(), (), (str(settings), "--sentinel"))
            stack.push_async_callback(sentinel.end, kill=True)
            await sentinel.start()
            watching.append(sentinel)
        for sentinel in watching:
            await sentinel.until(_knows_all)
        yield Watched(master, replica, watching)


async def _in_step(redis: Client) -> bool:
    info = await redis.info("replication")
    return bool(info.get("master_link_status") == "up")


async def _knows_all(redis: Client) -> bool:
    others = await redis.execute_command("SENTINEL", "SENTINELS", "helpline")
    replicas = await redis.execute_command("SENTINEL", "REPLICAS", "helpline")
    return len(others) == 2 and len(replicas) == 1

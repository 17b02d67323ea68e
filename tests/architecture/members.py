"""The keyring as it is deployed: several servers and sentinels, each started by `member.sh`."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.processes.redis_server import die_with_parent
from sandbox.ports import free_port
from tests.architecture.certificates import certified
from tests.architecture.guarded import (
    BETWEEN_SERVERS,
    DEPLOY,
    MAINTENANCE,
    USERS,
    WATCHER,
    Watcher,
    made,
    settings,
    watched_conf,
)
from tests.kit.servers import PATIENCE, Client

COUNT = 3
SERVED = tuple(
    yaml.load((DEPLOY.parent / "compose.yml").read_text("utf-8"), yaml.CSafeLoader)["services"][
        "keyring"
    ]["command"][2:]
)
"""The script's words, as deployed."""

BEGINS_AFTER = 3
"""Seconds until the first begins where nobody has anything; longer than `DOWN_AFTER`."""

DOWN_AFTER = 1000
"""Milliseconds until a sentinel takes a server for gone."""


@dataclass
class Member:
    """A server or a sentinel: its script, as an orchestrator starts it again and again."""

    port: int
    words: tuple[str, ...]
    environment: dict[str, str]
    passwords: dict[str, str] = field(repr=False)
    authority: str = ""
    process: asyncio.subprocess.Process | None = field(default=None, repr=False)

    async def start(self) -> None:
        """Start it, and don't wait for it."""
        self._empty()
        self.process = await asyncio.create_subprocess_exec(
            *("sh", str(DEPLOY / "member.sh"), *self.words),
            env=self.environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )

    def _empty(self) -> None:
        """Its folder is memory, which a container loses with its life."""
        folder = Path(self.environment["DATA"])
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()

    @property
    def files(self) -> set[str]:
        """What it has written."""
        return {file.name for file in Path(self.environment["DATA"]).iterdir()}

    @property
    def arguments(self) -> str:
        """What everybody on the machine can read."""
        assert self.process
        return Path(f"/proc/{self.process.pid}/cmdline").read_text(encoding="utf-8")

    async def kill(self) -> None:
        """SIGKILL."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    async def is_ready(self) -> bool:
        """What the probe says."""
        probe = await asyncio.create_subprocess_exec(
            *("sh", str(DEPLOY / "member.sh"), "ready"), env=self.environment
        )
        return await probe.wait() == 0

    async def made_master(self) -> None:
        """By the command of deploy/README.md."""
        environment = {**self.environment, "REDISCLI_AUTH": self.environment["SENTINEL_PASSWORD"]}
        command = await asyncio.create_subprocess_exec(
            *("redis-cli", "-p", str(self.port), "--user", "sentinel", "slaveof", "no", "one"),
            env=environment,
            stdout=asyncio.subprocess.PIPE,
        )
        told, _ = await command.communicate()
        assert told.strip() == b"OK"

    @property
    def watcher(self) -> Watcher:
        """Who may ask it everything."""
        return Watcher(self, self.passwords, self.authority)

    async def is_master(self) -> bool:
        """Whether it says so."""
        async with self.watcher.asked() as redis:
            (role, *_) = await redis.role()
        return bool(role == "master")

    async def rows(self) -> set[str]:
        """The names of all that it holds."""
        async with self.watcher.asked() as redis:
            return {name async for name in redis.scan_iter()}


@dataclass(frozen=True, slots=True)
class Members:
    """All of them. `url`: for who may ask everything."""

    servers: list[Member]
    sentinels: list[Member]
    url: str = field(repr=False)

    async def master(self) -> Member:
        """The one server that says it is master; while roles change it is waited for. Raises
        `TimeoutError`."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = [one for one in self.servers if await one.is_master()]
                if len(found) == 1:
                    return found[0]

    async def whole(self) -> None:
        """Until one is master, the others have all that it has, and every sentinel knows all and
        has ended what it did: the next failover would else find sentinels of two minds. Raises
        `TimeoutError`."""
        async with asyncio.timeout(PATIENCE):
            while not await self._is_whole():
                continue

    async def _is_whole(self) -> bool:
        """Asked from the start each time: a master of a moment ago may be none any more."""
        for one in self.servers:
            if not await one.is_ready():
                return False
        masters = [one for one in self.servers if await one.is_master()]
        if len(masters) != 1:
            return False
        async with masters[0].watcher.asked() as redis:
            if not await _has_replicas(redis):
                return False
        for sentinel in self.sentinels:
            async with sentinel.watcher.asked() as redis:
                if not await _knows_all(redis, masters[0].port):
                    return False
        return True


async def _has_replicas(redis: Client) -> bool:
    return bool(await redis.wait(COUNT - 1, 100) == COUNT - 1)


async def _knows_all(redis: Client, port: int) -> bool:
    (master,) = (await redis.sentinel_masters()).values()
    return (
        master["port"] == port
        and master["flags"] == "master"  # neither down nor amid a failover
        and master["num-slaves"] == COUNT - 1
        and master["num-other-sentinels"] == COUNT - 1
        and not await _failing(redis)
    )


async def _failing(redis: Client) -> bool:
    replicas = await redis.sentinel_slaves("helpline")
    return any(one["flags"] != "slave" for one in replicas)


@asynccontextmanager
async def members(folder: Path, *, encrypted: bool = False) -> AsyncIterator[Members]:
    """Three servers and three sentinels with the deployment's settings and users, quick to act.
    `encrypted`: they speak TLS alone, as deployed."""
    _, passwords = made(folder, (*USERS, MAINTENANCE, *BETWEEN_SERVERS))
    settings(folder)
    shutil.copy(DEPLOY / "keyring.conf", folder)
    (folder / "sentinel.conf").write_text(watched_conf(passwords), encoding="utf-8")
    authority = str(certified(folder).parent / "tls" / "redis" / "ca.crt") if encrypted else ""
    ports = [free_port() for _ in range(COUNT)]
    shared = {
        "PATH": os.environ["PATH"],
        "SETTINGS": str(folder),
        "MEMBERS": " ".join(f"127.0.0.1:{port}" for port in ports),
        "REPLICA_PASSWORD": passwords["replica"],
        "SENTINEL_PASSWORD": passwords["sentinel"],
        "PATIENCE": str(BEGINS_AFTER),
        "DOWN_AFTER": str(DOWN_AFTER),
        **({"CA": authority} if authority else {}),
    }
    servers, sentinels = list[Member](), list[Member]()
    for port in ports:
        watching = free_port()
        own = {**shared, "SELF": f"127.0.0.1:{port}", "SENTINEL_PORT": str(watching)}
        server = {**own, "DATA": str(folder / f"server-{port}")}
        sentinel = {**own, "DATA": str(folder / f"sentinel-{port}")}
        servers.append(Member(port, SERVED, server, passwords, authority))
        sentinels.append(Member(watching, ("watch",), sentinel, passwords, authority))
    hosts = ",".join(f"127.0.0.1:{one.port}" for one in sentinels)
    async with AsyncExitStack() as stack:
        for one in (*servers, *sentinels):
            stack.push_async_callback(one.kill)
            await one.start()
        scheme = "rediss" if authority else "redis"
        by = f"?ssl_ca_certs={authority}" if authority else ""
        login = f"{WATCHER}:{passwords[WATCHER]}"
        url = f"{scheme}+sentinel://{login}@{hosts}/helpline/0{by}"
        found = Members(servers, sentinels, url)
        await found.whole()
        yield found

"""Redis with the users and the settings of the deployment, and what it refused: one server, a
cluster, or servers that sentinels watch."""

import asyncio
import secrets
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff

from bot.processes.redis_server import redis_server
from sandbox.ports import free_port
from tests.kit.servers import PATIENCE, Client, Question, Server, cluster, servers

DEPLOY = Path(__file__).parents[2] / "deploy" / "redis"
PRACTICE = "practice"
"""Touches nothing of the others' (docs/decisions/0043)."""

WITH_PEOPLE = ("intake", "desk", "keeper", "console")
USERS = (*WITH_PEOPLE, PRACTICE)
MAINTENANCE = "maintenance"
"""Reads how full a server is, and has its file rewritten."""

BETWEEN_SERVERS = ("replica", "sentinel", "founder")
"""Users that only several servers need."""

WATCHER = "watcher"

WANTED = {
    "slowlog-log-slower-than": "-1",
    "slowlog-max-len": "0",
    "latency-monitor-threshold": "0",
    "acllog-max-len": "0",
    "crash-log-enabled": "no",
    "save": "",
    "appendonly": "no",
    "maxmemory-policy": "noeviction",
}
"""What redis.conf makes of every server; the store is told to keep an append-only file."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """Redis with the users of the file, and one of the test's own who may ask everything.

    `where`: its address, `{user}` and `{password}` in their places. `servers`: that of each.
    """

    folder: Path
    passwords: dict[str, str]
    where: str
    servers: tuple[str, ...]

    def url(self, user: str) -> str:
        return self._url(self.where, user)

    async def refused(self) -> list[str]:
        """Who was refused which command, key or channel so far, also in scripts."""
        found = []
        for url in self.watched():
            async with Redis.from_url(url, decode_responses=True) as redis:
                entries = await redis.acl_log()
            found += [f"{entry['username']}: {entry['object']}" for entry in entries]
        return found

    def watched(self) -> list[str]:
        """Each server's address for who may ask everything."""
        return [self._url(server, WATCHER) for server in self.servers]

    def _url(self, where: str, user: str) -> str:
        return where.format(user=user, password=self.passwords[user])


def made(folder: Path, users: Iterable[str]) -> tuple[str, dict[str, str]]:
    """What the deployment's script makes of passwords for these users, and the passwords; with
    somebody who may ask everything."""
    passwords = {name: secrets.token_hex(24) for name in (*users, WATCHER)}
    lines = "".join(f"{name.upper()}_PASSWORD={passwords[name]}\n" for name in users)
    (folder / ".env").write_text(lines, encoding="utf-8")
    file = folder / "users.acl"
    subprocess.run(
        ["sh", str(DEPLOY / "users.sh")],
        env={"PATH": "/usr/bin:/bin", "ENV_FILE": str(folder / ".env"), "ACL_FILE": str(file)},
        check=True,
    )
    rules = file.read_text(encoding="utf-8")
    rules += f"user {WATCHER} on >{passwords[WATCHER]} allkeys allchannels +@all\n"
    file.write_text(rules, encoding="utf-8")
    return rules, passwords


def settings(folder: Path) -> Path:
    """The deployment's settings, with the users that were made in the same folder."""
    config = (DEPLOY / "redis.conf").read_text(encoding="utf-8")
    file = folder / "redis.conf"
    file.write_text(config.replace("/etc/redis/users.acl", str(folder / "users.acl")), "utf-8")
    return file


@asynccontextmanager
async def guarded(server: str, folder: Path) -> AsyncIterator[Guarded]:
    """One server with the deployment's configuration, on a socket."""
    _, passwords = made(folder, (*USERS, MAINTENANCE))
    async with redis_server(server, config=settings(folder)) as url:
        where = f"unix://{{user}}@{url.removeprefix('unix://')}?password={{password}}"
        found = Guarded(folder, passwords, where, (where,))
        async with Redis.from_url(found.url(WATCHER)) as redis:
            await redis.config_set("acllog-max-len", 128)  # which the deployment keeps nothing in
        yield found


@asynccontextmanager
async def guarded_cluster(folder: Path) -> AsyncIterator[Guarded]:
    """Three nodes that share the slots, and a replica which had to log in to its master anew."""
    rules, passwords = made(folder, (*USERS, MAINTENANCE, *BETWEEN_SERVERS))
    async with cluster(replicas=1) as nodes:
        for node in nodes:
            await guard(node, rules, passwords)
        master = Watcher(nodes[0], passwords)
        await master.command("CLIENT", "KILL", "TYPE", "replica")
        await master.until(copied_by_its_user)
        hosts = ",".join(f"127.0.0.1:{node.port}" for node in nodes)
        where = f"redis+cluster://{{user}}:{{password}}@{hosts}"
        yield Guarded(folder, passwords, where, each(nodes))


@dataclass(frozen=True, slots=True)
class Watched(Guarded):
    """Servers that sentinels watch; the first is the master at the beginning."""

    master: Server

    def without_its_master(self) -> Guarded:
        """Those that are left once it is gone."""
        return Guarded(self.folder, self.passwords, self.where, self.servers[1:])


@asynccontextmanager
async def guarded_sentinels(folder: Path) -> AsyncIterator[Watched]:
    """A master with a replica, and three sentinels with the deployment's settings, quick to act."""
    rules, passwords = made(folder, (*USERS, MAINTENANCE, *BETWEEN_SERVERS))
    options = ("--appendonly", "no", "--repl-diskless-sync-delay", "0")
    async with AsyncExitStack() as stack:
        master, replica = await stack.enter_async_context(servers(options, options))
        for server in (master, replica):
            await guard(server, rules, passwords)
        await Watcher(replica, passwords).command("REPLICAOF", "127.0.0.1", master.port)
        await Watcher(master, passwords).until(copied_by_its_user)
        sentinels = []
        for _ in range(3):
            own = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="helpline-watch-")))
            text = sentinel_conf(master, passwords)
            (own / "sentinel.conf").write_text(text, encoding="utf-8")
            arguments = (str(own / "sentinel.conf"), "--sentinel")
            sentinel = Server(own, free_port(), (), arguments)
            stack.push_async_callback(sentinel.end, kill=True)
            await sentinel.start()
            sentinels.append(sentinel)
        for sentinel in sentinels:
            await Watcher(sentinel, passwords).until(knows_all)
        hosts = ",".join(f"127.0.0.1:{sentinel.port}" for sentinel in sentinels)
        where = f"redis+sentinel://{{user}}:{{password}}@{hosts}/helpline/0"
        everyone = each([master, replica, *sentinels])
        yield Watched(folder, passwords, where, everyone, master)


def sentinel_conf(master: Server, passwords: dict[str, str]) -> str:
    """The deployment's, filled in as it says."""
    text = watched_conf(passwords).replace("SENTINEL_PASSWORD", passwords["sentinel"])
    text = text.replace("MASTER_ADDRESS 6379", f"127.0.0.1 {master.port}")
    return f"{text}sentinel down-after-milliseconds helpline 1000\n"


def watched_conf(passwords: dict[str, str]) -> str:
    """The deployment's as it is, with somebody who may ask everything."""
    text = (DEPLOY / "sentinel.conf").read_text(encoding="utf-8")
    return f"{text}user {WATCHER} on >{passwords[WATCHER]} allchannels +@all\n"


class Listens(Protocol):
    """Whatever has a port of loopback."""

    @property
    def port(self) -> int:
        """Where it listens."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Asks a server on which nobody may do anything without logging in. `authority`: the file of
    its certificate, where the server speaks TLS."""

    server: Listens
    passwords: dict[str, str] = field(repr=False)
    authority: str = ""

    async def command(self, *words: str | int) -> object:
        """One command, and its answer."""
        async with self.asked() as redis:
            answer: object = await redis.execute_command(*words)
            return answer

    async def until(self, answers: Question) -> None:
        """Until a question is answered with something true."""
        async with asyncio.timeout(PATIENCE), self.asked() as redis:
            while not await answers(redis):
                continue

    def asked(self) -> Client:
        """A client that is patient with a server which only comes up."""
        return Redis(
            port=self.server.port,
            username=WATCHER,
            password=self.passwords[WATCHER],
            ssl=bool(self.authority),
            ssl_ca_certs=self.authority or None,
            retry=Retry(ConstantBackoff(0.05), 400),
            decode_responses=True,
        )


async def guard(server: Server, rules: str, passwords: dict[str, str]) -> None:
    """Give it the users, and its login at others, which a deployed server has from the start."""
    lines = [line.split() for line in rules.splitlines()]
    for _, name, *words in sorted(lines, key=lambda line: line[1] == "default"):
        await server.command("ACL", "SETUSER", name, *words)  # the last is for who sets them
    watcher = Watcher(server, passwords)
    await watcher.command("CONFIG", "SET", "masteruser", "replica")
    await watcher.command("CONFIG", "SET", "masterauth", passwords["replica"])


def each(of: Iterable[Server]) -> tuple[str, ...]:
    """The address of each."""
    return tuple(f"redis://{{user}}:{{password}}@127.0.0.1:{one.port}/0" for one in of)


async def copied_by_its_user(redis: Client) -> bool:
    """A master has a replica, which logged in as one."""
    copying = await redis.client_list("replica")
    return [one["user"] for one in copying] == ["replica"]


async def knows_all(redis: Client) -> bool:
    """A sentinel knows the two others and the replica."""
    others = await redis.execute_command("SENTINEL", "SENTINELS", "helpline")
    replicas = await redis.execute_command("SENTINEL", "REPLICAS", "helpline")
    return len(others) == 2 and len(replicas) == 1

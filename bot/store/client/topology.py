"""What kind of Redis an address means: one server, Sentinel or a cluster.

    redis://HOST:PORT/DB, rediss://…, unix://PATH      one server
    redis+sentinel://HOST:PORT,HOST:PORT/NAME/DB       whoever is master of NAME now
    redis+cluster://HOST:PORT,HOST:PORT                a cluster; any of its nodes

A user and a password stand before the hosts, as in other addresses; `rediss…` means TLS. Behind
them `?ssl_ca_certs=FILE` names the authority that signed the servers' certificates, where it isn't
one that everybody knows.

All keys of a conversation carry the hash tag of its partition, so a cluster keeps its rows and its
index entries on one node, and `commit.lua` writes them at once (`bot.store.names`). What belongs to
no partition (code names, topics, operators) is single keys, one a command.

Replication in Redis is asynchronous: a master that dies may take the last milliseconds with it.
Telegram has been told by then, so it won't repeat. `min-replicas-to-write 1` on the servers bounds
that: a master that is cut off takes no writes (deploy/).
"""

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import redis.asyncio as aioredis
from redis.asyncio.cluster import ClusterNode, RedisCluster
from redis.asyncio.connection import AbstractConnection
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import Sentinel
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError as RedisConnectionError

from bot.config import is_loopback
from bot.store.client.auto_pipelining import CONNECTIONS, SOCKET_SECONDS, AutoPipeliningRedis

MOST_CONNECTIONS = 1024
"""Where redis-py can only refuse (Sentinel, each node of a cluster): more than the updates and
deliveries in work at a time can want."""

DEFAULT_PORTS = {"sentinel": 26379, "cluster": 6379}
RETRIES = 3
_AUTHORITY = "ssl_ca_certs"


class Kind(Enum):
    """The kind of server that an address leads to."""

    SERVER = "server"
    SENTINEL = "sentinel"
    CLUSTER = "cluster"


@dataclass(frozen=True, slots=True)
class Topology:
    """A parsed address. `hosts` is empty for one server, whose URL redis-py reads itself."""

    kind: Kind
    url: str
    hosts: tuple[tuple[str, int], ...] = ()
    master: str = ""
    database: int = 0
    username: str | None = None
    password: str | None = None
    tls: bool = False
    authority: str | None = None

    @property
    def encryption(self) -> dict[str, Any]:
        """How redis-py is told of it."""
        return {"ssl": True, "ssl_ca_certs": self.authority} if self.tls else {"ssl": False}


def parse(url: str) -> Topology:
    """Raises ValueError without quoting the address."""
    scheme, _, rest = url.partition("://")
    outer, _, kind = scheme.partition("+")
    if not kind:
        return Topology(Kind.SERVER, url)
    if outer not in {"redis", "rediss"} or kind not in DEFAULT_PORTS:
        raise ValueError("unknown scheme")
    rest, _, query = rest.partition("?")
    options = dict(parse_qsl(query, strict_parsing=True)) if query else {}
    if set(options) - {_AUTHORITY}:
        raise ValueError("unknown option")
    where, _, path = rest.partition("/")
    login, _, hosts = where.rpartition("@")
    user, _, password = login.partition(":")
    master, _, database = path.partition("/")
    if (kind == "sentinel") != bool(master):
        raise ValueError("Sentinel needs the master's name, a cluster has none")
    return Topology(
        Kind(kind),
        url,
        tuple(_host(one, DEFAULT_PORTS[kind]) for one in hosts.split(",")),
        master,
        int(database or 0),
        unquote(user) or None,
        unquote(password) or None,
        outer == "rediss",
        options.get(_AUTHORITY),
    )


def is_open(url: str) -> bool:
    """Whether what passes there can be read on the way: without TLS, and beyond this machine.
    Malformed addresses lead nowhere."""
    if urlsplit(url).scheme.partition("+")[0] in {"rediss", "unix"}:
        return False
    with suppress(ValueError):
        servers = parse(url)
        alone = urlsplit(url).hostname
        hosts = [host for host, _ in servers.hosts] or ([alone] if alone else [])
        return not all(is_loopback(host) for host in hosts)
    return False


def _host(text: str, port: int) -> tuple[str, int]:
    parts = urlsplit(f"//{text}")
    if not parts.hostname or parts.path:
        raise ValueError("not a host")
    return parts.hostname, parts.port or port


def is_same_server(one: str, other: str) -> bool:
    """Whether two addresses lead to a common server, whatever the user and the database."""
    return bool(_places(one) & _places(other))


def _places(url: str) -> set[str]:
    """Where an address leads: hosts with ports, or a socket. Malformed ones lead nowhere."""
    try:
        servers = parse(url)
        if servers.hosts:  # the same sentinels may watch several masters
            name = f"/{servers.master}" if servers.master else ""
            return {f"{host}:{port}{name}" for host, port in servers.hosts}
        parts = urlsplit(url)
        if parts.scheme == "unix":
            return {parts.path}
        return {f"{parts.hostname}:{parts.port or 6379}"} if parts.hostname else set()
    except ValueError:
        return set()


def client(topology: Topology) -> aioredis.Redis | RedisCluster:
    """A client with a pool. Raises ValueError for an address that redis-py can't read."""
    retry = Retry(ExponentialBackoff(cap=0.5, base=0.05), retries=RETRIES)
    if topology.kind is Kind.SERVER:
        pool = aioredis.BlockingConnectionPool.from_url(
            topology.url,
            socket_timeout=SOCKET_SECONDS,
            socket_connect_timeout=SOCKET_SECONDS,
            retry=retry,
            retry_on_error=[RedisConnectionError],
            max_connections=CONNECTIONS,
            timeout=SOCKET_SECONDS,
        )
        return AutoPipeliningRedis.from_pool(pool)
    if topology.kind is Kind.CLUSTER:
        return RedisCluster(
            startup_nodes=[ClusterNode(host, port) for host, port in topology.hosts],
            username=topology.username,
            password=topology.password,
            **topology.encryption,
            retry=retry,
            socket_timeout=SOCKET_SECONDS,
            socket_connect_timeout=SOCKET_SECONDS,
            max_connections=MOST_CONNECTIONS,
        )
    sentinel = Sentinel(  # type: ignore[no-untyped-call]
        list(topology.hosts),
        sentinel_kwargs={"socket_timeout": SOCKET_SECONDS, **topology.encryption},
        username=topology.username,
        password=topology.password,
        **topology.encryption,
        db=topology.database,
        socket_timeout=SOCKET_SECONDS,
        socket_connect_timeout=SOCKET_SECONDS,
        retry=retry,
        retry_on_error=[RedisConnectionError],
        max_connections=MOST_CONNECTIONS,
    )
    master: aioredis.Redis = sentinel.master_for(topology.master, redis_class=_Master)
    return master


class _Master(AutoPipeliningRedis):
    """Its connections come from redis-py's pool, which lets go of all that lead to a master that
    was replaced. Takes the connections to the sentinels along when it closes."""

    async def take(self) -> AbstractConnection:
        """One to whoever is master."""
        found: AbstractConnection = await self.connection_pool.get_connection()  # type: ignore[no-untyped-call]
        return found

    async def give(self, connection: AbstractConnection) -> None:
        """Back to the pool."""
        await self.connection_pool.release(connection)

    async def aclose(self, close_connection_pool: bool | None = None) -> None:
        """End all connections."""
        await super().aclose(close_connection_pool)
        manager = getattr(self.connection_pool, "sentinel_manager", None)
        for sentinel in manager.sentinels if manager else ():
            await sentinel.aclose()

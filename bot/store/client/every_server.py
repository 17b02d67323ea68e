"""All servers behind addresses, one by one: masters and replicas, also those of a cluster.

Other modules ask a store as a whole. How much memory a server has left, and what lies in its file,
is each server's own, so somebody has to ask each. Done as a user that may do nothing else
(`maintenance` in deploy/redis/users.acl).
"""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from typing import Any

import redis.asyncio as aioredis
from redis.asyncio.sentinel import Sentinel

from bot.errors import ConfigError
from bot.store.client.auto_pipelining import SOCKET_SECONDS
from bot.store.client.connection import Redis, redis_errors
from bot.store.client.topology import Kind, Topology, parse

Info = Mapping[str, Any]
"""Redis, INFO: field → value; numbers as numbers."""


class EveryServer:
    """The servers of some addresses, separated by spaces (`bot.store.client.topology`)."""

    def __init__(self, urls: str, variable: str) -> None:
        """Raises `ConfigError` that names the variable, not its value."""
        try:
            self._addresses = [parse(one) for one in urls.split()]
        except ValueError:
            raise ConfigError(f"{variable} must be addresses: redis://127.0.0.1:6379/0") from None

    async def infos(self, section: str) -> list[Info]:
        """A section of INFO from each server. Raises `StoreUnavailable` if one doesn't answer."""
        found = []
        async with aclosing(self._each()) as servers:  # else a fault leaves a connection open
            async for server in servers:
                with redis_errors():
                    found.append(await server.info(section))
        return found

    async def rewrite_files(self) -> int:
        """Each server that keeps an append-only file begins to rewrite it (Redis, BGREWRITEAOF);
        returns how many do. Raises `StoreUnavailable` where one doesn't answer, or is busy with it
        already: what came since it began would stay in the file."""
        count = 0
        async with aclosing(self._each()) as servers:
            async for server in servers:
                with redis_errors():
                    if (await server.info("persistence"))["aof_enabled"]:
                        await server.execute_command("BGREWRITEAOF")
                        count += 1
        return count

    async def _each(self) -> AsyncGenerator[Redis, None]:
        for address in self._addresses:
            if address.kind is Kind.SERVER:
                async with aioredis.Redis.from_url(
                    address.url,
                    socket_timeout=SOCKET_SECONDS,
                    socket_connect_timeout=SOCKET_SECONDS,
                ) as server:
                    yield server
                continue
            for host, port in dict.fromkeys(await _members(address)):
                async with _connected(address, host, port) as server:
                    yield server


async def _members(address: Topology) -> Sequence[tuple[str, int]]:
    """Where a master and its replicas, or a cluster's nodes, listen now."""
    with redis_errors():
        if address.kind is Kind.SENTINEL:
            options = {"socket_timeout": SOCKET_SECONDS, **address.encryption}
            watching = Sentinel(list(address.hosts), sentinel_kwargs=options)  # type: ignore[no-untyped-call]
            try:
                master = await watching.discover_master(address.master)
                replicas = await watching.discover_slaves(address.master)
            finally:
                for one in watching.sentinels:
                    await one.aclose()
            return [tuple(master), *map(tuple, replicas)]
        return await _nodes(address)


async def _nodes(address: Topology) -> list[tuple[str, int]]:
    """Of a cluster, by the first node that answers."""
    last: Exception = OSError()
    for host, port in address.hosts:
        try:
            async with _connected(address, host, port) as node:
                found = await node.execute_command("CLUSTER SLOTS")
                return [
                    (_text(one[0]) or host, int(one[1])) for slots in found for one in slots[2:]
                ]
        except (aioredis.ConnectionError, OSError) as error:
            last = error
    raise last


@asynccontextmanager
async def _connected(address: Topology, host: str, port: int) -> AsyncIterator[Redis]:
    async with aioredis.Redis(
        host=host,
        port=port,
        db=address.database,
        username=address.username,
        password=address.password,
        **address.encryption,
        socket_timeout=SOCKET_SECONDS,
        socket_connect_timeout=SOCKET_SECONDS,
    ) as server:
        yield server


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value or "")

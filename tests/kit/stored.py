"""A store on a real Redis of its own, and what is needed to look behind it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.clock import SettableClock
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import Servers
from bot.store import Redis, Store, connect, open_store
from tests.kit.empty_servers import empty_servers


@dataclass(frozen=True, slots=True)
class Stored:
    """A store, its two servers, its keys and its clock."""

    store: Store
    redis: Redis
    keyring: Redis
    keys: Keys
    clock: SettableClock
    servers: Servers

    def opened_with(self, keys: Keys) -> Store:
        """The same servers, as a process with other keys sees them."""
        return open_store(self.redis, self.keyring, Vault(keys), self.clock)

    def desk(self) -> Store:
        """The same store, as the desk's process sees it."""
        return self.opened_with(Keys.read(self.keys.for_desk()))

    def another_process(self) -> Store:
        """The same store, as a second process with the same keys sees it."""
        return self.opened_with(self.keys)


@asynccontextmanager
async def connected(servers: Servers, clock: SettableClock) -> AsyncIterator[Stored]:
    """A store with new keys at these addresses, whether servers answer there or not."""
    redis = connect(servers.store, "HELPLINE_REDIS_URL")
    keyring = connect(servers.keyring, "HELPLINE_KEYRING_URL")
    keys = Keys.read(Keys.new_master())
    store = open_store(redis, keyring, Vault(keys), clock)
    yield Stored(store, redis, keyring, keys, clock, servers)
    await redis.aclose()
    await keyring.aclose()


@asynccontextmanager
async def stored(clock: SettableClock, binary: str | None = None) -> AsyncIterator[Stored]:
    """An empty store. `binary`: a server other than the one that comes with the project."""
    async with empty_servers(binary) as servers, connected(servers, clock) as opened:
        yield opened

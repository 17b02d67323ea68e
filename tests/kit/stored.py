"""A store on a real Redis of its own, and what is needed to look behind it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.clock import SettableClock
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import redis_server
from bot.store import Redis, Store, connect, open_store


@dataclass(frozen=True, slots=True)
class Stored:
    """A store, its Redis (which is its keyring's as well), its keys and its clock."""

    store: Store
    redis: Redis
    keys: Keys
    clock: SettableClock
    url: str

    def opened_with(self, keys: Keys) -> Store:
        """The same Redis, as a process with other keys sees it."""
        return open_store(self.redis, self.redis, Vault(keys), self.clock)

    def desk(self) -> Store:
        """The same store, as the desk's process sees it."""
        return self.opened_with(Keys.read(self.keys.for_desk()))

    def another_process(self) -> Store:
        """The same store, as a second process with the same keys sees it."""
        return self.opened_with(self.keys)


@asynccontextmanager
async def connected(url: str, clock: SettableClock) -> AsyncIterator[Stored]:
    """A store with new keys at that address, whether a server answers there or not."""
    redis, keys = connect(url, "HELPLINE_REDIS_URL"), Keys.read(Keys.new_master())
    yield Stored(open_store(redis, redis, Vault(keys), clock), redis, keys, clock, url)
    await redis.aclose()


@asynccontextmanager
async def stored(clock: SettableClock, binary: str | None = None) -> AsyncIterator[Stored]:
    """An empty store. `binary`: a server other than the one that comes with the project."""
    async with redis_server(binary) as url, connected(url, clock) as opened:
        yield opened

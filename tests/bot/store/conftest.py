"""The store on a real Redis: the one that comes with the project, and the machine's own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import store_and_keyring
from bot.store import Redis, Store, connect, open_store
from bot.store.conversations.revisions import parted
from bot.store.keyring.keyring import Keyring
from bot.store.names import Index, index_key, partition, row_key
from tests.servers import installed

NOW = datetime(2026, 7, 15, 21, 0, tzinfo=UTC)


IN_THE_KEYRING = frozenset({"key", "address-key", "ticket-key", "turn", "memo"})

FOUND = installed()
SERVERS = {"embedded": None, **({"installed": FOUND} if FOUND else {})}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A store with what is needed to look behind it."""

    store: Store
    redis: Redis
    keyring: Redis
    keys: Keys
    clock: SettableClock
    url: str

    def opened_with(self, keys: Keys) -> Store:
        """The same servers, as a process with other keys sees them."""
        return open_store(self.redis, self.keyring, Vault(keys), self.clock)

    def desk(self) -> Store:
        """The same store, as the desk's process sees it."""
        return self.opened_with(Keys.read(self.keys.for_desk()))

    async def lend(self, conversation: str) -> None:
        """Let the desk read along, as with an open ticket."""
        keyring = Keyring(self.keyring, Vault(self.keys))
        await keyring.lend(conversation, await keyring.make(conversation))

    async def rows(self, conversation: str) -> set[str]:
        """The names of a conversation's rows, in the store and in the keyring."""
        prefix = row_key(conversation, "")
        found = [*await self.redis.keys("*"), *await self.keyring.keys("*")]
        names = [name.decode() for name in found]
        return {name.removeprefix(prefix) for name in names if name.startswith(prefix)}

    async def state(self, conversation: str) -> tuple[str, bytes]:
        """The revision of a conversation's state, and what is sealed."""
        revision, blob = parted(await self.redis.get(row_key(conversation, "state")))
        assert blob is not None
        return revision, blob

    async def put_state(
        self, conversation: str, *, revision: bytes | None = None, blob: bytes | None = None
    ) -> None:
        """Change one of the two, as nobody should."""
        own, sealed = await self.state(conversation)
        value = (revision or own.encode()) + b" " + (sealed if blob is None else blob)
        await self.redis.set(row_key(conversation, "state"), value, px=60_000)

    async def life(self, conversation: str, row: str) -> float:
        """Hours that a row still lives; negative if it isn't there or has no end."""
        return float(await self.lies(row).pttl(row_key(conversation, row))) / 3_600_000

    def lies(self, row: str) -> Redis:
        """The server that holds a row."""
        return self.keyring if row in IN_THE_KEYRING else self.redis

    async def score(self, index: Index, conversation: str) -> float | None:
        """A conversation's score in an index of its partition; None if it isn't there."""
        score = await self.redis.zscore(index_key(partition(conversation), index), conversation)
        return None if score is None else float(score)


@pytest.fixture(params=list(SERVERS.values()), ids=list(SERVERS))
async def shelf(request: pytest.FixtureRequest) -> AsyncIterator[Shelf]:
    """An empty store."""
    async with store_and_keyring(request.param) as servers:
        redis = connect(servers.store, "HELPLINE_REDIS_URL")
        keyring = connect(servers.keyring, "HELPLINE_KEYRING_URL")
        keys, clock = Keys.read(Keys.new_master()), SettableClock(NOW)
        store = open_store(redis, keyring, Vault(keys), clock)
        yield Shelf(store, redis, keyring, keys, clock, servers.store)
        await redis.aclose()
        await keyring.aclose()

"""The store on a real Redis: the one that comes with the project, and the machine's own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.privacy.vault import Vault
from bot.store import Redis
from bot.store.conversations.revisions import parted
from bot.store.keyring.keyring import Keyring
from bot.store.names import Index, index_key, partition, row_key
from tests.kit.servers import installed
from tests.kit.stored import Stored, stored

NOW = datetime(2026, 7, 15, 21, 0, tzinfo=UTC)


IN_THE_KEYRING = frozenset({"backlog", "key", "address-key", "ticket-key", "turn", "memo"})

FOUND = installed()
SERVERS = {"embedded": None, **({"installed": FOUND} if FOUND else {})}


@dataclass(frozen=True, slots=True)
class Shelf(Stored):
    """A store with what is needed to look behind it, row by row."""

    @property
    def url(self) -> str:
        """Of the store's server."""
        return self.servers.store

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
    async with stored(SettableClock(NOW), request.param) as own:
        yield Shelf(own.store, own.redis, own.keyring, own.keys, own.clock, own.servers)

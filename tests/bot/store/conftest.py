"""The store on a real Redis: the one that comes with the project, and the machine's own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import redis_server
from bot.store import Redis, Store, connect, open_store
from bot.store.conversations.batch import row_key
from bot.store.conversations.revisions import parted
from bot.store.hints import Hints
from bot.store.keyring.keyring import Keyring
from bot.store.rows import Audience
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation
from tests.servers import installed

NOW = datetime(2026, 7, 15, 21, 0, tzinfo=UTC)


FOUND = installed()
SERVERS = {"embedded": None, **({"installed": FOUND} if FOUND else {})}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A store with what is needed to look behind it."""

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

    async def lend(self, conversation: str) -> None:
        """Let the desk read along, as with an open ticket."""
        keyring = Keyring(self.redis, Vault(self.keys))
        await keyring.lend(conversation, await keyring.make(conversation))

    async def rows(self, conversation: str) -> set[str]:
        """The names of a conversation's rows."""
        prefix = row_key(conversation, "")
        names = [name.decode() for name in await self.redis.keys("*")]
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
        return float(await self.redis.pttl(row_key(conversation, row))) / 3_600_000


@pytest.fixture(params=list(SERVERS.values()), ids=list(SERVERS))
async def shelf(request: pytest.FixtureRequest) -> AsyncIterator[Shelf]:
    """An empty store."""
    async with redis_server(request.param) as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        keys, clock = Keys.read(Keys.new_master()), SettableClock(NOW)
        yield Shelf(open_store(redis, redis, Vault(keys), clock), redis, keys, clock, url)
        await redis.aclose()


async def give_hints(
    store: Store,
    conversation: str,
    state: Conversation,
    ticket: Ticket | None,
    audiences: tuple[Audience, ...],
    turn: int,
) -> None:
    """The hints of a turn that isn't written, as after a crash in a cluster."""
    hints = store.indexes.hints(conversation, state, ticket, audiences, turn)
    await Hints(store.redis).give(*hints)

"""Leases: one process at a time sends to an audience of a conversation.

The desk's comes with all that it needs to know first: what waits, the conversation, its topic. Its
process is never the one that wrote them, and each way to the store takes as long as the sending.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations.reader import ROWS, ConversationReader
from bot.store.keyring.held import Held
from bot.store.keyring.keyring import Keyring
from bot.store.names import lease_row, row_key
from bot.store.outbox.lease import DeskOutbox, Lease
from bot.store.outbox.local_delivery import WrittenOutbox
from bot.store.outbox.outbox import BATCH, Outbox
from bot.store.outbox.sealed_rows import DESK
from bot.store.rows import Audience
from bot.store.tickets.topics import PLACE, Topics

BEAT_SECONDS = Retention.LEASE.lifetime.total_seconds() / 3
"""Between two renewals."""


class _Beat:
    """Renews a lease that is held for long. Most aren't, so a timer begins it: it costs less than a
    task that only sleeps."""

    def __init__(self, renew: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._renew = renew
        self._task: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(BEAT_SECONDS, self._begin)

    def _begin(self) -> None:
        self._task = asyncio.ensure_future(self._renew())

    def end(self) -> None:
        """Renew it no more."""
        self._timer.cancel()
        if self._task is not None:
            self._task.cancel()


class _Asked(NamedTuple):
    """The store's answers, as they came."""

    taken: bool
    waiting: Sequence[bytes]
    rows: Sequence[bytes | None]
    place: bytes | None
    held: Held


class Leases:
    """Takes, renews and gives back leases to send."""

    def __init__(
        self,
        redis: Redis,
        keyring: Keyring,
        outbox: Outbox,
        reader: ConversationReader,
        topics: Topics,
    ) -> None:
        self._redis = redis
        self._keyring = keyring
        self._outbox = outbox
        self._reader = reader
        self._topics = topics

    @asynccontextmanager
    async def take(
        self, conversation: str, audience: Audience, written: WrittenOutbox | None = None
    ) -> AsyncIterator[Lease | None]:
        """Take the lease to send to an audience of a conversation, for the block; None if another
        process has it. It ends within seconds if this process dies. `written`: what comes with a
        lease that a write has taken."""
        name = row_key(conversation, lease_row(audience))
        lease = Lease(written if written and written.is_sure else None)
        asked: _Asked | None = None
        if audience is Audience.DESK:
            asked = await self._ask(conversation, name)
            if not asked.taken:
                yield None
                return
        elif lease.written is None and not await self._taken(name):
            yield None
            return
        beat = _Beat(lambda: self._renew(name, lease))
        try:
            if asked is not None:
                lease.outbox = await self._desk_outbox(conversation, asked)
            yield lease
        finally:
            beat.end()
            if not lease.over:
                with redis_errors():
                    await self._redis.delete(name)

    async def _taken(self, name: str) -> bool:
        life = Retention.LEASE.milliseconds
        with redis_errors():
            return bool(await self._redis.set(name, b"1", nx=True, px=life))

    async def _renew(self, name: str, lease: Lease) -> None:
        life = Retention.LEASE.milliseconds
        while not lease.over:
            with redis_errors():
                await self._redis.pexpire(name, life)
            await asyncio.sleep(BEAT_SECONDS)

    async def _ask(self, conversation: str, name: str) -> _Asked:
        """The lease first: what is read after it, nobody else is sending. Keys on another server
        may be read a moment earlier; a row that they don't open is looked at again."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(name, b"1", nx=True, px=Retention.LEASE.milliseconds)
            pipe.lrange(row_key(conversation, DESK), 0, BATCH - 1)
            for row in (*ROWS, PLACE):  # not MGET: redis-py lets none into a cluster's pipeline
                pipe.get(row_key(conversation, row))
            answers: tuple[list[Any], Held] = await asyncio.gather(
                pipe.execute(), self._keyring.look(conversation)
            )
        (taken, waiting, *rows, place), held = answers
        return _Asked(bool(taken), waiting, rows, place, held)

    async def _desk_outbox(self, conversation: str, asked: _Asked) -> DeskOutbox:
        rows = await self._outbox.opened_for_desk(conversation, asked.waiting, asked.held)
        read = await self._reader.opened(conversation, asked.rows, asked.held)
        return DeskOutbox(rows, read, self._topics.opened(conversation, asked.place))

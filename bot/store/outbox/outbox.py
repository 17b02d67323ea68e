"""Outboxes: what is to be sent, written together with the state, taken out after the sending.

A crash between sending and taking out repeats a message once. A helpline would rather repeat than
lose, and Telegram has no idempotency key that would spare the choice.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial

from bot.errors import Sealed
from bot.privacy.vault import Vault
from bot.processes.cancellation import ending
from bot.store.chats import tasks
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations.batch import LEFT_OUT, Batch
from bot.store.conversations.writer import BatchWriter
from bot.store.keyring.held import Held
from bot.store.keyring.keyring import Keyring
from bot.store.log_lines import Delivery, sent_line
from bot.store.names import OUTBOXES, lease_row, row_key
from bot.store.outbox import sealed_rows
from bot.store.outbox.lease import Lease
from bot.store.outbox.positions import Position
from bot.store.outbox.sealed_rows import DESK
from bot.store.partitions import Entry, Partitions
from bot.store.rows import Audience, DeskKind, DeskRow, PersonRow, T, unreadable

BATCH = 100


class Outbox:
    """Reads what waits; sending is the channels' work."""

    def __init__(
        self, redis: Redis, keyring: Keyring, vault: Vault, partitions: Partitions
    ) -> None:
        self._redis = redis
        self._partitions = partitions
        self._writer = BatchWriter(redis)
        self._keyring = keyring
        self._vault = vault

    async def for_person(self, conversation: str) -> list[tuple[bytes, PersonRow]]:
        """Rows that wait for the person, oldest first, as (raw, row). Those that can't be opened,
        or were taken out before and put back, are removed."""
        raw, held = await self._look(conversation, "out:person")
        if held.key is None:  # and never will be
            await self.drop(conversation)
            return []
        open_one = partial(sealed_rows.person_row, self._vault, held.key, conversation)
        return [
            (item, row)
            async for item, _, row in self._kept(conversation, "out:person", raw, held, open_one)
        ]

    async def for_desk(self, conversation: str) -> list[tuple[bytes, DeskRow, str]]:
        """Rows that wait for the desk, as (raw, row, the person's words or ""); removed as in
        `for_person`."""
        return await self.opened_for_desk(conversation, *await self._look(conversation, DESK))

    async def opened_for_desk(
        self, conversation: str, raw: Sequence[bytes], held: Held
    ) -> list[tuple[bytes, DeskRow, str]]:
        """Rows for the desk that were read already, as `for_desk` returns them."""
        open_one = partial(sealed_rows.desk_row, self._vault, conversation)
        return [
            (item, row, self._words(conversation, held.key, position, row))
            async for item, position, row in self._kept(conversation, DESK, raw, held, open_one)
        ]

    async def transcript(self, conversation: str) -> list[str]:
        """The person's words while the ticket waited; removed as in `for_person`."""
        raw, held = await self._look(conversation, "transcript", end=-1)
        if held.key is None:
            return []
        open_one = partial(sealed_rows.said, self._vault, held.key, conversation)
        return [
            line async for _, _, line in self._kept(conversation, "transcript", raw, held, open_one)
        ]

    async def left_out(self, conversation: str) -> int:
        """How many of the person's messages since the last look there was no room for."""
        name = row_key(conversation, LEFT_OUT)
        with redis_errors():
            found = await self._redis.get(name)
            if found is not None:
                await self._redis.delete(name)
        return int(found or 0)

    async def shown(self, conversation: str, count: int) -> None:
        """Take the first `count` lines out of the transcript: they are in the topic now."""
        if not count:
            return
        name = row_key(conversation, "transcript")
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.lindex(name, count - 1)
            pipe.ltrim(name, count, -1)
            last, _ = await pipe.execute()
        if last is not None:
            await self._keyring.acknowledge(conversation, Position.parted(last)[0])

    async def sent(
        self, conversation: str, audience: Audience, raw: bytes, lease: Lease | None = None
    ) -> None:
        """Take a row out, and remember that it was: one that comes again was put back. `lease`: to
        be given back, after the row has gone."""
        batch = Batch(conversation)
        batch.remove(f"out:{audience}", raw)
        batch.unindex_empty(audience)
        if audience is Audience.PERSON:
            batch.delivered(Delivery.SENT, sent_line(Position.parted(raw)[0]))
        if lease is not None:
            batch.delete(lease_row(audience))
        await asyncio.gather(
            self._writer.write(batch),
            self._keyring.acknowledge(conversation, Position.parted(raw)[0]),
        )
        if lease is not None:
            lease.over = True

    async def drop(self, conversation: str) -> None:
        """Remove all that waits for a person who blocked the bot: it can't arrive."""
        batch = Batch(conversation)
        batch.delete("out:person")
        batch.delivered(Delivery.BLOCKED)
        batch.unindex_empty(Audience.PERSON)
        await self._writer.write(batch)

    async def due(self, audience: Audience) -> list[Entry]:
        """Conversations with something to send or to do, the most urgent first. One that turns out
        to have nothing (its rows lapsed) is taken out."""
        entries = await self._partitions.first(OUTBOXES[audience])
        found = set(await self.filled(audience, [entry.conversation for entry in entries]))
        for entry in entries:
            if entry.conversation not in found:
                batch = Batch(entry.conversation)
                batch.unindex_empty(audience)
                await self._writer.write(batch)
        return [entry for entry in entries if entry.conversation in found]

    async def filled(self, audience: Audience, conversations: Sequence[str]) -> list[str]:
        """The conversations among these that have something to send, or an erasure or a wipe to
        finish."""
        if not conversations:
            return []
        more = [tasks.ERASE, tasks.WIPE] if audience is Audience.PERSON else []
        rows = [f"out:{audience}", *more]
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for conversation in conversations:
                for row in rows:
                    pipe.exists(row_key(conversation, row))
            found = await pipe.execute()
        width = len(rows)
        return [
            conversation
            for n, conversation in enumerate(conversations)
            if any(found[n * width : (n + 1) * width])
        ]

    async def listen(self, audience: Audience) -> AsyncIterator[Entry]:
        """Conversations as something becomes due, and how urgent it is. What is missed here, the
        index still shows."""
        with redis_errors():
            await self._redis.ping()  # a cluster's client knows its nodes only after a command
            async with self._redis.pubsub() as channel:
                await channel.subscribe(f"due:{audience}")
                if ending():  # which redis-py's sending may have swallowed (`asyncio.wait_for`)
                    return
                async for message in channel.listen():
                    if message["type"] == "message":
                        yield Entry.heard(message["data"].decode())

    async def _look(
        self, conversation: str, row: str, end: int = BATCH - 1
    ) -> tuple[list[bytes], Held]:
        with redis_errors():
            raw, held = await asyncio.gather(
                self._redis.lrange(row_key(conversation, row), 0, end),
                self._keyring.look(conversation),
            )
        return list(raw), held

    async def _kept(
        self,
        conversation: str,
        name: str,
        raw: Sequence[bytes],
        held: Held,
        open_one: Callable[[bytes], tuple[Position, T]],
    ) -> AsyncIterator[tuple[bytes, Position, T]]:
        """Those that may be used; the others mustn't stop what comes after them."""
        for item in raw:
            try:
                position, row = open_one(item)
            except Sealed:
                if (await self._keyring.look(conversation)).key != held.key:
                    return  # an erasure, and a new life, between the two parts of one look
                refused = "said" if name == "transcript" else "out"
            else:
                if not held.is_acknowledged(position):
                    yield item, position, row
                    continue
                refused = "replayed"
            unreadable(refused)
            with redis_errors():
                await self._redis.lrem(row_key(conversation, name), 1, item)

    def _words(self, conversation: str, key: bytes | None, position: Position, row: DeskRow) -> str:
        # an audit entry is sealed for the desk: trying it would report a fault that is none
        if key is None or not row.sealed or row.kind is DeskKind.AUDIT:
            return ""
        try:
            return sealed_rows.words(self._vault, key, conversation, position, row)
        except Sealed:
            unreadable("said")
            return ""

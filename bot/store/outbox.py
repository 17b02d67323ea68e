"""Outboxes: what is to be sent, written together with the state, taken out after the sending.

A crash between sending and taking out repeats a message once. A helpline would rather repeat than
lose, and Telegram has no idempotency key that would spare the choice.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import msgspec

from bot.errors import Sealed
from bot.retention import Retention
from bot.store.connection import Redis, answering
from bot.store.keyring import Keyring
from bot.store.rows import Audience, DeskKind, DeskRow, PersonRow, decode, unreadable
from bot.store.writes import row_key
from bot.vault import Vault

BATCH = 100


class Outbox:
    """Reads what waits; sending is the channels' work."""

    def __init__(self, redis: Redis, keyring: Keyring, vault: Vault) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault

    @asynccontextmanager
    async def lease(self, conversation: str, audience: Audience) -> AsyncIterator[bool]:
        """True for one process at a time. It ends within seconds if that process dies."""
        name = row_key(conversation, f"lease:{audience}")
        with answering():
            taken = await self._redis.set(name, b"1", nx=True, px=Retention.LEASE.milliseconds)
        if not taken:
            yield False
            return
        beat = asyncio.ensure_future(self._renew(name))
        try:
            yield True
        finally:
            beat.cancel()
            with answering():
                await self._redis.delete(name)

    async def _renew(self, name: str) -> None:
        life = Retention.LEASE.milliseconds
        while True:
            await asyncio.sleep(life / 3000)
            with answering():
                await self._redis.pexpire(name, life)

    async def for_person(self, conversation: str) -> list[tuple[bytes, PersonRow | None]]:
        """What waits for the person, oldest first, as (raw, row); None: it can't be opened."""
        raw, key = await asyncio.gather(
            self._waiting(conversation, Audience.PERSON), self._keyring.get(conversation)
        )
        return [(item, self._person_row(conversation, key, item)) for item in raw]

    async def for_desk(self, conversation: str) -> list[tuple[bytes, DeskRow, str]]:
        """What waits for the desk, as (raw, row, the person's words or "")."""
        raw, key = await asyncio.gather(
            self._waiting(conversation, Audience.DESK), self._keyring.get(conversation)
        )
        found: list[tuple[bytes, DeskRow, str]] = []
        for item in raw:
            try:
                row = decode(DeskRow, item)
            except msgspec.DecodeError:  # it must not stop what comes after it
                unreadable("out")
                await self.sent(conversation, Audience.DESK, item)
                continue
            # an audit entry is sealed for the desk: trying it would report a fault that is none
            sealed = b"" if row.kind is DeskKind.AUDIT else row.sealed
            found.append((item, row, self._words(conversation, key, sealed)))
        return found

    async def transcript(self, conversation: str) -> list[str]:
        """What the person wrote while the ticket waited."""
        with answering():
            raw, key = await asyncio.gather(
                self._redis.lrange(row_key(conversation, "transcript"), 0, -1),
                self._keyring.get(conversation),
            )
        return [self._words(conversation, key, item) for item in raw]

    async def shown(self, conversation: str, count: int) -> None:
        """The first lines of the transcript are in the topic now."""
        with answering():
            await self._redis.ltrim(row_key(conversation, "transcript"), count, -1)

    async def sent(self, conversation: str, audience: Audience, raw: bytes) -> None:
        """Take a row out."""
        with answering():
            await self._redis.lrem(row_key(conversation, f"out:{audience}"), 1, raw)

    async def drop(self, conversation: str) -> None:
        """The person blocked the bot: what was meant for them can't arrive."""
        with answering():
            await self._redis.delete(row_key(conversation, "out:person"))

    async def filled(self, audience: Audience, conversations: Sequence[str]) -> list[str]:
        """Those that have something to send, or an erasure or a wipe to finish."""
        if not conversations:
            return []
        jobs = ["erase:job", "wipe:job"] if audience is Audience.PERSON else []
        rows = [f"out:{audience}", *jobs]
        with answering():
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

    async def listen(self, audience: Audience) -> AsyncIterator[str]:
        """Conversations as something becomes due. What is missed here, the index still shows."""
        with answering():
            await self._redis.ping()  # a cluster's client knows its nodes only after a command
            async with self._redis.pubsub() as channel:
                await channel.subscribe(f"due:{audience}")
                async for message in channel.listen():
                    if message["type"] == "message":
                        yield message["data"].decode()

    async def _waiting(self, conversation: str, audience: Audience) -> list[bytes]:
        with answering():
            found = await self._redis.lrange(row_key(conversation, f"out:{audience}"), 0, BATCH - 1)
        return list(found)

    def _person_row(self, conversation: str, key: bytes | None, raw: bytes) -> PersonRow | None:
        if key is None:
            return None
        try:
            return decode(PersonRow, self._vault.open(key, conversation, "out", raw))
        except (Sealed, msgspec.DecodeError):
            unreadable("out")
            return None

    def _words(self, conversation: str, key: bytes | None, sealed: bytes) -> str:
        if key is None or not sealed:
            return ""
        try:
            return self._vault.open(key, conversation, "said", sealed).decode()
        except Sealed:
            unreadable("said")
            return ""

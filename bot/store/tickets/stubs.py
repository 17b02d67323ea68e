"""Stubs: what an erasure leaves of an emergency, for two hours, so that an operator can write once.

A stub has a random id of its own, which nothing but its sealed address connects to the person's
chat: what a later message of theirs finds is a stranger. It is prepared before the erasure is
written, and the erasure's own row for the desk names it; one whose erasure was never written is
never shown to anybody, and lapses.
"""

import os
import secrets
from collections.abc import Sequence

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations import revisions
from bot.store.conversations.batch import Batch
from bot.store.conversations.writer import BatchWriter
from bot.store.keyring.keyring import Keyring
from bot.store.names import STUB_PREFIX, Index, name_key, row_key
from bot.store.outbox.sealed_rows import SealedRows
from bot.store.partitions import Entry
from bot.store.rows import PersonRow, Stub, decode, encode
from bot.tickets.queue_order import rank
from flows.urgency import Urgency

_INDEX = "stubs"


class Stubs:
    """Prepares, reads and ends stubs."""

    def __init__(self, redis: Redis, keyring: Keyring, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault
        self._clock = clock
        self._writer = BatchWriter(redis)

    async def prepare(self, stub: Stub, address: int) -> str:
        """Keep a stub; its id. Raises `NotAllowed` where addresses can't be sealed (the desk)."""
        stub_id = STUB_PREFIX + secrets.token_hex(16)
        batch = Batch(stub_id)
        address_key = (await self._keyring.make_address_key(stub_id)).key
        key = os.urandom(32)
        await self._keyring.lend(stub_id, key)
        sealed = self._vault.seal(address_key, stub_id, "address", str(address).encode())
        batch.set("address", sealed, Retention.STUB)
        blob = self._vault.seal(key, stub_id, "stub", encode(stub))
        batch.set("state", revisions.joined(revisions.after(0), blob), Retention.STUB)
        await self._writer.write(batch, revisions.STRANGER)
        ends = self._clock.now() + Retention.STUB.lifetime
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.zadd(_INDEX, {stub_id: ends.timestamp()})
            pipe.pexpire(_INDEX, Retention.INDEX.milliseconds)
            await pipe.execute()
        return stub_id

    async def load(self, stub_id: str) -> Stub | None:
        """The stub; None once it has ended."""
        read = await self._read(stub_id)
        return read[1] if read else None

    async def reply(self, stub_id: str, words: str) -> bool:
        """The operator's one message, and the stub's end, in one write; False if it has ended.

        Silent for the person: nobody asked for it. What Telegram can't be given within the two
        hours is lost rather than kept longer: that was promised.
        """
        read = await self._read(stub_id)
        if read is None:
            return False
        key = await self._keyring.get(stub_id)
        if key is None:
            return False
        row = PersonRow(words, silent=True, operator=True)
        out = SealedRows(self._vault, stub_id, key, revisions.after(revisions.number(read[0])))
        batch = Batch(stub_id)
        batch.delete("state")
        batch.push("out:person", out.to_person([row]), Retention.STUB)
        urgency = rank(Urgency.EMERGENCY, self._clock.now())
        batch.index(Index.TO_PERSON, urgency)
        batch.publish("due:person", Entry(urgency, stub_id).published)
        written = (await self._writer.write(batch, read[0])).is_done
        if written:
            await self._free(read[1])
        return written

    async def close(self, stub_id: str) -> None:
        """Nobody will write: the stub ends now, its address with it."""
        stub = await self.load(stub_id)
        batch = Batch(stub_id)
        batch.delete("state", "out:person")
        batch.unindex(Index.TO_PERSON)
        await self._writer.write(batch)
        with redis_errors():  # the desk may not read it, so no script may be given it
            await self._redis.delete(row_key(stub_id, "address"))
        await self._keyring.shred(stub_id)
        await self._keyring.shred_address(stub_id)
        if stub:
            await self._free(stub)

    async def sent(self, stub_id: str) -> None:
        """The operator's message is with the person: nothing of the stub is needed any more."""
        with redis_errors():
            await self._redis.delete(row_key(stub_id, "address"))
        await self._keyring.shred(stub_id)
        await self._keyring.shred_address(stub_id)

    async def known(self) -> Sequence[str]:
        """Ids of stubs whose time isn't over, the oldest first; some have ended before it."""
        now = self._clock.now().timestamp()
        with redis_errors():
            found = await self._redis.zrange(_INDEX, 0, -1, withscores=True)
        return [member.decode() for member, due in found if due > now]

    async def ended(self) -> Sequence[str]:
        """Stubs whose time is over, or that ended before it: their topics are to be deleted."""
        now = self._clock.now().timestamp()
        with redis_errors():
            found = await self._redis.zrange(_INDEX, 0, -1, withscores=True)
        ended = []
        for member, due in found:
            stub_id = member.decode()
            if due <= now or await self._read(stub_id) is None:
                ended.append(stub_id)
        return ended

    async def settled(self, stub_id: str) -> None:
        """Its topic is gone."""
        with redis_errors():
            await self._redis.zrem(_INDEX, stub_id)

    async def _read(self, stub_id: str) -> tuple[str, Stub] | None:
        with redis_errors():
            state = await self._redis.get(row_key(stub_id, "state"))
        revision, blob = revisions.parted(state)
        key = await self._keyring.get(stub_id)
        if blob is None or key is None:
            return None
        try:
            sealed = self._vault.open(key, stub_id, "stub", blob)
            return revision, decode(Stub, sealed)
        except (Sealed, msgspec.DecodeError):
            return None

    async def _free(self, stub: Stub) -> None:
        with redis_errors():
            await self._redis.delete(name_key(stub.name))

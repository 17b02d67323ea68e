"""Data keys: one for each conversation, wrapped, in a Redis of their own, in memory alone.

Another key seals what leads to the person's chat. It outlives the data key for as long as an
erasure needs it to delete messages; once both are gone, no copy of the store opens, whoever holds
the master key. Intake makes both. While a ticket is open, the desk is lent a copy of the data key,
sealed under a key that it holds; of all other conversations it can open nothing, even with all of
Redis in its hands.
Keys are never cached in a process: a destroyed key is destroyed everywhere at once.
"""

import os
from typing import Any

from bot.errors import NotAllowed, Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations import recovery
from bot.store.keyring.held import DataKey, Held, read_turns
from bot.store.names import BACKLOG, is_stub, row_key
from bot.store.outbox.positions import Position, epoch_of
from bot.store.scripts import source

_LENT = "ticket-key"
_ADDRESS = "address-key"
_TURN = "turn"


class Keyring:
    """Gives, makes, lends and destroys data keys."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault
        # KEYS[1]: the row; ARGV: turn, lifetime in ms, life.
        # A full server lets a script go on that has written; what raises the mark so frees memory.
        alone = "redis.call('PEXPIRE', KEYS[1], ARGV[2]) "
        alone += "return raise_mark(KEYS[1], ARGV[1], ARGV[2], ARGV[3])"
        self._raise_mark = redis.register_script(source("raise_mark") + alone)
        alone = "if not lies(KEYS, ARGV) then return 0 end begin(KEYS, ARGV) return 1"
        self._begin = redis.register_script(source("raise_mark", "begin") + alone)
        alone = "return acknowledge(KEYS[1], ARGV[1], ARGV[2], ARGV[3])"
        self._acknowledge = redis.register_script(source("acknowledge") + alone)

    async def get(self, conversation: str) -> bytes | None:
        """The data key, if there is one that this process can open."""
        return (await self.look(conversation)).key

    async def holds(self, conversation: str) -> bool:
        """Whether there is a data key, also one that this process can't open."""
        with redis_errors():
            return bool(await self._redis.exists(row_key(conversation, "key")))

    async def look(self, conversation: str) -> Held:
        """All that a turn needs to know, in one command."""
        row, purpose = self._lies(conversation)
        mine = self._vault.may("address") and not is_stub(conversation)
        rows = (row, _TURN, recovery.ROW, *([_ADDRESS] if mine else []))
        with redis_errors():
            names = [row_key(conversation, name) for name in rows]
            wrapped, turn, snapshot, *address = await self._redis.mget(names)
        own = self._unwrapped(conversation, row, purpose, wrapped)
        high_water_mark, epoch, acknowledged = read_turns(turn)
        leads = self._unwrapped(conversation, _ADDRESS, "address", address[0]) if mine else None
        return Held(own, high_water_mark, snapshot, epoch, acknowledged, leads)

    async def begin(
        self,
        conversation: str,
        own: DataKey,
        turn: int,
        snapshot: bytes | None,
        *,
        is_open: bool,
        frees: bool = False,
        address: DataKey | None = None,
    ) -> bool:
        """A write is about to happen: the states before it are old from now on, and the keys live
        as long as what they seal. `frees`: the turn gives memory back, so it is taken also by a
        server that is full. `snapshot`: of an open ticket; the desk may read along then. Lent
        before the write, so that no crash keeps an open ticket from the desk; a write that fails
        leaves what was lent until it lapses.

        False: a key was destroyed, or is another's by now, and nothing was done; so an erasure that
        came in between isn't undone by a copy for the desk.
        """
        least = _data_life(is_open=is_open)
        mine = self._vault.may("wrap")
        rows, held = [self._lies(conversation)[0]], [own.wrapped, least if mine else ""]
        if address is not None:
            rows.append(_ADDRESS)
            held += [address.wrapped, _address_life(is_open=is_open)]
        args: list[Any] = [len(rows), *held, turn, least, epoch_of(own.key).hex()]
        rows.append(_TURN)
        if snapshot is not None:
            rows += [_LENT, recovery.ROW]
            args += [self._vault.seal_ticket(conversation, _LENT, own.key), snapshot]
            args.append(Retention.OPEN_TICKET.milliseconds)
        args.append("frees" if frees else "")
        keys = [row_key(conversation, row) for row in rows]
        with redis_errors():
            return bool(await self._begin(keys=keys, args=args))

    async def raise_mark(self, conversation: str, key: bytes, turn: int, *, is_open: bool) -> None:
        """The states before this turn, which has ended something, are old from now on. Lives as
        long as the key that seals them."""
        lasts = _data_life(is_open=is_open)
        args = [turn, lasts, epoch_of(key).hex()]
        with redis_errors():
            await self._raise_mark(keys=[row_key(conversation, _TURN)], args=args)

    async def acknowledge(self, conversation: str, position: Position) -> None:
        """A row was taken out: it, and what was written before it, doesn't come again."""
        args = [position.stream.value, position.mark, position.epoch.hex()]
        with redis_errors():
            await self._acknowledge(keys=[row_key(conversation, _TURN)], args=args)

    async def make(self, conversation: str, *, is_open: bool = False) -> bytes:
        """The data key, made if there is none; two processes get the same. `is_open`: a ticket is.

        Raises `NotAllowed` at the desk.
        """
        least = _data_life(is_open=is_open)
        return (await self._make(conversation, "key", "wrap", least)).key

    async def address_key(self, conversation: str) -> bytes | None:
        """The key of what leads to the chat. Raises `NotAllowed` at the desk."""
        own = await self._open(conversation, _ADDRESS, "address")
        return own and own.key

    async def make_address_key(self, conversation: str, *, is_open: bool = False) -> DataKey:
        """The key of what leads to the chat, made if there is none. Raises `NotAllowed` at the
        desk."""
        least = _address_life(is_open=is_open)
        return await self._make(conversation, _ADDRESS, "address", least)

    async def end_ticket(self, conversation: str) -> None:
        """The ticket is over: the desk reads along no more, and the keys end with the last rows
        that they seal, so that a copy of the store from yesterday is worth nothing tomorrow."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.delete(row_key(conversation, _LENT))
            pipe.delete(row_key(conversation, recovery.ROW))
            pipe.pexpire(row_key(conversation, "key"), _data_life())
            pipe.pexpire(row_key(conversation, _ADDRESS), _address_life())
            await pipe.execute()

    def _lies(self, conversation: str) -> tuple[str, str]:
        """The row in which this process finds the data key, and the purpose that opens it."""
        lent = is_stub(conversation) or not self._vault.may("wrap")
        return (_LENT, "tickets") if lent else ("key", "wrap")

    async def _open(self, conversation: str, row: str, purpose: str) -> DataKey | None:
        if not self._vault.may(purpose):
            raise NotAllowed("refused-no-key", purpose=purpose)
        with redis_errors():
            wrapped = await self._redis.get(row_key(conversation, row))
        return self._unwrapped(conversation, row, purpose, wrapped)

    def _unwrapped(
        self, conversation: str, row: str, purpose: str, wrapped: bytes | None
    ) -> DataKey | None:
        if wrapped is None:
            return None
        try:
            key = self._vault.opened_for(purpose, conversation, row, wrapped)
        except Sealed:
            return None
        return DataKey(key, wrapped)

    async def _make(self, conversation: str, row: str, purpose: str, least: int) -> DataKey:
        """`least`: milliseconds that the key lives at least; a longer life stays."""
        name = row_key(conversation, row)
        if not self._vault.may(purpose):
            raise NotAllowed(f"this process holds no key for {purpose}")
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.get(name)
            pipe.pttl(name)
            wrapped, left = await pipe.execute()
            own = self._unwrapped(conversation, row, purpose, wrapped)
            if own is not None:
                if left < least:
                    await self._redis.pexpire(name, least)
                return own
            fresh = os.urandom(32)
            own = DataKey(fresh, self._vault.sealed_for(purpose, conversation, row, fresh))
            if await self._redis.set(name, own.wrapped, nx=True, px=least):
                return own
        other = await self._open(conversation, row, purpose)
        if other is None:  # wrapped by a master key that is gone: what it sealed is lost anyway
            with redis_errors():
                await self._redis.set(name, own.wrapped, px=least)
        return other or own

    async def for_turn(self, conversation: str, *, is_open: bool) -> DataKey | None:
        """The key to write a turn with, made if there is none; None where the desk has no part in
        the conversation."""
        if not self._vault.may("wrap"):
            return (await self.look(conversation)).own
        least = _data_life(is_open=is_open)
        return await self._make(conversation, "key", "wrap", least)

    async def lend(self, conversation: str, key: bytes) -> None:
        """The desk may read this. (A turn that opens a ticket lends in `begin`.)"""
        sealed = self._vault.seal_ticket(conversation, _LENT, key)
        lasts = Retention.OPEN_TICKET.milliseconds
        with redis_errors():
            await self._redis.set(row_key(conversation, _LENT), sealed, px=lasts)

    async def shred(self, conversation: str) -> None:
        """Destroy the data key: nothing that it sealed can be opened again; and what waits to be
        read. At the desk, what it was lent."""
        own = ["key", _TURN, BACKLOG] if self._vault.may("wrap") else []
        rows = [*own, _LENT, recovery.ROW]
        with redis_errors():
            await self._redis.delete(*(row_key(conversation, row) for row in rows))

    async def shred_address(self, conversation: str) -> None:
        """Destroy what leads to the chat: the last step of an erasure."""
        with redis_errors():
            await self._redis.delete(row_key(conversation, _ADDRESS))


def _data_life(*, is_open: bool = False) -> int:
    """Without a ticket, a data key seals the state and what is on its way to the person."""
    if is_open:
        return Retention.DATA_KEY.milliseconds
    return max(Retention.CONVERSATION.milliseconds, Retention.OUTBOX.milliseconds)


def _address_life(*, is_open: bool = False) -> int:
    """Without a ticket, the other key seals the address, the numbers, and jobs in the chat."""
    if is_open:
        return Retention.DATA_KEY.milliseconds
    sealed = (Retention.ADDRESS, Retention.MESSAGE_IDS, Retention.ERASURE)
    return max(one.milliseconds for one in sealed)

"""Data keys: one for each conversation, wrapped, perhaps in a Redis of their own.

Intake makes them. While a ticket is open, the desk is lent a copy, sealed under a key that it
holds; of all other conversations it can open nothing, even with all of Redis in its hands.
Keys are never cached in a process: a destroyed key is destroyed everywhere at once.
"""

from bot.errors import Sealed
from bot.retention import Retention
from bot.store.connection import Redis, answering
from bot.store.writes import is_stub, row_key
from bot.vault import Vault

_LIFE = Retention.DATA_KEY.milliseconds
_LENT_LIFE = Retention.OPEN_TICKET.milliseconds
_LENT = "ticket-key"


class Keyring:
    """Gives, makes, lends and destroys data keys."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def get(self, conversation: str) -> bytes | None:
        """The data key, if there is one that this process can open."""
        if is_stub(conversation) or not self._vault.may("wrap"):
            return await self._lent(conversation)
        with answering():
            wrapped = await self._redis.get(row_key(conversation, "key"))
        if wrapped is None:
            return None
        try:
            return self._vault.unwrap(conversation, wrapped)
        except Sealed:
            return None

    async def make(self, conversation: str) -> bytes:
        """The data key, made if there is none; two processes get the same.

        Raises `NotAllowed` at the desk.
        """
        name = row_key(conversation, "key")
        key = await self.get(conversation)
        with answering():
            if key is not None:
                await self._redis.pexpire(name, _LIFE)
                return key
            fresh, wrapped = self._vault.new_data_key(conversation)
            if await self._redis.set(name, wrapped, nx=True, px=_LIFE):
                return fresh
        key = await self.get(conversation)
        if key is None:  # wrapped by a master key that is gone: what it sealed is lost anyway
            with answering():
                await self._redis.set(name, wrapped, px=_LIFE)
        return key or fresh

    async def for_turn(self, conversation: str) -> bytes | None:
        """The key to write a turn with; None where the desk has no part in the conversation."""
        if self._vault.may("wrap") and not is_stub(conversation):
            return await self.make(conversation)
        return await self.get(conversation)

    async def lend(self, conversation: str, key: bytes) -> None:
        """A ticket is about to be open: the desk may read along.

        Before the write, so that no crash in between keeps an open ticket from the desk; a write
        that fails leaves the key lent in vain, until it lapses.
        """
        sealed = self._vault.seal_ticket(conversation, _LENT, key)
        with answering():
            await self._redis.set(row_key(conversation, _LENT), sealed, px=_LENT_LIFE)

    async def take_back(self, conversation: str) -> None:
        """The ticket is over."""
        with answering():
            await self._redis.delete(row_key(conversation, _LENT))

    async def shred(self, conversation: str) -> None:
        """Destroy the data key: nothing that it sealed can be opened again. At the desk, what it
        was lent."""
        rows = ["key", _LENT] if self._vault.may("wrap") else [_LENT]
        with answering():
            await self._redis.delete(*(row_key(conversation, row) for row in rows))

    async def _lent(self, conversation: str) -> bytes | None:
        with answering():
            sealed = await self._redis.get(row_key(conversation, _LENT))
        if sealed is None:
            return None
        try:
            return self._vault.open_ticket(conversation, _LENT, sealed)
        except Sealed:
            return None

"""Data keys: one for each conversation, wrapped, perhaps in a Redis of their own.

Keys are never cached in a process: a destroyed key is destroyed everywhere at once.
"""

from bot.errors import Sealed
from bot.retention import Retention
from bot.store.connection import Redis, answering
from bot.store.writes import row_key
from bot.vault import Vault

_LIFE = Retention.DATA_KEY.milliseconds


class Keyring:
    """Gives, makes and destroys data keys."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def get(self, conversation: str) -> bytes | None:
        """The data key, if there is one that this process's master key can unwrap."""
        with answering():
            wrapped = await self._redis.get(row_key(conversation, "key"))
        if wrapped is None:
            return None
        try:
            return self._vault.unwrap(conversation, wrapped)
        except Sealed:
            return None

    async def make(self, conversation: str) -> bytes:
        """The data key, made if there is none; two processes get the same."""
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

    async def shred(self, conversation: str) -> None:
        """Destroy the data key: nothing that it sealed can be opened again."""
        with answering():
            await self._redis.delete(row_key(conversation, "key"))

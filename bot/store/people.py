"""The person's chat: its address, the numbers of its messages, and erasures to be finished.

Only intake's keys open any of it.
"""

from bot.errors import Sealed
from bot.store.connection import Redis, answering
from bot.store.indexes import Indexes
from bot.store.writes import row_key
from bot.vault import Vault


class People:
    """What leads to a person, as long as it is needed."""

    def __init__(self, redis: Redis, vault: Vault, indexes: Indexes) -> None:
        self._redis = redis
        self._vault = vault
        self._indexes = indexes

    async def address(self, conversation: str) -> int | None:
        """The chat's number; None once forgotten, or sealed by a master key that is gone.

        Raises `NotAllowed` at the desk.
        """
        with answering():
            sealed = await self._redis.get(row_key(conversation, "address"))
        if sealed is None:
            return None
        try:
            return int(self._vault.open_address(conversation, "address", sealed))
        except Sealed:
            return None

    async def messages(self, conversation: str) -> list[int]:
        """The numbers of all known messages of the chat. Raises `NotAllowed` at the desk.

        What a master key sealed that is gone is dropped: it must not stop an erasure.
        """
        name = row_key(conversation, "messages")
        with answering():
            raw = await self._redis.lrange(name, 0, -1)
        numbers: list[int] = []
        for item in raw:
            try:
                numbers.append(int(self._vault.open_address(conversation, "messages", item)))
            except Sealed:
                with answering():
                    await self._redis.lrem(name, 0, item)
        return numbers

    async def forget_messages(self, conversation: str, count: int) -> None:
        """The first ones are deleted in the chat, or too old to be: forget their numbers."""
        with answering():
            await self._redis.ltrim(row_key(conversation, "messages"), count, -1)

    async def erasure(self, conversation: str) -> str | None:
        """The locale of an erasure that waits to be finished."""
        with answering():
            locale = await self._redis.get(row_key(conversation, "erase:job"))
        return None if locale is None else locale.decode()

    async def erased(self, conversation: str) -> None:
        """The erasure is done: the job goes, and the address unless a new life has begun."""
        with answering():
            await self._redis.delete(row_key(conversation, "erase:job"))
            if not await self._redis.exists(row_key(conversation, "state")):
                await self._redis.delete(row_key(conversation, "address"))
                await self._indexes.forget(conversation)

"""Where tickets show in the operators' group, and the way back from there."""

import msgspec

from bot.errors import Sealed
from bot.retention import Retention
from bot.store.connection import Redis, answering
from bot.store.rows import DeskPlace, decode, encode, unreadable
from bot.store.writes import name_key, row_key
from bot.vault import Vault


class Topics:
    """Topic ↔ conversation, and code name → conversation."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def reserve(self, name: str, conversation: str) -> bool:
        """Take a code name for a ticket, until it closes; False if another one bears it."""
        life = Retention.OPEN_TICKET.milliseconds
        sealed = self._vault.seal_ticket(name, "name", conversation.encode())
        with answering():
            return bool(await self._redis.set(name_key(name), sealed, nx=True, px=life))

    async def named(self, name: str) -> str | None:
        """The conversation of a code name."""
        with answering():
            sealed = await self._redis.get(name_key(name))
        return self._led_to(name, "name", sealed)

    async def rename(self, name: str, stub_id: str) -> None:
        """The ticket is erased: its code name is the stub's now."""
        sealed = self._vault.seal_ticket(name, "name", stub_id.encode())
        with answering():
            await self._redis.set(name_key(name), sealed, px=Retention.STUB.milliseconds)

    async def place(self, conversation: str) -> DeskPlace | None:
        """Where the ticket shows."""
        with answering():
            sealed = await self._redis.get(row_key(conversation, "desk"))
        if sealed is None:
            return None
        try:
            return decode(DeskPlace, self._vault.open_ticket(conversation, "desk", sealed))
        except (Sealed, msgspec.DecodeError):
            unreadable("desk")
            return None

    async def remember(
        self, conversation: str, place: DeskPlace, kept: Retention = Retention.OPEN_TICKET
    ) -> None:
        """A topic was made (or its card): remember it and the way back."""
        sealed = self._vault.seal_ticket(conversation, "desk", encode(place))
        thread = self._vault.hashed("thread", place.chat, place.thread)
        back = self._vault.seal_ticket(thread, "thread", conversation.encode())
        with answering():
            await self._redis.set(row_key(conversation, "desk"), sealed, px=kept.milliseconds)
            await self._redis.set(f"thread:{thread}", back, px=kept.milliseconds)

    async def forget(self, conversation: str, place: DeskPlace) -> None:
        """The topic is gone."""
        with answering():
            await self._redis.delete(row_key(conversation, "desk"))
            await self._redis.delete(self._thread(place.chat, place.thread))

    async def conversation_in(self, chat: int, thread: int) -> str | None:
        """The conversation that a topic belongs to."""
        with answering():
            sealed = await self._redis.get(self._thread(chat, thread))
        return self._led_to(self._vault.hashed("thread", chat, thread), "thread", sealed)

    def _led_to(self, name: str, kind: str, sealed: bytes | None) -> str | None:
        """The conversation that a name or a topic leads to. Sealed, so that nobody can make an
        operator's words, or an erasure by code name, go to somebody else."""
        if sealed is None:
            return None
        try:
            return self._vault.open_ticket(name, kind, sealed).decode()
        except Sealed:
            unreadable(kind)
            return None

    def _thread(self, chat: int, thread: int) -> str:
        return thread_key(self._vault, chat, thread)


def thread_key(vault: Vault, chat: int, thread: int) -> str:
    """The key that leads from a topic back to its conversation."""
    return f"thread:{vault.hashed('thread', chat, thread)}"

"""Where tickets show in the operators' group, and the way back from there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.names import is_stub, name_key, row_key
from bot.store.rows import DeskPlace, decode, encode, unreadable

_INDEX = "topics"
PLACE = "desk"
"""The row that says where a conversation shows."""

MOST = 100
LOOK_AGAIN = timedelta(hours=1)
"""After which a topic is looked at: whether its ticket is still there."""


@dataclass(frozen=True, slots=True)
class Back:
    """The way back from a topic."""

    conversation: str
    place: DeskPlace


class Topics:
    """Topic ↔ conversation, and code name → conversation."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def reserve(self, name: str, conversation: str) -> bool:
        """Take a code name for a ticket, until it closes; False if another one bears it."""
        life = Retention.OPEN_TICKET.milliseconds
        sealed = self._vault.seal_ticket(name, "name", conversation.encode())
        with redis_errors():
            return bool(await self._redis.set(name_key(name), sealed, nx=True, px=life))

    async def named(self, name: str) -> str | None:
        """The conversation of a code name."""
        with redis_errors():
            sealed = await self._redis.get(name_key(name))
        led_to = self._opened(name, "name", sealed)
        return None if led_to is None else led_to.decode()

    async def rename(self, name: str, stub_id: str) -> None:
        """Let a ticket's code name lead to its stub: the ticket is erased."""
        sealed = self._vault.seal_ticket(name, "name", stub_id.encode())
        with redis_errors():
            await self._redis.set(name_key(name), sealed, px=Retention.STUB.milliseconds)

    async def place(self, conversation: str) -> DeskPlace | None:
        """Where the ticket shows."""
        with redis_errors():
            sealed = await self._redis.get(row_key(conversation, PLACE))
        return self.opened(conversation, sealed)

    def opened(self, conversation: str, sealed: bytes | None) -> DeskPlace | None:
        """Where a ticket shows, of a row that was read already; None where it can't be opened."""
        if sealed is None:
            return None
        try:
            return decode(DeskPlace, self._vault.open_ticket(conversation, PLACE, sealed))
        except (Sealed, msgspec.DecodeError):
            unreadable(PLACE)
            return None

    async def remember(
        self, conversation: str, place: DeskPlace, kept: Retention = Retention.OPEN_TICKET
    ) -> None:
        """A topic was made (or its card): remember it and the way back."""
        sealed = self._vault.seal_ticket(conversation, PLACE, encode(place))
        thread = self._vault.hashed("thread", place.chat, place.thread)
        back = self._vault.seal_ticket(thread, "thread", encode(Back(conversation, place)))
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(row_key(conversation, PLACE), sealed, px=kept.milliseconds)
            # The way back outlives the rest: whoever finds nothing at its end deletes the topic.
            pipe.set(f"thread:{thread}", back, px=Retention.OPEN_TICKET.milliseconds)
            self._look_again(pipe, thread)
            await pipe.execute()

    async def forget(self, conversation: str, place: DeskPlace) -> None:
        """The topic is gone."""
        with redis_errors():
            await self._redis.delete(row_key(conversation, PLACE))
        await self.let_go(Back(conversation, place))

    async def let_go(self, back: Back) -> None:
        """A topic that was lost is gone."""
        thread = self._vault.hashed("thread", back.place.chat, back.place.thread)
        with redis_errors():
            await self._redis.delete(f"thread:{thread}")
            await self._redis.zrem(_INDEX, thread)

    async def lost(self, remembered: Callable[[str], Awaitable[bool]]) -> list[Back]:
        """Topics whose ticket is gone, of those that are to be looked at by now; the others are to
        be looked at again in an hour. What is on its way to the operators, such as a ticket's end,
        is waited for. `remembered`: whether a ticket that the store lost will come back."""
        now = self._clock.now().timestamp()
        with redis_errors():
            due = await self._redis.zrangebyscore(_INDEX, "-inf", now, start=0, num=MOST)
        found = []
        for thread in (member.decode() for member in due):
            with redis_errors():
                back = self._back(thread, await self._redis.get(f"thread:{thread}"))
                if back is None:
                    await self._redis.zrem(_INDEX, thread)
                elif await self._is_lost(back, remembered):
                    found.append(back)
                else:
                    pipe = self._redis.pipeline(transaction=False)
                    pipe.pexpire(f"thread:{thread}", Retention.OPEN_TICKET.milliseconds)
                    self._look_again(pipe, thread)
                    await pipe.execute()
        return found

    async def _is_lost(self, back: Back, remembered: Callable[[str], Awaitable[bool]]) -> bool:
        own = "state" if is_stub(back.conversation) else "ticket"
        pipe = self._redis.pipeline(transaction=False)
        pipe.exists(row_key(back.conversation, "out:desk"))
        pipe.exists(row_key(back.conversation, own))
        coming, there = await pipe.execute()
        if coming:
            return False
        if not there:
            return not await remembered(back.conversation)
        place = await self.place(back.conversation)
        return place is not None and place.thread != back.place.thread

    def _look_again(self, pipe: Redis, thread: str) -> None:
        at = (self._clock.now() + LOOK_AGAIN).timestamp()
        pipe.zadd(_INDEX, {thread: at})
        pipe.pexpire(_INDEX, Retention.INDEX.milliseconds)

    async def conversation_in(self, chat: int, thread: int) -> str | None:
        """The conversation that a topic belongs to."""
        name = self._vault.hashed("thread", chat, thread)
        with redis_errors():
            back = self._back(name, await self._redis.get(f"thread:{name}"))
        return None if back is None else back.conversation

    def _back(self, thread: str, sealed: bytes | None) -> Back | None:
        opened = self._opened(thread, "thread", sealed)
        try:
            return None if opened is None else decode(Back, opened)
        except msgspec.DecodeError:
            unreadable("thread")
            return None

    def _opened(self, name: str, kind: str, sealed: bytes | None) -> bytes | None:
        """What a name or a topic leads to. Sealed, so that nobody can make an operator's words, or
        an erasure by code name, go to somebody else."""
        if sealed is None:
            return None
        try:
            return self._vault.open_ticket(name, kind, sealed)
        except Sealed:
            unreadable(kind)
            return None


def thread_key(vault: Vault, chat: int, thread: int) -> str:
    """The key that leads from a topic back to its conversation."""
    return f"thread:{vault.hashed('thread', chat, thread)}"

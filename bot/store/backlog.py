"""Messages that are taken from Telegram and wait to be read, while more comes than can be read.

They lie in the keyring's memory alone, which never writes to disk, sealed by intake's key; the
erasure of a conversation destroys them with its data key. A crash of intake loses none, since what
is read is removed only afterwards (repeated rather than lost); the end of all of the keyring
loses them, with every open ticket.

Who is read first: a chat of which nothing was read while it waits, in the order of their coming;
then the one that was read longest ago. So a crowd waits for itself, and who comes new passes it.
"""

import zlib
from dataclasses import dataclass, field

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.names import BACKLOG, row_key
from bot.store.rows import decode, encode, unreadable
from bot.store.scripts import source

PURPOSE = "wrap"

NEW_SECONDS = 600.0
"""Of a chat of which nothing was read yet: so much earlier it stands than it came."""

LEASE_SECONDS = 30.0
"""A chat that is being read comes up again after this, for another process if this one died."""


@dataclass(frozen=True, slots=True)
class WaitingMessage:
    """A person's text as Telegram brought it (Bot API, Message). `at`: Telegram's time of it, in
    seconds since 1970."""

    update_id: int
    address: int = field(repr=False)
    text: str = field(repr=False)
    hint: str | None = None
    message_id: int | None = None
    at: float | None = None


@dataclass(frozen=True, slots=True)
class LeasedMessage:
    """The first message of a chat, to be read now. `raw`: as it lies there."""

    conversation: str
    raw: bytes = field(repr=False)
    message: WaitingMessage


class Backlog:
    """Keeps messages that wait, each chat's in order. All of it raises `StoreUnavailable`, and at
    the desk, which has no key to it, `NotAllowed`."""

    def __init__(self, keyring: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = keyring
        self._vault = vault
        self._clock = clock
        self._put = keyring.register_script(source("put_waiting"))
        self._lease = keyring.register_script(source("lease_waiting"))
        self._remove = keyring.register_script(source("remove_waiting"))

    async def is_empty(self) -> bool:
        """Whether nothing waits."""
        with redis_errors():
            return not await self._redis.zcard(BACKLOG)

    async def holds(self, conversation: str) -> bool:
        """Whether messages of this chat wait."""
        with redis_errors():
            return bool(await self._redis.exists(row_key(conversation, BACKLOG)))

    async def put(self, conversation: str, message: WaitingMessage) -> None:
        """Let a message wait, behind those of its chat."""
        packed = zlib.compress(encode(message), level=1)  # a crowd's long texts repeat themselves
        sealed = self._vault.sealed_for(PURPOSE, conversation, BACKLOG, packed)
        args = [conversation, sealed, self._now - NEW_SECONDS, Retention.BACKLOG.milliseconds]
        with redis_errors():
            await self._put(keys=[BACKLOG, row_key(conversation, BACKLOG)], args=args)

    async def lease(self) -> LeasedMessage | None:
        """The message to be read next; for `LEASE_SECONDS` no other process is given one of its
        chat. None: nothing waits, or all that does is being read."""
        while True:
            with redis_errors():
                args = [self._now, self._now + LEASE_SECONDS]
                found = await self._lease(keys=[BACKLOG], args=args)
                if found is None:
                    return None
                conversation = found.decode()
                raw = await self._redis.lindex(row_key(conversation, BACKLOG), 0)
            message = None if raw is None else self._opened(conversation, raw)
            if message is not None:
                return LeasedMessage(conversation, raw, message)
            await self._take_out(conversation, raw or b"")

    async def remove(self, leased: LeasedMessage) -> None:
        """Take out a message that was read, and let its chat stand behind all others."""
        await self._take_out(leased.conversation, leased.raw)

    async def drop(self, conversation: str) -> None:
        """Nobody is to hear what waits of this chat any more."""
        with redis_errors():
            await self._redis.delete(row_key(conversation, BACKLOG))

    @property
    def _now(self) -> float:
        return self._clock.now().timestamp()

    async def _take_out(self, conversation: str, raw: bytes) -> None:
        keys = [BACKLOG, row_key(conversation, BACKLOG)]
        with redis_errors():
            await self._remove(keys=keys, args=[conversation, raw, self._now])

    def _opened(self, conversation: str, raw: bytes) -> WaitingMessage | None:
        try:
            opened = self._vault.opened_for(PURPOSE, conversation, BACKLOG, raw)
            return decode(WaitingMessage, zlib.decompress(opened))
        except (Sealed, zlib.error, msgspec.DecodeError):
            unreadable(BACKLOG)
            return None

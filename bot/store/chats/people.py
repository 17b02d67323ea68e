"""The person's chat: its address, the numbers of its messages, and what is to be done there.

Only intake's keys open any of it.
"""

import asyncio
from dataclasses import dataclass

import msgspec

from bot.errors import Sealed
from bot.privacy.chat_deletion import ChatMessage, ChatPlan, Count
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.chats import tasks
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations import revisions
from bot.store.conversations.batch import Batch
from bot.store.conversations.writer import BatchWriter
from bot.store.file_rewrites import want
from bot.store.keyring.keyring import Keyring
from bot.store.names import UNDER_WAY, Index, row_key
from bot.store.rows import Audience, decode, decode_number, unreadable
from flows.builtin import ERASED_TEXT

_COUNTED = "erase:counted"


@dataclass(frozen=True, slots=True)
class ChatTasks:
    """`chat`: its number, None once forgotten; `erase_in`: the locale of an erasure that waits to
    be finished, and `erased_text` what is said after it; `wipe`: whether the person wants the chat
    emptied now."""

    chat: int | None
    erase_in: str | None
    wipe: bool
    erased_text: str = ERASED_TEXT


class People:
    """Rows that lead to a person, kept as long as they are needed."""

    def __init__(self, redis: Redis, keyring: Keyring, vault: Vault) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault
        self._writer = BatchWriter(redis)

    async def address(self, conversation: str) -> int | None:
        """The chat's number; None once forgotten, or sealed by a master key that is gone.

        Raises `NotAllowed` at the desk.
        """
        opened = await self._opened(conversation, "address")
        return None if opened is None else int(opened)

    async def tasks(self, conversation: str) -> "ChatTasks":
        """Tasks in the chat beside sending, and which chat, in one look. Raises `NotAllowed` at the
        desk.

        Raises `NotAllowed` at the desk.
        """
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.get(row_key(conversation, "address"))
            pipe.get(row_key(conversation, tasks.ERASE))
            pipe.get(row_key(conversation, tasks.WIPE))
            (sealed, erase, wipe), key = await asyncio.gather(
                pipe.execute(), self._keyring.address_key(conversation)
            )
        opened = self._unsealed(conversation, "address", key, sealed)
        job = await self._job(conversation, tasks.ERASE, key, erase)
        locale, _, text_id = (job or "").partition(" ")  # before there was a choice: the locale
        return ChatTasks(
            None if opened is None else int(opened),
            None if job is None else locale,
            await self._job(conversation, tasks.WIPE, key, wipe) is not None,
            text_id or ERASED_TEXT,
        )

    async def _job(
        self, conversation: str, row: str, key: bytes | None, raw: bytes | None
    ) -> str | None:
        """What a job says. One that nobody with our key left is taken away; where the key is gone
        there is nothing that it could harm, and an erasure is still to be finished."""
        if raw is None:
            return None
        if key is None:
            return ""
        said = tasks.opened(self._vault, key, conversation, row, raw)
        if said is None:
            with redis_errors():
                await self._redis.delete(row_key(conversation, row))
        return said

    async def plan(self, conversation: str) -> ChatPlan | None:
        """The chat and when its messages go; it outlives the conversation by a day."""
        opened = await self._opened(conversation, "chat")
        try:
            return None if opened is None else decode(ChatPlan, opened)
        except msgspec.DecodeError:
            return None

    async def _opened(self, conversation: str, row: str) -> bytes | None:
        key = await self._keyring.address_key(conversation)
        with redis_errors():
            sealed = await self._redis.get(row_key(conversation, row))
        return self._unsealed(conversation, row, key, sealed)

    def _unsealed(
        self, conversation: str, row: str, key: bytes | None, sealed: bytes | None
    ) -> bytes | None:
        if sealed is None or key is None:
            return None
        try:
            return self._vault.open(key, conversation, row, sealed)
        except Sealed:
            unreadable(row)
            return None

    async def known(self, conversation: str) -> int:
        """How many messages of the chat are known, unread."""
        with redis_errors():
            return int(await self._redis.llen(row_key(conversation, "messages")))

    async def messages(
        self, conversation: str, start: int = 0, most: int = 0
    ) -> list[tuple[bytes, ChatMessage]]:
        """Known messages of the chat as (raw, message), as they came; none only where no more are
        known. Raises `NotAllowed` at the desk.

        `start`: how many to pass over, or, below zero, how many of the latest; `most`: so many, 0
        for all that follow. What a key sealed that is gone is dropped: it must not stop an erasure.
        """
        key = await self._keyring.address_key(conversation)
        name = row_key(conversation, "messages")
        while True:
            with redis_errors():
                raw = await self._redis.lrange(name, start, start + most - 1 if most else -1)
            found: list[tuple[bytes, ChatMessage]] = []
            dead: list[bytes] = []
            for item in raw:
                try:
                    opened = self._vault.open(key or b"", conversation, "messages", item)
                    found.append((item, decode_number(opened)))
                except (Sealed, msgspec.DecodeError):
                    dead.append(item)
            await self.forget(conversation, dead)
            if found or not raw:
                return found

    async def begin(self, conversation: str) -> bool:
        """Messages are about to be sent. True: an earlier sending broke off, so one of them may
        stand in the chat without its number being known."""
        life = Retention.MESSAGE_IDS.milliseconds
        with redis_errors():
            name = row_key(conversation, UNDER_WAY)
            return bool(await self._redis.set(name, b"1", px=life, get=True))

    async def end(self, conversation: str) -> None:
        """Nothing is under way: what was to be sent is remembered, or was refused."""
        with redis_errors():
            await self._redis.delete(row_key(conversation, UNDER_WAY))

    async def forget(self, conversation: str, raw: list[bytes], count: Count | None = None) -> None:
        """These are deleted in the chat, or too old to be: forget their numbers. `count`: an
        erasure did it, which reports at its end, also if Telegram or a crash interrupts it."""
        if not raw:
            return
        name = row_key(conversation, _COUNTED)
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for item in raw:
                pipe.lrem(row_key(conversation, "messages"), 1, item)
            if count is not None:
                pipe.hincrby(name, "deleted", count.deleted)
                pipe.hincrby(name, "left", count.left)
                pipe.pexpire(name, Retention.ERASURE.milliseconds)
            await pipe.execute()

    async def wiped(self, conversation: str) -> None:
        """The chat is empty, as the person wanted."""
        await self._done(conversation, tasks.WIPE)

    async def _done(self, conversation: str, *rows: str) -> None:
        batch = Batch(conversation)
        batch.delete(*rows)
        batch.unindex_empty(Audience.PERSON)
        await self._writer.write(batch)

    async def relay(self, conversation: str, ref: str, number: int) -> None:
        """An operator's words became this message: it can be corrected under their name."""
        key, _ = await self._keyring.make_address_key(conversation)
        sealed = self._vault.seal(key, conversation, f"relayed/{ref}", str(number).encode())
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.hset(row_key(conversation, "relayed"), ref, sealed)
            pipe.pexpire(row_key(conversation, "relayed"), Retention.MESSAGE_IDS.milliseconds)
            await pipe.execute()

    async def relayed(self, conversation: str, ref: str) -> int | None:
        """The number of the message that an operator's words became; None if it isn't known.

        Raises `NotAllowed` at the desk.
        """
        key = await self._keyring.address_key(conversation)
        with redis_errors():
            sealed = await self._redis.hget(row_key(conversation, "relayed"), ref)
        if sealed is None or key is None:
            return None
        try:
            return int(self._vault.open(key, conversation, f"relayed/{ref}", sealed))
        except Sealed:
            unreadable("relayed")
            return None

    async def erasure(self, conversation: str) -> str | None:
        """The locale of an erasure that waits to be finished."""
        return (await self.tasks(conversation)).erase_in

    async def erased(self, conversation: str) -> None:
        """The erasure is done: what it counted becomes its report, the address goes unless a new
        life has begun, and the job last, or a crash in between would leave the address. Then the
        servers' files are to forget it too."""
        life = Retention.ERASURE_REPORT.milliseconds
        with redis_errors():
            counted = await self._redis.hmget(row_key(conversation, _COUNTED), "deleted", "left")
            report = b"%d %d" % tuple(int(number or 0) for number in counted)
            await self._redis.set(row_key(conversation, "erase:report"), report, px=life)
        batch = Batch(conversation)
        batch.delete("address", "chat", "relayed", tasks.WIPE, UNDER_WAY)
        batch.unindex(Index.DELETIONS)
        if (await self._writer.write(batch, revisions.STRANGER)).is_done:
            await self._keyring.shred_address(conversation)
        await self._done(conversation, _COUNTED, tasks.ERASE)
        await want(self._redis)

    async def report(self, conversation: str) -> Count | None:
        """The count of a finished erasure, once; None where there is none."""
        name = row_key(conversation, "erase:report")
        with redis_errors():
            found = await self._redis.get(name)
            await self._redis.delete(name)
        if found is None:
            return None
        return Count(*map(int, found.split()))

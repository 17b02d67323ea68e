"""Messages that have arrived in the person's chat.

The number comes first, then the row goes: a crash in between repeats a message once, whose first
copy is then known and deleted with the rest. Only intake's keys open any of it.
"""

import asyncio

from bot.privacy.chat_deletion import ChatMessage, ChatPlan, after
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.chats.wipes import Wipes
from bot.store.client.connection import Redis, answering
from bot.store.conversations.batch import FIRST_NUMBERS, MOST_NUMBERS, UNDER_WAY, lease_row, row_key
from bot.store.keyring.held import DataKey
from bot.store.keyring.keyring import Keyring
from bot.store.outbox.lease import Lease
from bot.store.outbox.places import Place
from bot.store.rows import Audience, encode, encode_number
from bot.store.scripts import source
from bot.telemetry import undeleted
from flows.conversation import WipeAfter


class Arrivals:
    """Remembers what was sent."""

    def __init__(self, redis: Redis, keyring: Keyring, vault: Vault, wipes: Wipes) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault
        self._wipes = wipes
        self._script = redis.register_script(source("take", "thin", "arrived"))

    async def sent(
        self,
        conversation: str,
        chat: int,
        message: ChatMessage,
        raw: bytes,
        *,
        address: DataKey | None = None,
        last: bool = False,
        lease: Lease | None = None,
    ) -> None:
        """The message of this row stands in the chat: it is to be deleted in time.

        `address`: the key of what leads to the chat, by whoever has it from the write, which also
        left a hint to look at the chat in time. `last`: no other message is under way. `lease`: to
        be given back.
        """
        if address is None:
            address = await self._hinted(conversation, message)
        number, fallback = self._sealed(conversation, chat, message, address)
        lease_of = lease_row(Audience.PERSON)
        rows = (f"out:{Audience.PERSON}", "messages", "chat", UNDER_WAY, lease_of)
        keys = [row_key(conversation, row) for row in rows]
        life = Retention.MESSAGE_IDS.milliseconds
        bounds = (FIRST_NUMBERS, MOST_NUMBERS)
        args = [raw, number, fallback, life, int(last), int(lease is not None), *bounds]
        place = Place.parted(raw)[0]
        together = self._keyring.lies_with(self._redis)
        taking = self._keyring.taking(conversation, place)
        with answering():
            lost = await self._script(
                keys=[*keys, *taking.keys] if together else keys,
                args=[*args, *taking.args] if together else args,
            )
        undeleted.stay(int(lost))
        if lease is not None:
            lease.over = True
        if not together:
            await self._keyring.take(conversation, place)

    async def remember(self, conversation: str, chat: int, message: ChatMessage) -> None:
        """A message that is no row of this conversation's stands in the chat: it, too, is to be
        deleted in time."""
        address = await self._hinted(conversation, message)
        number, fallback = self._sealed(conversation, chat, message, address)
        life = Retention.MESSAGE_IDS.milliseconds
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            pipe.rpush(row_key(conversation, "messages"), number)
            pipe.pexpire(row_key(conversation, "messages"), life)
            pipe.set(row_key(conversation, "chat"), fallback, nx=True, px=life)
            pipe.pexpire(row_key(conversation, "chat"), life)
            await pipe.execute()

    def _sealed(
        self, conversation: str, chat: int, message: ChatMessage, address: DataKey
    ) -> tuple[bytes, bytes]:
        """The message's number, and the chat's plan, in case there is none yet."""
        number = self._vault.seal(address.key, conversation, "messages", encode_number(message))
        plan = encode(ChatPlan(chat, WipeAfter.DAY))
        return number, self._vault.seal(address.key, conversation, "chat", plan)

    async def _hinted(self, conversation: str, message: ChatMessage) -> DataKey:
        wait = after(WipeAfter.DAY).total_seconds()
        _, address = await asyncio.gather(
            self._wipes.plan(conversation, message.at + wait),
            self._keyring.make_address_key(conversation),
        )
        return address

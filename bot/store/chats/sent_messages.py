"""Messages that have arrived in the person's chat.

The number is written with the entry that finds the chat in time, and with the removal of the row: a
crash before it repeats a message once, whose first copy is then known and deleted with the rest.
Only intake's keys open any of it.
"""

from bot.privacy.chat_deletion import ChatMessage, ChatPlan, after
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis
from bot.store.conversations.batch import FIRST_NUMBERS, MOST_NUMBERS, Batch, OverflowEntry
from bot.store.conversations.writer import BatchWriter
from bot.store.keyring.held import DataKey
from bot.store.keyring.keyring import Keyring
from bot.store.log_lines import Delivery, sent_line
from bot.store.names import UNDER_WAY, Index, lease_row
from bot.store.outbox.lease import Lease
from bot.store.outbox.positions import Position
from bot.store.rows import Audience, encode, encode_number
from bot.telemetry import undeleted
from flows.conversation import WipeAfter


class SentMessages:
    """Remembers what was sent."""

    def __init__(self, redis: Redis, keyring: Keyring, vault: Vault) -> None:
        self._keyring = keyring
        self._vault = vault
        self._writer = BatchWriter(redis)

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

        `address`: the key of what leads to the chat, by whoever has it from the write. `last`: no
        other message is under way. `lease`: to be given back.
        """
        batch = await self._numbered(conversation, chat, message, address)
        if last:
            batch.delete(UNDER_WAY)
        batch.remove(f"out:{Audience.PERSON}", raw)
        batch.unindex_empty(Audience.PERSON)
        batch.delivered(Delivery.SENT, sent_line(Position.parted(raw)[0]), message.at)
        if lease is not None:
            batch.delete(lease_row(Audience.PERSON))
        outcome = await self._writer.write(batch)
        undeleted.stay(outcome.lost)
        if lease is not None:
            lease.over = True
        await self._keyring.acknowledge(conversation, Position.parted(raw)[0])

    async def remember(self, conversation: str, chat: int, message: ChatMessage) -> None:
        """A message that is no row of this conversation's stands in the chat: it, too, is to be
        deleted in time."""
        outcome = await self._writer.write(await self._numbered(conversation, chat, message))
        undeleted.stay(outcome.lost)

    async def _numbered(
        self, conversation: str, chat: int, message: ChatMessage, address: DataKey | None = None
    ) -> Batch:
        """The message's number, the chat's plan in case there is none yet, and when to look."""
        own = address or await self._keyring.make_address_key(conversation)
        number = self._vault.seal(own.key, conversation, "messages", encode_number(message))
        fallback = encode(ChatPlan(chat, WipeAfter.DAY))
        plan = self._vault.seal(own.key, conversation, "chat", fallback)
        batch = Batch(conversation)
        batch.push("messages", [number], Retention.MESSAGE_IDS)
        batch.thin("messages", FIRST_NUMBERS, MOST_NUMBERS, OverflowEntry(MOST_NUMBERS, message.at))
        batch.keep("chat", plan, Retention.MESSAGE_IDS)
        wait = after(WipeAfter.DAY).total_seconds()
        batch.index(Index.DELETIONS, message.at + wait, earliest=True)
        return batch

"""Turns are written whole or not at all, and only if nobody else wrote since they were read.

Two servers take part, so there is one order: look (both), decide, begin (keyring), commit (store),
confirm (keyring). What a crash leaves behind:

    after begin     the turn is announced, its keys live on, an open ticket is lent and remembered:
                    the older state still counts, since one announced turn may be missing
                    (`revisions.py`), and a snapshot counts only where the store holds less
    after commit    a ticket that is over: the code name is kept until it lapses, the desk's copy of
                    the key and the snapshot until the ticket's class ends; both open nothing new.
                    A wipe or an end that isn't confirmed: one older state could be put back by
                    whoever writes to Redis, once
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from bot.attempt import Result
from bot.clock import Clock
from bot.privacy.vault import Vault
from bot.store import log_lines
from bot.store.chats import tasks
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations import recovery, revisions
from bot.store.conversations.batch import Batch
from bot.store.conversations.changes import Changes
from bot.store.conversations.index_entries import enter
from bot.store.conversations.outcome import Outcome
from bot.store.conversations.reader import ConversationReader, LoadedConversation
from bot.store.conversations.turn_batch import TurnBatch
from bot.store.conversations.writer import BatchWriter
from bot.store.desk_changes import CHANGED, ConversationChange
from bot.store.keyring.held import DataKey
from bot.store.keyring.keyring import Keyring
from bot.store.log_lines import AMENDING, LOG, LogLine
from bot.store.names import Index, name_key, row_key
from bot.store.outbox.local_delivery import LocalDeliveries, WrittenOutbox
from bot.store.outbox.positions import Position, Stream
from bot.store.partitions import Entry, Partitions
from bot.store.rows import Audience
from bot.telemetry import undeleted
from bot.telemetry.metrics import Stage, count_turn, timed
from bot.tickets.queue_order import rank


class Conversations(ConversationReader):
    """Loads conversations, and commits turns."""

    def __init__(
        self,
        redis: Redis,
        keyring: Keyring,
        vault: Vault,
        partitions: Partitions,
        deliveries: LocalDeliveries,
        clock: Clock,
        *,
        logs: bool = True,
    ) -> None:
        super().__init__(redis, keyring, vault)
        self._deliveries = deliveries
        self._partitions = partitions
        self._clock = clock
        self._logs = logs
        self._writer = BatchWriter(redis)

    @timed(Stage.WRITE)
    async def commit(
        self,
        conversation: str,
        read: LoadedConversation,
        changes: Changes,
        update: str | None = None,
    ) -> Result:
        """Write a turn: done; a conflict with what somebody else wrote or destroyed since it was
        read; or repeated, where this update was taken before."""
        is_open = changes.is_open
        own = read.own or await self._keyring.for_turn(conversation, is_open=is_open)
        if own is None:
            return Result.CONFLICT  # the ticket ended in this moment, and the desk's part with it
        revision = revisions.after(read.turn)
        now = self._clock.now()
        urgency = rank(changes.conversation.urgency, now)
        amended = await self._amended(conversation, own.key, changes)
        rows = TurnBatch(
            *(self._vault, conversation, changes, own.key, revision, now.timestamp()),
            amended=amended,
            logs=self._logs,
        )
        rows.fill(urgency)
        address = await self._leads(conversation, read, changes)
        if address is not None:
            rows.lead(address.key)
        batch = rows.batch
        for audience in changes.audiences:
            if audience not in self._deliveries:
                batch.publish(f"due:{audience}", Entry(urgency, conversation).published)
        if is_open or changes.closed or read.ticket is not None:
            batch.publish(CHANGED, _change(read, changes).of(conversation))
        if update:
            batch.mark(update)
        await self._touch(batch)
        turn = revisions.number(revision)
        snapshot = self._snapshot(conversation, own, changes, turn)
        begun = await self._keyring.begin(
            conversation,
            own,
            turn,
            snapshot,
            is_open=is_open,
            frees=changes.frees,
            address=address,
        )
        outcome = Outcome(Result.CONFLICT)
        if begun:
            # As late as can be: what was sent before is mostly done with by now.
            if self._sends_at_once(conversation, changes):
                batch.lease(len(changes.to_person))
            outcome = await self._writer.write(batch, read.revision, update)
        if outcome.is_done:
            await self._confirm(conversation, read, changes, own.key, revision)
            written = self._written(changes, rows, address if outcome.leased else None)
            self._tell(conversation, changes, urgency, written)
            undeleted.stay(outcome.lost)
        count_turn(outcome.result)
        return outcome.result

    async def _amended(self, conversation: str, key: bytes, changes: Changes) -> Sequence[LogLine]:
        """Lines of what was said that this turn corrects or takes back."""
        if not self._logs or not any(row.change in AMENDING for row in changes.to_person):
            return ()
        with redis_errors():
            row = await self._redis.hgetall(row_key(conversation, LOG))
        lines = log_lines.opened(self._vault, key, conversation, row)
        return log_lines.amended(lines, changes.to_person)

    async def _leads(
        self, conversation: str, read: LoadedConversation, changes: Changes
    ) -> DataKey | None:
        """The key of what leads to the chat, if the turn came from there or has a job for it."""
        if changes.contact is None and not changes.wipe and changes.erase_in is None:
            return None
        make = self._keyring.make_address_key
        return read.address or await make(conversation, is_open=changes.is_open)

    def _snapshot(
        self, conversation: str, own: DataKey, changes: Changes, turn: int
    ) -> bytes | None:
        if changes.ticket is None or changes.closed:
            return None
        state, ticket = changes.conversation, changes.ticket
        return recovery.sealed(self._vault, own.key, conversation, turn, state, ticket)

    async def _confirm(
        self,
        conversation: str,
        read: LoadedConversation,
        changes: Changes,
        key: bytes,
        revision: str,
    ) -> None:
        """What ends with the turn, once it is written."""
        after_this = revisions.number(revision) + 1
        raise_mark, is_open = self._keyring.raise_mark, changes.is_open
        if changes.closed:
            await asyncio.gather(
                self._free(read),
                self._keyring.end_ticket(conversation),
                # Not even the last state before the end may come back.
                raise_mark(conversation, key, after_this, is_open=False),
            )
        elif changes.wipe:
            # Nor may what was said before a quick exit, nor that it wasn't asked for.
            await asyncio.gather(
                self._keyring.acknowledge(
                    conversation, Position.before(Stream.PERSON, key, revision)
                ),
                raise_mark(conversation, key, after_this, is_open=is_open),
            )

    async def _free(self, read: LoadedConversation) -> None:
        """A ticket that is over needs no code name."""
        if read.ticket is not None:
            with redis_errors():
                await self._redis.delete(name_key(read.ticket.name))

    def _sends_at_once(self, conversation: str, changes: Changes) -> bool:
        """Whether this process will send, to the chat that the turn came from, and nothing else is
        to be done there first."""
        apart = changes.wipe or changes.erase_in is not None or changes.contact is None
        told = bool(changes.to_person) and not apart
        return told and self._deliveries.is_free(Audience.PERSON, conversation)

    def _written(
        self, changes: Changes, rows: TurnBatch, leased: DataKey | None
    ) -> WrittenOutbox | None:
        """What may be sent without a look. `leased`: the key of what leads to the chat, if the
        write took the lease."""
        if changes.contact is None or leased is None:
            return None
        sent = tuple(zip(rows.to_person, changes.to_person, strict=True))
        return WrittenOutbox(changes.contact.address, leased, sent)

    def _tell(
        self, conversation: str, changes: Changes, urgency: float, written: WrittenOutbox | None
    ) -> None:
        """Wake who delivers here."""
        for audience in changes.audiences:
            mine = written if audience is Audience.PERSON else None
            self._deliveries.tell(audience, conversation, urgency, mine)

    async def _touch(self, batch: Batch) -> None:
        """The desk may not read addresses, and a script may only be given what may be read; so it
        sets their lifetime beside the script, before it. A repeated turn sets it again."""
        if not self._vault.may("address"):
            with redis_errors():
                for name, life in batch.take_touches("address"):
                    await self._redis.pexpire(name, life)

    # -- index entries that stand against what is there ------------------------------------------

    async def to_wake(self, now: datetime) -> list[str]:
        """Conversations that wanted to be woken by now, the longest overdue first."""
        due = await self._partitions.first(Index.TIMERS, until=now.timestamp())
        return [entry.conversation for entry in due]

    async def enter(self, conversation: str, read: LoadedConversation) -> None:
        """Enter a conversation among timers and tickets as it was read: where nothing is left of
        it, or its key is gone, it is taken out. A turn that was written since has done so."""
        batch = Batch(conversation)
        enter(batch, read.conversation, read.ticket)
        await self._writer.write(batch, read.revision)

    async def take_out(self, conversation: str) -> None:
        """Take an entry out of the queue whose ticket isn't there: its row lapsed, or its key is
        gone. A ticket that can't be opened stays: another process may hold the key."""
        batch = Batch(conversation)
        batch.unless("ticket")
        batch.unindex(Index.QUEUE)
        batch.unless("ticket")
        batch.unindex(Index.CLAIMED)
        await self._writer.write(batch)
        if self._vault.may("wrap"):
            read = await self.load(conversation)
            if read.ticket is None and not await self._keyring.holds(conversation):
                await self.enter(conversation, read)

    async def shred(self, conversation: str) -> None:
        """An erasure's first step: the key. Then a new life may begin, whose key stays.

        Intake's work; the desk, which may meet a conversation in between, leaves it to intake.
        """
        if not self._vault.may("wrap"):
            return
        mark = row_key(conversation, tasks.BEGUN)
        with redis_errors():
            begun = await self._redis.get(mark)
        if begun is not None:
            if self.is_meant(conversation, await self._keyring.get(conversation), begun):
                await self._keyring.shred(conversation)
            with redis_errors():
                await self._redis.delete(mark)


def _change(read: LoadedConversation, changes: Changes) -> ConversationChange:
    """What the turn changes for whoever looks at the queue."""
    same = changes.ticket == read.ticket and not changes.closed
    return ConversationChange.SAID if same else ConversationChange.QUEUE

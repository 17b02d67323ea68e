"""Conversations: written whole, and only if nobody else wrote since they were read."""

import asyncio
from collections.abc import Sequence

from bot.privacy.chat_deletion import after
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.reports.counting import Count
from bot.store.chats import jobs
from bot.store.chats.wipes import Wipes
from bot.store.client.connection import Redis, answering
from bot.store.client.topology import is_cluster
from bot.store.conversations import recovery as memos
from bot.store.conversations import revisions
from bot.store.conversations.batch import Batch, mark_of, name_key, row_key, statistics_key
from bot.store.conversations.changes import Changes
from bot.store.conversations.outcome import Outcome
from bot.store.conversations.reading import Loaded, Reading
from bot.store.conversations.turn_batch import TurnBatch
from bot.store.hints import Bound, Hint, Hints
from bot.store.indexes import Indexes
from bot.store.keyring.held import DataKey
from bot.store.keyring.keyring import Keyring, Step
from bot.store.outbox.nearby import Nearby, Ready
from bot.store.outbox.places import Place, Stream
from bot.store.rows import Audience
from bot.store.scripts import source
from bot.telemetry import undeleted
from bot.telemetry.metrics import TURNS, Stage, Written, timed


class Conversations(Reading):
    """Loads and commits."""

    def __init__(
        self,
        redis: Redis,
        keyring: Keyring,
        vault: Vault,
        indexes: Indexes,
        wipes: Wipes,
        nearby: Nearby,
    ) -> None:
        super().__init__(redis, keyring, vault)
        self._nearby = nearby
        self._indexes = indexes
        self._wipes = wipes
        self._hinting = Hints(redis)
        self._script = redis.register_script(source("announce", "begin", "soon", "thin", "commit"))

    @timed(Stage.WRITE)
    async def commit(
        self, conversation: str, read: Loaded, changes: Changes, update: str | None = None
    ) -> bool | None:
        """Write a turn. False: somebody else wrote first. None: this update was taken before."""
        is_open = changes.is_open
        own = read.own or await self._keyring.for_turn(conversation, is_open=is_open)
        if own is None:
            return False  # the ticket ended in this moment, and the desk's part with it
        revision = revisions.after(read.turn)
        turn = revisions.number(revision)
        rows = TurnBatch(self._vault, conversation, changes, own.key, revision)
        rows.fill()
        address = await self._leads(conversation, read, changes)
        if address is not None:
            rows.lead(address.key)
        batch, apart = rows.batch, is_cluster(self._redis)
        for audience in changes.audiences:
            if audience not in self._nearby:
                batch.publish(f"due:{audience}")
        if update:
            batch.mark(update)
        for count in () if apart else changes.counts:
            batch.count(count.day, count.field)
        if self._sends_at_once(conversation, changes):
            batch.lease(len(changes.to_person))
        hints = self._hints(conversation, changes, turn)
        if apart:
            await self._hinting.give(*hints)
        else:
            for hint in hints:
                batch.hint(hint)
        await self._touch(batch)
        memo = self._memo(conversation, own, changes, turn)
        beginning = self._keyring.beginning(
            conversation, own, turn, memo, is_open=is_open, address=address
        )
        batch.finish()
        outcome = await self._write(batch, beginning, read.revision, update)
        result = outcome.result
        if result is Written.DONE:
            if apart:  # whoever looked between the hint and the write has found nothing yet
                await self._hinting.give(*(one for one in hints if one.bound is Bound.SOONER))
            await self._follow(conversation, read, changes, own.key, revision)
            self._tell(conversation, changes, rows, address if outcome.leased else None)
            if outcome.long and changes.contact is not None:
                await self._wipes.plan(conversation, changes.contact.at)
            undeleted.stay(outcome.lost)
        TURNS.labels(result.value).inc()
        return None if result is Written.REPEATED else result is Written.DONE

    async def _leads(self, conversation: str, read: Loaded, changes: Changes) -> DataKey | None:
        """The key of what leads to the chat, if the turn came from there or has a job for it."""
        if changes.contact is None and not changes.wipe and changes.erase_in is None:
            return None
        make = self._keyring.make_address_key
        return read.address or await make(conversation, is_open=changes.is_open)

    def _hints(self, conversation: str, changes: Changes, turn: int) -> list[Hint]:
        ticket = None if changes.closed else changes.ticket
        state, audiences = changes.conversation, changes.audiences
        hints = self._indexes.hints(conversation, state, ticket, audiences, turn)
        if changes.contact is not None:
            wait = after(state.wipe).total_seconds()
            hints.append(self._wipes.hint(conversation, changes.contact.at + wait))
        return hints

    def _memo(self, conversation: str, own: DataKey, changes: Changes, turn: int) -> bytes | None:
        if changes.ticket is None or changes.closed:
            return None
        state, ticket = changes.conversation, changes.ticket
        return memos.sealed(self._vault, own.key, conversation, turn, state, ticket)

    async def _write(
        self, batch: Batch, beginning: Step, revision: str, update: str | None
    ) -> Outcome:
        """What is done with the keys is a part of the write, or comes before it, if they are on
        another server."""
        mark = mark_of(update) if update else b""
        if self._keyring.lies_with(self._redis):
            keys, args = batch.asked(revision, mark, beginning.keys, beginning.args)
        elif await self._keyring.begin(beginning):
            keys, args = batch.asked(revision, mark)
        else:
            return Outcome(Written.CONFLICT)
        with answering():
            return Outcome.read(int(await self._script(keys=keys, args=args)))

    async def _follow(
        self, conversation: str, read: Loaded, changes: Changes, key: bytes, revision: str
    ) -> None:
        """What comes after the write."""
        if changes.closed and read.ticket:
            with answering():
                await self._redis.delete(name_key(read.ticket.name))
        if is_cluster(self._redis):
            await self._count(changes.counts)
        after_this = revisions.number(revision) + 1
        announce, is_open = self._keyring.announce, changes.is_open
        if changes.closed:
            await self._keyring.take_back(conversation)
            await self._keyring.settle(conversation)
            # Not even the last state before the end may come back.
            await announce(conversation, key, after_this, is_open=False)
        elif changes.wipe:
            # Nor may what was said before a quick exit, nor that it wasn't asked for.
            await asyncio.gather(
                self._keyring.take(conversation, Place.before(Stream.PERSON, key, revision)),
                announce(conversation, key, after_this, is_open=is_open),
            )

    def _sends_at_once(self, conversation: str, changes: Changes) -> bool:
        """Whether this process will send, to the chat that the turn came from, and nothing else is
        to be done there first."""
        apart = changes.wipe or changes.erase_in is not None or changes.contact is None
        told = bool(changes.to_person) and not apart
        return told and self._nearby.is_free(Audience.PERSON, conversation)

    def _tell(
        self, conversation: str, changes: Changes, rows: TurnBatch, leased: DataKey | None
    ) -> None:
        """Wake who delivers here. `leased`: the key of what leads to the chat, with the lease."""
        rank = self._indexes.rank(changes.conversation)
        for audience in changes.audiences:
            ready = None
            if audience is Audience.PERSON and changes.contact is not None and leased is not None:
                sent = tuple(zip(rows.to_person, changes.to_person, strict=True))
                ready = Ready(changes.contact.address, leased, sent)
            self._nearby.tell(audience, conversation, rank, ready)

    async def _count(self, counts: Sequence[Count]) -> None:
        """In a cluster a day's counts live on another node than the conversation, so they follow
        its write. A crash in between loses them: a figure less, rather than a turn twice."""
        with answering():
            for count in counts:
                await self._redis.hincrby(statistics_key(count.day), count.field, 1)
                life = Retention.STATISTICS.milliseconds
                await self._redis.pexpire(statistics_key(count.day), life)

    async def _touch(self, batch: Batch) -> None:
        """The desk may not read addresses, and a script may only be given what may be read; so it
        sets their lifetime beside the script, before it. A repeated turn sets it again."""
        if not self._vault.may("address"):
            with answering():
                for name, life in batch.take_touches("address"):
                    await self._redis.pexpire(name, life)

    async def shred(self, conversation: str) -> None:
        """An erasure's first step: the key. Then a new life may begin, whose key stays.

        Intake's work; the desk, which may meet a conversation in between, leaves it to intake.
        """
        if not self._vault.may("wrap"):
            return
        mark = row_key(conversation, jobs.BEGUN)
        with answering():
            begun = await self._redis.get(mark)
        if begun is not None:
            if self.is_meant(conversation, await self._keyring.get(conversation), begun):
                await self._keyring.shred(conversation)
            with answering():
                await self._redis.delete(mark)

"""Conversations: written whole, and only if nobody else wrote since they were read."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from bot.metrics import TURNS, Stage, Written, timed
from bot.retention import Retention
from bot.statistics.counting import Count
from bot.store import jobs, memos, revisions
from bot.store.connection import Redis, answering
from bot.store.indexes import Indexes
from bot.store.keyring import Keyring
from bot.store.nearby import Nearby
from bot.store.outgoing import DESK, Outgoing
from bot.store.places import Place, Stream
from bot.store.reading import OPEN, Loaded, Reading
from bot.store.rows import (
    Audience,
    DeskRow,
    PersonRow,
    encode,
    encode_number,
)
from bot.store.topology import is_cluster
from bot.store.wipes import Wipes
from bot.store.writes import Batch, mark_of, name_key, row_key, statistics_key
from bot.tickets import Ticket
from bot.vault import Vault
from bot.wiping import Author, ChatMessage, ChatPlan, after
from flows.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person: the chat's number, and their own message's with Telegram's time
    of it, in seconds since 1970."""

    address: int
    message_id: int | None = None
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that one turn writes.

    `to_desk`: rows with the person's words, if any. `transcript`: words for whoever will claim the
    ticket. `erase_in`: the locale in which to say that everything is erased. `wipe`: the chat is
    to be emptied before `to_person` is sent. `counts`: what the turn adds to the statistics.
    """

    conversation: Conversation
    ticket: Ticket | None
    closed: bool = False
    contact: Contact | None = None
    to_person: Sequence[PersonRow] = ()
    to_desk: Sequence[tuple[DeskRow, str]] = ()
    transcript: Sequence[str] = ()
    erase_in: str | None = None
    wipe: bool = False
    counts: Sequence[Count] = ()

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Whose outboxes the turn fills."""
        person = bool(self.to_person) or self.erase_in is not None
        wanted = {Audience.PERSON: person, Audience.DESK: bool(self.to_desk)}
        return tuple(audience for audience, filled in wanted.items() if filled)


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
        source = files("bot.store").joinpath("commit.lua").read_text(encoding="utf-8")
        self._script = redis.register_script(source)

    @timed(Stage.WRITE)
    async def commit(
        self, conversation: str, read: Loaded, changes: Changes, update: str | None = None
    ) -> bool | None:
        """Write a turn. False: somebody else wrote first. None: this update was taken before."""
        is_open = changes.conversation.status in OPEN
        own = read.own or await self._keyring.for_turn(conversation, is_open=is_open)
        if own is None:
            return False  # the ticket ended in this moment, and the desk's part with it
        key = own.key
        ticket = None if changes.closed else changes.ticket
        revision = revisions.after(read.turn)
        turn = revisions.number(revision)
        out = Outgoing(self._vault, conversation, key, revision)
        batch = Batch(conversation)
        if changes.erase_in is not None:
            job = self._vault.seal(key, conversation, jobs.BEGUN, b"1")
            self._erasure(batch, changes, out, job)
        else:
            self._turn(batch, conversation, changes, key, revision, out)
        state = changes.conversation
        memo = None
        if ticket is not None:
            memo = memos.sealed(self._vault, key, conversation, turn, state, ticket)
        # Each of these must come before the write, and none needs another: so they wait together.
        begun, address_key, rank, _ = await asyncio.gather(
            self._keyring.begin(conversation, own, turn, memo, is_open=is_open),
            self._reach(conversation, changes, is_open=is_open),
            self._indexes.announce(conversation, state, ticket, changes.audiences, turn),
            self._touch(batch),
        )
        if not begun:
            return False
        if changes.contact is not None and address_key is not None:
            self._contact(batch, conversation, changes, changes.contact, address_key)
        for audience in changes.audiences:
            if audience not in self._nearby:
                batch.publish(f"due:{audience}")
        if update:
            batch.mark(update)
        apart = is_cluster(self._redis)
        for count in () if apart else changes.counts:
            batch.count(count.day, count.field)
        if address_key is not None:
            self._jobs(batch, conversation, changes, address_key)
        batch.finish()
        with answering():
            result = await self._script(
                keys=[batch.key("state"), batch.key("seen"), *batch.keys],
                args=[read.revision, mark_of(update) if update else b"", *batch.args],
            )
            if int(result) == 1 and changes.closed and read.ticket:
                await self._redis.delete(name_key(read.ticket.name))
        if int(result) == 1 and apart:
            await self._count(changes.counts)
        if int(result) == 1 and changes.closed:
            await self._keyring.take_back(conversation)
            await self._keyring.settle(conversation)
            # Not even the last state before the end may come back.
            await self._keyring.announce(conversation, key, turn + 1, is_open=False)
        elif int(result) == 1 and changes.wipe:
            # Nor may what was said before a quick exit, nor that it wasn't asked for.
            await asyncio.gather(
                self._keyring.take(conversation, Place.before(Stream.PERSON, key, revision)),
                self._keyring.announce(conversation, key, turn + 1, is_open=is_open),
            )
        for audience in changes.audiences if int(result) == 1 else ():
            self._nearby.tell(audience, conversation, rank)
        outcome = {1: Written.DONE, 0: Written.CONFLICT}.get(int(result), Written.REPEATED)
        TURNS.labels(outcome.value).inc()
        return None if outcome is Written.REPEATED else outcome is Written.DONE

    async def _reach(self, conversation: str, changes: Changes, *, is_open: bool) -> bytes | None:
        """The key of what leads to the chat, if the turn came from there; and the chat is to be
        looked at in time."""
        if changes.contact is None:
            job = changes.wipe or changes.erase_in is not None
            return await self._keyring.make_address_key(conversation) if job else None
        wait = after(changes.conversation.wipe).total_seconds()
        key, _ = await asyncio.gather(
            self._keyring.make_address_key(conversation, is_open=is_open),
            self._wipes.plan(conversation, changes.contact.at + wait),
        )
        return key

    def _jobs(self, batch: Batch, conversation: str, changes: Changes, key: bytes) -> None:
        """`key`: of what leads to the chat."""
        if changes.erase_in is not None:
            job = self._vault.seal(key, conversation, jobs.ERASE, changes.erase_in.encode())
            batch.set(jobs.ERASE, job, Retention.ERASURE)
        elif changes.wipe:
            job = self._vault.seal(key, conversation, jobs.WIPE, b"1")
            batch.set(jobs.WIPE, job, Retention.MESSAGE_IDS)

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

    def _contact(
        self, batch: Batch, conversation: str, changes: Changes, contact: Contact, key: bytes
    ) -> None:
        plan = encode(ChatPlan(contact.address, changes.conversation.wipe))
        sealed = self._vault.seal(key, conversation, "chat", plan)
        batch.set("chat", sealed, Retention.MESSAGE_IDS)
        address = str(contact.address).encode()
        sealed = self._vault.seal(key, conversation, "address", address)
        batch.set("address", sealed, Retention.ADDRESS)
        if contact.message_id is not None:
            message = encode_number(ChatMessage(contact.message_id, Author.PERSON, contact.at))
            sealed = self._vault.seal(key, conversation, "messages", message)
            batch.push("messages", [sealed], Retention.MESSAGE_IDS)

    def _turn(
        self,
        batch: Batch,
        conversation: str,
        changes: Changes,
        key: bytes,
        revision: str,
        out: Outgoing,
    ) -> None:
        def sealed(row: str, value: bytes) -> bytes:
            return self._vault.seal(key, conversation, row, value)

        is_open = changes.conversation.status in OPEN
        kept = Retention.OPEN_TICKET if is_open else Retention.CONVERSATION
        state = sealed(revisions.bound("state", revision), encode(changes.conversation))
        batch.state(revision, state, kept)
        if is_open:
            for row in ("address", "transcript", "desk"):
                batch.touch(row, Retention.OPEN_TICKET)
        if changes.closed:
            batch.touch("address", Retention.ADDRESS)
            batch.touch("desk", Retention.CLOSED_TICKET)
        if changes.closed or not is_open:
            # Also where none was read: one whose conversation can't be opened any more ends here.
            batch.delete("ticket", "transcript")
        elif changes.ticket is not None:
            ticket = sealed(revisions.bound("ticket", revision), encode(changes.ticket))
            batch.set("ticket", ticket, Retention.OPEN_TICKET)
        batch.push("transcript", out.transcript(changes.transcript), Retention.OPEN_TICKET)
        if changes.wipe:
            # What waits would show in a chat that is to look harmless: it is lost on purpose.
            batch.delete("out:person")
        batch.push("out:person", out.to_person(changes.to_person), Retention.OUTBOX)
        batch.push(DESK, out.to_desk(changes.to_desk), Retention.OUTBOX)

    def _erasure(self, batch: Batch, changes: Changes, out: Outgoing, begun: bytes) -> None:
        """The state ends here and now; the rest is the erasure job's, which no crash can stop."""
        batch.delete("state", "ticket", "transcript", "out:person", "out:desk", "relayed")
        batch.set(jobs.BEGUN, begun, Retention.ERASURE)
        batch.touch("address", Retention.ERASURE)
        batch.touch("desk", Retention.CLOSED_TICKET)
        desk = [(row.with_words(b""), "") for row, _ in changes.to_desk]
        batch.push(DESK, out.to_desk(desk), Retention.OUTBOX)

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

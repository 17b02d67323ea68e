"""Conversations: read whole, written whole, and only if nobody else wrote in between."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple

import msgspec

from bot.errors import Sealed
from bot.metrics import TURNS, Stage, Written, timed
from bot.retention import Retention
from bot.statistics.counting import Count
from bot.store import jobs, memos, revisions
from bot.store.connection import Redis, answering
from bot.store.indexes import Indexes
from bot.store.keyring import Held, Keyring
from bot.store.outgoing import DESK, Outgoing
from bot.store.places import Place, Stream
from bot.store.rows import (
    Audience,
    DeskRow,
    PersonRow,
    decode,
    encode,
    unreadable,
)
from bot.store.topology import is_cluster
from bot.store.wipes import Wipes
from bot.store.writes import Batch, name_key, row_key, statistics_key
from bot.tickets import Ticket
from bot.vault import Vault
from bot.wiping import AFTER, Author, ChatMessage, ChatPlan
from flows.conversation import Conversation
from flows.status import Status

_OPEN = frozenset({Status.QUEUED, Status.HUMAN})


@dataclass(frozen=True, slots=True)
class Loaded:
    """A conversation as it was read.

    `repeated`: this update was taken before. `erasing`: an erasure has begun, and its key may
    still exist. `turn`: the number of the last turn that is known of (bot/store/revisions.py).
    `set_back`: a ticket is open, and the store holds less of it than the keyring remembers
    (bot/store/memos.py); what is here is what is remembered.
    """

    revision: str
    conversation: Conversation
    ticket: Ticket | None = None
    repeated: bool = False
    erasing: bool = False
    turn: int = 0
    set_back: bool = False


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


class _Raw(NamedTuple):
    """Everything of a conversation that one look finds."""

    revision: str
    blob: bytes | None
    ticket: bytes | None
    repeated: bool
    erasing: bool
    held: Held


class Conversations:
    """Loads and commits."""

    def __init__(
        self, redis: Redis, keyring: Keyring, vault: Vault, indexes: Indexes, wipes: Wipes
    ) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault
        self._indexes = indexes
        self._wipes = wipes
        source = files("bot.store").joinpath("commit.lua").read_text(encoding="utf-8")
        self._script = redis.register_script(source)

    @timed(Stage.LOAD)
    async def load(self, conversation: str, update: str | None = None) -> Loaded:
        """One conversation; a stranger's is empty. What can't be opened is a stranger's, too, and
        so is an older copy that was put back."""
        before: _Raw | None = None
        while True:
            raw = await self._raw(conversation, update)
            with contextlib.suppress(Sealed):
                return self._opened(conversation, raw)
            # A write between the parts of one look looks like a row that was put back; what
            # stands still over two looks is one.
            if raw == before:
                return self._opened(conversation, raw, refusing=True)
            before = raw

    async def _raw(self, conversation: str, update: str | None) -> _Raw:
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            pipe.hmget(row_key(conversation, "state"), "revision", "blob")
            pipe.get(row_key(conversation, "ticket"))
            pipe.get(row_key(conversation, jobs.BEGUN))
            pipe.exists(row_key(conversation, f"seen:{update}"))
            (state, ticket, begun, seen), held = await asyncio.gather(
                pipe.execute(), self._keyring.look(conversation)
            )
        revision = state[0].decode(errors="replace") if state[0] else revisions.STRANGER
        repeated = bool(update and seen)
        erasing = begun is not None and self._is_meant(conversation, held.key, begun)
        return _Raw(revision, state[1], ticket, repeated, erasing, held)

    def _opened(self, conversation: str, raw: _Raw, *, refusing: bool = False) -> Loaded:
        """What was read. Raises `Sealed` for a row that can't be opened or is missing, unless it
        is refused: then what is remembered of an open ticket stands in for it."""
        state: Conversation | None = None
        ticket: Ticket | None = None
        try:
            state = self._state(conversation, raw)
            ticket = self._ticket(conversation, raw) if state else None
        except (Sealed, msgspec.DecodeError):
            if not refusing:
                raise Sealed("a row can't be opened") from None
            stale = revisions.is_stale(raw.revision, raw.held.announced)
            unreadable("state_replayed" if stale else "ticket" if state else "state")
        memo = None if raw.erasing else self._more(conversation, raw, state, ticket)
        if memo is not None:
            if not refusing:
                raise Sealed("the keyring knows of a ticket")
            unreadable("set_back")
            state, ticket = memo.conversation, memo.ticket
        known = state is not None and memo is None
        return Loaded(
            revision=raw.revision,
            conversation=state or Conversation(),
            ticket=ticket,
            repeated=raw.repeated,
            erasing=raw.erasing,
            turn=revisions.number(raw.revision) if known else raw.held.announced,
            set_back=memo is not None,
        )

    def _more(
        self, conversation: str, raw: _Raw, state: Conversation | None, ticket: Ticket | None
    ) -> memos.Memo | None:
        """What the keyring remembers of a ticket of which the store holds nothing. One that is
        newer than what the store holds of it isn't more: a turn of it may be under way."""
        if ticket is not None:
            return None
        memo = memos.opened(
            self._vault, raw.held.key, conversation, raw.held.memo, raw.held.announced
        )
        ended = state is not None and state.status not in _OPEN
        if memo is None or (ended and memo.turn <= revisions.number(raw.revision)):
            return None
        return memo

    def _state(self, conversation: str, raw: _Raw) -> Conversation | None:
        if raw.held.key is None or raw.blob is None:
            return None
        if revisions.is_stale(raw.revision, raw.held.announced):
            raise Sealed("an older copy")
        row = revisions.bound("state", raw.revision)
        return decode(Conversation, self._vault.open(raw.held.key, conversation, row, raw.blob))

    def _ticket(self, conversation: str, raw: _Raw) -> Ticket | None:
        if raw.held.key is None or raw.ticket is None:
            return None
        if revisions.is_stale(raw.revision, raw.held.announced):
            raise Sealed("an older copy")
        row = revisions.bound("ticket", raw.revision)
        return decode(Ticket, self._vault.open(raw.held.key, conversation, row, raw.ticket))

    async def tickets(self, conversations: Sequence[str]) -> dict[str, Ticket]:
        """The open tickets of conversations, in one look."""
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            for conversation in conversations:
                pipe.hget(row_key(conversation, "state"), "revision")
                pipe.get(row_key(conversation, "ticket"))
            found = await pipe.execute() if conversations else []
        rows = zip(conversations, found[::2], found[1::2], strict=True)
        opened = await asyncio.gather(
            *(
                self._one_ticket(conversation, (revision or b"").decode(errors="replace"), sealed)
                for conversation, revision, sealed in rows
            )
        )
        return {conversation: ticket for conversation, ticket in opened if ticket is not None}

    async def _one_ticket(
        self, conversation: str, revision: str, sealed: bytes | None
    ) -> tuple[str, Ticket | None]:
        held = await self._keyring.look(conversation)
        ticket: Ticket | None = None
        with contextlib.suppress(Sealed, msgspec.DecodeError):  # written in between, or refused
            ticket = self._ticket(conversation, _Raw(revision, None, sealed, False, False, held))
        if ticket is None and held.key is not None:
            ticket = (await self.load(conversation)).ticket
        return conversation, ticket

    @timed(Stage.WRITE)
    async def commit(
        self, conversation: str, read: Loaded, changes: Changes, update: str | None = None
    ) -> bool | None:
        """Write a turn. False: somebody else wrote first. None: this update was taken before."""
        is_open = changes.conversation.status in _OPEN
        key = await self._keyring.for_turn(conversation, is_open=is_open)
        if key is None:
            return False  # the ticket ended in this moment, and the desk's part with it
        ticket = None if changes.closed else changes.ticket
        revision = revisions.after(read.turn)
        turn = revisions.number(revision)
        out = Outgoing(self._vault, conversation, key, revision)
        # Each of these must come before the write, and none needs another: so they wait together.
        address_key, *_ = await asyncio.gather(
            self._reach(conversation, changes, is_open=is_open),
            self._indexes.announce(conversation, changes.conversation, ticket, changes.audiences),
            self._keyring.announce(conversation, key, turn, is_open=is_open),
        )
        batch = Batch(conversation)
        if changes.contact is not None and address_key is not None:
            self._contact(batch, conversation, changes, changes.contact, address_key)
        if changes.erase_in is not None:
            begun = self._vault.seal(key, conversation, jobs.BEGUN, b"1")
            self._erasure(batch, changes, out, begun)
        else:
            self._turn(batch, conversation, changes, key, revision, out)
        if ticket is not None:
            state = changes.conversation
            memo = memos.sealed(self._vault, key, conversation, turn, state, ticket)
            await self._keyring.lend(conversation, key, memo)
        await self._touch(batch)
        for audience in changes.audiences:
            batch.publish(f"due:{audience}")
        if update:
            batch.set(f"seen:{update}", b"1", Retention.UPDATE_IDS)
        apart = is_cluster(self._redis)
        for count in () if apart else changes.counts:
            batch.count(count.day, count.field)
        if address_key is not None:
            self._jobs(batch, conversation, changes, address_key)
        batch.finish()
        mark = row_key(conversation, f"seen:{update}" if update else "state")
        with answering():
            result = await self._script(
                keys=[row_key(conversation, "state"), mark, *batch.keys],
                args=[read.revision, "1" if update else "0", *batch.args],
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
        outcome = {1: Written.DONE, 0: Written.CONFLICT}.get(int(result), Written.REPEATED)
        TURNS.labels(outcome.value).inc()
        return None if outcome is Written.REPEATED else outcome is Written.DONE

    async def _reach(self, conversation: str, changes: Changes, *, is_open: bool) -> bytes | None:
        """The key of what leads to the chat, if the turn came from there; and the chat is to be
        looked at in time."""
        if changes.contact is None:
            job = changes.wipe or changes.erase_in is not None
            return await self._keyring.make_address_key(conversation) if job else None
        after = AFTER[changes.conversation.wipe].total_seconds()
        key, _ = await asyncio.gather(
            self._keyring.make_address_key(conversation, is_open=is_open),
            self._wipes.plan(conversation, changes.contact.at + after),
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
            message = encode(ChatMessage(contact.message_id, Author.PERSON, contact.at))
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

        is_open = changes.conversation.status in _OPEN
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
            if self._is_meant(conversation, await self._keyring.get(conversation), begun):
                await self._keyring.shred(conversation)
            with answering():
                await self._redis.delete(mark)

    def _is_meant(self, conversation: str, key: bytes | None, begun: bytes) -> bool:
        """Whether it is this key that an erasure is to destroy, and not one of a new life; a key
        that is gone already, or can't be opened, is meant as well."""
        if key is None:
            return True
        return jobs.opened(self._vault, key, conversation, jobs.BEGUN, begun) is not None

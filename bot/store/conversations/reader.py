"""Conversations as they are read: what can't be opened, or was put back, is a stranger's."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from bot.errors import NoSuchTicket, Sealed
from bot.privacy.vault import Vault
from bot.store.chats import tasks
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations import recovery, revisions
from bot.store.conversations.update_marks import is_marked
from bot.store.keyring.held import DataKey, Held
from bot.store.keyring.keyring import Keyring
from bot.store.names import row_key
from bot.store.rows import T, decode, unreadable
from bot.telemetry.metrics import Stage, timed
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation
from flows.status import Status

OPEN = frozenset({Status.QUEUED, Status.HUMAN})


@dataclass(frozen=True, slots=True)
class LoadedConversation:
    """A conversation as it was read.

    `repeated`: this update was taken before. `erasing`: an erasure has begun, and its key may
    still exist. `turn`: the number of the last turn that is known of (`revisions.py`).
    `set_back`: a ticket is open, and the store holds less of it than the keyring remembers
    (`recovery.py`); what is here is what is remembered. `own`: the data key, unless there is
    none or an erasure is about to destroy it. `address`: the key of what leads to the chat, if this
    process can open it.
    """

    revision: str
    conversation: Conversation
    ticket: Ticket | None = None
    repeated: bool = False
    erasing: bool = False
    turn: int = 0
    set_back: bool = False
    own: DataKey | None = field(default=None, repr=False)
    address: DataKey | None = field(default=None, repr=False)

    def open_ticket(self) -> Ticket:
        """The ticket, to be written beside. Raises `NoSuchTicket` where there is none, or what was
        read of it doesn't stand: an erasure has begun, or the store was set back."""
        if self.ticket is None or self.set_back or self.erasing:
            raise NoSuchTicket
        return self.ticket


ROWS = ("state", "ticket", tasks.BEGUN, "seen")
"""What a look at a conversation reads, in this order, besides what the keyring holds."""


class _Raw(NamedTuple):
    """Everything of a conversation that one look finds."""

    revision: str
    blob: bytes | None
    ticket: bytes | None
    repeated: bool
    erasing: bool
    held: Held


class ConversationReader:
    """Loads conversations."""

    def __init__(self, redis: Redis, keyring: Keyring, vault: Vault) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault

    @timed(Stage.LOAD)
    async def load(self, conversation: str, update: str | None = None) -> LoadedConversation:
        """Load a conversation; a stranger's is empty. One that can't be opened is a stranger's,
        too, and so is an older copy that was put back."""
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
        with redis_errors():
            names = [row_key(conversation, row) for row in ROWS]
            rows, held = await asyncio.gather(
                self._redis.mget(names), self._keyring.look(conversation)
            )
        return self._parted(conversation, rows, held, update)

    async def opened(
        self, conversation: str, rows: Sequence[bytes | None], held: Held
    ) -> LoadedConversation:
        """Open a conversation whose `ROWS` were read already; it is loaded anew where they don't
        open."""
        try:
            return self._opened(conversation, self._parted(conversation, rows, held))
        except Sealed:
            return await self.load(conversation)

    def _parted(
        self,
        conversation: str,
        rows: Sequence[bytes | None],
        held: Held,
        update: str | None = None,
    ) -> _Raw:
        state, ticket, begun, seen = rows
        revision, blob = revisions.parted(state)
        repeated = update is not None and is_marked(update, seen)
        erasing = begun is not None and self.is_meant(conversation, held.key, begun)
        return _Raw(revision, blob, ticket, repeated, erasing, held)

    def _opened(
        self, conversation: str, raw: _Raw, *, refusing: bool = False
    ) -> LoadedConversation:
        """What was read. Raises `Sealed` for a row that can't be opened or is missing, unless it
        is refused: then what is remembered of an open ticket stands in for it."""
        state: Conversation | None = None
        ticket: Ticket | None = None
        try:
            state = self._row(conversation, raw, "state", raw.blob, Conversation)
            if state is not None:
                ticket = self._row(conversation, raw, "ticket", raw.ticket, Ticket)
        except (Sealed, msgspec.DecodeError):
            if not refusing:
                raise Sealed("a row can't be opened") from None
            stale = revisions.is_stale(raw.revision, raw.held.high_water_mark)
            unreadable("state_replayed" if stale else "ticket" if state else "state")
        snapshot = None if raw.erasing else self._more(conversation, raw, state, ticket)
        if snapshot is not None:
            if not refusing:
                raise Sealed("the keyring knows of a ticket")
            unreadable("set_back")
            state, ticket = snapshot.conversation, snapshot.ticket
        known = state is not None and snapshot is None
        return LoadedConversation(
            revision=raw.revision,
            conversation=state or Conversation(),
            ticket=ticket,
            repeated=raw.repeated,
            erasing=raw.erasing,
            turn=revisions.number(raw.revision) if known else raw.held.high_water_mark,
            set_back=snapshot is not None,
            own=None if raw.erasing else raw.held.own,
            address=raw.held.address,
        )

    def _more(
        self, conversation: str, raw: _Raw, state: Conversation | None, ticket: Ticket | None
    ) -> recovery.RecoverySnapshot | None:
        """What the keyring remembers of a ticket of which the store holds nothing. One that is
        newer than what the store holds of it isn't more: a turn of it may be under way."""
        if ticket is not None:
            return None
        snapshot = recovery.opened(
            self._vault, raw.held.key, conversation, raw.held.snapshot, raw.held.high_water_mark
        )
        ended = state is not None and state.status not in OPEN
        if snapshot is None or (ended and snapshot.turn <= revisions.number(raw.revision)):
            return None
        return snapshot

    def _row(
        self, conversation: str, raw: _Raw, row: str, sealed: bytes | None, kind: type[T]
    ) -> T | None:
        if raw.held.key is None or sealed is None:
            return None
        if revisions.is_stale(raw.revision, raw.held.high_water_mark):
            raise Sealed("an older copy")
        name = revisions.bound(row, raw.revision)
        return decode(kind, self._vault.open(raw.held.key, conversation, name, sealed))

    async def tickets(self, conversations: Sequence[str]) -> dict[str, Ticket]:
        """The open tickets of conversations, in one look."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for conversation in conversations:
                # Not MGET: redis-py lets none into a cluster's pipeline.
                pipe.get(row_key(conversation, "state"))
                pipe.get(row_key(conversation, "ticket"))
            found = await pipe.execute() if conversations else []
        rows = zip(conversations, found[::2], found[1::2], strict=True)
        opened = await asyncio.gather(
            *(
                self._one_ticket(conversation, revisions.parted(state)[0], sealed)
                for conversation, state, sealed in rows
            )
        )
        return {conversation: ticket for conversation, ticket in opened if ticket is not None}

    async def _one_ticket(
        self, conversation: str, revision: str, sealed: bytes | None
    ) -> tuple[str, Ticket | None]:
        held = await self._keyring.look(conversation)
        ticket: Ticket | None = None
        with contextlib.suppress(Sealed, msgspec.DecodeError):  # written in between, or refused
            raw = _Raw(revision, None, sealed, False, False, held)
            ticket = self._row(conversation, raw, "ticket", sealed, Ticket)
        if ticket is None and held.key is not None:
            ticket = (await self.load(conversation)).ticket
        return conversation, ticket

    def is_meant(self, conversation: str, key: bytes | None, begun: bytes) -> bool:
        """Whether it is this key that an erasure is to destroy, and not one of a new life; a key
        that is gone already, or can't be opened, is meant as well."""
        if key is None:
            return True
        return tasks.opened(self._vault, key, conversation, tasks.BEGUN, begun) is not None

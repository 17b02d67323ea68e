"""One turn as operations on rows and index entries: what is written, and for how long it stays."""

from collections.abc import Sequence

from bot.privacy import chat_deletion
from bot.privacy.chat_deletion import Author, ChatMessage, ChatPlan
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store import log_lines
from bot.store.chats import tasks
from bot.store.conversations import revisions
from bot.store.conversations.batch import (
    FIRST_NUMBERS,
    LEFT_OUT,
    MOST_NUMBERS,
    Batch,
    OverflowEntry,
)
from bot.store.conversations.changes import Changes, Contact
from bot.store.conversations.index_entries import LIFTED, enter
from bot.store.log_lines import LOG, Delivery, LogLine
from bot.store.names import FOLLOWERS, OUTBOXES, SHOWN, Index
from bot.store.outbox.sealed_rows import DESK, SealedRows
from bot.store.rows import Audience, DeskKind, encode, encode_number
from bot.tickets.ticket import Ticket

MOST_LINES = 300
FIRST_LINES = 100
MOST_BYTES = 64 * 1024
"""Of what somebody writes while waiting, sealed: the beginning, where the place is named, and the
latest. Without a bound one chat that floods would fill the store for all."""

LINE_LETTERS = 2000
"""Of one message that is written while waiting."""

MOST_UNREAD = 64
"""Messages of the person's that wait to be shown to the operator who has the ticket. Each has at
most 4,096 letters (Bot API, Message), so they are no more than a megabyte."""

MOST_ROWS = 256
"""Rows that wait for the desk, beyond which none is added but those that end something or call."""

_ALWAYS = frozenset({DeskKind.CLOSED, DeskKind.ALERT, DeskKind.AUDIT, DeskKind.MUTED})
_SAID = frozenset({DeskKind.SAID, DeskKind.UNSUPPORTED})


class TurnBatch:
    """Fills the batch of one turn."""

    def __init__(
        self,
        vault: Vault,
        conversation: str,
        changes: Changes,
        key: bytes,
        revision: str,
        at: float,
        *,
        amended: Sequence[LogLine] = (),
        logs: bool = True,
    ) -> None:
        """`at`: the time, in seconds since 1970; `amended`: lines of what was said before, as the
        turn leaves them; `logs`: what is said is kept. What was kept before goes if it isn't."""
        self._vault = vault
        self._conversation = conversation
        self._changes = changes
        self._key = key
        self._revision = revision
        self._at = at
        self._amended = amended
        self._logs = logs
        self.batch = Batch(conversation)
        if changes.frees:  # first: a store that is full takes what has given memory back
            self._free()
        self._out = SealedRows(vault, conversation, key, revision)
        self.to_person = self._out.to_person(changes.to_person)
        """The rows on their way to the person, as they lie in the outbox."""

    def fill(self, rank: float) -> None:
        """Everything but what leads to the chat. `rank`: how urgent what it sends is."""
        if self._changes.erase_in is None:
            self._turn()
        else:
            self._erasure()
        enter(self.batch, self._changes.conversation, self._ticket)
        for audience in self._changes.audiences:
            self.batch.index(OUTBOXES[audience], rank)

    def _free(self) -> None:
        changes = self._changes
        if changes.erase_in is not None:
            self.batch.delete("state", "ticket", "transcript", LEFT_OUT, LOG, FOLLOWERS, SHOWN)
            self.batch.delete("out:person", "out:desk", "relayed")
        elif changes.closed:
            self.batch.delete("ticket", "transcript", LEFT_OUT, LOG, FOLLOWERS, SHOWN)
        if changes.wipe:
            # What waits would show in a chat that is to look harmless: it is lost on purpose.
            self.batch.delete("out:person")
            self.batch.delivered(Delivery.FAILED)

    def lead(self, key: bytes) -> None:
        """Add the rows that lead to the chat, and the tasks there; `key` seals them."""
        if self._changes.contact is not None:
            self._contact(self._changes.contact, key)
        if self._changes.erase_in is not None:
            words = f"{self._changes.erase_in} {self._changes.erased_text}"
            job = self._sealed(key, tasks.ERASE, words.encode())
            self.batch.set(tasks.ERASE, job, Retention.ERASURE)
        elif self._changes.wipe:
            self.batch.set(tasks.WIPE, self._sealed(key, tasks.WIPE, b"1"), Retention.MESSAGE_IDS)

    @property
    def _ticket(self) -> Ticket | None:
        """The ticket that is open after the turn."""
        changes = self._changes
        return changes.ticket if changes.is_open and not changes.closed else None

    def _sealed(self, key: bytes, row: str, value: bytes) -> bytes:
        return self._vault.seal(key, self._conversation, row, value)

    def _contact(self, contact: Contact, key: bytes) -> None:
        wipe = self._changes.conversation.wipe
        plan = encode(ChatPlan(contact.address, wipe))
        self.batch.set("chat", self._sealed(key, "chat", plan), Retention.MESSAGE_IDS)
        address = self._sealed(key, "address", str(contact.address).encode())
        self.batch.set("address", address, Retention.ADDRESS)
        wait = chat_deletion.after(wipe).total_seconds()
        self.batch.index(Index.DELETIONS, contact.at + wait, earliest=True)
        if contact.message_id is not None:
            message = encode_number(ChatMessage(contact.message_id, Author.PERSON, contact.at))
            sealed = self._sealed(key, "messages", message)
            self.batch.push("messages", [sealed], Retention.MESSAGE_IDS)
            entry = OverflowEntry(chat_deletion.MOST, contact.at)
            self.batch.thin("messages", FIRST_NUMBERS, MOST_NUMBERS, entry)

    def _turn(self) -> None:
        batch, changes = self.batch, self._changes
        is_open = changes.is_open
        kept = Retention.OPEN_TICKET if is_open else Retention.CONVERSATION
        name = revisions.bound("state", self._revision)
        state = self._sealed(self._key, name, encode(changes.conversation))
        batch.set("state", revisions.joined(self._revision, state), kept)
        if changes.lifted:
            batch.delete(LIFTED)
        if is_open:
            for row in ("address", "transcript", "desk"):
                batch.touch(row, Retention.OPEN_TICKET)
            if self._logs:
                batch.touch(LOG, Retention.CONVERSATION_LOG)
            else:
                batch.delete(LOG)
        if changes.closed:
            batch.touch("address", Retention.ADDRESS)
            batch.touch("desk", Retention.CLOSED_TICKET)
        if self._ticket is not None:
            name = revisions.bound("ticket", self._revision)
            ticket = self._sealed(self._key, name, encode(self._ticket))
            batch.set("ticket", ticket, Retention.OPEN_TICKET)
        elif not is_open:
            # Also where none was read: one whose conversation can't be opened any more ends here.
            batch.delete("ticket", "transcript", LEFT_OUT, LOG, FOLLOWERS, SHOWN)
        if changes.transcript:
            said = self._out.transcript([_cut(words) for words in changes.transcript])
            batch.push("transcript", said, Retention.OPEN_TICKET)
            batch.trim("transcript", FIRST_LINES, MOST_LINES, MOST_BYTES, Retention.OPEN_TICKET)
        batch.push("out:person", self.to_person, Retention.OUTBOX)
        self._to_desk(self._out.to_desk(changes.to_desk))
        if self._ticket is not None and self._logs:
            self._log(self._ticket)

    def _log(self, ticket: Ticket) -> None:
        """What was said in this turn, and what it changes of what was said before."""
        changes, turn = self._changes, revisions.number(self._revision)
        new = log_lines.lines_of(
            turn,
            self._at,
            changes.transcript,
            changes.to_desk,
            changes.to_person,
            changes.notes,
            ticket.assigned_name,
        )
        for line in (*new, *self._amended):
            sealed = log_lines.sealed(self._vault, self._key, self._conversation, line)
            self.batch.line(line, sealed)

    def _to_desk(self, sealed: Sequence[bytes]) -> None:
        for (row, _), raw in zip(self._changes.to_desk, sealed, strict=True):
            if row.kind in _ALWAYS:
                self.batch.push(DESK, [raw], Retention.OUTBOX)
            else:
                most = MOST_UNREAD if row.kind in _SAID else MOST_ROWS
                self.batch.fill(DESK, most, [raw], Retention.OUTBOX)

    def _erasure(self) -> None:
        """The state ends here and now; the rest is the erasure job's, which no crash can stop."""
        batch = self.batch
        batch.set(tasks.BEGUN, self._sealed(self._key, tasks.BEGUN, b"1"), Retention.ERASURE)
        batch.touch("address", Retention.ERASURE)
        batch.touch("desk", Retention.CLOSED_TICKET)
        desk = [(row.with_words(b""), "") for row, _ in self._changes.to_desk]
        batch.push(DESK, self._out.to_desk(desk), Retention.OUTBOX)
        batch.unindex_empty(Audience.DESK)


def _cut(words: str) -> str:
    """A message as it is kept while it waits."""
    return words if len(words) <= LINE_LETTERS else f"{words[:LINE_LETTERS]}…"

"""Collects the operations of one atomic write. Each names its retention class."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.privacy import chat_deletion
from bot.privacy.retention import Retention
from bot.store.chats.tasks import ERASE, WIPE
from bot.store.conversations.update_marks import MARK_BYTES, MOST_MARKS, mark_of
from bot.store.desk_changes import CHANGED, ConversationChange
from bot.store.log_lines import LETTERS, LOG, MOST_BYTES, Delivery, LogLine, delivery_mark
from bot.store.names import OUTBOXES, UNDER_WAY, Index, index_key, lease_row, partition
from bot.store.rows import Audience

FIRST_NUMBERS = chat_deletion.MOST
MOST_NUMBERS = 2 * chat_deletion.MOST
"""Of the messages of a chat. The oldest are deleted long before there are so many; a list gets full
only where Telegram deletes nothing for long. Then those after the first are dropped, and counted,
as they stay in the chat: of what somebody told at first and wrote last the numbers are known."""

LEFT_OUT = "left-out"
"""The row that counts words which operators aren't shown, since there were too many."""

_JOBS = {Audience.PERSON: (ERASE, WIPE), Audience.DESK: ()}
"""Rows that keep a conversation among the outboxes that have something to do, beside the outbox."""


@dataclass(frozen=True, slots=True)
class OverflowEntry:
    """The index entry that is made where a list has more than `most` elements: the chat is looked
    at for deletion by `at`, in seconds since 1970."""

    most: int
    at: float


class Batch:
    """Operations on the keys of one conversation and of its partition, as `commit.lua` takes them.
    They happen in the order in which they are added, but for touches, which come last."""

    def __init__(self, conversation: str) -> None:
        self._conversation = conversation
        self._partition = partition(conversation)
        self._keys: dict[str, int] = {}
        self._args: list[str | bytes | int] = []
        self._touches: list[tuple[str, int]] = []

    # -- rows ----------------------------------------------------------------------------------

    def set(self, row: str, value: bytes, retention: Retention) -> None:
        """Replace a row's value."""
        self._row("set", row, retention, value)

    def keep(self, row: str, value: bytes, retention: Retention) -> None:
        """Set a value where there is none; either way it lives from now on."""
        self._row("keep", row, retention, value)

    def mark(self, update: str) -> None:
        """Note that an update is taken (`commit.lua` looks for the mark before it writes)."""
        self._row("mark", "seen", Retention.UPDATE_IDS, mark_of(update), MARK_BYTES * MOST_MARKS)

    def push(self, row: str, values: Sequence[bytes], retention: Retention) -> None:
        """Append to a list."""
        if values:
            self._row("push", row, retention, *values)

    def thin(self, row: str, first: int, most: int, entry: OverflowEntry | None = None) -> None:
        """Keep of a list its first elements and the latest, `most` in all. `entry`: made
        where it is long; then the write tells how many it lost (`Outcome`)."""
        told: list[str | int] = []
        if entry is not None:
            number = self._number(index_key(self._partition, Index.DELETIONS))
            told = [entry.most, number, self._conversation, repr(float(entry.at))]
        self._row("thin", row, None, first, most, *told)

    def trim(self, row: str, first: int, most: int, room: int, retention: Retention) -> None:
        """Keep of a list its first elements and the latest: `most` in all, of `room` bytes. What
        goes is counted (`LEFT_OUT`), as long as `retention` says."""
        left_out = self._number(self._key(LEFT_OUT))
        self._row("trim", row, retention, first, most, room, left_out)

    def fill(self, row: str, most: int, values: Sequence[bytes], retention: Retention) -> None:
        """Append to a list that has fewer than `most` elements; else count them as left out."""
        if values:
            left_out = self._number(self._key(LEFT_OUT))
            self._row("fill", row, retention, most, left_out, *values)

    def touch(self, row: str, retention: Retention) -> None:
        """Let a row live for its class's time from now."""
        self._touches.append((row, retention.milliseconds))

    def take_touches(self, row: str) -> list[tuple[str, int]]:
        """(key, milliseconds) of a row's touches, which are then no part of the batch."""
        taken = [(self._key(name), life) for name, life in self._touches if name == row]
        self._touches = [one for one in self._touches if one[0] != row]
        return taken

    def delete(self, *rows: str) -> None:
        """Delete these rows."""
        for row in rows:
            self._row("delete", row, None)

    def remove(self, row: str, value: bytes) -> None:
        """Remove an element of a list."""
        self._row("remove", row, None, value)

    # -- what was said -------------------------------------------------------------------------

    def line(self, line: LogLine, sealed: bytes) -> None:
        """Add a line to what was said in the ticket, or put it in place of the one with its
        number; the oldest make room."""
        new = not line.corrected and not line.deleted
        state = LETTERS.get(line.delivery, "") if new else ""
        self._row("line", LOG, Retention.CONVERSATION_LOG, line.id, sealed, MOST_BYTES, state)

    def delivered(
        self, delivery: Delivery, line: int | None = None, at: float | None = None
    ) -> None:
        """Note what became of a message, if its line is there; None: of all that wait. `at`: when,
        in seconds since 1970, where that is known."""
        said = ConversationChange.SAID.of(self._conversation)
        number = () if line is None else (line,)
        self._row("delivered", LOG, None, delivery_mark(delivery, at), CHANGED, said, *number)

    # -- conditions ----------------------------------------------------------------------------

    def unless(self, row: str, skipped: int = 1) -> None:
        """The next operations happen only where this row isn't there."""
        self._row("unless", row, None, skipped)

    # -- index entries -------------------------------------------------------------------------

    def index(self, index: Index, score: float, *, earliest: bool = False) -> None:
        """Enter the conversation in an index. `earliest`: a lower score that it has stays."""
        words = [repr(float(score)), self._conversation, *(["LT"] if earliest else [])]
        life = Retention.INDEX.milliseconds
        self._put("index", index_key(self._partition, index), life, *words)

    def unindex(self, *indexes: Index) -> None:
        """Take the conversation out of indexes."""
        for index in indexes:
            self._put("unindex", index_key(self._partition, index), 0, self._conversation)

    def unindex_empty(self, audience: Audience) -> None:
        """Take its outbox out of the index if nothing is left to do there."""
        rows = (f"out:{audience}", *_JOBS[audience])
        for left, row in zip(range(len(rows), 0, -1), rows, strict=True):
            self.unless(row, left)
        self.unindex(OUTBOXES[audience])

    # -- what follows a write ------------------------------------------------------------------

    def lease(self, written: int) -> None:
        """Take the lease of the person's outbox, if these rows are all that is to be done there."""
        rows = (f"out:{Audience.PERSON}", UNDER_WAY, ERASE, WIPE)
        numbers = [self._number(self._key(row)) for row in rows]
        life = Retention.MESSAGE_IDS.milliseconds
        self._row("lease", lease_row(Audience.PERSON), Retention.LEASE, written, life, *numbers)

    def publish(self, channel: str, said: str = "") -> None:
        """Wake the processes that listen; they ask the store what there is. `said`: instead of the
        conversation alone."""
        self._row("publish", "state", None, channel, said or self._conversation)

    def asked(self, revision: str, mark: bytes = b"") -> tuple[list[str], list[Any]]:
        """Keys and arguments of `commit.lua`."""
        for row, life in self._touches:
            self._put("touch", self._key(row), life)
        self._touches = []
        heads = [self._key("state"), self._key("seen")]
        return [*heads, *self._keys], [revision, mark, *self._args]

    def _key(self, row: str) -> str:
        return f"{{{self._partition}}}:{self._conversation}:{row}"

    def _row(
        self, name: str, row: str, retention: Retention | None, *args: str | bytes | int
    ) -> None:
        self._put(name, self._key(row), retention.milliseconds if retention else 0, *args)

    def _put(self, name: str, key: str, lifetime: int, *args: str | bytes | int) -> None:
        self._args += [name, self._number(key), lifetime, len(args), *args]

    def _number(self, key: str) -> int:
        return self._keys.setdefault(key, len(self._keys) + 1)

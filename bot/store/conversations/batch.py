"""Collects the operations of one atomic write. Each names its retention class."""

import hashlib
from collections.abc import Sequence
from typing import Any

from bot.privacy import chat_deletion
from bot.privacy.retention import Retention
from bot.store.chats.jobs import ERASE, WIPE
from bot.store.conversations.revisions import joined
from bot.store.hints import Hint
from bot.store.rows import Audience

MARK_BYTES = 8
MOST_MARKS = 128
"""Of a conversation's updates, the newest are remembered. Telegram repeats what wasn't confirmed,
at most the hundred of one getUpdates; by webhook it brings a chat's next only after the last."""

FIRST_NUMBERS = chat_deletion.MOST
MOST_NUMBERS = 2 * chat_deletion.MOST
"""Of the messages of a chat. The oldest are deleted long before there are so many; a list gets full
only where Telegram deletes nothing for long. Then those after the first are dropped, and counted,
as they stay in the chat: of what somebody told at first and wrote last the numbers are known."""

STUB_PREFIX = "stub-"


def is_stub(conversation: str) -> bool:
    """Whether an id is a stub's; a conversation's is a hash, without a hyphen."""
    return conversation.startswith(STUB_PREFIX)


class Batch:
    """Operations on the keys of one conversation, in the form that `commit.lua` takes."""

    def __init__(self, conversation: str) -> None:
        self._conversation = conversation
        self.keys: list[str] = []
        self.args: list[str | bytes | int] = []
        self._touches: list[tuple[str, int]] = []

    def key(self, row: str) -> str:
        """The name of a row: the braces keep a conversation on one node of a cluster."""
        return row_key(self._conversation, row)

    def set(self, row: str, value: bytes, retention: Retention) -> None:
        """Replace a value."""
        self._add("set", row, retention, value)

    def state(self, revision: str, blob: bytes, retention: Retention) -> None:
        """Replace the state, under a fresh revision."""
        self.set("state", joined(revision, blob), retention)

    def mark(self, update: str) -> None:
        """This update is taken (`commit.lua` looks for the mark before it writes)."""
        self._add("mark", "seen", Retention.UPDATE_IDS, mark_of(update), MARK_BYTES * MOST_MARKS)

    def push(self, row: str, values: list[bytes], retention: Retention) -> None:
        """Append to a list."""
        if values:
            self._add("push", row, retention, *values)

    def thin(self, row: str, first: int, most: int, long: int | None = None) -> None:
        """Keep of a list its first elements and the latest, `most` in all. `long`: from how many on
        the write tells that it is long, and how many it lost (`Outcome`)."""
        self._add("thin", row, None, first, most, *([] if long is None else [long]))

    def touch(self, row: str, retention: Retention) -> None:
        """Let a row live for its class's time from now."""
        self._touches.append((row, retention.milliseconds))

    def take_touches(self, row: str) -> list[tuple[str, int]]:
        """(key, milliseconds) of a row's touches, which are then no part of the batch."""
        taken = [(self.key(name), life) for name, life in self._touches if name == row]
        self._touches = [one for one in self._touches if one[0] != row]
        return taken

    def asked(
        self, revision: str, mark: bytes = b"", keys: Sequence[str] = (), args: Sequence[Any] = ()
    ) -> tuple[list[str], list[Any]]:
        """Keys and arguments of `commit.lua`: `keys` and `args` are its beginning's."""
        heads = [self.key("state"), self.key("seen"), *keys]
        return [*heads, *self.keys], [revision, mark, len(keys), len(args), *args, *self.args]

    def finish(self) -> None:
        """Touches come last: what the batch sets, they find."""
        for row, life in self._touches:
            self._put("touch", row, life)
        self._touches = []

    def delete(self, *rows: str) -> None:
        """Remove rows."""
        for row in rows:
            self._add("delete", row, None)

    def count(self, day: str, field: str) -> None:
        """One more in the statistics of a day."""
        life = Retention.STATISTICS.milliseconds
        self._put_key("count", statistics_key(day), life, field)

    def hint(self, hint: Hint) -> None:
        """Name the conversation in an index, in the same write."""
        index, conversation, score, bound = hint
        life = Retention.INDEX.milliseconds
        self._put_key("hint", index, life, repr(float(score)), conversation, bound)

    def lease(self, written: int) -> None:
        """Take the lease of the person's outbox, if these rows are all that is to be done there."""
        rows = (f"out:{Audience.PERSON}", UNDER_WAY, ERASE, WIPE)
        numbers = [self._number(self.key(row)) for row in rows]
        life = Retention.MESSAGE_IDS.milliseconds
        self._add("lease", lease_row(Audience.PERSON), Retention.LEASE, written, life, *numbers)

    def publish(self, channel: str) -> None:
        """Wake the processes that listen; they ask the store what there is."""
        self._add("publish", "state", None, channel, self._conversation)

    def _add(
        self, name: str, row: str, retention: Retention | None, *args: str | bytes | int
    ) -> None:
        self._put(name, row, retention.milliseconds if retention else 0, *args)

    def _put(self, name: str, row: str, lifetime: int, *args: str | bytes | int) -> None:
        self._put_key(name, self.key(row), lifetime, *args)

    def _put_key(self, name: str, key: str, lifetime: int, *args: str | bytes | int) -> None:
        self.args += [name, self._number(key), lifetime, len(args), *args]

    def _number(self, key: str) -> int:
        if key not in self.keys:
            self.keys.append(key)
        return self.keys.index(key) + 1


UNDER_WAY = "under-way"
"""The row that is there while something may be sent to the person whose number isn't known yet."""


def lease_row(audience: Audience) -> str:
    """The row by which one process at a time sends to an audience."""
    return f"lease:{audience}"


def mark_of(update: str) -> bytes:
    """An update's mark among those of its conversation."""
    return hashlib.blake2b(update.encode(), digest_size=MARK_BYTES).digest()


def is_marked(update: str, seen: bytes | None) -> bool:
    """Whether a row of marks holds this update's."""
    mark = mark_of(update)
    marks = range(0, len(seen or b""), MARK_BYTES)
    return any(seen[at : at + MARK_BYTES] == mark for at in marks) if seen else False


def row_key(conversation: str, row: str) -> str:
    """`{conversation}:row`."""
    return f"{{{conversation}}}:{row}"


def name_key(name: str) -> str:
    """The key that reserves a ticket's code name."""
    return f"name:{name}"


def statistics_key(day: str) -> str:
    """The key of a day's counts; `day` as ISO 8601."""
    return f"statistics:{day}"

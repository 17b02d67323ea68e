"""Marks of the updates that a conversation has taken, by which a repeated update is known.

A turn writes its update's mark in the same step, and is refused where the mark is there
(`commit.lua`): so however often Telegram brings an update, it does something once.
"""

import hashlib

MARK_BYTES = 8
MOST_MARKS = 128
"""Of a conversation's updates, the newest are remembered. Telegram repeats what wasn't confirmed,
at most the hundred of one getUpdates; by webhook it brings a chat's next only after the last."""


def mark_of(update: str) -> bytes:
    """An update's mark among those of its conversation."""
    return hashlib.blake2b(update.encode(), digest_size=MARK_BYTES).digest()


def is_marked(update: str, seen: bytes | None) -> bool:
    """Whether a row of marks holds this update's."""
    mark = mark_of(update)
    marks = range(0, len(seen or b""), MARK_BYTES)
    return any(seen[at : at + MARK_BYTES] == mark for at in marks) if seen else False

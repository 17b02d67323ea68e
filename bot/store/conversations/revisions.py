"""Which state of a conversation is its newest: an older copy that is put back is refused.

Every write gives the state a revision, its fencing token: a writer that read an older one is
refused. It is a number that grows by one, and a random part (a number alone would begin again after
an erasure, and a turn read before it could still be written). State and ticket are sealed for their
revision, so neither can be put under another's. The keyring remembers the high-water mark, the
highest number that was announced, before the write: a state that lies further back than the last
announced write is refused. That one step is left because a crash may come between the announcement
and the write; nothing that is newer than the keyring knows is ever refused.
"""

import secrets

STRANGER = "0"
"""The revision of a conversation that doesn't exist."""

STEPS_BACK = 1
"""A write that was announced may not have happened."""


def number(revision: str) -> int:
    """The number in a revision; 0 for a stranger's, or for anything that isn't one."""
    digits = revision.partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def after(turn: int) -> str:
    """A fresh revision for the write after the turn with this number."""
    return f"{turn + 1}.{secrets.token_hex(4)}"


def is_stale(revision: str, high_water_mark: int) -> bool:
    """Whether a state with this revision was overtaken. `high_water_mark`: the highest turn that
    was announced, 0 if the keyring remembers none."""
    return number(revision) < high_water_mark - STEPS_BACK


def joined(revision: str, blob: bytes) -> bytes:
    """A sealed state with its revision before it, as it lies in one row."""
    return revision.encode() + b" " + blob


def parted(value: bytes | None) -> tuple[str, bytes | None]:
    """The revision and the sealed state of a row; a stranger's where there is none."""
    if value is None:
        return STRANGER, None
    revision, _, blob = value.partition(b" ")
    return revision.decode(errors="replace"), blob


def bound(row: str, revision: str) -> str:
    """The name of a row of one revision, for the seal."""
    return f"{row}@{revision}"

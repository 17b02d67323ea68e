"""Collects the operations of one atomic write. Each names its retention class."""

import secrets

from bot.retention import Retention

STRANGER = "0"
"""The revision of a conversation that doesn't exist."""


class Batch:
    """Operations on the keys of one conversation, in the form that `commit.lua` takes."""

    def __init__(self, conversation: str) -> None:
        self._conversation = conversation
        self.keys: list[str] = []
        self.args: list[str | bytes | int] = []

    def key(self, row: str) -> str:
        """The name of a row: the braces keep a conversation on one node of a cluster."""
        return row_key(self._conversation, row)

    def set(self, row: str, value: bytes, retention: Retention) -> None:
        """Replace a value."""
        self._add("set", row, retention, value)

    def state(self, blob: bytes, retention: Retention) -> None:
        """Replace the state, under a fresh random revision (a counter would begin again at
        the same numbers after an erasure)."""
        self._add("hset", "state", retention, "revision", secrets.token_hex(8), "blob", blob)

    def push(self, row: str, values: list[bytes], retention: Retention) -> None:
        """Append to a list."""
        if values:
            self._add("push", row, retention, *values)

    def touch(self, row: str, retention: Retention) -> None:
        """Let a row live for its class's time from now."""
        self._add("touch", row, retention)

    def delete(self, *rows: str) -> None:
        """Remove rows."""
        for row in rows:
            self._add("delete", row, None)

    def publish(self, channel: str) -> None:
        """Wake the processes that listen; they ask the store what there is."""
        self._add("publish", "state", None, channel, self._conversation)

    def _add(self, name: str, row: str, retention: Retention | None, *args: str | bytes) -> None:
        key = self.key(row)
        if key not in self.keys:
            self.keys.append(key)
        lifetime = retention.milliseconds if retention else 0
        self.args += [name, self.keys.index(key) + 3, lifetime, len(args), *args]


def row_key(conversation: str, row: str) -> str:
    """`{conversation}:row`."""
    return f"{{{conversation}}}:{row}"


def name_key(name: str) -> str:
    """The key that reserves a ticket's code name."""
    return f"name:{name}"

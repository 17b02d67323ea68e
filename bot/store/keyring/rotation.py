"""Rotation of the master key: everything that an older key sealed is put under the current one.

What data keys seal stays as it is: their wrapping changes, and the old master key opens nothing
any more. Every row is replaced only if nobody wrote in between, so the processes work on; and
what is done stays done, so it can be broken off and begun again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import NamedTuple

from bot.errors import Sealed
from bot.privacy.vault import Vault
from bot.store import backlog
from bot.store.client.connection import Redis, redis_errors
from bot.store.keyring import after_erasure, people_key
from bot.store.names import BACKLOG
from bot.store.outbox import sealed_rows
from bot.store.outbox.sealed_rows import DESK
from bot.store.rows import DeskKind

SEALED: Mapping[str, str] = {
    "key": "wrap",
    "ticket-key": "tickets",
    "address-key": "address",
    "desk": "tickets",
    "lifted": "tickets",
    after_erasure.ROW: after_erasure.PURPOSE,
    BACKLOG: backlog.PURPOSE,
}
"""Rows of a conversation that a master key seals → the purpose. What isn't here or in `sealing` is
sealed by one of these keys."""

OUTBOX = DESK
"""Its rows are sealed each for its position, and some carry an entry of the audit."""


class Seal(NamedTuple):
    """How a value is sealed: for which purpose, and what it is bound to (`Vault.sealed_for`).

    `listed`: the key holds many of them.
    """

    purpose: str
    conversation: str
    row: str
    listed: bool = False


def seal_of(name: str) -> Seal | None:
    """The seal of a key of the store, by the key's name; None where a master key seals nothing."""
    if name.startswith("{"):
        conversation, _, row = name.partition("}:")[2].partition(":")
        if row == OUTBOX:
            return Seal("tickets", conversation, row, listed=True)
        if row in SEALED:
            return Seal(SEALED[row], conversation, row, listed=row == BACKLOG)
        return None
    kind, _, what = name.partition(":")
    match kind:
        case "operator" | "account" | "invitation" | "factor" | "proposal" | "name" | "thread":
            return Seal("tickets", what, kind)
        case "console_session" | "passkey" | "device_link" | "review-of":
            return Seal("tickets", what, kind)
        case "asked_review" | "review_answers":
            return Seal("tickets", what, kind)
        case people_key.ROW:
            return Seal(people_key.PURPOSE, what, kind)
        case "board" | "closure":
            return Seal("tickets", kind, kind)
        case "audit" | "expelled":
            return Seal("tickets", kind, kind, listed=True)
        case _:
            return None


_AUDIT = Seal("tickets", "audit", "audit")
"""As entries travel in the desk's outboxes."""


@dataclass(slots=True)
class RotationResult:
    """How many values were put under the current key, and how many no key opens (they lapse)."""

    renewed: int = 0
    unreadable: int = 0


class Rotation:
    """Goes through the store and the keyring once."""

    def __init__(self, redis: Redis, keyring: Redis, vault: Vault) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault
        self._source = files("bot.store.scripts").joinpath("reseal.lua").read_text(encoding="utf-8")

    async def run(self) -> RotationResult:
        """Put everything under the current key. Raises `StoreUnavailable`; then run it again."""
        done = RotationResult()
        for redis in dict.fromkeys((self._keyring, self._redis)):
            script = redis.register_script(self._source)
            with redis_errors():
                async for found in redis.scan_iter("*", count=500):
                    await self._key(redis, script, found.decode(), done)
        return done

    async def _key(self, redis: Redis, script: Redis, name: str, done: RotationResult) -> None:
        where = seal_of(name)
        if where is None:
            return
        values = await redis.lrange(name, 0, -1) if where.listed else [await redis.get(name)]
        for value in values:
            renewed = None if value is None else self._renewed(where, value, done)
            if renewed is not None:
                kind = "list" if where.listed else ""
                done.renewed += int(await script(keys=[name], args=[value, renewed, kind]))

    def _renewed(self, where: Seal, value: bytes, done: RotationResult) -> bytes | None:
        if where.row == OUTBOX:
            return self._travelling(where.conversation, value, done)
        try:
            return self._vault.resealed(where.purpose, where.conversation, where.row, value)
        except Sealed:
            done.unreadable += 1
            return None

    def _travelling(self, conversation: str, value: bytes, done: RotationResult) -> bytes | None:
        """A row on its way to the desk, with the entry for the audit that it may carry."""
        try:
            position, row = sealed_rows.desk_row(self._vault, conversation, value)
            sealed = value[len(position.head) :]
            if self._vault.resealed("tickets", conversation, position.bound(DESK), sealed) is None:
                return None
        except Sealed:
            done.unreadable += 1
            return None
        if row.kind is DeskKind.AUDIT:
            entry = self._renewed(_AUDIT, row.sealed, done)
            row = row if entry is None else replace(row, sealed=entry)
        return sealed_rows.for_desk(self._vault, conversation, position, row)

"""Rotation of the master key: everything that an older key sealed is put under the current one.

What data keys seal stays as it is: their wrapping changes, and the old master key opens nothing
any more. Every row is replaced only if nobody wrote in between, so the processes work on; and
what is done stays done, so it can be broken off and begun again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from bot.errors import Sealed
from bot.store.connection import Redis, answering
from bot.store.writes import STUB_PREFIX
from bot.vault import Vault

SEALED: Mapping[str, tuple[str, str, str]] = {
    "key": ("string", "wrap", "key"),
    "ticket-key": ("string", "tickets", "ticket-key"),
    "ticket": ("string", "tickets", "ticket"),
    "desk": ("string", "tickets", "desk"),
    "address": ("string", "address", "address"),
    "chat": ("string", "address", "chat"),
    "messages": ("list", "address", "messages"),
    "state": ("blob", "tickets", "stub"),
}
"""Rows that a master key seals: kind of value, purpose, the name that the seal is bound to. A
`state` is one only of a stub; a conversation's own is sealed by its data key."""


@dataclass(slots=True)
class Rotated:
    """How many values were put under the current key, and how many no key opens (they lapse)."""

    renewed: int = 0
    unreadable: int = 0


class Rotation:
    """Goes through the store and the keyring once."""

    def __init__(self, redis: Redis, keyring: Redis, vault: Vault) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault
        self._source = files("bot.store").joinpath("reseal.lua").read_text(encoding="utf-8")

    async def run(self) -> Rotated:
        """Put everything under the current key. Raises `StoreUnavailable`; then run it again."""
        done = Rotated()
        for redis in dict.fromkeys((self._keyring, self._redis)):
            script = redis.register_script(self._source)
            with answering():
                async for name in redis.scan_iter("{*}:*", count=500):
                    await self._row(redis, script, name.decode(), done)
        return done

    async def _row(self, redis: Redis, script: Redis, name: str, done: Rotated) -> None:
        conversation, _, row = name.removeprefix("{").partition("}:")
        if row not in SEALED or (row == "state" and not conversation.startswith(STUB_PREFIX)):
            return
        kind, purpose, bound = SEALED[row]
        for value in await _values(redis, kind, name):
            try:
                renewed = self._vault.resealed(purpose, conversation, bound, value)
            except Sealed:
                done.unreadable += 1
                continue
            if renewed is not None:
                done.renewed += int(await script(keys=[name], args=[kind, value, renewed]))


async def _values(redis: Redis, kind: str, name: str) -> list[bytes]:
    match kind:
        case "list":
            return list(await redis.lrange(name, 0, -1))
        case "blob":
            found = await redis.hget(name, "blob")
        case _:
            found = await redis.get(name)
    return [] if found is None else [found]

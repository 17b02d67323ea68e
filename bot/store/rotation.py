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
from bot.vault import Vault

SEALED: Mapping[str, str] = {
    "key": "wrap",
    "ticket-key": "tickets",
    "address-key": "address",
    "desk": "tickets",
}
"""Rows that a master key seals → the purpose. Everything else is sealed by one of these keys."""


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
        value = await redis.get(name) if row in SEALED else None
        if value is None:
            return
        try:
            renewed = self._vault.resealed(SEALED[row], conversation, row, value)
        except Sealed:
            done.unreadable += 1
            return
        if renewed is not None:
            done.renewed += int(await script(keys=[name], args=[value, renewed]))

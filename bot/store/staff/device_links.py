"""One-time links that enrol a device of somebody who is on the roster already."""

import secrets
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode

_ROW = "device_link"
_BYTES = 32


@dataclass(frozen=True, slots=True)
class DeviceLink:
    """Whose device a link enrols, and who gave it, by ids."""

    operator: str
    by: str
    made_at: datetime


class DeviceLinks:
    """Links that may still be used. Of a link's token only a keyed hash is kept."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def make(self, operator: str, by: str) -> str:
        """A link's token. Raises `StoreUnavailable`, as all here do."""
        token = secrets.token_urlsafe(_BYTES)
        name = self._name(token)
        link = DeviceLink(operator, by, self._clock.now())
        sealed = self._vault.seal_ticket(name, _ROW, encode(link))
        with redis_errors():
            life = Retention.DEVICE_LINK.milliseconds
            await self._redis.set(f"{_ROW}:{name}", sealed, px=life)
        return token

    async def get(self, token: str) -> DeviceLink | None:
        """The link with a token, which isn't used up by that."""
        name = self._name(token)
        with redis_errors():
            sealed = await self._redis.get(f"{_ROW}:{name}")
        return self._opened(name, sealed)

    async def take(self, token: str) -> DeviceLink | None:
        """The link with a token, used up by that: of two who take it at once one gets it."""
        name = self._name(token)
        with redis_errors():
            sealed = await self._redis.getdel(f"{_ROW}:{name}")
        return self._opened(name, sealed)

    def _name(self, token: str) -> str:
        return self._vault.hashed("device link", token)

    def _opened(self, name: str, sealed: bytes | None) -> DeviceLink | None:
        if sealed is None:
            return None
        try:
            link = decode(DeviceLink, self._vault.open_ticket(name, _ROW, sealed))
        except (Sealed, msgspec.MsgspecError):
            return None
        # Also of a row that was put back: it can't outlive what was promised.
        over = self._clock.now() - link.made_at > Retention.DEVICE_LINK.lifetime
        return None if over else link

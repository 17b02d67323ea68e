"""Operators' passkeys: what a device showed when it was enrolled, and how often it has signed."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode, unreadable

_ROW = "passkey"
_LIFE = Retention.PASSKEY.milliseconds


class Device(StrEnum):
    """Kinds of devices: enough to tell which one is lost, and nobody's own words."""

    COMPUTER = "computer"
    PHONE = "phone"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Passkey:
    """A device of an operator's, by its passkey.

    `id`: a keyed hash of the credential's id, by which pages name it; `credential`: the id and the
    public key (WebAuthn, attested credential data); `rp`: the host that it was made for; `count`:
    how often it has signed, 0 where the device doesn't count (WebAuthn, 6.1.1).
    """

    id: str
    operator: str
    credential: bytes
    rp: str
    device: Device
    made_at: datetime
    used_at: datetime
    count: int = 0


class Passkeys:
    """The passkeys of all operators."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    def id_of(self, operator: str, credential_id: bytes) -> str:
        """The id of a credential's row: a keyed hash."""
        return self._vault.hashed(_ROW, operator, credential_id.hex())

    async def add(self, passkey: Passkey) -> None:
        """Keep a new one. Raises `StoreUnavailable`, as all here do."""
        names = _index(passkey.operator)
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(_key(passkey.id), self._sealed(passkey), px=_LIFE)
            pipe.zadd(names, {passkey.id: passkey.made_at.timestamp()})
            pipe.pexpire(names, _LIFE)
            await pipe.execute()

    async def get(self, operator: str, id_: str) -> Passkey | None:
        """An operator's passkey; None if there is none, or it is another's."""
        with redis_errors():
            sealed = await self._redis.get(_key(id_))
        found = self._opened(id_, sealed)
        return found if found is not None and found.operator == operator else None

    async def of(self, operator: str) -> list[Passkey]:
        """An operator's, the oldest first."""
        names = await self._names(operator)
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for name in names:
                pipe.get(_key(name))
            rows = await pipe.execute() if names else []
        opened = (self._opened(name, row) for name, row in zip(names, rows, strict=True))
        return [one for one in opened if one is not None and one.operator == operator]

    async def used(self, passkey: Passkey, count: int) -> bool:
        """It has signed: it and the operator's others live on. False if it was taken away in the
        meantime."""
        changed = replace(passkey, count=count, used_at=self._clock.now())
        with redis_errors():
            kept = await self._redis.set(_key(passkey.id), self._sealed(changed), px=_LIFE, xx=True)
        await self._renew(passkey.operator)
        return bool(kept)

    async def remove(self, operator: str, id_: str) -> None:
        """From now on this device signs nobody in."""
        with redis_errors():
            await self._redis.delete(_key(id_))
            await self._redis.zrem(_index(operator), id_)

    async def remove_all(self, operator: str) -> None:
        """Their part has ended."""
        for name in await self._names(operator):
            await self.remove(operator, name)

    async def answer_once(self, challenge: bytes) -> bool:
        """Use up a challenge that was answered rightly; False if it was before."""
        name = self._vault.hashed("challenge", challenge.hex())
        with redis_errors():
            life = Retention.CHALLENGE_USED.milliseconds
            return bool(await self._redis.set(f"used-challenge:{name}", b"1", nx=True, px=life))

    async def _renew(self, operator: str) -> None:
        names = await self._names(operator)
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for name in (*map(_key, names), _index(operator)):
                pipe.pexpire(name, _LIFE)
            await pipe.execute()

    async def _names(self, operator: str) -> list[str]:
        with redis_errors():
            return [one.decode() for one in await self._redis.zrange(_index(operator), 0, -1)]

    def _sealed(self, passkey: Passkey) -> bytes:
        return self._vault.seal_ticket(passkey.id, _ROW, encode(passkey))

    def _opened(self, id_: str, sealed: bytes | None) -> Passkey | None:
        if sealed is None:
            return None
        try:
            return decode(Passkey, self._vault.open_ticket(id_, _ROW, sealed))
        except (Sealed, msgspec.MsgspecError):
            unreadable(_ROW)
            return None


def _key(id_: str) -> str:
    return f"{_ROW}:{id_}"


def _index(operator: str) -> str:
    return f"passkeys:{operator}"

"""That a supervisor has closed the desk for now, and until when. Sealed: whoever can write to Redis
alone tells nobody that no operator is there."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode, unreadable

_ROW = "closure"


@dataclass(frozen=True, slots=True)
class DeskClosure:
    """Nobody answers until this time. `by`: the supervisor's code name."""

    until: datetime
    by: str


class Closure:
    """Keeps until when the desk is closed. The latest word counts."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def put(self, closure: DeskClosure) -> None:
        """Close the desk. Raises `StoreUnavailable`."""
        sealed = self._vault.seal_ticket(_ROW, _ROW, encode(closure))
        with redis_errors():
            await self._redis.set(_ROW, sealed, px=Retention.CLOSURE.milliseconds)

    async def end(self) -> None:
        """Open the desk again. Raises `StoreUnavailable`."""
        with redis_errors():
            await self._redis.delete(_ROW)

    async def get(self) -> DeskClosure | None:
        """The closure that holds now. What can't be opened closes nothing. Raises
        `StoreUnavailable`."""
        with redis_errors():
            sealed = await self._redis.get(_ROW)
        if sealed is None:
            return None
        try:
            found = decode(DeskClosure, self._vault.open_ticket(_ROW, _ROW, sealed))
        except (Sealed, msgspec.DecodeError):
            unreadable(_ROW)
            return None
        return found if self._clock.now() < found.until else None

    async def until(self) -> datetime | None:
        """When it ends; None where the desk isn't closed. Raises `StoreUnavailable`."""
        found = await self.get()
        return found.until if found else None

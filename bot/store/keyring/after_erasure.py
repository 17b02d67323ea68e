"""What outlives an erasure for two hours, so that one account doesn't ring all operators all day.

How many emergencies were erased lately and when, which stub was left, and until when an operator
has blocked the person: no word of theirs. It lies in the keyring alone, which never writes to disk,
under the name that the conversation has anyway; so without the keyring's memory it leads to nobody.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.names import row_key
from bot.store.rows import decode, encode, unreadable

ROW = "recent"
PURPOSE = "wrap"

LATELY = timedelta(hours=1)
"""Emergencies that were erased so long ago count no more."""

MOST = 100
"""Emergencies that are counted."""


@dataclass(frozen=True, slots=True)
class RecentErasures:
    """`erased_at`: when emergencies were erased, the last one last; `stub`: the id of the one that
    was left; `muted_until`: the end of an operator's block."""

    erased_at: tuple[datetime, ...] = ()
    stub: str = ""
    muted_until: datetime | None = None

    def emergencies(self, now: datetime) -> int:
        """How many were erased lately."""
        return sum(now - at < LATELY for at in self.erased_at)

    def blocked(self, now: datetime) -> datetime | None:
        """The end of the block, if it isn't over."""
        until = self.muted_until
        return until if until is not None and until > now else None

    def after(
        self, now: datetime, *, stub: str | None, muted_until: datetime | None
    ) -> "RecentErasures":
        """With one more erasure. `stub`: None where no emergency was open."""
        erased_at = self.erased_at if stub is None else (*self.erased_at, now)[-MOST:]
        return replace(self, erased_at=erased_at, stub=stub or self.stub, muted_until=muted_until)


class AfterErasure:
    """Keeps the few figures that outlive an erasure for hours. The desk, which can't open them,
    neither reads nor writes them."""

    def __init__(self, keyring: Redis, vault: Vault) -> None:
        self._redis = keyring
        self._vault = vault

    async def load(self, conversation: str) -> RecentErasures:
        """The figures that are kept of a conversation; empty where they lapsed, or can't be opened.
        Raises `StoreUnavailable`."""
        if not self._vault.may(PURPOSE):
            return RecentErasures()
        with redis_errors():
            sealed = await self._redis.get(row_key(conversation, ROW))
        if sealed is None:
            return RecentErasures()
        try:
            return decode(
                RecentErasures, self._vault.opened_for(PURPOSE, conversation, ROW, sealed)
            )
        except (Sealed, msgspec.DecodeError):
            unreadable(ROW)
            return RecentErasures()

    async def keep(self, conversation: str, recent: RecentErasures) -> None:
        """Keep it for its time from now; nothing where there is nothing to keep. Raises
        `StoreUnavailable`."""
        if recent == RecentErasures() or not self._vault.may(PURPOSE):
            return
        sealed = self._vault.sealed_for(PURPOSE, conversation, ROW, encode(recent))
        life = Retention.AFTER_ERASURE.milliseconds
        with redis_errors():
            await self._redis.set(row_key(conversation, ROW), sealed, px=life)

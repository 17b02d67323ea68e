"""Who did what to which ticket, when. It can be added to and read, nothing else.

An entry travels in the outbox of the very write that it is about, so no act goes without one; what
a crash repeats is shown once, by its id.

Each entry holds the hash of the one before, and is appended only if that one is still the last. So
entries that were taken out, put back or put in another order show. The desk's Redis user may append
and read alone (deploy/redis/users.acl). Whoever holds the desk's key *and* all of the store can
write another log from its beginning; whoever can cut the list's end off leaves no trace of that.
"""

import hashlib
import secrets
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import msgspec

from bot.errors import Conflict, Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode, new_id, unreadable
from bot.store.scripts import source

_ROW = "audit"

MOST_TRIES = 50
"""So often others may append in between."""

_DAYS_BACK = Retention.AUDIT.value.lifetime.days


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An act, as it is logged. `operator`: the code name of the moment, `by`: the id behind it,
    "server" for a command on the server; `about`: the id of the operator whom it concerns;
    `detail`: words of ours and code names; `previous`: the hash of the entry before."""

    at: datetime
    operator: str
    action: str
    ticket: str
    detail: str = ""
    id: str = field(default_factory=new_id)
    by: str = ""
    about: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class ReadAudit:
    """Entries that a look found. `foreign`: how many entries aren't ours; `broken`: whether some
    were taken out, put back or moved."""

    entries: tuple[AuditEntry, ...]
    foreign: int = 0
    broken: bool = False


class Audit:
    """The log of acts, chained by hashes."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault
        self._append = redis.register_script(source("append"))

    def seal(self, entry: AuditEntry) -> bytes:
        """An entry as it travels and as it is kept."""
        return self._vault.seal_ticket(_ROW, _ROW, encode(entry))

    async def append(self, sealed: bytes) -> None:
        """Add what `seal` made. It is passed over if it can't be opened: it isn't ours. Raises
        `Conflict` where others append all the time."""
        entry = self.opened(sealed)
        if entry is None:
            return
        name = _key(entry.at)
        for _ in range(MOST_TRIES):
            with redis_errors():
                last = await self._redis.lindex(name, -1)
            before = last or await self._last_before(entry.at)
            chained = self.seal(replace(entry, previous=self._digest(before) if before else ""))
            fresh = f"{{{name}}}:new:{secrets.token_hex(8)}"
            life = Retention.AUDIT.milliseconds
            with redis_errors():
                if await self._append(keys=[name, fresh], args=[last or b"", chained, life]):
                    return
        raise Conflict

    async def about(
        self, code_name: str, now: datetime, ids: Iterable[str] = (), days: int = 7
    ) -> ReadAudit:
        """Acts of an operator, or on a ticket or an operator, the newest first. `ids`: the
        operator's, under whatever names they acted."""
        found, wanted = await self._read(now, days), frozenset(ids)
        entries = (
            one
            for one in found.entries
            if code_name in {one.operator, one.ticket} or wanted & {one.by, one.about}
        )
        return replace(found, entries=tuple(entries))

    async def recent(self, now: datetime, days: int = 7) -> ReadAudit:
        """All acts of the last days, the newest first."""
        return await self._read(now, days)

    async def _read(self, now: datetime, days: int) -> ReadAudit:
        found: dict[str, AuditEntry] = {}
        foreign, broken, chained, before = 0, False, False, b""
        async for raw in self._days(now, days):
            entry = self.opened(raw)
            if entry is None:
                foreign += 1
            else:
                found.setdefault(entry.id, entry)
                if before and (entry.previous or chained):
                    broken = broken or entry.previous != self._digest(before)
                chained = chained or bool(entry.previous)
            before = raw
        entries = sorted(found.values(), key=lambda entry: entry.at, reverse=True)
        return ReadAudit(tuple(entries), foreign, broken)

    async def _days(self, now: datetime, days: int) -> AsyncIterator[bytes]:
        for back in reversed(range(days)):
            with redis_errors():
                raw = await self._redis.lrange(_key(now - timedelta(days=back)), 0, -1)
            for one in raw:
                yield one

    async def _last_before(self, moment: datetime) -> bytes:
        """The last entry of an earlier day."""
        for back in range(1, _DAYS_BACK):
            with redis_errors():
                last = await self._redis.lindex(_key(moment - timedelta(days=back)), -1)
            if last:
                return bytes(last)
        return b""

    def opened(self, sealed: bytes) -> AuditEntry | None:
        """The entry that `seal` made; None for a value that isn't ours."""
        try:
            return decode(AuditEntry, self._vault.open_ticket(_ROW, _ROW, sealed))
        except (Sealed, msgspec.MsgspecError):
            unreadable(_ROW)
            return None

    def _digest(self, raw: bytes) -> str:
        """Of what an entry says, so that another key over it, after a rotation, breaks no chain."""
        entry = self.opened(raw)
        return hashlib.sha256(raw if entry is None else encode(entry)).hexdigest()


def _key(day: datetime) -> str:
    return f"audit:{day:%Y-%m-%d}"

"""Who did what to which ticket, when. It can be added to and read, nothing else.

An entry travels in the outbox of the very write that it is about, so no act goes without one; what
a crash repeats is shown once, by its id.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode, new_id

_ROW = "audit"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act. Code names only; `detail` is a word of ours, such as an outcome."""

    at: datetime
    operator: str
    action: str
    ticket: str
    detail: str = ""
    id: str = field(default_factory=new_id)


class Audit:
    """The log."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    def seal(self, entry: AuditEntry) -> bytes:
        """An entry as it travels and as it is kept."""
        return self._vault.seal_ticket(_ROW, _ROW, encode(entry))

    async def append(self, sealed: bytes) -> None:
        """Add what `seal` made. It is passed over if it can't be opened: it isn't ours."""
        try:
            entry = decode(AuditEntry, self._vault.open_ticket(_ROW, _ROW, sealed))
        except Sealed:
            return
        name = f"audit:{entry.at:%Y-%m-%d}"
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.rpush(name, sealed)
            pipe.pexpire(name, Retention.AUDIT.milliseconds)
            await pipe.execute()

    async def about(self, code_name: str, now: datetime, days: int = 7) -> list[AuditEntry]:
        """What an operator did or was done to a ticket, the newest first."""
        found: dict[str, AuditEntry] = {}
        for back in range(days):
            name = f"audit:{now - timedelta(days=back):%Y-%m-%d}"
            with redis_errors():
                raw = await self._redis.lrange(name, 0, -1)
            for sealed in reversed(raw):
                entry = decode(AuditEntry, self._vault.open_ticket(_ROW, _ROW, sealed))
                if code_name in {entry.operator, entry.ticket}:
                    found.setdefault(entry.id, entry)
        return sorted(found.values(), key=lambda entry: entry.at, reverse=True)

"""How tickets ended in the last 24 hours: as operators ended them, from the audit.

Whoever took their request back or erased it isn't in the audit: that is counted by day alone
(`bot.reports.recent`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.store.staff.audit import Audit, AuditEntry, ReadAudit
from bot.tickets.ticket import Action, Outcome

SPAN = timedelta(hours=24)
ENDS = (*(one.value for one in Outcome), Action.RELEASE.value, Action.BLOCK.value)
"""The outcomes of a close; given back to the program; blocked."""

AGAIN = timedelta(minutes=1)
"""Boards are fetched many times a minute; the audit is read once."""


def end_of(entry: AuditEntry) -> str | None:
    """How an entry's ticket ended, as in `ENDS`; None where it didn't end, or had none: of a stub
    that is closed the outcome isn't known."""
    if not entry.ticket:
        return None
    end = entry.detail if entry.action == Action.CLOSE.value else entry.action
    return end if end in ENDS else None


async def read(audit: Audit, now: datetime) -> tuple[ReadAudit, Sequence[AuditEntry]]:
    """The audit of these hours, and its entries by which tickets ended, the newest first. Raises
    `StoreUnavailable`."""
    found = await audit.recent(now, days=2)
    ended = [one for one in found.entries if one.at > now - SPAN and end_of(one) is not None]
    return found, ended


@dataclass(frozen=True, slots=True)
class _Counted:
    at: datetime
    ends: Mapping[str, int]


class EndedTickets:
    """Counts them, at most once a minute."""

    def __init__(self, audit: Audit, clock: Clock) -> None:
        self._audit = audit
        self._clock = clock
        self._counted: _Counted | None = None

    async def counts(self) -> Mapping[str, int]:
        """End → how many, up to a minute old. Raises `StoreUnavailable`."""
        now, known = self._clock.now(), self._counted
        if known is None or not timedelta(0) <= now - known.at < AGAIN:
            _, entries = await read(self._audit, now)
            ends = Counter(end for one in entries if (end := end_of(one)) is not None)
            known = self._counted = _Counted(now, ends)
        return known.ends

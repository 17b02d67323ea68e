"""What staff did to each other and to the desk, into the audit."""

from bot.clock import Clock
from bot.store.staff.audit import Audit, AuditEntry
from bot.tickets.operator import Operator


class StaffAudit:
    """Writes entries after the act: a crash in between loses an entry, but the roster shows the
    act."""

    def __init__(self, audit: Audit, clock: Clock) -> None:
        self._audit = audit
        self._clock = clock

    async def note(
        self,
        by: Operator,
        action: str,
        detail: str = "",
        *,
        about: Operator | None = None,
        second: Operator | None = None,
        ticket: str = "",
    ) -> None:
        """`about`: the operator whom it concerns; `second`: who agreed."""
        words = [about.name if about else "", detail, f"+ {second.name}" if second else ""]
        entry = AuditEntry(
            self._clock.now(),
            by.name,
            action,
            ticket,
            " ".join(word for word in words if word),
            by=by.id,
            about=about.id if about else "",
        )
        await self._audit.append(self._audit.seal(entry))

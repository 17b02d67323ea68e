"""Who did what, as supervisors read it. That they looked is an entry as well."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.clock import Clock
from bot.console.people.views import day
from bot.helpline.staff_audit import StaffAudit
from bot.store.staff.audit import Audit, AuditEntry, ReadAudit
from bot.tickets import permissions
from bot.tickets.operator import DeskAction, Operator

SHOWN = 100


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An entry in a line. `what`: words of ours."""

    at: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """The last seven days, the newest first. `whose`: "" for acts on people by everybody;
    `broken`, `foreign`: as `ReadAudit` has them."""

    whose: str
    lines: tuple[AuditLine, ...]
    broken: bool
    foreign: int


@dataclass(frozen=True, slots=True)
class AuditViews:
    """Reads the audit."""

    audit: Audit
    log: StaffAudit
    clock: Clock

    async def of_staff(self, looks: Operator) -> AuditView:
        """What staff did to each other and to their shifts. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.AUDIT, looks)
        found = await self.audit.recent(self.clock.now())
        await self.log.note(looks, "audit")
        return _view("", found, (one for one in found.entries if not one.ticket))

    async def about(self, operator: Operator, looks: Operator) -> AuditView:
        """What one operator did, or was done to them. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.AUDIT, looks)
        found = await self.audit.about(operator.name, self.clock.now(), [operator.id])
        await self.log.note(looks, "audit", about=operator)
        return _view(operator.name, found, found.entries)


def _view(whose: str, found: ReadAudit, entries: Iterable[AuditEntry]) -> AuditView:
    lines = [
        AuditLine(
            day(one.at),
            one.operator,
            " ".join(filter(None, (one.action, one.ticket, one.detail))),
        )
        for one in entries
    ]
    return AuditView(whose, tuple(lines[:SHOWN]), found.broken, found.foreign)

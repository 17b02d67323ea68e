"""Who did what, as supervisors read it. That they looked is an entry as well."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.clock import Clock
from bot.console.board import ended
from bot.helpline.staff_audit import StaffAudit
from bot.message import Wording, wording
from bot.store.staff.audit import Audit, AuditEntry, ReadAudit
from bot.tickets import permissions
from bot.tickets.hours import day_and_time
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
    """Entries of the audit, the newest first. `heading`: which were asked for; `broken`,
    `foreign`: as `ReadAudit` has them."""

    heading: Wording
    lines: tuple[AuditLine, ...]
    broken: bool
    foreign: int


@dataclass(frozen=True, slots=True)
class AuditViews:
    """Reads the audit for supervisors; each look is itself an entry."""

    audit: Audit
    log: StaffAudit
    clock: Clock

    async def of_staff(self, looks: Operator) -> AuditView:
        """The acts of staff on each other and on their shifts. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.AUDIT, looks)
        found = await self.audit.recent(self.clock.now())
        await self.log.note(looks, "audit")
        heading = wording("staff-audit-staff")
        return _view(heading, found, (one for one in found.entries if not one.ticket))

    async def about(self, operator: Operator, looks: Operator) -> AuditView:
        """The acts of one operator, and those that were done to them. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.AUDIT, looks)
        found = await self.audit.about(operator.name, self.clock.now(), [operator.id])
        await self.log.note(looks, "audit", about=operator)
        return _view(wording("staff-audit-whose", name=operator.name), found, found.entries)

    async def of_ended(self, end: str, looks: Operator) -> AuditView:
        """Which tickets ended so in the last 24 hours, by whom (`ended.ENDS`). Raises
        `NotAllowed`."""
        permissions.check_desk(DeskAction.AUDIT, looks)
        found, entries = await ended.read(self.audit, self.clock.now())
        await self.log.note(looks, "audit", end)
        of_them = (one for one in entries if ended.end_of(one) == end)
        return _view(wording("staff-audit-ended"), found, of_them)


def _view(heading: Wording, found: ReadAudit, entries: Iterable[AuditEntry]) -> AuditView:
    lines = [
        AuditLine(
            day_and_time(one.at),
            one.operator,
            " ".join(filter(None, (one.action, one.ticket, one.detail))),
        )
        for one in entries
    ]
    return AuditView(heading, tuple(lines[:SHOWN]), found.broken, found.foreign)

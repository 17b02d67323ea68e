"""The hotline's own people: enrolled, changed, removed."""

from bot.errors import NotAllowed
from bot.helpline.devices import Devices
from bot.helpline.invitations import Invitations
from bot.helpline.newcomers import Newcomers, check_free
from bot.helpline.operators import Operators
from bot.helpline.shifts import Shifts
from bot.helpline.staff_audit import StaffAudit
from bot.helpline.telegram_newcomers import TelegramNewcomers
from bot.privacy.vault import Vault
from bot.store.staff.expulsions import Expulsions
from bot.store.staff.roster import Roster
from bot.store.tickets.queue import Queue
from bot.tickets import operator_names, permissions
from bot.tickets.operator import SHELL, DeskAction, Operator, Role


class Staff:
    """Who may act at all. `by`: who wants it; whoever may run commands on the server is `SHELL`."""

    def __init__(
        self,
        roster: Roster,
        expulsions: Expulsions,
        queue: Queue,
        vault: Vault,
        acts: Operators,
        log: StaffAudit,
        shifts: Shifts,
        invitations: Invitations,
        devices: Devices,
    ) -> None:
        self._roster = roster
        self._expulsions = expulsions
        self._queue = queue
        self._acts = acts
        self.log = log
        self.shifts = shifts
        self.invitations = invitations
        self.devices = devices
        self.newcomers = Newcomers(roster, invitations, devices, log)
        self.by_telegram = TelegramNewcomers(vault, roster, invitations, shifts, log)

    async def operator(self, telegram_id: int) -> Operator | None:
        """The operator with this account; None for everybody else."""
        return await self._roster.with_account(
            self.by_telegram.account_of(telegram_id), telegram_id
        )

    async def telegram_id(self, operator: Operator) -> int:
        """The number of an operator's account; 0 where it isn't known."""
        return await self._roster.telegram_id(operator)

    async def acted(self, operator: Operator) -> None:
        """An operator did something, so their record lives on."""
        await self._roster.renew(operator)

    # -- coming and going ----------------------------------------------------------------------

    async def remove(self, name: str, by: Operator = SHELL, second: Operator | None = None) -> int:
        """End somebody's part at once; their open tickets wait again. Returns how many.

        First the record, so that nothing more can be claimed, then the tickets; should a crash
        come between, `find_orphans` gives the tickets back. Raises `NotAllowed`.
        """
        permissions.check_desk(DeskAction.REMOVE, by)
        operator = await self.named(name)
        permissions.check_two(by, second, grave=operator.role is Role.SUPERVISOR)
        telegram_id = await self._roster.telegram_id(operator)
        await self._roster.remove(operator)
        await self.invitations.end_with(operator)
        await self.devices.end_with(operator)
        if telegram_id:
            await self._expulsions.add(telegram_id)
        await self.log.note(by, "remove", about=operator, second=second)
        return await self._acts.lost_operator(operator)

    async def left(self, telegram_id: int) -> None:
        """Somebody left the group: off shift, and their tickets wait again."""
        operator = await self.operator(telegram_id)
        if operator is None:
            return
        await self._roster.change(operator, on_shift=False, shift_ends=None)
        await self._acts.lost_operator(operator)

    async def put_out(self, telegram_id: int) -> str:
        """Somebody was put out of the group: they may do nothing until a supervisor restores them.
        Returns their code name; "" for somebody who is no operator, or is suspended already."""
        operator = await self.operator(telegram_id)
        if operator is None or operator.suspended:
            return ""
        await self._suspended(operator, SHELL, None)
        return operator.name

    async def suspend(self, name: str, by: Operator = SHELL, second: Operator | None = None) -> int:
        """Let somebody do nothing until a supervisor restores them; their open tickets wait again.
        Returns how many. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.SUSPEND, by)
        operator = await self.named(name)
        permissions.check_two(by, second, grave=operator.role is Role.SUPERVISOR)
        return await self._suspended(operator, by, second)

    async def _suspended(self, operator: Operator, by: Operator, second: Operator | None) -> int:
        await self._roster.change(operator, on_shift=False, shift_ends=None, suspended=True)
        await self.devices.sessions.end_all(operator.id)
        await self.log.note(by, "suspend", about=operator, second=second)
        return await self._acts.lost_operator(operator)

    async def restore(self, name: str, by: Operator = SHELL, second: Operator | None = None) -> int:
        """Let somebody who was put out of the group act again; the number of their account, by
        which they are let in, 0 where it isn't known. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.RESTORE, by)
        operator = await self.named(name)
        permissions.check_two(by, second, grave=operator.role is Role.SUPERVISOR)
        await self._change(operator, suspended=False)
        await self.log.note(by, "restore", about=operator, second=second)
        return await self._roster.telegram_id(operator)

    async def find_orphans(self) -> int:
        """Tickets in the hands of somebody who is no operator any more wait again."""
        found = await self._queue.claimed()
        known = {operator.id for operator in await self._roster.all()}
        gone = {one.assignee for one in found.values() if one.assignee} - known
        return sum([await self._acts.lost_operator(Operator(id_)) for id_ in gone])

    # -- what they are -------------------------------------------------------------------------

    async def named(self, name: str) -> Operator:
        """The operator with this code name. Raises `NotAllowed`."""
        for operator in await self._roster.all():
            if operator.name.casefold() == name.casefold():
                return operator
        raise NotAllowed("refused-no-operator")

    async def all(self, by: Operator = SHELL) -> list[Operator]:
        """All operators. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.OPERATORS, by)
        return await self._roster.all()

    async def set_role(
        self, name: str, role: Role, by: Operator = SHELL, second: Operator | None = None
    ) -> Operator:
        """Make somebody a supervisor, or an operator again. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.ROLE, by)
        permissions.check_two(by, second, grave=True)
        operator = await self._change(await self.named(name), role=role)
        if role is not Role.SUPERVISOR:
            await self.invitations.end_with(operator)
        await self.log.note(by, "role", role.value, about=operator, second=second)
        return operator

    async def change(self, operator: Operator, **fields: object) -> Operator:
        """Somebody changes their own name, languages, topics or capacity. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.PROFILE, operator)
        if "name" in fields:
            fields["name"] = operator_names.checked(str(fields["name"]))
            await check_free(self._roster, str(fields["name"]), operator.id)
        changed = await self._change(operator, **fields)
        if changed.name != operator.name:
            await self.log.note(operator, "name", f"now {changed.name}", about=operator)
        return changed

    async def _change(self, operator: Operator, **fields: object) -> Operator:
        changed = await self._roster.change(operator, **fields)
        if changed is None:
            raise NotAllowed("refused-no-operator-any-more")
        return changed

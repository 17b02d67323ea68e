"""Operators' devices: links that enrol them, the ones that are lost, and ends of sessions.

Whether a device has signed rightly is told by `bot.console.passkeys`; here is who may do what.
"""

from dataclasses import dataclass

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.helpline.staff_audit import StaffAudit
from bot.store.staff.console_sessions import ConsoleSessions
from bot.store.staff.device_links import DeviceLinks
from bot.store.staff.passkeys import Device, Passkey, Passkeys
from bot.store.staff.roster import Roster
from bot.tickets import permissions
from bot.tickets.operator import SHELL, DeskAction, Operator, Role

WANTED = 2
"""Devices of each operator: with one alone a lost device locks its owner out."""

MOST = 8

ENROL_PATH = "/enrol"


def link_address(origin: str, token: str) -> str:
    """A link as it is given on. The token stands after the #: browsers send that to nobody."""
    return f"{origin}{ENROL_PATH}#{token}"


@dataclass(frozen=True, slots=True)
class Devices:
    """Whose devices there are. `by`: who wants it; whoever may run commands on the server is
    `SHELL`; `second`: who agreed."""

    roster: Roster
    passkeys: Passkeys
    links: DeviceLinks
    sessions: ConsoleSessions
    log: StaffAudit
    clock: Clock

    async def link(
        self, operator: Operator, by: Operator = SHELL, second: Operator | None = None
    ) -> str:
        """A link's token. Whoever has it becomes this operator, so for another supervisor it takes
        two. Raises `NotAllowed`."""
        if by.id != operator.id:
            permissions.check_desk(DeskAction.DEVICE, by)
            permissions.check_two(by, second, grave=operator.role is Role.SUPERVISOR)
        token = await self.links.make(operator.id, by.id)
        await self.log.note(by, "device link", about=operator, second=second)
        return token

    async def linked(self, token: str) -> Operator | None:
        """Whose device a link enrols; it isn't used up by that. None for one that has ended, and
        where whoever gave it may no more."""
        link = await self.links.get(token)
        if link is None:
            return None
        operator = await self._there(link.operator)
        if operator is None or link.by in {operator.id, SHELL.id}:
            return operator
        by = await self._there(link.by)
        return operator if by is not None and by.role is Role.SUPERVISOR else None

    async def use(self, token: str, passkey: Passkey) -> Operator:
        """Enrol a device by a link, once. Raises `NotAllowed`."""
        operator = await self.linked(token)
        if operator is None or operator.id != passkey.operator:
            raise NotAllowed("refused-link")
        if await self.links.take(token) is None:  # somebody else was quicker
            raise NotAllowed("refused-link")
        await self.add(operator, passkey)
        return operator

    async def add(self, operator: Operator, passkey: Passkey) -> None:
        """Enrol a device. Raises `NotAllowed`."""
        if len(await self.passkeys.of(operator.id)) >= MOST:
            raise NotAllowed("refused-devices-most", most=MOST)
        await self.passkeys.add(passkey)
        await self.log.note(operator, "device", passkey.device.value, about=operator)

    async def lose(
        self, operator: Operator, id_: str, by: Operator = SHELL, second: Operator | None = None
    ) -> Device:
        """Take a device away, and end all of its owner's sessions. One's own last one stays; of
        another supervisor it takes two. Raises `NotAllowed`."""
        own = by.id == operator.id
        if not own:
            permissions.check_desk(DeskAction.LOSE_DEVICE, by)
            permissions.check_two(by, second, grave=operator.role is Role.SUPERVISOR)
        known = {one.id: one for one in await self.passkeys.of(operator.id)}
        if id_ not in known:
            raise NotAllowed("refused-no-device")
        if own and len(known) == 1:
            raise NotAllowed("refused-last-device")
        await self.passkeys.remove(operator.id, id_)
        await self.sessions.end_all(operator.id)
        device = known[id_].device
        await self.log.note(by, "device lost", device.value, about=operator, second=second)
        return device

    async def sign_out(self, operator: Operator, by: Operator) -> int:
        """End all of somebody's sessions at once; of how many browsers. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.SIGN_OUT, by)
        count = await self.sessions.end_all(operator.id)
        await self.log.note(by, "sign out", about=operator)
        return count

    async def end_with(self, operator: Operator) -> None:
        """Their part has ended: nothing is left of their devices and sessions."""
        await self.passkeys.remove_all(operator.id)
        await self.sessions.end_all(operator.id)

    async def _there(self, id_: str) -> Operator | None:
        found = await self.roster.get(id_)
        return None if found is None or found.suspended else found

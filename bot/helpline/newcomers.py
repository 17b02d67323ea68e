"""Who comes without Telegram: by a link of the console's, or by a command on the server."""

from dataclasses import dataclass

from bot.errors import NotAllowed
from bot.helpline.devices import Devices
from bot.helpline.invitations import Invitations
from bot.helpline.staff_audit import StaffAudit
from bot.store.staff.passkeys import Passkey
from bot.store.staff.roster import Roster
from bot.tickets import operator as operators
from bot.tickets import operator_names
from bot.tickets.operator import SHELL, Operator, Role


async def check_free(roster: Roster, name: str, own_id: str = "") -> None:
    """Refuse a code name that looks like another operator's. Raises `NotAllowed`."""
    seen = operator_names.looks(name)
    for other in await roster.all():
        if other.id != own_id and operator_names.looks(other.name) == seen:
            raise NotAllowed("refused-name-taken")


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Enrols new operators by the link that they were given, or by a command on the server."""

    roster: Roster
    invitations: Invitations
    devices: Devices
    log: StaffAudit

    async def check(self, code: str, name: str) -> str:
        """The code name as it will be, of somebody who has a link; nothing is used up by that.
        Raises `NotAllowed`."""
        if not await self.invitations.is_good(code):
            raise NotAllowed("refused-link")
        checked = operator_names.checked(name)
        await check_free(self.roster, checked)
        return checked

    async def enrol(self, code: str, name: str, passkey: Passkey) -> Operator:
        """Somebody gives a link's code, a code name and a device of theirs. `passkey`: bears the id
        that they get. Raises `NotAllowed`."""
        checked = await self.check(code, name)
        invitation = await self.invitations.redeem(code)
        if invitation is None:  # somebody else was quicker
            raise NotAllowed("refused-link")
        role = invitation.role
        operator = Operator(passkey.operator, role, checked, invitation.languages)
        await self.roster.put(operator)
        detail = f"{role.value}, link of {invitation.invited_by}"
        await self.log.note(operator, "enrol", detail, about=operator)
        await self.devices.add(operator, passkey)
        return operator

    async def take_in(self, name: str, role: Role) -> Operator:
        """Enrol somebody by a command on the server; a link is yet to enrol a device of theirs.
        Raises `NotAllowed`."""
        checked = operator_names.checked(name)
        await check_free(self.roster, checked)
        operator = Operator(operators.new_id(), role, checked)
        await self.roster.put(operator)
        await self.log.note(SHELL, "take in", role.value, about=operator)
        return operator

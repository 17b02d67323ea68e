"""Invitations: one-time codes by which supervisors take somebody in."""

import secrets
from dataclasses import dataclass

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.helpline.shifts import new_secret
from bot.helpline.staff_audit import StaffAudit
from bot.store.staff.invitations import InvitationRows
from bot.store.staff.roster import Roster
from bot.tickets import permissions
from bot.tickets.operator import SHELL, DeskAction, Invitation, Operator, Role

_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without the letters and digits that look alike when they are read out."""

CODE_LENGTH = 12


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """A code, and the secret of the second factor that was made with it: b"" where the bot shows
    it to the newcomer."""

    code: str
    secret: bytes = b""


class Invitations:
    """Made, listed, revoked, redeemed."""

    def __init__(self, rows: InvitationRows, roster: Roster, log: StaffAudit, clock: Clock) -> None:
        self._rows = rows
        self._roster = roster
        self._log = log
        self._clock = clock

    async def make(
        self,
        role: Role,
        by: Operator = SHELL,
        second: Operator | None = None,
        languages: tuple[str, ...] = (),
        *,
        link: bool = False,
    ) -> NewInvitation:
        """A code. By a command on the server with a secret, which is shown there and never in
        Telegram. `second`: who agreed; `link`: as a link of the console's. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.INVITE, by)
        permissions.check_two(by, second, grave=role is Role.SUPERVISOR)
        code = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))
        secret = new_secret() if by is SHELL else b""
        label = secrets.token_hex(3)
        now = self._clock.now()
        invitation = Invitation(role, now, by.name, by.id, label, secret, languages, link)
        await self._rows.put(code, invitation)
        await self._log.note(by, DeskAction.INVITE.value, role.value, second=second)
        return NewInvitation(code, secret)

    async def open(self, by: Operator = SHELL) -> list[Invitation]:
        """Invitations that may be redeemed. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.INVITATIONS, by)
        found = [one for _, one in await self._rows.all()]
        return [one for one in found if await self._holds(one)]

    async def revoke(self, label: str, by: Operator = SHELL) -> Invitation:
        """End the one with this label. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.REVOKE, by)
        for name, invitation in await self._rows.all():
            if invitation.label and invitation.label == label.strip().casefold():
                await self._rows.revoke(name)
                await self._log.note(by, DeskAction.REVOKE.value, invitation.role.value)
                return invitation
        raise NotAllowed("refused-no-invitation")

    async def end_with(self, inviter: Operator) -> None:
        """Somebody may invite no more: their codes end."""
        for name, invitation in await self._rows.all():
            if invitation.inviter == inviter.id:
                await self._rows.revoke(name)

    async def is_good(self, code: str) -> bool:
        """Whether a code enrols; it isn't used up by that."""
        found = await self._rows.get(code)
        return found is not None and await self._holds(found)

    async def redeem(self, code: str) -> Invitation | None:
        """Use up a code; returns its invitation, None for a code that is none or holds no more."""
        found = await self._rows.redeem(code)
        return found if found is not None and await self._holds(found) else None

    async def _holds(self, invitation: Invitation) -> bool:
        """Whether whoever gave it still may. One without an id was made before ids were kept."""
        if invitation.inviter == SHELL.id:
            return True
        inviter = await self._roster.get(invitation.inviter) if invitation.inviter else None
        return inviter is not None and inviter.role is Role.SUPERVISOR and not inviter.suspended

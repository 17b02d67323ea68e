"""Who comes by Telegram: with a one-time code. Whoever has none may try only so often."""

from dataclasses import dataclass, replace

from bot.errors import NotAllowed
from bot.helpline.invitations import Invitations
from bot.helpline.newcomers import check_free
from bot.helpline.shifts import Shifts
from bot.helpline.staff_audit import StaffAudit
from bot.privacy.vault import Vault
from bot.store.staff.roster import Roster
from bot.tickets import operator as operators
from bot.tickets import operator_names
from bot.tickets.operator import SHELL, Operator, Role

MOST_TRIES = 5
"""Wrong codes an hour from one account."""


@dataclass(frozen=True, slots=True)
class TelegramNewcomers:
    """Enrols new operators by their Telegram account."""

    vault: Vault
    roster: Roster
    invitations: Invitations
    shifts: Shifts
    log: StaffAudit

    def account_of(self, telegram_id: int) -> str:
        """The keyed hash of an account."""
        return self.vault.hashed("operator", telegram_id)

    async def may_try(self, account: str) -> bool:
        """Whether an account gave few enough wrong codes lately to be answered at all."""
        return await self.roster.tried(account) < MOST_TRIES

    async def enrol(self, telegram_id: int, code: str, name: str) -> Operator:
        """Somebody gives a code and chooses a code name; their shift is yet to be opened. Raises
        `NotAllowed`.

        Without a right code nobody learns whether a name is taken, and to ask costs a try.
        """
        roster, written = self.roster, code.strip().upper()
        account = self.account_of(telegram_id)
        if await roster.tried(account) >= MOST_TRIES:
            raise NotAllowed("refused-tries")
        checked = operator_names.checked(name)
        if not await self.invitations.is_good(written):
            await roster.tries(account)
            raise NotAllowed("refused-code")
        try:
            own = await roster.with_account(account)
            await check_free(roster, checked, own.id if own else "")
        except NotAllowed:
            await roster.tries(account)
            raise
        invitation = await self.invitations.redeem(written)
        if invitation is None:  # somebody else was quicker
            await roster.tries(account)
            raise NotAllowed("refused-code")
        given = Operator("", invitation.role, checked, invitation.languages)
        operator = await self._enrolled(telegram_id, given)
        await self.shifts.begin(operator, invitation.secret)
        detail = f"{invitation.role.value}, code of {invitation.invited_by}"
        await self.log.note(operator, "enrol", detail, about=operator)
        return operator

    async def admit(self, telegram_id: int | None, name: str, role: Role) -> Operator:
        """Enrol without a code, on a shift that asks for none: for the demo, and for
        `helpline talk`'s one operator. No command of production's calls it.

        `telegram_id`: None for somebody who works without Telegram. An account that is enrolled
        already keeps its id, and with it its tickets.
        """
        works = role is not Role.EDITOR
        given = Operator("", role, operator_names.checked(name), on_shift=works, waived=True)
        operator = await self._enrolled(telegram_id, given)
        await self.log.note(SHELL, "admit", role.value, about=operator)
        return operator

    async def _enrolled(self, telegram_id: int | None, given: Operator) -> Operator:
        own_id, account = operators.new_id(), ""
        if telegram_id is not None:
            account = self.account_of(telegram_id)
            own_id = await self.roster.id_for(account, own_id, telegram_id)
        operator = replace(given, id=own_id, account=account)
        await self.roster.put(operator)
        return operator

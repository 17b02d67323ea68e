"""The hotline's own people: invited, enrolled, changed, removed."""

import secrets
from dataclasses import replace

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.helpline.operators import Operators
from bot.privacy.vault import Vault
from bot.store.staff.audit import Audit, AuditEntry
from bot.store.staff.roster import Roster
from bot.store.tickets.queue import Queue
from bot.tickets import operator as operators
from bot.tickets import permissions
from bot.tickets.operator import DeskAction, Invitation, Operator, Role

_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without the letters and digits that look alike when they are read out."""

CODE_LENGTH = 12
MOST_TRIES = 5
"""Wrong codes an hour from one account."""

SERVER = "server"
"""In the audit: whoever may run commands on the server."""


class Staff:
    """Who may act at all."""

    def __init__(
        self,
        roster: Roster,
        queue: Queue,
        audit: Audit,
        vault: Vault,
        clock: Clock,
        acts: Operators,
    ) -> None:
        self._roster = roster
        self._queue = queue
        self._audit_log = audit
        self._vault = vault
        self._clock = clock
        self._acts = acts

    def account_of(self, telegram_id: int) -> str:
        """The keyed hash of an account; the number itself goes no further."""
        return self._vault.hashed("operator", telegram_id)

    async def operator(self, telegram_id: int) -> Operator | None:
        """The operator with this account; None for everybody else."""
        return await self._roster.with_account(self.account_of(telegram_id))

    async def acted(self, operator: Operator) -> None:
        """An operator did something, so their record lives on."""
        await self._roster.renew(operator)

    # -- coming and going ----------------------------------------------------------------------

    async def invite(self, role: Role, by: Operator | None = None) -> str:
        """A one-time code. `by`: None on the server, where whoever has the keys may do anything.

        Raises `NotAllowed`.
        """
        if by is not None:
            permissions.check_desk(DeskAction.INVITE, by)
        code = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))
        now = self._clock.now()
        name = by.name if by else SERVER
        await self._roster.invite(code, Invitation(role, now, name))
        await self._audit(name, DeskAction.INVITE.value, role.value)
        return code

    async def may_try(self, account: str) -> bool:
        """Whether an account gave few enough wrong codes lately to be answered at all."""
        return await self._roster.tried(account) < MOST_TRIES

    async def enrol(self, telegram_id: int, code: str, name: str) -> Operator:
        """Somebody gives a code and chooses a code name. Raises `NotAllowed`.

        Without a right code nobody learns whether a name is taken, and to ask costs a try.
        """
        roster, written = self._roster, code.strip().upper()
        account = self.account_of(telegram_id)
        if await roster.tried(account) >= MOST_TRIES:
            raise NotAllowed("refused-tries")
        operators.checked_name(name)
        if not await roster.is_invited(written):
            await roster.tries(account)
            raise NotAllowed("refused-code")
        try:
            own = await roster.with_account(account)
            await self._check_free(name, own.id if own else "")
        except NotAllowed:
            await roster.tries(account)
            raise
        invitation = await roster.redeem(written)
        if invitation is None:  # somebody else was quicker
            await roster.tries(account)
            raise NotAllowed("refused-code")
        return await self.admit(telegram_id, name, invitation.role)

    async def admit(self, telegram_id: int | None, name: str, role: Role) -> Operator:
        """Enrol without a code: for the demo, and for `helpline talk`'s one operator.

        `telegram_id`: None for somebody who works without Telegram. An account that is enrolled
        already keeps its id, and with it its tickets.
        """
        checked, own_id, account = operators.checked_name(name), operators.new_id(), ""
        if telegram_id is not None:
            account = self.account_of(telegram_id)
            own_id = await self._roster.id_for(account, own_id)
        operator = Operator(own_id, role, checked, on_shift=True, account=account)
        await self._roster.put(operator)
        await self._audit(name, "enrol", role.value)
        return operator

    async def remove(self, name: str, by: Operator | None = None) -> int:
        """End somebody's part at once; their open tickets wait again. Returns how many.

        First the record, so that nothing more can be claimed, then the tickets; should a crash
        come between, `find_orphans` gives the tickets back. Raises `NotAllowed`.
        """
        if by is not None:
            permissions.check_desk(DeskAction.REMOVE, by)
        operator = await self.named(name)
        await self._roster.remove(operator)
        await self._audit(by.name if by else SERVER, "remove", operator.name)
        return await self._acts.lost_operator(operator)

    async def left(self, telegram_id: int) -> None:
        """Somebody left the group: off shift, and their tickets wait again."""
        operator = await self.operator(telegram_id)
        if operator is None:
            return
        await self._roster.change(replace(operator, on_shift=False))
        await self._acts.lost_operator(operator)

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

    async def all(self, by: Operator | None = None) -> list[Operator]:
        """Everyone. Raises `NotAllowed`."""
        if by is not None:
            permissions.check_desk(DeskAction.OPERATORS, by)
        return await self._roster.all()

    async def set_role(self, name: str, role: Role, by: Operator | None = None) -> Operator:
        """Make somebody a supervisor, or an operator again. Raises `NotAllowed`."""
        if by is not None:
            permissions.check_desk(DeskAction.ROLE, by)
        operator = replace(await self.named(name), role=role)
        await self._change(operator)
        await self._audit(by.name if by else SERVER, "role", f"{operator.name} {role.value}")
        return operator

    async def set_shift(self, operator: Operator, *, on: bool) -> Operator:
        """Come on shift, or leave it; tickets stay until they are finished or given back."""
        permissions.check_desk(DeskAction.SHIFT, operator)
        changed = replace(operator, on_shift=on)
        await self._change(changed)
        await self._audit(operator.name, "on" if on else "off", "")
        return changed

    async def change(self, operator: Operator, **fields: object) -> Operator:
        """Somebody changes their own name, languages, topics or capacity. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.PROFILE, operator)
        if "name" in fields:
            await self._check_free(operators.checked_name(str(fields["name"])), operator.id)
        changed = replace(operator, **fields)  # type: ignore[arg-type]
        await self._change(changed)
        return changed

    async def _change(self, operator: Operator) -> None:
        if not await self._roster.change(operator):
            raise NotAllowed("refused-no-operator-any-more")

    async def _check_free(self, name: str, own_id: str) -> None:
        for other in await self._roster.all():
            if other.id != own_id and other.name.casefold() == name.casefold():
                raise NotAllowed("refused-name-taken")

    async def note(self, operator: Operator, action: DeskAction) -> None:
        """Let the audit know of an act that concerns no ticket."""
        await self._audit(operator.name, action.value, "")

    async def _audit(self, who: str, action: str, detail: str) -> None:
        """After the act: a crash in between loses an entry, but the roster shows the act."""
        entry = AuditEntry(self._clock.now(), who, action, "", detail)
        await self._audit_log.append(self._audit_log.seal(entry))

"""Commands that only supervisors may give, and only privately: the roster, and who did what."""

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.helpline.staff import Staff
from bot.message import Wording, wording
from bot.store.staff.audit import Audit
from bot.texts.voices import Voices
from bot.tickets.hours import KAZAKHSTAN
from bot.tickets.operator import DeskAction, Operator, Role, described
from bot.tickets.permissions import check_desk

LISTED = 30
"""Audit entries in one answer (a message takes 4,096 characters)."""


class SupervisorCommands:
    """One method for each command. It is given the operator, the words after the command, and the
    update's mark."""

    def __init__(self, staff: Staff, audit: Audit, clock: Clock, voices: Voices) -> None:
        self._staff = staff
        self._audit = audit
        self._clock = clock
        self._voices = voices

    async def operators(self, operator: Operator, _: str, __: str) -> str:
        """Everybody on the roster. Raises `NotAllowed`, as does every command here."""
        voice = self._voices.of(operator.languages)
        return "\n".join(voice.say(described(one)) for one in await self._staff.all(operator))

    async def invite(self, operator: Operator, rest: str, _: str) -> Wording:
        """A code for somebody new, with a role."""
        role = _role(rest) if rest else Role.OPERATOR
        code = await self._staff.invite(role, operator)
        return wording("office-invite", role=wording(f"role-{role.value}"), code=code)

    async def remove(self, operator: Operator, rest: str, _: str) -> Wording:
        """Take somebody off the roster."""
        count = await self._staff.remove(rest, operator)
        return wording("office-removed", name=rest, count=count)

    async def role(self, operator: Operator, rest: str, _: str) -> Wording:
        """Give somebody another role: `name role`."""
        name, _sep, role = rest.partition(" ")
        changed = await self._staff.set_role(name, _role(role), operator)
        role_word = wording(f"role-{changed.role.value}")
        return wording("office-role", name=changed.name, role=role_word)

    async def audit(self, operator: Operator, rest: str, _: str) -> Wording | str:
        """Who did what to a ticket, or as this operator."""
        check_desk(DeskAction.AUDIT, operator)
        if not rest:
            raise NotAllowed("refused-audit-how")
        found = await self._audit.about(rest, self._clock.now())
        listed = [
            f"{one.at.astimezone(KAZAKHSTAN):%d.%m %H:%M} {one.operator}: {one.action} "
            f"{one.ticket} {one.detail}".rstrip()
            for one in found[:LISTED]
        ]
        return "\n".join(listed) or wording("office-audit-empty")


def _role(word: str) -> Role:
    try:
        return Role(word.strip().casefold())
    except ValueError:
        raise NotAllowed("refused-role") from None

"""Commands that only supervisors may give, and only privately: the roster, and who did what."""

from bot.clock import Clock
from bot.desk import commands
from bot.desk.proposal_calls import ProposalCalls
from bot.errors import NotAllowed
from bot.helpline.closures import Closures
from bot.helpline.staff import Staff
from bot.message import Wording, wording
from bot.store.staff.audit import Audit
from bot.store.staff.proposals import Proposal
from bot.texts.voices import Voices
from bot.tickets.hours import day_and_time
from bot.tickets.operator import DeskAction, Operator, Role, described
from bot.tickets.permissions import check_desk

LISTED = 30
"""Audit entries in one answer (a message takes 4,096 characters)."""

MOST_ASKED = 20
"""Characters of what was asked for, in the audit: as many as a code name has."""


class SupervisorCommands:
    """Supervisors' commands, a method for each. A method is given the operator, the words after the
    command, and the update's mark."""

    def __init__(
        self,
        staff: Staff,
        audit: Audit,
        clock: Clock,
        voices: Voices,
        calls: ProposalCalls,
        closures: Closures,
    ) -> None:
        self._staff = staff
        self._audit = audit
        self._clock = clock
        self._voices = voices
        self._calls = calls
        self._closures = closures

    async def operators(self, operator: Operator, _: str, __: str) -> str:
        """Everybody on the roster. Raises `NotAllowed`, as does every command here."""
        voice = self._voices.of(operator.languages)
        return "\n".join(voice.say(described(one)) for one in await self._staff.all(operator))

    async def invite(self, operator: Operator, rest: str, _: str) -> Wording:
        """A code for somebody new, with a role."""
        role = _role(rest) if rest else Role.OPERATOR
        return await self._calls.ask(Proposal(DeskAction.INVITE, operator.id, role=role), operator)

    async def invitations(self, operator: Operator, _: str, __: str) -> Wording | str:
        """The codes that may still be redeemed."""
        voice = self._voices.of(operator.languages)
        lines = [
            voice(
                "office-invitation",
                label=one.label or "?",
                role=wording(f"role-{one.role.value}"),
                name=one.invited_by,
                time=day_and_time(one.invited_at),
            )
            for one in await self._staff.invitations.open(operator)
        ]
        return "\n".join(lines) or wording("office-invitations-none")

    async def revoke(self, operator: Operator, rest: str, _: str) -> Wording:
        """End a code by its label."""
        revoked = await self._staff.invitations.revoke(rest, operator)
        return wording("office-revoked", label=revoked.label)

    async def remove(self, operator: Operator, rest: str, _: str) -> Wording:
        """Take somebody off the roster."""
        return await self._calls.ask(Proposal(DeskAction.REMOVE, operator.id, rest), operator)

    async def role(self, operator: Operator, rest: str, _: str) -> Wording:
        """Give somebody another role: `name role`."""
        name, _sep, role = rest.partition(" ")
        await self._staff.named(name)
        proposal = Proposal(DeskAction.ROLE, operator.id, name, _role(role))
        return await self._calls.ask(proposal, operator)

    async def restore(self, operator: Operator, rest: str, _: str) -> Wording:
        """Let somebody who was put out of the group act again."""
        return await self._calls.ask(Proposal(DeskAction.RESTORE, operator.id, rest), operator)

    async def closed(self, operator: Operator, rest: str, _: str) -> Wording:
        """Close the desk for now, `14:30` or `30m`, or open it again, `off`."""
        if rest.strip().casefold() == "off":
            await self._closures.reopen(operator)
            return wording("office-open-again")
        until = commands.read_time(rest, self._clock.now())
        closure = await self._closures.close(operator, until)
        return wording("office-closed-for-now", time=day_and_time(closure.until))

    async def audit(self, operator: Operator, rest: str, _: str) -> Wording | str:
        """Tell who did what to a ticket, or as this operator, under whatever names."""
        check_desk(DeskAction.AUDIT, operator)
        if not rest:
            raise NotAllowed("refused-audit-how")
        ids = [one.id for one in await self._staff.all(operator) if one.name == rest]
        found = await self._audit.about(rest, self._clock.now(), ids)
        await self._staff.log.note(operator, "audit", rest[:MOST_ASKED])
        voice = self._voices.of(operator.languages)
        lines = [voice("office-audit-broken")] if found.broken else []
        if found.foreign:
            lines.append(voice("office-audit-foreign", count=found.foreign))
        lines += [
            f"{day_and_time(one.at)} {one.operator}: {one.action} "
            f"{one.ticket} {one.detail}".rstrip()
            for one in found.entries[:LISTED]
        ]
        return "\n".join(lines) or wording("office-audit-empty")


def _role(word: str) -> Role:
    try:
        return Role(word.strip().casefold())
    except ValueError:
        raise NotAllowed("refused-role") from None

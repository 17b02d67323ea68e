"""What can't be undone at the desk takes two supervisors: one asks, another agrees.

A hijacked supervisor's account would else invite further supervisors, or remove all others, alone
and at once. Where a hotline has one supervisor, a command on the server agrees. To take an operator
off the roster, to suspend or to invite one, needs nobody else: it can be undone, and the first two
must be quick.
"""

from dataclasses import dataclass, replace

from bot.errors import NotAllowed
from bot.helpline.staff import Staff
from bot.message import Wording, wording
from bot.store.staff.proposals import Proposal, Proposals
from bot.store.staff.roster import Roster
from bot.tickets import permissions
from bot.tickets.operator import SHELL, DeskAction, Operator, Role


@dataclass(frozen=True, slots=True)
class DoneAct:
    """The outcome of an act. `asked`: the supervisor who asked for it, and is to be told; `link`:
    the token of a link of the console's."""

    told: Wording
    asked: Operator
    restored: int = 0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that waits for another supervisor's agreement. `what`: the act, in words."""

    token: str
    what: Wording


class FourEyes:
    """Acts that may need two."""

    def __init__(self, staff: Staff, proposals: Proposals, roster: Roster) -> None:
        self._staff = staff
        self._proposals = proposals
        self._roster = roster

    async def ask(self, proposal: Proposal, by: Operator) -> DoneAct | Asked:
        """Do an act, or let it wait for another supervisor. Raises `NotAllowed`."""
        permissions.check_desk(proposal.action, by)
        if by is SHELL or not await self._is_grave(proposal):
            return await self._do(proposal, by, None)
        token = await self._proposals.put(proposal)
        await self._staff.log.note(by, "ask", _detail(proposal))
        return Asked(token, described(proposal))

    async def agree(self, token: str, second: Operator = SHELL) -> DoneAct:
        """Agree, as another supervisor or by a command on the server. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.AGREE, second)
        proposal = await self._proposals.get(token)
        if proposal is None:
            raise NotAllowed("refused-no-proposal")
        if proposal.by == second.id:
            raise NotAllowed("refused-own-proposal")
        by = await self._roster.get(proposal.by)
        if by is None or by.role is not Role.SUPERVISOR or by.suspended:
            raise NotAllowed("refused-no-proposal")
        if await self._proposals.take(token) is None:  # somebody else was quicker
            raise NotAllowed("refused-no-proposal")
        # they were on shift when they asked
        return await self._do(proposal, replace(by, on_shift=True), second)

    async def _is_grave(self, proposal: Proposal) -> bool:
        match proposal.action:
            case DeskAction.ROLE:
                return True
            case DeskAction.INVITE:
                return proposal.role is Role.SUPERVISOR
            case _:
                return (await self._staff.named(proposal.name)).role is Role.SUPERVISOR

    async def _do(self, proposal: Proposal, by: Operator, second: Operator | None) -> DoneAct:
        staff, name = self._staff, proposal.name
        role = proposal.role or Role.OPERATOR
        word = wording(f"role-{role.value}")
        match proposal.action:
            case DeskAction.INVITE:
                languages, link = proposal.languages, proposal.link
                made = await staff.invitations.make(role, by, second, languages, link=link)
                told = wording("office-invite", role=word, code=made.code)
                return DoneAct(told, by, link=made.code if link else "")
            case DeskAction.REMOVE:
                count = await staff.remove(name, by, second)
                return DoneAct(wording("office-removed", name=name, count=count), by)
            case DeskAction.ROLE:
                changed = await staff.set_role(name, role, by, second)
                return DoneAct(wording("office-role", name=changed.name, role=word), by)
            case DeskAction.RESTORE:
                number = await staff.restore(name, by, second)
                return DoneAct(wording("office-restored", name=name), by, number)
            case DeskAction.SUSPEND:
                count = await staff.suspend(name, by, second)
                return DoneAct(wording("office-suspended", name=name, count=count), by)
            case DeskAction.DEVICE:
                token = await staff.devices.link(await staff.named(name), by, second)
                told = wording("office-device", name=name, token=token)
                return DoneAct(told, by, link=token)
            case DeskAction.LOSE_DEVICE:
                await staff.devices.lose(await staff.named(name), proposal.device, by, second)
                return DoneAct(wording("office-device-lost", name=name), by)
            case _:
                raise NotAllowed("refused-no-proposal")


def described(proposal: Proposal) -> Wording:
    """A proposal in a line, for whoever is to agree."""
    role = wording(f"role-{(proposal.role or Role.OPERATOR).value}")
    return wording(f"propose-{proposal.action.value}", name=proposal.name, role=role)


def _detail(proposal: Proposal) -> str:
    role = proposal.role.value if proposal.role else ""
    return " ".join(one for one in (proposal.action.value, proposal.name, role) if one)

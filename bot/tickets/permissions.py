"""Who may do what: one table. What isn't named in it is refused."""

from collections.abc import Mapping
from enum import StrEnum

from bot.errors import NotAllowed
from bot.tickets.operator import SHELL, DeskAction, Operator, Role
from bot.tickets.ticket import Action, Ticket
from flows.status import Status
from flows.urgency import Urgency


class Scope(StrEnum):
    """On which tickets. One that nobody has claimed belongs to everybody."""

    ANY = "any"
    OWN = "own"


BOTH_OWN = {Role.OPERATOR: Scope.OWN, Role.SUPERVISOR: Scope.OWN}
SUPERVISOR_ANY = {Role.OPERATOR: Scope.OWN, Role.SUPERVISOR: Scope.ANY}

TICKETS: Mapping[Action, Mapping[Role, Scope]] = {
    Action.CLAIM: {Role.OPERATOR: Scope.ANY, Role.SUPERVISOR: Scope.ANY},
    Action.REPLY: BOTH_OWN,
    Action.SAY: BOTH_OWN,
    Action.ASK: BOTH_OWN,
    Action.EDIT: BOTH_OWN,
    Action.DELETE: BOTH_OWN,
    Action.RELEASE: BOTH_OWN,
    Action.REQUEUE: SUPERVISOR_ANY,
    Action.TRANSFER: SUPERVISOR_ANY,
    Action.PRIORITISE: SUPERVISOR_ANY,
    Action.SNOOZE: BOTH_OWN,
    Action.CLOSE: SUPERVISOR_ANY,
    Action.BLOCK: SUPERVISOR_ANY,
}
"""Acts on tickets: a role that isn't named may not."""

AT_THE_DESK = frozenset({Role.OPERATOR, Role.SUPERVISOR})
"""Who works with people; editors work with texts."""

DESK: Mapping[DeskAction, frozenset[Role]] = {
    DeskAction.SHIFT: AT_THE_DESK,
    DeskAction.PROFILE: AT_THE_DESK,
    DeskAction.FIND: AT_THE_DESK,
    DeskAction.HEALTH: AT_THE_DESK,
    DeskAction.OPERATORS: frozenset({Role.SUPERVISOR}),
    DeskAction.INVITE: frozenset({Role.SUPERVISOR}),
    DeskAction.REMOVE: frozenset({Role.SUPERVISOR}),
    DeskAction.ROLE: frozenset({Role.SUPERVISOR}),
    DeskAction.AUDIT: frozenset({Role.SUPERVISOR}),
    DeskAction.LIFT: frozenset({Role.SUPERVISOR}),
    DeskAction.RESTORE: frozenset({Role.SUPERVISOR}),
    DeskAction.INVITATIONS: frozenset({Role.SUPERVISOR}),
    DeskAction.REVOKE: frozenset({Role.SUPERVISOR}),
    DeskAction.AGREE: frozenset({Role.SUPERVISOR}),
    DeskAction.CLOSE_SEVERAL: frozenset({Role.SUPERVISOR}),
    DeskAction.FOLLOW: frozenset({Role.SUPERVISOR}),
    DeskAction.CLOSE_FOR_NOW: frozenset({Role.SUPERVISOR}),
    DeskAction.SUSPEND: frozenset({Role.SUPERVISOR}),
    DeskAction.DEVICE: frozenset({Role.SUPERVISOR}),
    DeskAction.LOSE_DEVICE: frozenset({Role.SUPERVISOR}),
    DeskAction.SIGN_OUT: frozenset({Role.SUPERVISOR}),
}
"""Acts at the desk."""

OPEN = frozenset({Status.QUEUED, Status.HUMAN})
CLAIMED = frozenset({Status.HUMAN})

STATUSES: Mapping[Action, frozenset[Status]] = {
    Action.CLAIM: frozenset({Status.QUEUED}),
    Action.REPLY: CLAIMED,
    Action.SAY: CLAIMED,
    Action.ASK: CLAIMED,
    Action.EDIT: CLAIMED,
    Action.DELETE: CLAIMED,
    Action.RELEASE: CLAIMED,
    Action.REQUEUE: CLAIMED,
    Action.TRANSFER: OPEN,
    Action.PRIORITISE: OPEN,
    Action.SNOOZE: OPEN,
    Action.CLOSE: OPEN,
    Action.BLOCK: CLAIMED,
}
"""In which status of the conversation each action makes sense."""

_REFUSALS: Mapping[tuple[Action, Status], str] = {
    (Action.CLAIM, Status.HUMAN): "refused-claim-taken",
    (Action.REPLY, Status.QUEUED): "refused-reply-unclaimed",
    (Action.SAY, Status.QUEUED): "refused-say-unclaimed",
    (Action.ASK, Status.QUEUED): "refused-say-unclaimed",
    (Action.EDIT, Status.QUEUED): "refused-edit-unclaimed",
    (Action.DELETE, Status.QUEUED): "refused-unsend-unclaimed",
    (Action.RELEASE, Status.QUEUED): "refused-release-unclaimed",
    (Action.REQUEUE, Status.QUEUED): "refused-requeue-waiting",
    (Action.BLOCK, Status.QUEUED): "refused-mute-unclaimed",
}
_OVER = "refused-over"
_NOT_YOURS = {
    Action.REPLY: "refused-reply-others",
    Action.SAY: "refused-reply-others",
    Action.ASK: "refused-reply-others",
    Action.EDIT: "refused-edit-others",
    Action.DELETE: "refused-unsend-others",
    Action.RELEASE: "refused-release-others",
    Action.SNOOZE: "refused-sleep-others",
}
_OTHERS = "refused-others"
_NO_SNOOZE = "refused-sleep-emergency"
_UNREAD = "refused-close-unclaimed"


def check(action: Action, operator: Operator, ticket: Ticket, status: Status) -> None:
    """Deny by default. Raises `NotAllowed`, which says why."""
    check_on_shift(operator)
    if status not in STATUSES[action]:
        raise NotAllowed(_REFUSALS.get((action, status), _OVER))
    whose = TICKETS[action].get(operator.role)
    if whose is Scope.OWN and ticket.assignee not in {None, operator.id}:
        raise NotAllowed(_NOT_YOURS.get(action, _OTHERS))
    if whose is None:
        raise NotAllowed(_OTHERS)
    if action is Action.SNOOZE and ticket.urgency is Urgency.EMERGENCY:
        raise NotAllowed(_NO_SNOOZE)
    unclaimed = status is Status.QUEUED and ticket.urgency is Urgency.EMERGENCY
    if action is Action.CLOSE and unclaimed:
        raise NotAllowed(_UNREAD)


def check_reading(operator: Operator, ticket: Ticket, status: Status) -> None:
    """Let nobody read what was said, or keep notes of it, but whoever has claimed the ticket.
    Raises `NotAllowed`."""
    check_on_shift(operator)
    if status not in CLAIMED or ticket.assignee != operator.id:
        raise NotAllowed(_OTHERS)


def check_following(operator: Operator, ticket: Ticket, status: Status) -> None:
    """Let a supervisor read along in a ticket that a colleague has claimed; that they are seen to,
    `bot.helpline.following` sees to. Nobody reads what still waits. Raises `NotAllowed`."""
    check_desk(DeskAction.FOLLOW, operator)
    if status not in CLAIMED or ticket.assignee in {None, operator.id}:
        raise NotAllowed("refused-follow")


def may_follow(operator: Operator, ticket: Ticket, status: Status) -> bool:
    """Whether `check_following` lets somebody."""
    try:
        check_following(operator, ticket, status)
    except NotAllowed:
        return False
    return True


def check_desk(action: DeskAction, operator: Operator) -> None:
    """Deny an act at the desk to all but the roles that may. Raises `NotAllowed`."""
    if operator.role not in DESK[action]:
        raise NotAllowed("refused-supervisors-only")
    if action is not DeskAction.SHIFT:
        check_on_shift(operator)


def check_on_shift(operator: Operator) -> None:
    """Only a shift shows that it is the operator who holds the account. Raises `NotAllowed`."""
    if not operator.on_shift:
        raise NotAllowed("refused-suspended" if operator.suspended else "refused-off-shift")


def check_two(by: Operator, second: Operator | None, *, grave: bool) -> None:
    """Refuse an act that can't be undone without another supervisor, but on the server
    (`bot.helpline.four_eyes`). Raises `NotAllowed`."""
    if grave and by is not SHELL and (second is None or second.id == by.id):
        raise NotAllowed("refused-needs-second")

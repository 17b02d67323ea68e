"""The table of who may do what, against one written by hand."""

from dataclasses import replace
from itertools import product

import pytest

from bot.errors import NotAllowed
from bot.texts.voices import voices
from bot.tickets import permissions
from bot.tickets.operator import DeskAction, Operator, Role
from bot.tickets.ticket import Action, Ticket
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.constants import NOW

ACTORS = {
    "assignee": Operator("a", on_shift=True),
    "other": Operator("b", on_shift=True),
    "supervisor": Operator("c", Role.SUPERVISOR, on_shift=True),
    "assigned supervisor": Operator("a", Role.SUPERVISOR, on_shift=True),
}
OWN = {"assignee", "assigned supervisor"}
OWN_OR_SUPERVISOR = {*OWN, "supervisor"}

ALLOWED = {
    (Action.CLAIM, Status.QUEUED): set(ACTORS),
    (Action.CLOSE, Status.QUEUED): set(ACTORS),
    (Action.TRANSFER, Status.QUEUED): set(ACTORS),
    (Action.PRIORITISE, Status.QUEUED): set(ACTORS),
    (Action.SNOOZE, Status.QUEUED): set(ACTORS),
    (Action.REPLY, Status.HUMAN): OWN,
    (Action.SAY, Status.HUMAN): OWN,
    (Action.ASK, Status.HUMAN): OWN,
    (Action.EDIT, Status.HUMAN): OWN,
    (Action.DELETE, Status.HUMAN): OWN,
    (Action.RELEASE, Status.HUMAN): OWN,
    (Action.SNOOZE, Status.HUMAN): OWN,
    (Action.REQUEUE, Status.HUMAN): OWN_OR_SUPERVISOR,
    (Action.TRANSFER, Status.HUMAN): OWN_OR_SUPERVISOR,
    (Action.PRIORITISE, Status.HUMAN): OWN_OR_SUPERVISOR,
    (Action.CLOSE, Status.HUMAN): OWN_OR_SUPERVISOR,
    (Action.BLOCK, Status.HUMAN): OWN_OR_SUPERVISOR,
}
"""Written by hand: all that isn't named here is refused."""

DESK = {
    Role.OPERATOR: {
        DeskAction.SHIFT,
        DeskAction.PROFILE,
        DeskAction.FIND,
        DeskAction.HEALTH,
    },
    Role.SUPERVISOR: set(DeskAction),
    Role.EDITOR: set(),
}


def ticket(assignee: str | None = None, urgency: Urgency = Urgency.NORMAL) -> Ticket:
    return Ticket("Amber-417", "police", urgency, "ru", NOW, assignee)


@pytest.mark.parametrize(("action", "status", "actor"), list(product(Action, Status, ACTORS)))
def test_who_may_do_what(action: Action, status: Status, actor: str) -> None:
    claimed = ticket("a" if status is Status.HUMAN else None)
    if actor in ALLOWED.get((action, status), set()):
        permissions.check(action, ACTORS[actor], claimed, status)
        return
    with pytest.raises(NotAllowed) as caught:
        permissions.check(action, ACTORS[actor], claimed, status)
    for voice in voices().all.values():
        told = voice.say(caught.value.told_operator)
        assert told.endswith(".")
        for word in ("Amber", "police", "assignee-hash"):
            assert word not in told


@pytest.mark.parametrize(("action", "role"), list(product(DeskAction, Role)))
def test_who_may_do_what_at_the_desk(action: DeskAction, role: Role) -> None:
    if action in DESK[role]:
        permissions.check_desk(action, Operator("a", role, on_shift=True))
        return
    with pytest.raises(NotAllowed, match="refused-supervisors-only"):
        permissions.check_desk(action, Operator("a", role, on_shift=True))


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.SUPERVISOR])
def test_off_shift_one_may_only_begin_a_shift(role: Role) -> None:
    """Only a shift shows that it is the operator who holds the account."""
    for action in set(DeskAction) - {DeskAction.SHIFT}:
        with pytest.raises(NotAllowed):
            permissions.check_desk(action, Operator("a", role))
    permissions.check_desk(DeskAction.SHIFT, Operator("a", role))
    for ticket_action in Action:
        for status in permissions.STATUSES[ticket_action]:
            with pytest.raises(NotAllowed, match=r"^refused-off-shift$"):
                permissions.check(ticket_action, Operator("a", role), ticket("a"), status)


def test_an_editor_works_on_no_ticket() -> None:
    editor = Operator("a", Role.EDITOR, on_shift=True)
    for action in Action:
        for status in permissions.STATUSES[action]:
            with pytest.raises(NotAllowed):
                permissions.check(action, editor, ticket("a"), status)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("actor", ACTORS)
def test_only_the_assignee_reads_what_was_said(actor: str, status: Status) -> None:
    claimed = ticket("a")
    if actor in OWN and status is Status.HUMAN:
        permissions.check_reading(ACTORS[actor], claimed, status)
        with pytest.raises(NotAllowed, match="refused-off-shift"):
            permissions.check_reading(replace(ACTORS[actor], on_shift=False), claimed, status)
        return
    with pytest.raises(NotAllowed):
        permissions.check_reading(ACTORS[actor], claimed, status)


def test_every_action_has_a_place_in_the_table() -> None:
    assert set(permissions.TICKETS) == set(permissions.STATUSES) == set(Action)
    assert set(permissions.DESK) == set(DeskAction)


@pytest.mark.parametrize("status", [Status.QUEUED, Status.HUMAN])
def test_an_emergency_is_never_put_aside(status: Status) -> None:
    for actor in ACTORS.values():
        with pytest.raises(NotAllowed):
            permissions.check(Action.SNOOZE, actor, ticket("a", Urgency.EMERGENCY), status)


@pytest.mark.parametrize(
    ("action", "status", "actor", "told"),
    [
        (Action.CLAIM, Status.HUMAN, "other", "Someone has already claimed this ticket."),
        (Action.REPLY, Status.QUEUED, "other", "Not sent. Claim the ticket first, then write."),
        (
            Action.REPLY,
            Status.HUMAN,
            "supervisor",
            "Not sent: this ticket belongs to another operator.",
        ),
        (Action.REPLY, Status.CLOSED, "assignee", "This ticket is over. Nothing was sent."),
        (Action.REPLY, Status.BOT, "assignee", "This ticket is over. Nothing was sent."),
    ],
)
def test_what_an_operator_is_told(action: Action, status: Status, actor: str, told: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        permissions.check(action, ACTORS[actor], ticket("a"), status)
    assert voices().all["en"].say(caught.value.told_operator) == told

"""Invitations end with their inviter, can be listed, and can be revoked."""

import pytest

from bot.errors import NotAllowed
from bot.privacy.retention import Retention
from bot.tickets.operator import Invitation, Role
from tests.kit.helpline import Helpline


async def test_a_code_ends_with_whoever_gave_it(helpline: Helpline) -> None:
    """A supervisor who made one, was removed and redeemed it was a supervisor again."""
    staff = helpline.parts.helpline.staff
    raven = await helpline.admits(12, "Raven", Role.SUPERVISOR)
    code = (await staff.invitations.make(Role.OPERATOR, raven)).code
    await staff.remove("Raven")
    with pytest.raises(NotAllowed, match=r"^refused-code$"):
        await staff.by_telegram.enrol(12, code, "Rook")


async def test_nor_does_it_outlive_their_role(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    raven = await helpline.admits(12, "Raven", Role.SUPERVISOR)
    code = (await staff.invitations.make(Role.OPERATOR, raven)).code
    await staff.set_role("Raven", Role.OPERATOR)
    await staff.set_role("Raven", Role.SUPERVISOR)
    with pytest.raises(NotAllowed, match=r"^refused-code$"):
        await staff.by_telegram.enrol(11, code, "Rook")


async def test_nor_their_being_put_out_of_the_group(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    raven = await helpline.admits(12, "Raven", Role.SUPERVISOR)
    code = (await staff.invitations.make(Role.OPERATOR, raven)).code
    await staff.put_out(12)
    with pytest.raises(NotAllowed, match=r"^refused-code$"):
        await staff.by_telegram.enrol(11, code, "Rook")


async def test_one_that_names_no_inviter_is_good_for_nothing(helpline: Helpline) -> None:
    """Made by an earlier version, which kept no ids: it would have ended within a day."""
    now = helpline.clock.now()
    old = Invitation(Role.SUPERVISOR, now, "Raven")
    await helpline.parts.store.invitations.put("OLD", old)
    with pytest.raises(NotAllowed, match=r"^refused-code$"):
        await helpline.parts.helpline.staff.by_telegram.enrol(11, "OLD", "Rook")


async def test_they_are_listed_and_revoked(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    heron = await helpline.admits(12, "Heron", Role.SUPERVISOR)
    first = (await staff.invitations.make(Role.OPERATOR, heron)).code
    helpline.clock.advance(1)
    second = (await staff.invitations.make(Role.OPERATOR)).code
    listed = await staff.invitations.open(heron)
    assert [(one.role, one.invited_by) for one in listed] == [
        (Role.OPERATOR, "Heron"),
        (Role.OPERATOR, "server"),
    ]

    await staff.invitations.revoke(listed[0].label.upper(), heron)

    assert [one.label for one in await staff.invitations.open(heron)] == [listed[1].label]
    with pytest.raises(NotAllowed, match=r"^refused-code$"):
        await staff.by_telegram.enrol(11, first, "Robin")
    assert (await staff.by_telegram.enrol(11, second, "Robin")).name == "Robin"
    with pytest.raises(NotAllowed, match=r"^refused-no-invitation$"):
        await staff.invitations.revoke(listed[0].label, heron)


async def test_who_was_enrolled_by_whose_code_is_in_the_audit(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    heron = await helpline.admits(12, "Heron", Role.SUPERVISOR)
    code = (await staff.invitations.make(Role.OPERATOR, heron)).code
    await staff.by_telegram.enrol(11, code, "Robin")
    told = await helpline.parts.store.audit.about("Robin", helpline.clock.now())
    assert ("enrol", "Robin operator, code of Heron") in {
        (one.action, one.detail) for one in told.entries
    }


async def test_the_list_of_codes_lapses_with_them(helpline: Helpline) -> None:
    await helpline.parts.helpline.staff.invitations.make(Role.OPERATOR)
    life = await helpline.parts.store.redis.pttl("invitations")
    assert 0 < life <= Retention.INVITATION.milliseconds

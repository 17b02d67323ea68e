"""Operators: invited, enrolled, changed, removed; and everybody else."""

import asyncio

import pytest

from bot.errors import NotAllowed
from bot.helpline.telegram_newcomers import MOST_TRIES
from bot.privacy.retention import Retention
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.status import Status
from tests.kit.helpline import Helpline


async def test_a_code_enrols_one_person_once(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    code = (await staff.invitations.make(Role.SUPERVISOR)).code
    heron = await staff.by_telegram.enrol(11, code, "Heron")
    assert (heron.role, heron.on_shift) == (Role.SUPERVISOR, False), "a shift takes a code"
    assert await staff.operator(11) == heron
    with pytest.raises(NotAllowed, match=r"^refused-code$"):
        await staff.by_telegram.enrol(12, code, "Robin")
    assert await staff.operator(12) is None


async def test_of_two_with_the_same_code_one_is_enrolled(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    code = (await staff.invitations.make(Role.OPERATOR)).code
    tried = await asyncio.gather(
        staff.by_telegram.enrol(11, code, "Heron"),
        staff.by_telegram.enrol(12, code, "Robin"),
        return_exceptions=True,
    )
    assert sum(isinstance(one, NotAllowed) for one in tried) == 1
    assert len(await staff.all()) == 1


async def test_a_code_is_read_with_small_letters_too(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    code = (await staff.invitations.make(Role.OPERATOR)).code
    assert (await staff.by_telegram.enrol(11, f" {code.lower()} ", "Heron")).name == "Heron"


async def test_codes_cant_be_guessed(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    for _ in range(MOST_TRIES):
        with pytest.raises(NotAllowed, match=r"^refused-code$"):
            await staff.by_telegram.enrol(11, "WRONG", "Heron")
    code = (await staff.invitations.make(Role.OPERATOR)).code
    with pytest.raises(NotAllowed, match=r"^refused-tries$"):
        await staff.by_telegram.enrol(11, code, "Heron")
    robin = await staff.by_telegram.enrol(12, code, "Robin")
    assert robin.name == "Robin", "others aren't held up by that"


@pytest.mark.parametrize("name", ["", "H", "Anna Petrova", "x" * 21, "../etc", "<b>", "@heron"])
async def test_a_code_name_is_a_plain_word(helpline: Helpline, name: str) -> None:
    staff = helpline.parts.helpline.staff
    code = (await staff.invitations.make(Role.OPERATOR)).code
    with pytest.raises(NotAllowed, match=r"^refused-name$"):
        await staff.by_telegram.enrol(11, code, name)
    heron = await staff.by_telegram.enrol(11, code, "Heron")
    assert heron.name == "Heron", "the code wasn't used up by that"


async def test_a_stranger_learns_no_name_of_an_operators(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    await helpline.admits(11, "Robin")
    for name in ("Robin", "Heron"):
        with pytest.raises(NotAllowed, match=r"^refused-code$"):
            await staff.by_telegram.enrol(12, "WRONG", name)


async def test_who_was_invited_may_ask_for_few_names(helpline: Helpline) -> None:
    """One of them that isn't an operator's is all that they need; the code is good for it."""
    staff = helpline.parts.helpline.staff
    await helpline.admits(11, "Robin")
    code = (await staff.invitations.make(Role.OPERATOR)).code
    for _ in range(MOST_TRIES):
        with pytest.raises(NotAllowed, match=r"^refused-name-taken$"):
            await staff.by_telegram.enrol(12, code, "Robin")
    with pytest.raises(NotAllowed, match=r"^refused-tries$"):
        await staff.by_telegram.enrol(12, code, "Heron")
    assert (await staff.by_telegram.enrol(13, code, "Heron")).name == "Heron"


async def test_no_two_bear_the_same_name(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    await helpline.admits(11, "Heron")
    code = (await staff.invitations.make(Role.OPERATOR)).code
    with pytest.raises(NotAllowed, match=r"^refused-name-taken$"):
        await staff.by_telegram.enrol(12, code, "heron")
    await staff.by_telegram.enrol(12, code, "Robin")
    robin = await helpline.admits(12, "Robin")
    for name in ("HERON", "Her0n", "Herón", "Нeron"):
        with pytest.raises(NotAllowed, match=r"^refused-name"):
            await staff.change(robin, name=name)


async def test_only_supervisors_invite_list_remove_and_change_roles(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    plain = await helpline.admits(11, "Robin")
    for forbidden in (
        staff.invitations.make(Role.SUPERVISOR, plain),
        staff.invitations.open(plain),
        staff.invitations.revoke("", plain),
        staff.restore("Robin", plain),
        staff.all(plain),
        staff.remove("Robin", plain),
        staff.set_role("Robin", Role.SUPERVISOR, plain),
    ):
        with pytest.raises(NotAllowed, match=r"^refused-supervisors-only$"):
            await forbidden
    chief = await helpline.admits(12, "Heron", Role.SUPERVISOR)
    second = await helpline.admits(13, "Falcon", Role.SUPERVISOR)
    changed = await staff.set_role("robin", Role.SUPERVISOR, chief, second)
    assert changed.role is Role.SUPERVISOR


async def test_whoever_is_removed_may_do_nothing_and_their_tickets_wait(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin = await helpline.admits(11, "Robin")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    await helpline.to_desk(1)

    assert await staff.remove("Robin") == 1

    read = await helpline.loaded(1)
    assert read.conversation.status is Status.QUEUED
    assert read.ticket is not None
    assert read.ticket.assignee is None
    assert [row.detail for row in await helpline.to_desk(1) if row.kind == "note"] == [
        "operator_gone"
    ]
    assert await staff.operator(11) is None
    assert await staff.all() == []
    with pytest.raises(NotAllowed, match=r"^refused-no-operator-any-more$"):
        await staff.shifts.open(robin)


async def test_a_claim_in_the_very_moment_of_a_removal_comes_back(helpline: Helpline) -> None:
    """The record went, the tickets were looked through, and only then the claim was written."""
    robin = await helpline.admits(11, "Robin")
    await helpline.asks(1)
    await helpline.parts.helpline.staff.remove("Robin")
    await helpline.acts(Action.CLAIM, robin, 1)

    assert await helpline.parts.helpline.staff.find_orphans() == 1
    assert (await helpline.loaded(1)).conversation.status is Status.QUEUED
    assert await helpline.parts.helpline.staff.find_orphans() == 0


async def test_who_leaves_the_group_is_off_shift_and_still_enrolled(helpline: Helpline) -> None:
    robin = await helpline.admits(11, "Robin")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    await helpline.parts.helpline.staff.left(11)
    found = await helpline.parts.helpline.staff.operator(11)
    assert found is not None
    assert not found.on_shift
    assert (await helpline.loaded(1)).conversation.status is Status.QUEUED
    await helpline.parts.helpline.staff.left(99)  # a stranger who leaves is nobody's loss


async def test_an_operator_keeps_to_their_capacity_but_for_emergencies(helpline: Helpline) -> None:
    robin = await helpline.admits(11, "Robin")
    robin = await helpline.parts.helpline.staff.change(robin, capacity=1)
    for person in (1, 2):
        await helpline.asks(person)
    await helpline.acts(Action.CLAIM, robin, 1)
    with pytest.raises(NotAllowed, match=r"^refused-capacity$"):
        await helpline.acts(Action.CLAIM, robin, 2)
    await helpline.writes(2, "нас заперли помогите")
    assert await helpline.acts(Action.CLAIM, robin, 2)


async def test_what_supervisors_did_is_in_the_audit(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    chief = await helpline.admits(12, "Heron", Role.SUPERVISOR)
    await helpline.admits(11, "Robin")
    second = await helpline.admits(13, "Falcon", Role.SUPERVISOR)
    await staff.invitations.make(Role.OPERATOR, chief)
    await staff.set_role("Robin", Role.SUPERVISOR, chief, second)
    await staff.remove("Robin", chief, second)
    found = await helpline.parts.store.audit.about("Heron", helpline.clock.now())
    assert {(one.action, one.detail) for one in found.entries} == {
        ("invite", "operator"),
        ("role", "Robin supervisor + Falcon"),
        ("remove", "Robin + Falcon"),
    }


async def test_a_record_lives_as_long_as_somebody_acts(helpline: Helpline) -> None:
    """What nobody renews lapses: an account that was forgotten can't be used for ever."""
    robin = await helpline.admits(11, "Robin")
    await helpline.parts.helpline.staff.acted(robin)
    assert Retention.OPERATOR.value.lifetime.days == 90


async def test_an_operators_id_is_random_and_the_account_leads_to_it(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin = await helpline.admits(11, "Robin")
    assert staff.by_telegram.account_of(11) not in robin.id
    await staff.remove("Robin")
    again = await helpline.admits(11, "Robin")
    assert again.id != robin.id, "nothing leads from one enrolment to the next"
    assert await staff.operator(11) == again


async def test_who_is_enrolled_twice_stays_one_operator(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin, heron = await asyncio.gather(helpline.admits(11, "Robin"), helpline.admits(11, "Heron"))
    assert robin.id == heron.id
    assert len(await staff.all()) == 1
    code = (await staff.invitations.make(Role.SUPERVISOR)).code
    again = await staff.by_telegram.enrol(11, code, (await staff.all())[0].name)
    assert (again.id, again.role) == (robin.id, Role.SUPERVISOR), "their own name isn't taken"


async def test_somebody_without_telegram_works_as_an_operator(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin = await staff.by_telegram.admit(None, "Robin", Role.OPERATOR)
    heron = await staff.by_telegram.admit(None, "Heron", Role.OPERATOR)
    assert robin.id != heron.id
    await staff.acted(robin)
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    with pytest.raises(NotAllowed):
        await helpline.acts(Action.REPLY, heron, 1, "мы здесь")
    await helpline.acts(Action.REPLY, robin, 1, "мы здесь")
    assert "мы здесь" in [row.text for row in await helpline.to_person(1)]
    assert await staff.remove("Robin") == 1
    assert [one.name for one in await staff.all()] == ["Heron"]

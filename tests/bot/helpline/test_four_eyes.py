"""What can't be undone takes two: one hijacked account is not the whole desk."""

import asyncio

import pytest

from bot.errors import NotAllowed
from bot.helpline.four_eyes import Asked, DoneAct
from bot.store.staff.proposals import Proposal
from bot.tickets.operator import SHELL, DeskAction, Operator, Role
from tests.kit.helpline import Helpline


async def two(helpline: Helpline) -> tuple[Operator, Operator]:
    return (
        await helpline.admits(12, "Heron", Role.SUPERVISOR),
        await helpline.admits(13, "Falcon", Role.SUPERVISOR),
    )


def proposals(by: Operator) -> list[Proposal]:
    return [
        Proposal(DeskAction.INVITE, by.id, role=Role.SUPERVISOR),
        Proposal(DeskAction.ROLE, by.id, "Robin", Role.SUPERVISOR),
        Proposal(DeskAction.REMOVE, by.id, "Falcon"),
        Proposal(DeskAction.RESTORE, by.id, "Falcon"),
    ]


@pytest.mark.parametrize("number", range(4))
async def test_nobody_does_it_alone(helpline: Helpline, number: int) -> None:
    heron, _ = await two(helpline)
    await helpline.admits(11, "Robin")
    four_eyes = helpline.parts.helpline.four_eyes

    asked = await four_eyes.ask(proposals(heron)[number], heron)

    assert isinstance(asked, Asked)
    with pytest.raises(NotAllowed, match=r"^refused-own-proposal$"):
        await four_eyes.agree(asked.token, heron)
    assert {one.name for one in await helpline.parts.helpline.staff.all()} == {
        *("Heron", "Falcon", "Robin")
    }


async def test_the_use_case_itself_refuses_one_alone(helpline: Helpline) -> None:
    heron, _ = await two(helpline)
    staff = helpline.parts.helpline.staff
    for alone in (
        staff.remove("Falcon", heron),
        staff.remove("Falcon", heron, heron),
        staff.set_role("Falcon", Role.OPERATOR, heron),
        staff.restore("Falcon", heron),
        staff.invitations.make(Role.SUPERVISOR, heron),
    ):
        with pytest.raises(NotAllowed, match=r"^refused-needs-second$"):
            await alone


async def test_another_supervisor_agrees_once(helpline: Helpline) -> None:
    heron, falcon = await two(helpline)
    await helpline.admits(11, "Robin")
    four_eyes = helpline.parts.helpline.four_eyes
    asked = await four_eyes.ask(
        Proposal(DeskAction.ROLE, heron.id, "Robin", Role.SUPERVISOR), heron
    )
    assert isinstance(asked, Asked)

    came = await asyncio.gather(
        four_eyes.agree(asked.token, falcon),
        four_eyes.agree(asked.token, falcon),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in came) == ["DoneAct", "NotAllowed"]
    assert (await helpline.parts.helpline.staff.named("Robin")).role is Role.SUPERVISOR
    told = await helpline.parts.store.audit.about("Heron", helpline.clock.now())
    assert ("role", "Robin supervisor + Falcon") in {(e.action, e.detail) for e in told.entries}


async def test_an_operator_can_agree_to_nothing(helpline: Helpline) -> None:
    heron, _ = await two(helpline)
    robin = await helpline.admits(11, "Robin")
    four_eyes = helpline.parts.helpline.four_eyes
    asked = await four_eyes.ask(proposals(heron)[0], heron)
    assert isinstance(asked, Asked)
    with pytest.raises(NotAllowed, match=r"^refused-supervisors-only$"):
        await four_eyes.agree(asked.token, robin)


async def test_where_there_is_one_supervisor_the_server_agrees(helpline: Helpline) -> None:
    heron = await helpline.admits(12, "Heron", Role.SUPERVISOR)
    four_eyes = helpline.parts.helpline.four_eyes
    asked = await four_eyes.ask(Proposal(DeskAction.INVITE, heron.id, role=Role.SUPERVISOR), heron)
    assert isinstance(asked, Asked)

    done = await four_eyes.agree(asked.token, SHELL)

    assert done.told.id == "office-invite"
    told = await helpline.parts.store.audit.about("Heron", helpline.clock.now())
    assert ("invite", "supervisor + server") in {(e.action, e.detail) for e in told.entries}


async def test_who_asked_and_was_removed_gets_nothing(helpline: Helpline) -> None:
    heron, falcon = await two(helpline)
    four_eyes = helpline.parts.helpline.four_eyes
    asked = await four_eyes.ask(proposals(heron)[0], heron)
    assert isinstance(asked, Asked)
    await helpline.parts.helpline.staff.remove("Heron")
    with pytest.raises(NotAllowed, match=r"^refused-no-proposal$"):
        await four_eyes.agree(asked.token, falcon)


async def test_an_operator_is_removed_at_once(helpline: Helpline) -> None:
    """One whose account was hijacked can't wait for a second supervisor."""
    heron, _ = await two(helpline)
    await helpline.admits(11, "Robin")
    done = await helpline.parts.helpline.four_eyes.ask(
        Proposal(DeskAction.REMOVE, heron.id, "Robin"), heron
    )
    assert isinstance(done, DoneAct)
    assert await helpline.parts.helpline.staff.operator(11) is None

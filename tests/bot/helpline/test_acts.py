"""What operators do to tickets, with everything that is written along."""

import asyncio
from datetime import timedelta

import pytest

from bot.errors import Conflict, NoSuchTicket, NotAllowed
from bot.store.rows import Change
from bot.store.staff.audit import ReadAudit
from bot.store.staff.board import BlockReview
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action, Details, Outcome, TargetKind, TransferTarget
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.constants import DANGER
from tests.kit.helpline import Helpline

RACES = 1000


@pytest.fixture
async def heron(helpline: Helpline) -> Operator:
    return await helpline.admits(11, "Heron", Role.SUPERVISOR)


@pytest.fixture
async def robin(helpline: Helpline) -> Operator:
    return await helpline.admits(12, "Robin")


@pytest.mark.proof
async def test_a_thousand_races_of_two_claims_have_one_winner_each(
    helpline: Helpline, heron: Operator, robin: Operator
) -> None:
    await helpline.asks(1)
    for number in range(RACES):
        tried = await asyncio.gather(
            helpline.acts(Action.CLAIM, heron, 1),
            helpline.acts(Action.CLAIM, robin, 1),
            return_exceptions=True,
        )
        refused = [one for one in tried if isinstance(one, NotAllowed)]
        assert len(refused) == 1, f"race {number}: {tried}"
        winner = (heron, robin)[isinstance(tried[0], NotAllowed)]
        ticket = await helpline.ticket(1)
        assert (ticket.assignee, ticket.assigned_name) == (winner.id, winner.name)
        await helpline.acts(Action.REQUEUE, winner, 1)
        if number % 100 == 99:
            await helpline.to_desk(1)
            await helpline.to_person(1)


async def test_a_transfer_waits_for_somebody_and_anyone_may_claim_it(
    helpline: Helpline, heron: Operator, robin: Operator
) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    wanted = TransferTarget(TargetKind.LANGUAGE, "uz")
    await helpline.acts(Action.TRANSFER, heron, 1, details=Details(wanted=wanted))
    ticket = await helpline.ticket(1)
    assert (ticket.assignee, ticket.wanted) == (None, wanted)
    await helpline.acts(Action.CLAIM, robin, 1)
    assert (await helpline.ticket(1)).wanted is None


async def test_a_supervisor_takes_a_ticket_from_an_operator(
    helpline: Helpline, heron: Operator, robin: Operator
) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    await helpline.acts(Action.REQUEUE, heron, 1)
    await helpline.acts(Action.CLAIM, heron, 1)
    with pytest.raises(NotAllowed):
        await helpline.acts(Action.REPLY, robin, 1, "late words")


async def test_an_operators_silence_gives_the_ticket_back(
    helpline: Helpline, robin: Operator
) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    await helpline.acts(Action.REPLY, robin, 1, "hello")
    await helpline.writes(1, "my boss has my papers")
    await helpline.waits(301)
    read = await helpline.loaded(1)
    assert read.conversation.status is Status.QUEUED
    assert read.ticket is not None
    assert read.ticket.assignee is None
    assert "operator_silent" in [row.detail for row in await helpline.to_desk(1)]


async def test_only_an_operator_lowers_an_urgency(helpline: Helpline, robin: Operator) -> None:
    await helpline.asks(1)
    await helpline.writes(1, DANGER)
    assert (await helpline.ticket(1)).urgency is Urgency.EMERGENCY
    await helpline.acts(Action.PRIORITISE, robin, 1, details=Details(urgency=Urgency.NORMAL))
    assert (await helpline.ticket(1)).urgency is Urgency.NORMAL
    await helpline.writes(1, "он достал нож")
    assert (await helpline.ticket(1)).urgency is Urgency.EMERGENCY


async def test_a_correction_and_a_deletion_follow_the_message(
    helpline: Helpline, robin: Operator
) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    await helpline.to_person(1)
    await helpline.acts(Action.REPLY, robin, 1, "helo", Details(ref="m1"))
    await helpline.acts(Action.EDIT, robin, 1, "hello", Details(ref="m1"))
    await helpline.acts(Action.DELETE, robin, 1, "", Details(ref="m1"))
    rows = await helpline.to_person(1)
    assert [(row.text, row.change, row.ref) for row in rows] == [
        ("helo", Change.SEND, "m1"),
        ("hello", Change.CORRECT, "m1"),
        ("", Change.UNSEND, "m1"),
    ]
    relayed = await helpline.parts.store.people.relayed(helpline.conversation(1), "m1")
    assert relayed == 900


async def test_a_mute_is_shown_and_lets_danger_through(helpline: Helpline, robin: Operator) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    until = helpline.clock.now() + timedelta(hours=1)
    await helpline.acts(Action.BLOCK, robin, 1, details=Details(until=until))
    assert "muted" in [row.kind for row in await helpline.to_desk(1)]
    await helpline.writes(1, "/operator")
    assert (await helpline.loaded(1)).ticket is None
    await helpline.writes(1, DANGER)
    assert (await helpline.ticket(1)).urgency is Urgency.EMERGENCY


async def test_a_lifted_mute_is_over(helpline: Helpline, robin: Operator) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    until = helpline.clock.now() + timedelta(hours=1)
    await helpline.acts(Action.BLOCK, robin, 1, details=Details(until=until))
    conversation, board = helpline.conversation(1), helpline.parts.store.board
    token = await board.review(conversation, BlockReview("Heron", "Amber-417", "?"), "row")
    assert await board.reviewed(token) == conversation
    await board.lift(conversation, token, helpline.clock.now())
    assert await board.reviewed(token) is None
    await helpline.waits(1)
    assert not await board.is_lifted(conversation)
    await helpline.writes(1, "/operator")
    assert (await helpline.ticket(1)).urgency is Urgency.NORMAL


async def test_acts_are_audited_without_content(
    helpline: Helpline, robin: Operator, caplog: pytest.LogCaptureFixture
) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    name = (await helpline.ticket(1)).name
    await helpline.acts(Action.REPLY, robin, 1, "words that nobody may look into")
    await helpline.acts(Action.CLOSE, robin, 1, details=Details(outcome=Outcome.REFERRED))
    await helpline.to_desk(1)
    now = helpline.clock.now()
    by_ticket = await helpline.parts.store.audit.about(name, now)
    assert {(one.operator, one.action, one.detail) for one in by_ticket.entries} == {
        ("Robin", "claim", ""),
        ("Robin", "close", "referred"),
    }
    found = await helpline.parts.store.audit.about("Robin", now)
    assert {one.action for one in found.entries} == {"claim", "close"}
    assert await helpline.parts.store.audit.about("Nobody", now) == ReadAudit(())
    assert "row_unreadable" not in caplog.text


async def test_an_entry_that_comes_twice_is_read_once(helpline: Helpline, robin: Operator) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    rows = await helpline.to_desk(1)
    (entry,) = [row for row in rows if row.kind == "audit"]
    await helpline.parts.store.audit.append(entry.sealed)
    await helpline.parts.store.audit.append(b"forged")
    found = await helpline.parts.store.audit.about("Robin", helpline.clock.now())
    assert [one.action for one in found.entries].count("claim") == 1


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (Action.PRIORITISE, "refused-urgency"),
        (Action.SNOOZE, "refused-until"),
        (Action.BLOCK, "refused-until"),
    ],
)
async def test_what_an_action_needs_is_asked_for(
    helpline: Helpline, robin: Operator, action: Action, sentence: str
) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    with pytest.raises(NotAllowed, match=sentence):
        await helpline.acts(action, robin, 1)


async def test_an_act_on_what_is_over_says_so(helpline: Helpline, robin: Operator) -> None:
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, robin, 1)
    await helpline.acts(Action.CLOSE, robin, 1, details=Details(outcome=Outcome.OTHER))
    with pytest.raises((NoSuchTicket, NotAllowed, Conflict)):
        await helpline.acts(Action.REPLY, robin, 1, "late")

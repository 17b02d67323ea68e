"""At the end of a shift a ticket goes on with a sheet, which the next operator acknowledges."""

from datetime import timedelta

import pytest

from bot.errors import NotAllowed
from bot.store.log_lines import Author
from bot.store.rows import Note
from bot.tickets.hand_over import AwaitedKind, HandOverSheet, PromiseKind, ToldKind
from bot.tickets.ticket import Action, TargetKind, TransferTarget
from flows.status import Status
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline

NOTE = "какаду-утконос"
SHEET = HandOverSheet(
    "Heron",
    NOW,
    PromiseKind.FIND_OUT,
    NOW + timedelta(hours=2),
    (ToldKind.RIGHTS, ToldKind.EMERGENCY_NUMBERS),
    AwaitedKind.ORGANISATION,
)


async def test_a_ticket_is_left_with_its_sheet_and_a_sealed_note(helpline: Helpline) -> None:
    heron, kite = await helpline.admits(10, "Heron"), await helpline.admits(11, "Kite")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    she, sheets = helpline.conversation(1), helpline.parts.helpline.sheets
    await helpline.to_desk(1)
    assert list(await sheets.held(heron)) == [she]

    for _ in range(2):
        target = TransferTarget(TargetKind.OPERATOR, "Kite")
        await sheets.leave(heron, she, SHEET, target, NOTE, "mark")

    ticket = await helpline.ticket(1)
    assert (ticket.sheet, ticket.wanted, ticket.assignee) == (SHEET, target, None)
    assert await helpline.status(1) is Status.QUEUED
    assert await sheets.held(heron) == {}
    assert Note.TRANSFERRED.value in {row.detail for row in await helpline.to_desk(1)}
    await helpline.acts(Action.CLAIM, kite, 1)
    said = await helpline.parts.store.log.read(she)
    assert [line.text for line in said.lines if line.author is Author.NOTE] == [NOTE]
    assert (await helpline.ticket(1)).sheet == SHEET, "it stays for whoever claims"


async def test_it_is_acknowledged_by_whoever_has_the_ticket_and_once(helpline: Helpline) -> None:
    heron, kite = await helpline.admits(10, "Heron"), await helpline.admits(11, "Kite")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    she, sheets = helpline.conversation(1), helpline.parts.helpline.sheets
    await sheets.leave(heron, she, SHEET, None, "", "one")
    for one in (heron, kite):
        with pytest.raises(NotAllowed):
            await sheets.acknowledge(one, she, "two")
    await helpline.acts(Action.CLAIM, kite, 1)

    for mark in ("three", "three", "four"):
        await sheets.acknowledge(kite, she, mark)

    left = (await helpline.ticket(1)).sheet
    assert left is not None
    assert left.acknowledged == "Kite"
    await helpline.to_desk(1)
    found = await helpline.parts.store.audit.about("Kite", helpline.clock.now())
    assert [one.action for one in found.entries].count("acknowledge") == 1


async def test_a_later_transfer_keeps_the_sheet_and_a_close_ends_it(helpline: Helpline) -> None:
    heron = await helpline.admits(10, "Heron")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    she, sheets = helpline.conversation(1), helpline.parts.helpline.sheets
    await sheets.leave(heron, she, SHEET, None, "", "one")

    await helpline.acts(Action.TRANSFER, heron, 1)
    assert (await helpline.ticket(1)).sheet == SHEET

    await helpline.acts(Action.CLOSE, heron, 1)
    assert (await helpline.loaded(1)).ticket is None
    await helpline.writes(1, "/operator")
    assert (await helpline.ticket(1)).sheet is None


async def test_nobody_hands_a_colleagues_ticket_over(helpline: Helpline) -> None:
    heron, kite = await helpline.admits(10, "Heron"), await helpline.admits(11, "Kite")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    with pytest.raises(NotAllowed):
        await helpline.parts.helpline.sheets.leave(
            kite, helpline.conversation(1), SHEET, None, "", "one"
        )
    assert (await helpline.ticket(1)).assignee == heron.id

"""The end of a shift in the console: each open ticket is left to whoever is next."""

import pytest

from bot.tickets.hand_over import AwaitedKind, PromiseKind, ToldKind
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from tests.bot.console.conftest import Browser, Served

LEFT = {
    "promised": "write",
    "due": "18:30",
    "told": ["rights", "papers"],
    "awaited": "organisation",
    "whom": "Kite",
    "note": "какаду-утконос",
}


async def holding(served: Served) -> tuple[Browser, Browser]:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    kite = await served.signs_in(Role.OPERATOR, "Kite", 13)
    assert heron.operator is not None
    await served.helpline.asks(1)
    await served.helpline.acts(Action.CLAIM, heron.operator, 1)
    return heron, kite


async def test_a_shift_with_open_tickets_ends_after_they_were_left(served: Served) -> None:
    heron, kite = await holding(served)
    refused = await heron.posts("/end-shift")
    assert refused.status == 409
    assert "hand your open tickets over" in refused.text
    name = (await served.helpline.ticket(1)).name
    page = await heron.gets("/hand-over")
    assert name in page.text
    assert "<option>Kite</option>" in page.text

    path = f"/desk/ticket/{heron.handle(1)}/hand-over"
    assert (await heron.posts(path, **LEFT)).status == 204

    sheet = (await served.helpline.ticket(1)).sheet
    assert sheet is not None
    assert sheet.due is not None
    assert (sheet.by, sheet.promised, sheet.awaited) == (
        "Heron",
        PromiseKind.WRITE,
        AwaitedKind.ORGANISATION,
    )
    assert sheet.told == (ToldKind.RIGHTS, ToldKind.PAPERS)
    assert "You have no open tickets" in (await heron.gets("/hand-over")).text
    assert (await heron.posts("/end-shift")).status == 204

    shown = (await kite.gets(f"/desk/ticket/{kite.handle(1)}")).text
    assert "Handed over by Heron" in shown
    assert "write again, by" in shown
    assert "acknowledge" not in shown, "one acknowledges what one has"
    assert "какаду" not in shown


async def test_who_is_meant_finds_it_first_and_is_told_that_it_is_theirs(served: Served) -> None:
    await served.helpline.asks(2)  # waits for longer
    heron, kite = await holding(served)
    path = f"/desk/ticket/{heron.handle(1)}/transfer"
    assert (await heron.posts(path, whom="operator:Kite")).status == 204

    queue = (await kite.gets("/desk/queue")).text
    handed, other = [(await served.helpline.ticket(one)).name for one in (1, 2)]
    assert queue.index(handed) < queue.index(other)
    assert "for: Kite" in queue
    shown = (await kite.gets(f"/desk/ticket/{kite.handle(1)}")).text
    assert "for: Kite" in shown
    assert "nobody has claimed" not in shown


async def test_the_next_one_sees_it_and_acknowledges_by_one_press(served: Served) -> None:
    heron, kite = await holding(served)
    await heron.posts(f"/desk/ticket/{heron.handle(1)}/hand-over", **LEFT)
    of_kite = f"/desk/ticket/{kite.handle(1)}"
    await kite.posts(f"{of_kite}/claim")
    shown = (await kite.gets(of_kite)).text
    assert 'data-act="acknowledge"' in shown
    assert "какаду-утконос" in shown, "the note is read by whoever has claimed"

    assert (await kite.posts(f"{of_kite}/acknowledge")).status == 204

    shown = (await kite.gets(of_kite)).text
    assert "Read by Kite" in shown
    assert 'data-act="acknowledge"' not in shown


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"promised": "everything"}, 400),
        ({"due": "25:00"}, 400),
        ({"told": ["all"]}, 400),
        ({"more": "1"}, 400),
        ({"whom": "Nobody"}, 409),
        ({"note": "x" * 4097}, 409),
    ],
    ids=str,
)
async def test_what_isnt_a_choice_is_refused(
    served: Served, wrong: dict[str, object], status: int
) -> None:
    heron, _ = await holding(served)
    answer = await heron.posts(f"/desk/ticket/{heron.handle(1)}/hand-over", **{**LEFT, **wrong})
    assert answer.status == status
    assert (await served.helpline.ticket(1)).sheet is None

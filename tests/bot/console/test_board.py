"""The board: what is to be seen at a glance, and a supervisor's decisions."""

import re
from datetime import timedelta

import pytest

from bot.reports.recent import recent
from bot.store.rows import DeskKind
from bot.store.staff.board import BlockReview
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action, Details, Outcome
from tests.bot.console.conftest import Browser, Served
from tests.kit.constants import DANGER

WORDS = "какаду-утконос"


async def test_whoever_waits_too_long_stands_above_all(served: Served) -> None:
    osprey = await served.signs_in(Role.SUPERVISOR, "Osprey", 12)
    assert "Nobody is waiting" in (await osprey.gets("/board/now")).text
    await served.helpline.writes(1, "Русский")
    await served.helpline.writes(1, f"{DANGER} {WORDS}")
    shown = (await osprey.gets("/board/now")).text
    assert "1 waiting, nobody too long" in shown
    assert 'data-late="0"' in shown

    served.helpline.clock.advance(240)

    shown = (await osprey.gets("/board/now")).text
    assert "Somebody waits too long: 1 · emergency 4 min" in shown
    assert 'data-late="1"' in shown
    assert (await served.helpline.ticket(1)).name in shown
    assert WORDS not in shown


async def test_each_operators_load_and_whose_turn_it_is(served: Served) -> None:
    osprey = await served.signs_in(Role.SUPERVISOR, "Osprey", 12)
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    assert heron.operator is not None
    await served.helpline.asks(1)
    await served.helpline.acts(Action.CLAIM, heron.operator, 1)
    await served.helpline.writes(1, WORDS)
    served.helpline.clock.advance(120)

    shown = (await osprey.gets("/board/now")).text

    assert "1 of 3" in shown
    assert "the person waits: 2 min" in shown
    await served.helpline.acts(Action.REPLY, heron.operator, 1, "Здравствуйте")
    assert "the person&#39;s turn" in (await osprey.gets("/board/now")).text
    to_operators = (await heron.gets("/board/now")).text
    assert "The shift" not in to_operators, "who does how much is for supervisors"
    assert "Blocks to look at" not in to_operators


@pytest.mark.parametrize("decides", ["lift", "keep"])
async def test_a_block_is_listed_until_it_is_decided_on(served: Served, decides: str) -> None:
    osprey = await served.signs_in(Role.SUPERVISOR, "Osprey", 12)
    heron = await served.helpline.admits(11, "Heron")
    helpline, board = served.helpline, served.helpline.parts.store.board
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    until = helpline.clock.now() + timedelta(hours=2)
    await helpline.acts(Action.BLOCK, heron, 1, details=Details(until=until))
    token = await board.review(
        helpline.conversation(1), BlockReview("Heron", "Amber-417", "29.11 18:00"), "row"
    )
    assert "Heron blocked Amber-417 until 29.11 18:00" in (await osprey.gets("/board/now")).text

    assert (await osprey.posts(f"/board/{decides}", token=token)).status == 204

    assert "Amber-417" not in (await osprey.gets("/board/now")).text
    await helpline.waits(1)
    blocked = (await helpline.loaded(1)).conversation.muted_until
    assert (blocked is None) is (decides == "lift")
    assert (await osprey.posts(f"/board/{decides}", token="0" * 16)).status == 409


async def test_the_desk_is_closed_for_now_and_opened_again(served: Served) -> None:
    osprey = await served.signs_in(Role.SUPERVISOR, "Osprey", 12)
    until = served.helpline.clock.now() + timedelta(hours=6)  # five for Kazakhstan, one from now
    clock = until.strftime("%H:%M")

    assert (await osprey.posts("/board/close", until=clock)).status == 204

    shown = (await osprey.gets("/board/now")).text
    assert "No operators until" in shown
    assert clock in shown
    await served.helpline.asks(1)
    said = [row.text_id for row in await served.helpline.to_person(1)]
    assert "utter_closed_hours" in said
    assert (await osprey.posts("/board/open")).status == 204
    assert "Open again" not in (await osprey.gets("/board/now")).text
    assert (await osprey.posts("/board/close", until="whenever")).status == 409


async def closes(served: Served, operator: Operator, chat: int, outcome: Outcome) -> str:
    """The code name of a ticket that was."""
    helpline = served.helpline
    await helpline.asks(chat)
    await helpline.acts(Action.CLAIM, operator, chat)
    name = (await helpline.ticket(chat)).name
    await helpline.acts(Action.CLOSE, operator, chat, details=Details(outcome=outcome))
    for row in await helpline.to_desk(chat):
        if row.kind is DeskKind.AUDIT:
            await helpline.parts.store.audit.append(row.sealed)
    return name


async def test_how_the_last_24_hours_ended_is_shown_and_leads_to_the_audit(
    served: Served,
) -> None:
    wren = await served.helpline.admits(10, "Wren")
    old = await closes(served, wren, 1, Outcome.FALSE_ALARM)
    served.helpline.clock.advance(23 * 3600)
    mistaken = await closes(served, wren, 2, Outcome.FALSE_ALARM)
    referred = await closes(served, wren, 3, Outcome.REFERRED)
    osprey = await served.signs_in(Role.SUPERVISOR, "Osprey", 12)
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)

    told = await bars(osprey)
    assert (told["false alarm"], told["referred"], told["informed"]) == ("2", "1", "0")
    found = (await osprey.gets("/people/audit/ended/false-alarm")).text
    assert (old in found, mistaken in found, referred in found) == (True, True, False)
    assert (await osprey.gets("/people/audit/ended/nonsense")).status == 404
    assert (await bars(heron))["false alarm"] == "–", "small numbers are for who reads the audit"

    served.helpline.clock.advance(2 * 3600)
    assert (await bars(osprey))["false alarm"] == "1", "24 hours, and not two days"
    assert old not in (await osprey.gets("/people/audit/ended/false-alarm")).text


async def bars(browser: Browser) -> dict[str, str]:
    """What the picture of the last 24 hours shows, by its table."""
    shown = (await browser.gets("/board/now")).text
    [picture] = re.findall(r'aria-labelledby="by-lately-title.*?</figure>', shown, re.DOTALL)
    return dict(re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', picture))


def test_small_numbers_of_the_last_days_are_withheld_as_in_a_report() -> None:
    def ended(outcome: str, urgency: str = "normal", waiting: str = "under 2 min") -> str:
        return f"ticket|ru|person|{urgency}|{outcome}|{waiting}"

    yesterday = {ended("closed"): 4, ended("withdrawn"): 2, "topic|ru|x|||": 9}
    today = {ended("closed", "emergency"): 6, ended("withdrawn", "emergency", "5-10 min"): 5}

    outcome, emergency, waiting = recent([yesterday, today])

    named = {name: count for name, count in outcome.cells.items() if count is not None}
    assert named == {"closed": 10, "withdrawn": 7}
    assert outcome.total == 17
    assert (emergency.cells["closed"], emergency.cells["withdrawn"]) == (6, 5)
    assert waiting.cells["under 2 min"] == 12
    (few, *_) = recent([{ended("closed"): 9, ended("released"): 1}])
    assert few.cells["closed"] is None, "else the total would tell the single one"

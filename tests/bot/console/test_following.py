"""Following in the console: seen by the assignee, without a box to write in, and it lapses."""

from bot.privacy.retention import Retention
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from tests.bot.console.conftest import Browser, Served

WORDS = "какаду-утконос"


async def two(served: Served) -> tuple[Browser, Browser]:
    """The assignee's browser and a supervisor's."""
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    osprey = await served.signs_in(Role.SUPERVISOR, "Osprey", 12)
    assert heron.operator is not None
    await served.helpline.asks(1)
    await served.helpline.acts(Action.CLAIM, heron.operator, 1)
    await served.helpline.writes(1, WORDS)
    return heron, osprey


def ticket(browser: Browser, act: str = "") -> str:
    return f"/desk/ticket/{browser.handle(1)}{act}"


async def test_a_ticket_that_is_opened_isnt_read_until_one_says_so(served: Served) -> None:
    heron, osprey = await two(served)
    shown = await osprey.gets(ticket(osprey))
    assert WORDS not in shown.text
    assert "Read along" in shown.text
    assert "reading along" not in (await heron.gets(ticket(heron))).text

    assert (await osprey.posts(ticket(osprey, "/follow"))).status == 204

    shown = await osprey.gets(ticket(osprey))
    assert WORDS in shown.text
    assert 'data-reads="no"' in shown.text, "the page has no box to write in"
    assert "You are reading along. Heron sees that." in shown.text
    assert "Osprey is reading along" in (await heron.gets(ticket(heron))).text
    for act in ("reply", "note", "correct", "delete"):
        answer = await osprey.posts(ticket(osprey, f"/{act}"), text="words", line=1)
        assert answer.status == 409, act


async def test_whoever_goes_away_is_neither_seen_nor_reads(served: Served) -> None:
    heron, osprey = await two(served)
    await osprey.posts(ticket(osprey, "/follow"))
    served.helpline.clock.advance(Retention.FOLLOWER.lifetime.total_seconds() + 1)

    assert "reading along" not in (await heron.gets(ticket(heron))).text
    assert WORDS not in (await osprey.gets(ticket(osprey))).text


async def test_an_operator_is_offered_nothing(served: Served) -> None:
    _, _ = await two(served)
    kite = await served.signs_in(Role.OPERATOR, "Kite", 13)

    assert "Read along" not in (await kite.gets(ticket(kite))).text
    assert (await kite.posts(ticket(kite, "/follow"))).status == 404


async def test_a_supervisor_takes_over_to_write(served: Served) -> None:
    _, osprey = await two(served)
    await osprey.posts(ticket(osprey, "/follow"))

    assert (await osprey.posts(ticket(osprey, "/take-over"))).status == 204

    shown = await osprey.gets(ticket(osprey))
    assert 'data-reads="yes"' in shown.text
    assert "reading along" not in shown.text, "of oneself one is told nothing"
    assert (await osprey.posts(ticket(osprey, "/reply"), text="Здравствуйте")).status == 204

"""The drawer over HTTP: what it shows, and what one press sends."""

import json
import re
import secrets

from bot.helpline import inputs
from bot.store.rows import PersonRow
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.urgency import Urgency
from tests.bot.console.conftest import Browser, Served
from tests.kit.helpline import Helpline

CRY = "бізді қамап қойды көмектесіңіз"
SAFE = "Қазір жазу сізге қауіпсіз бе?"
ASKED = "Қазір қауіпсіз жаза аласыз ба?"


async def claimed(served: Served, *words: str) -> Browser:
    """A Kazakh's ticket that an operator has."""
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await served.helpline.writes(1, "Қазақша")
    for said in words or ("/operator",):
        await served.helpline.writes(1, said)
    assert browser.operator is not None
    await served.helpline.acts(Action.CLAIM, browser.operator, 1)
    await served.helpline.to_person(1)
    return browser


def path(browser: Browser, what: str) -> str:
    return f"/desk/ticket/{browser.handle(1)}/{what}"


def names(page: str) -> list[str]:
    """What can be sent, in the order in which it stands there."""
    return re.findall(r'data-name="(\w+)"', page)


async def sent(helpline: Helpline) -> list[PersonRow]:
    return [row for row in await helpline.to_person(1) if row.text]


async def test_each_text_stands_there_in_both_languages(served: Served) -> None:
    browser = await claimed(served)
    page = (await browser.posts(path(browser, "texts"), text="")).text

    assert "Is it safe for you to write now?" in page
    assert f'lang="kk" dir="auto">{SAFE}' in page
    assert "as the person reads it: Kazakh" in page
    assert "not reviewed yet" in page, "the pages aren't"
    assert {"hello", "unpaid_wages", "unpaid_wages_more", "whose_phone"} <= set(names(page))
    each = re.findall(r'data-put="(\w+)" data-name="(\w+)"', page)
    assert len(each) == len(set(each)) > 100


async def test_in_danger_what_is_safe_comes_first(served: Served) -> None:
    browser = await claimed(served, CRY)
    assert (await served.helpline.ticket(1)).urgency is Urgency.EMERGENCY
    page = (await browser.posts(path(browser, "texts"), text="")).text

    assert names(page)[:5] == ["can_write", "short", "wait", "can_write", "read_along"]
    assert "First: safe to say, safe to ask" in page


async def test_a_search_shows_what_fits_and_how_it_was_found(served: Served) -> None:
    browser = await claimed(served)
    page = (await browser.posts(path(browser, "texts"), text="much blood")).text

    assert names(page)[0] == "bleeding"
    assert "By words alone" in page
    assert (
        "No text has these words"
        in (await browser.posts(path(browser, "texts"), text="xylophone")).text
    )
    assert (await browser.posts(path(browser, "texts"), text=5)).status == 400


async def test_one_press_says_it_once_in_the_persons_language(served: Served) -> None:
    browser = await claimed(served)
    number = secrets.token_hex(16)
    for _ in range(2):  # sent again after a fault
        got = await browser.asks(
            "POST", path(browser, "say"), {"number": number, "text": "can_write"}
        )
        assert got.status == 204

    [row] = await sent(served.helpline)
    assert row.text.startswith(SAFE)


async def test_a_question_goes_with_its_buttons_and_the_answer_comes_in_the_operators_language(
    served: Served,
) -> None:
    browser = await claimed(served)
    assert (await browser.posts(path(browser, "ask"), text="can_write")).status == 204

    [row] = await sent(served.helpline)
    assert row.text == ASKED
    label, data = row.buttons[0]
    assert label == "Иә"
    await served.helpline.hears(1, inputs.Pressed(data))
    log = (await browser.gets(path(browser, "")[:-1])).text
    assert "Is it safe for you to write now? → Yes" in log


async def test_while_somebody_may_read_along_only_what_is_safe_goes_by_one_press(
    served: Served,
) -> None:
    browser = await claimed(served, CRY, "жоқ")
    for act, name in (("say", "documents_taken"), ("ask", "bleeding")):
        gate = await browser.posts(path(browser, act), text=name)

        assert gate.status == 409
        assert "harm the person" in gate.text
        assert await sent(served.helpline) == []

    for act, name in (("say", "short"), ("ask", "read_along")):
        assert (await browser.posts(path(browser, act), text=name)).status == 204
    assert len(await sent(served.helpline)) == 2
    why = json.loads(gate.text)["sure"]
    assert (
        await browser.posts(path(browser, "say"), text="documents_taken", sure=why)
    ).status == 204


async def test_who_has_not_claimed_it_sends_nothing_and_unknown_names_are_refused(
    served: Served,
) -> None:
    browser = await claimed(served)
    other = await served.signs_in(Role.OPERATOR, "Sparrow", 12)
    for act in ("say", "ask"):
        assert (await other.posts(path(other, act), text="can_write")).status == 409
        refused = await browser.posts(path(browser, act), text="send_money")
        assert refused.status == 409
        assert "Not " in refused.text

    assert await sent(served.helpline) == []

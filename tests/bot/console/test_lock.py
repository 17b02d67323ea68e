"""A locked session reads and writes nothing, whoever asks and by what means; it still rings."""

import json

import pytest

from bot.privacy.retention import Retention
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.status import Status
from tests.bot.console.conftest import Browser, Served
from tests.bot.console.test_routes import TABLE

WORDS = "какаду-утконос"
OPEN = {"/lock", "/unlock", "/leave", "/live", "/practice/live", "/waiting"}
OPEN |= {"/prove", "/prove/begin"}
"""What a lock leaves open to who is signed in."""


async def talking(served: Served) -> Browser:
    """An operator with a person's words before them."""
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await served.helpline.writes(1, "Русский")
    await served.helpline.writes(1, f"нас заперли {WORDS}")
    assert browser.operator is not None
    await served.helpline.acts(Action.CLAIM, browser.operator, 1)
    assert WORDS in (await browser.gets(f"/desk/ticket/{browser.handle(1)}")).text
    return browser


async def lapse(served: Served) -> None:
    """Nobody has touched the keys for as long as the row lives."""
    redis = served.helpline.parts.store.redis
    rows = await redis.keys("console_awake:*")
    for row in rows:
        assert 0 < await redis.pttl(row) <= Retention.CONSOLE_AWAKE.milliseconds
    assert await redis.delete(*rows)


@pytest.mark.parametrize("way", ["by hand", "by itself"])
async def test_a_locked_session_reads_and_writes_nothing(served: Served, way: str) -> None:
    browser = await talking(served)
    await (browser.posts("/lock") if way == "by hand" else lapse(served))
    before = await served.helpline.loaded(1)

    for (method, path), may in TABLE.items():
        if may is None or path in OPEN or Role.OPERATOR not in may:
            continue
        where = path.replace("{handle}", browser.handle(1))
        body = {"text": WORDS, "outcome": "informed", "line": 1}
        got = await (browser.gets(where) if method == "GET" else browser.posts(where, **body))
        assert (got.status, got.text) == (423, ""), where

    assert await served.helpline.status(1) is Status.HUMAN
    assert (await served.helpline.loaded(1)).ticket == before.ticket


async def test_a_page_that_is_opened_anew_shows_the_lock_alone(served: Served) -> None:
    browser = await talking(served)
    name = (await served.helpline.ticket(1)).name
    await browser.posts("/lock")

    moved = await browser.asks("GET", "/desk", **{"Sec-Fetch-Mode": "navigate"})
    shown = await browser.gets("/")

    assert (moved.status, moved.headers["Location"]) == (303, "/")
    assert "Unlock" in shown.text
    for word in (WORDS, name, "Heron", "Helpline desk"):
        assert word not in shown.text


async def test_it_still_says_how_many_wait_and_for_whom_without_a_word(served: Served) -> None:
    browser = await talking(served)
    await browser.posts("/lock")
    await served.helpline.asks(2)
    await served.helpline.writes(3, "Русский")
    await served.helpline.writes(3, f"нас заперли {WORDS}")

    told = await browser.gets("/waiting")

    assert json.loads(told.text) == {
        "due": 3,
        "alarms": [browser.handle(3)],
        "calls": [browser.handle(2), browser.handle(1)],
        "locked": True,
    }


async def test_who_unlocks_goes_on_where_they_were(served: Served) -> None:
    browser = await talking(served)
    await browser.posts("/lock")

    assert (await browser.posts("/unlock")).status == 204

    assert WORDS in (await browser.gets(f"/desk/ticket/{browser.handle(1)}")).text


async def test_who_proves_nothing_stays_locked(served: Served) -> None:
    browser = await talking(served)
    assert browser.operator is not None
    await served.helpline.parts.helpline.staff.change(browser.operator, waived=False)
    await browser.posts("/lock")

    assert (await browser.posts("/unlock")).status == 403
    assert (await browser.gets("/desk")).status == 423


async def test_what_a_passkey_has_shown_before_unlocks_nothing(served: Served) -> None:
    browser = await talking(served)
    assert browser.operator is not None
    await served.helpline.parts.helpline.staff.change(browser.operator, waived=False)
    await served.helpline.parts.store.console_sessions.prove(browser.token)
    await browser.posts("/lock")

    assert (await browser.posts("/unlock")).status == 403
    await served.helpline.parts.store.console_sessions.prove(browser.token)
    assert (await browser.posts("/unlock")).status == 204
    assert (await browser.gets("/desk")).status == 200


async def test_being_awake_is_renewed_and_never_unlocks(served: Served) -> None:
    browser = await talking(served)
    redis = served.helpline.parts.store.redis
    (row,) = await redis.keys("console_awake:*")
    await redis.pexpire(row, 1_000_000)
    assert (await browser.posts("/awake")).status == 204
    assert await redis.pttl(row) <= Retention.CONSOLE_AWAKE.milliseconds

    await browser.posts("/lock")

    assert (await browser.posts("/awake")).status == 423
    assert (await browser.gets("/desk")).status == 423


async def test_one_lock_locks_no_colleague(served: Served) -> None:
    browser = await talking(served)
    other = await served.signs_in(Role.OPERATOR, "Sparrow", 12)
    await browser.posts("/lock")

    assert (await other.gets("/desk")).status == 200


@pytest.mark.parametrize("name", ["x.svg", "12345.svg", "1-alarm.png", "1.svg.svg"])
async def test_an_icon_is_a_number_and_nothing_else(served: Served, name: str) -> None:
    stranger = served.stranger()
    assert ">7<" in (await stranger.gets("/icon/7.svg")).text
    assert ">99<" in (await stranger.gets("/icon/512-alarm.svg")).text
    assert (await stranger.gets(f"/icon/{name}")).status == 404

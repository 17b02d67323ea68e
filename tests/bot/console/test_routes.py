"""Every route has a row that says who may. The rows are written down here once more: whoever
changes one says so twice."""

from collections.abc import Iterator
from http import HTTPMethod

import pytest

from bot.console.application import application
from bot.console.routes import Route, Visit
from bot.console.security import Guard
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.status import Status
from sandbox.console import sign_in
from tests.bot.console.conftest import Browser, Served

OPERATOR, SUPERVISOR, EDITOR = Role.OPERATOR, Role.SUPERVISOR, Role.EDITOR
DESK = {OPERATOR, SUPERVISOR}
TEXTS = {SUPERVISOR, EDITOR}
TICKET = "/desk/ticket/{handle}"
PERSON = "/people/person/{person}"
TEXT = "/texts/edit/{locale}/{text}"

TABLE: dict[tuple[str, str], set[Role] | None] = {
    ("GET", "/static/{name}"): None,
    ("GET", "/"): None,
    ("POST", "/demo"): None,
    ("GET", "/icon/{name}"): None,
    ("POST", "/lock"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/unlock"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/awake"): {OPERATOR, SUPERVISOR, EDITOR},
    ("GET", "/waiting"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/sign-in/begin"): None,
    ("POST", "/sign-in"): None,
    ("POST", "/prove/begin"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/prove"): {OPERATOR, SUPERVISOR, EDITOR},
    ("GET", "/enrol"): None,
    ("POST", "/enrol/look"): None,
    ("POST", "/enrol/begin"): None,
    ("POST", "/enrol"): None,
    ("GET", "/devices"): {OPERATOR, SUPERVISOR, EDITOR},
    ("GET", "/devices/wanted"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/devices/begin"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/devices/add"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/devices/link"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/devices/lose"): {OPERATOR, SUPERVISOR, EDITOR},
    ("GET", "/people"): {SUPERVISOR},
    ("GET", "/people/roster"): {SUPERVISOR},
    ("GET", "/people/audit"): {SUPERVISOR},
    ("GET", "/people/audit/ended/{end}"): {SUPERVISOR},
    ("GET", f"{PERSON}/audit"): {SUPERVISOR},
    ("POST", "/people/invite"): {SUPERVISOR},
    ("POST", "/people/agree"): {SUPERVISOR},
    ("POST", f"{PERSON}/role"): {SUPERVISOR},
    ("POST", f"{PERSON}/device"): {SUPERVISOR},
    ("POST", f"{PERSON}/lose"): {SUPERVISOR},
    ("POST", f"{PERSON}/suspend"): {SUPERVISOR},
    ("POST", f"{PERSON}/restore"): {SUPERVISOR},
    ("POST", f"{PERSON}/remove"): {SUPERVISOR},
    ("POST", f"{PERSON}/sign-out"): {SUPERVISOR},
    ("POST", "/leave"): {OPERATOR, SUPERVISOR, EDITOR},
    ("POST", "/end-shift"): DESK,
    ("GET", "/live"): {OPERATOR, SUPERVISOR, EDITOR},
    ("GET", "/desk"): DESK,
    ("GET", "/desk/queue"): DESK,
    ("POST", "/desk/shift"): DESK,
    ("POST", "/desk/shown"): DESK,
    ("POST", "/desk/keys"): DESK,
    ("GET", TICKET): DESK,
    ("POST", f"{TICKET}/note"): DESK,
    ("POST", f"{TICKET}/claim"): DESK,
    ("POST", f"{TICKET}/reply"): DESK,
    ("POST", f"{TICKET}/correct"): DESK,
    ("POST", f"{TICKET}/delete"): DESK,
    ("POST", f"{TICKET}/release"): DESK,
    ("POST", f"{TICKET}/requeue"): DESK,
    ("POST", f"{TICKET}/close"): DESK,
    ("POST", f"{TICKET}/follow"): {SUPERVISOR},
    ("POST", f"{TICKET}/unfollow"): {SUPERVISOR},
    ("POST", f"{TICKET}/take-over"): {SUPERVISOR},
    ("POST", f"{TICKET}/acknowledge"): DESK,
    ("POST", f"{TICKET}/hand-over"): DESK,
    ("GET", "/hand-over"): DESK,
    ("GET", "/board"): DESK,
    ("GET", "/board/now"): DESK,
    ("POST", "/board/close"): {SUPERVISOR},
    ("POST", "/board/open"): {SUPERVISOR},
    ("POST", "/board/lift"): {SUPERVISOR},
    ("POST", "/board/keep"): {SUPERVISOR},
    ("POST", f"{TICKET}/texts"): DESK,
    ("POST", f"{TICKET}/say"): DESK,
    ("POST", f"{TICKET}/ask"): DESK,
    ("GET", "/practice"): DESK,
    ("POST", "/practice/begin"): DESK,
    ("POST", "/practice/end"): DESK,
    ("GET", "/practice/marks"): DESK,
    ("GET", "/practice/live"): DESK,
    ("GET", "/texts"): TEXTS,
    ("GET", "/texts/next/{locale}"): TEXTS,
    ("POST", "/texts/find"): TEXTS,
    ("GET", TEXT): TEXTS,
    ("POST", f"{TEXT}/check"): TEXTS,
    ("POST", f"{TEXT}/save"): TEXTS,
    ("GET", f"{TEXT}/history"): TEXTS,
    ("GET", "/texts/flows"): TEXTS,
    ("GET", "/texts/flow/{flow}"): TEXTS,
    ("GET", "/texts/talk/{flow}/{step}"): TEXTS,
    ("POST", "/texts/talk/begin"): TEXTS,
    ("POST", "/texts/talk/write"): TEXTS,
    ("POST", "/texts/talk/press"): TEXTS,
    ("POST", "/texts/talk/wait"): TEXTS,
    ("GET", "/texts/numbers"): TEXTS,
    ("GET", "/texts/number/{contact}/without"): TEXTS,
    ("POST", "/texts/number/{contact}/called"): TEXTS,
    ("GET", "/texts/files"): TEXTS,
    ("GET", "/texts/file"): TEXTS,
    ("POST", "/texts/file"): TEXTS,
    ("GET", "/publication"): TEXTS,
    ("GET", "/publication/bots"): TEXTS,
    ("GET", "/publication/check"): TEXTS,
    ("GET", "/publication/changes/{of}"): TEXTS,
    ("POST", "/publication/propose"): TEXTS,
    ("POST", "/publication/withdraw"): TEXTS,
    ("POST", "/publication/publish"): TEXTS,
    ("POST", "/publication/sign/begin"): TEXTS,
    ("POST", "/publication/sign"): TEXTS,
    ("POST", "/publication/file"): TEXTS,
    ("POST", "/publication/signed"): TEXTS,
    ("POST", "/publication/back/begin"): TEXTS,
    ("POST", "/publication/back"): TEXTS,
    ("GET", "/publication/passkey"): TEXTS,
    ("POST", "/publication/passkey/begin"): TEXTS,
    ("POST", "/publication/passkey"): TEXTS,
    ("GET", "/texts/reviews"): TEXTS,
    ("GET", "/texts/reviews/ask"): TEXTS,
    ("POST", "/texts/reviews/ask"): TEXTS,
    ("POST", "/texts/reviews/{review}/link"): TEXTS,
    ("POST", "/texts/reviews/{review}/withdraw"): TEXTS,
    ("POST", f"{TICKET}/again"): DESK,
    ("POST", f"{TICKET}/neutral"): DESK,
    ("POST", f"{TICKET}/transfer"): DESK,
    ("POST", f"{TICKET}/snooze"): DESK,
    ("POST", f"{TICKET}/urgency"): DESK,
    ("POST", f"{TICKET}/block"): DESK,
    ("GET", f"{TICKET}/more"): DESK,
    ("POST", f"{TICKET}/check"): DESK,
    ("POST", f"{TICKET}/last"): DESK,
    ("POST", f"{TICKET}/forget"): DESK,
}
"""None: anybody."""

REVIEW = "/review/{review}"
REVIEWERS = {
    ("GET", REVIEW),
    ("POST", f"{REVIEW}/look"),
    ("POST", f"{REVIEW}/begin"),
    ("POST", f"{REVIEW}/answer"),
    ("POST", f"{REVIEW}/sign"),
    ("GET", "/static/{name}"),
}
"""All that reviewers' own listener has, for whoever has a link."""

ONCE_MORE = {
    (method, f"/practice{path}"): may
    for (method, path), may in TABLE.items()
    if path.startswith("/desk") and not path.endswith("/hand-over")
}
"""The desk's own, which practice has once more with its own parts."""

TABLE |= ONCE_MORE

ASKS_PASSKEY = {
    *("/desk/shift", "/unlock"),
    *("/devices/begin", "/devices/add", "/devices/link", "/devices/lose"),
    *("/people/invite", "/people/agree", f"{PERSON}/role", f"{PERSON}/device", f"{PERSON}/lose"),
    *(f"{PERSON}/suspend", f"{PERSON}/restore", f"{PERSON}/remove"),
    *("/publication/propose", "/publication/withdraw", "/publication/publish"),
}
"""What a session alone can't do."""

NAMED = {
    "locale": "ru",
    "text": "utter_thanks",
    "flow": "emergency",
    "step": "0_handover",
    "contact": "phone_112",
    "of": "next",
    "end": "false-alarm",
    "review": "0" * 16,
}
"""What stands in a path for a name in braces."""

ON_TICKETS = [path for method, path in TABLE if method == "POST" and path.startswith(TICKET)]
WORDS = "какаду-утконос"


def rows(served: Served) -> Iterator[Route]:
    yield from served.console.routes(sign_in(served.console))


async def test_the_table_is_what_is_written_here(served: Served) -> None:
    found = {(row.method.value, row.path): row.may and set(row.may) for row in rows(served)}

    assert found == TABLE
    assert {row.path for row in rows(served) if row.asks_passkey} == ASKS_PASSKEY


async def test_the_server_has_no_route_beside_the_table(served: Served) -> None:
    app = served.console.application(sign_in(served.console))
    there = {
        (one.method, one.resource.canonical)
        for one in app.router.routes()
        if one.resource is not None
    }

    assert {(method, path) for method, path in there if method != "HEAD"} == set(TABLE)


async def test_the_reviewers_listener_has_its_own_routes_and_none_of_the_desk_s(
    served: Served,
) -> None:
    assert {(one.method.value, one.path) for one in served.console.review_routes()} == REVIEWERS
    app = served.console.review_application()
    assert app is not None
    there = {
        (one.method, one.resource.canonical)
        for one in app.router.routes()
        if one.resource is not None and one.method != "HEAD"
    }
    assert there == REVIEWERS


def test_two_rows_for_one_route_are_refused(served: Served) -> None:
    async def nothing(_: Visit) -> None:
        raise AssertionError

    row = Route(HTTPMethod.GET, "/desk", None, nothing)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="two routes"):
        application([row, row], Guard(served.origin, served.console.sessions))


async def walk(browser: Browser, person: int) -> dict[tuple[str, str], int]:
    """What each route answers, but for those that end the session and the endless stream."""
    answers = {}
    for method, path in TABLE:
        if path in {"/live", "/leave", "/end-shift"}:
            continue
        named = {
            **NAMED,
            "handle": browser.handle(person),
            "person": browser.operator_handle(),
            "name": "desk.js" if "static" in path else "3.svg",
        }
        where = path.format(**named)
        body = {"text": "words", "outcome": "informed", "line": 1}
        got = await (browser.gets(where) if method == "GET" else browser.posts(where, **body))
        answers[method, path] = got.status
    return answers


async def test_nobody_gets_anywhere_but_to_the_entrance(served: Served) -> None:
    await served.helpline.asks(1)
    before = await served.helpline.ticket(1)
    answers = await walk(served.stranger(), 1)

    open_to_all = {route for route, may in TABLE.items() if may is None}
    assert {route for route, status in answers.items() if status != 404} == open_to_all
    assert await served.helpline.ticket(1) == before
    for path in ("/live", "/leave", "/end-shift"):
        method = "GET" if path == "/live" else "POST"
        assert (await served.stranger().asks(method, path, {})).status == 404


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.slow
async def test_each_role_gets_where_its_rows_say(served: Served, role: Role) -> None:
    await served.helpline.asks(1)
    browser = await served.signs_in(role, "Heron", 11)
    answers = await walk(browser, 1)

    may = {route for route, roles in TABLE.items() if roles is None or role in roles}
    assert {route for route, status in answers.items() if status != 404} == may & set(answers)


@pytest.mark.parametrize("role", [OPERATOR, SUPERVISOR])
async def test_a_ticket_of_a_colleagues_is_neither_read_nor_written_to(
    served: Served, role: Role
) -> None:
    await served.helpline.writes(1, "Русский")
    await served.helpline.writes(1, f"нас заперли {WORDS}")
    heron = await served.helpline.admits(10, "Heron")
    await served.helpline.acts(Action.CLAIM, heron, 1)
    other = await served.signs_in(role, "Sparrow", 11)
    before = await served.helpline.loaded(1)

    shown = await other.gets(f"/desk/ticket/{other.handle(1)}")
    assert shown.status == 200
    assert "Heron has it" in shown.text
    assert WORDS not in shown.text
    own = ("note", "reply", "correct", "delete", "release", "again", "neutral", "snooze", "check")
    for act in own:
        path = f"/desk/ticket/{other.handle(1)}/{act}"
        answer = await other.posts(path, text=WORDS, line=1, until="1h")
        assert answer.status == 409, act
    after = await served.helpline.loaded(1)
    assert (after.conversation, after.ticket) == (before.conversation, before.ticket)
    if role is OPERATOR:
        body = {"outcome": "other", "urgency": "normal", "until": "1h", "whom": "language:ru"}
        for act in ("requeue", "close", "transfer", "urgency", "block"):
            path = f"/desk/ticket/{other.handle(1)}/{act}"
            assert (await other.posts(path, **body)).status == 409, act
        assert await served.helpline.status(1) is Status.HUMAN


async def test_what_is_waiting_is_read_by_nobody(served: Served) -> None:
    await served.helpline.writes(1, "Русский")
    await served.helpline.writes(1, f"нас заперли {WORDS}")
    browser = await served.signs_in(OPERATOR, "Heron", 11)

    shown = await browser.gets(f"/desk/ticket/{browser.handle(1)}")

    assert "Claim it to read" in shown.text
    assert WORDS not in shown.text
    assert WORDS not in (await browser.gets("/desk/queue")).text


async def test_who_was_removed_gets_nowhere_at_once(served: Served) -> None:
    browser = await served.signs_in(OPERATOR, "Heron", 11)
    assert (await browser.gets("/desk")).status == 200

    await served.helpline.parts.helpline.staff.remove("Heron")

    assert (await browser.gets("/desk")).status == 404


async def test_a_handle_of_another_session_leads_nowhere(served: Served) -> None:
    await served.helpline.asks(1)
    one = await served.signs_in(OPERATOR, "Heron", 11)
    other = await served.signs_in(OPERATOR, "Sparrow", 12)

    assert (await one.gets(f"/desk/ticket/{other.handle(1)}")).status == 404
    assert (await one.posts(f"/desk/ticket/{other.handle(1)}/claim")).status == 404
    assert await served.helpline.status(1) is Status.QUEUED


async def test_a_page_says_what_it_shows_and_only_in_a_shift(served: Served) -> None:
    """By it the pager knows whom to ring: nobody's open tab of yesterday counts."""
    await served.helpline.asks(1)
    browser = await served.signs_in(OPERATOR, "Heron", 11)
    assert browser.operator is not None
    staff, shown = served.helpline.parts.helpline.staff, served.helpline.parts.store.shown
    conversation = served.helpline.conversation(1)
    body = {"shown": {browser.handle(1): 3, browser.handle(2): 3, "strange": 1}}

    await staff.change(browser.operator, on_shift=False)
    assert (await browser.posts("/desk/shown", **body)).status == 204
    assert await shown.of(conversation) == {}
    await staff.change(browser.operator, on_shift=True)
    assert (await browser.posts("/desk/shown", **body)).status == 204
    assert await shown.of(conversation) == {browser.operator.id: 3}
    assert await shown.of(served.helpline.conversation(2)) == {}, "no ticket is open"
    assert (await browser.posts("/desk/shown", shown={"x": -1})).status == 400

    await served.helpline.acts(Action.CLAIM, browser.operator, 1)
    await served.helpline.acts(Action.CLOSE, browser.operator, 1)
    assert await shown.of(conversation) == {}, "it ends with the ticket"

"""Which requests are ours, what every answer tells the browser, and when a session is over."""

import re
from pathlib import Path

import pytest

import bot.console
from bot.config import Address, read
from bot.console.security import HEADERS, POLICY
from bot.console.sessions import Cookie
from bot.errors import ConfigError
from bot.privacy.retention import Retention
from bot.tickets.operator import Role
from flows.status import Status
from tests.bot.console.conftest import COOKIE, Served

FILES = Path(bot.console.__file__).parent
PAGES = [*FILES.rglob("*.html"), *FILES.rglob("*.js")]
FILES_SERVED = sorted(one.name for one in (FILES / "static").iterdir())
CLAIM = {"number": "0" * 32}


async def test_every_answer_bears_the_headers_refusals_as_well(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    for path in ("/", "/desk", "/desk/queue", "/static/console.css", "/nowhere", "/texts"):
        answer = await browser.gets(path)
        assert HEADERS.items() <= answer.headers.items(), path
        assert "Server" not in answer.headers


async def test_files_are_compressed_and_nothing_that_words_may_stand_in(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    files = [await browser.gets(f"/static/{name}") for name in FILES_SERVED]
    assert {one.headers.get("Content-Encoding") for one in files} == {"gzip"}
    for path in ("/desk", "/desk/queue", "/board/now", "/waiting"):
        assert "Content-Encoding" not in (await browser.gets(path)).headers, path


def test_the_policy_lets_no_string_become_a_script_or_a_page() -> None:
    assert POLICY.startswith("default-src 'none'; ")
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in POLICY
    for weak in ("unsafe", "*", "http", "data:", "blob:", "nonce"):
        assert weak not in POLICY


@pytest.mark.parametrize(
    "file", [*FILES.rglob("*.html"), *FILES.rglob("*.js")], ids=lambda f: f.name
)
def test_pages_have_nothing_inline_and_scripts_make_no_html(file: Path) -> None:
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|\|\s*safe", text)
    else:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
        assert not re.search(r"localStorage|sessionStorage|indexedDB|serviceWorker|pushState", text)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Host": "elsewhere.example"},
    ],
    ids=str,
)
async def test_a_write_that_isnt_from_our_own_page_does_nothing(
    served: Served, headers: dict[str, str]
) -> None:
    await served.helpline.asks(1)
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    path = f"/desk/ticket/{browser.handle(1)}/claim"

    assert (await browser.asks("POST", path, CLAIM, **headers)).status == 404
    assert await served.helpline.status(1) is Status.QUEUED
    assert (await browser.asks("POST", path, CLAIM)).status == 204


async def test_a_page_of_another_site_may_not_even_read(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    for site in ("cross-site", "same-site"):
        answer = await browser.asks("GET", "/desk/queue", **{"Sec-Fetch-Site": site})
        assert answer.status == 404


@pytest.mark.parametrize("path", ["/", "/enrol"])
async def test_a_link_in_a_chat_leads_to_the_entrance(served: Served, path: str) -> None:
    """Telegram in a browser is another site, and what is opened from a chat comes from there."""
    opened = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    assert (await served.stranger().asks("GET", path, **opened)).status == 200
    read = {**opened, "Sec-Fetch-Mode": "cors"}
    assert (await served.stranger().asks("GET", path, **read)).status == 404


async def test_a_request_that_comes_again_is_done_once(served: Served) -> None:
    await served.helpline.asks(1)
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await browser.posts(f"/desk/ticket/{browser.handle(1)}/claim")
    await served.helpline.to_person(1)
    body = {"number": "5" * 32, "text": "Здравствуйте"}

    for _ in range(2):
        path = f"/desk/ticket/{browser.handle(1)}/reply"
        assert (await browser.asks("POST", path, body)).status == 204

    assert [row.text for row in await served.helpline.to_person(1)] == ["Здравствуйте"]


@pytest.mark.parametrize("body", [None, [], {}, {"number": "1"}, {"number": "5" * 32, "more": 1}])
async def test_a_body_that_isnt_one_is_refused(served: Served, body: object) -> None:
    await served.helpline.asks(1)
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    path = f"/desk/ticket/{browser.handle(1)}/claim"

    assert (await browser.asks("POST", path, body)).status in {400, 404}
    assert await served.helpline.status(1) is Status.QUEUED


async def test_a_session_ends_by_itself_at_its_time(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    served.helpline.clock.advance(Retention.CONSOLE_SESSION.lifetime.total_seconds() - 1)
    assert (await browser.gets("/desk")).status == 200

    served.helpline.clock.advance(2)

    assert (await browser.gets("/desk")).status == 404


async def test_who_signs_out_is_out_and_the_browser_forgets(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)

    answer = await browser.posts("/leave")

    assert answer.status == 204
    assert '"storage"' in answer.headers["Clear-Site-Data"]
    assert (await browser.gets("/desk")).status == 404


async def test_the_end_of_a_shift_ends_the_session(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    roster = served.helpline.parts.store.roster
    assert browser.operator is not None

    assert (await browser.posts("/end-shift")).status == 204

    found = await roster.get(browser.operator.id)
    assert found is not None
    assert not found.on_shift
    assert (await browser.gets("/desk")).status == 404


async def test_a_token_that_was_never_given_is_nobodys(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    forged = served.stranger()
    for token in ("x", browser.token[:-1], browser.token + "x"):
        answer = await forged.asks("GET", "/desk", Cookie=f"{COOKIE}={token}")
        assert answer.status == 404


def test_by_tls_the_cookie_bears_the_prefix() -> None:
    assert Cookie(secure=True).name.startswith("__Host-")
    assert not Cookie(secure=False).name.startswith("__")


async def test_the_demos_cookie_is_shown_to_no_script_and_no_other_site(served: Served) -> None:
    number = {"role": "operator", "number": "1" * 32}
    answer = await served.stranger().asks("POST", "/demo", number)

    assert answer.status == 204
    given = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=Strict"} <= set(given.split("; "))
    assert "Domain" not in given


@pytest.mark.parametrize(
    "origin",
    [
        "http://desk.example.org",
        "https://desk.example.org/path",
        "https://desk.example.org?x=1",
        "desk.example.org",
        "ftp://localhost",
    ],
)
def test_an_origin_without_tls_is_refused_beyond_this_machine(origin: str) -> None:
    with pytest.raises(ConfigError, match="HELPLINE_CONSOLE_ORIGIN"):
        read({"HELPLINE_CONSOLE_ORIGIN": origin})


def test_an_origin_is_read_as_browsers_write_it() -> None:
    assert read({}).console_listen == Address("127.0.0.1", 8090)
    found = read({"HELPLINE_CONSOLE_ORIGIN": "https://Desk.Example.org/"})
    assert found.console_origin == "https://desk.example.org"
    assert read({"HELPLINE_CONSOLE_ORIGIN": "http://localhost:8090"}).console_origin

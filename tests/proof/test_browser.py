"""A whole shift in a real Chromium with a real profile; then every file that it has left is
searched, after it was killed in the middle and after it was closed.

It keeps as much as browsers do: it continues where one left off, and packs what it likes. A page of
an ordinary kind, in another browser, shows that the search finds what a browser keeps.
"""

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import BrowserContext, Page, expect

from sandbox.people import Person
from sandbox.ports import free_port
from tests.kit.console import answers
from tests.kit.wire import arrive
from tests.proof.browser import installed
from tests.proof.canaries import Canaries
from tests.proof.household import Household, household

pytestmark = [pytest.mark.process, pytest.mark.browser, pytest.mark.proof]

PATIENCE = 400.0
"""Seconds for a process to start, on a machine that is busy."""

SOON = 60_000.0
"""Milliseconds."""

KEPT = {"History", "Sessions", "Local Storage", "Cache"}
"""Where Chromium keeps what an ordinary page lets it keep: the address and the title, what was
typed, what a script put there, what was loaded."""


async def test_a_browser_is_left_with_nothing_of_a_shift(tmp_path: Path) -> None:
    canaries = Canaries()
    async with household(tmp_path) as home, installed() as chromium:
        address = await _console(home)
        await _the_search_can_find()
        context = await chromium.start()
        person = await _shift(home, context, address, canaries)
        await chromium.kill()
        assert canaries.found_in(chromium.left()) == set(), "killed, with a draft on the page"

        context = await chromium.start()
        page = await _goes_on(context, address, person, canaries)
        await page.get_by_role("button", name="Sign out").click()
        await expect(page.get_by_role("button", name="Operator", exact=True)).to_be_visible()
        await chromium.close(context)
        assert canaries.found_in(chromium.left()) == set(), "closed, after signing out"
        elsewhere = {path for _, path in canaries.found_in(await home.outside())}
        assert elsewhere <= {"code name"}, "which names a row of the store"


async def _console(home: Household) -> str:
    """The demo's console as a process, beside the bots; its address."""
    port = free_port()
    address = f"http://localhost:{port}"
    listens = {
        "HELPLINE_CONSOLE_LISTEN": f"127.0.0.1:{port}",
        "HELPLINE_CONSOLE_ORIGIN": address,
    }
    await home.run("console", home.environments["desk"] | listens, "sandbox.console")
    await answers(port, PATIENCE)
    return address


async def _shift(
    home: Household, context: BrowserContext, address: str, canaries: Canaries
) -> Person:
    """What an operator does and sees; a draft is left on the page."""
    page = await context.new_page()
    await page.goto(address)
    await page.get_by_role("button", name="Operator", exact=True).click()
    await page.get_by_role("button", name="Begin shift").click()
    person = home.sandbox.person("p1", language_code="ru", first_name=canaries.word("first name"))
    await arrive(person, timeout=SOON)
    await person.say(f"нас заперли помогите {canaries.word('the cry')}")
    await page.locator("#queue .entry").first.click(timeout=SOON)
    name = (await page.locator("#ticket h2").inner_text()).strip()
    await page.get_by_role("button", name="Claim", exact=True).click()
    talk = page.get_by_role("region", name="Conversation")
    await expect(talk.get_by_text(canaries.word("the cry"))).to_be_visible(timeout=SOON)
    canaries.words["code name"] = name
    canaries.words["cookie"] = (await context.cookies())[0]["value"]
    handle = await page.locator("#queue .entry").first.get_attribute("data-handle")
    assert handle
    canaries.words["handle"] = handle

    message = page.get_by_role("textbox", name="Message")
    await message.press_sequentially(canaries.word("reply"))
    await page.get_by_role("button", name="Send").click()
    await person.expect(contains=canaries.word("reply"), timeout=SOON)
    await talk.get_by_text(canaries.word("reply")).hover()
    await talk.get_by_role("button", name="Correct").click()
    await message.fill(canaries.word("correction"))
    await page.get_by_role("button", name="Send").click()
    await expect(talk.get_by_text("corrected")).to_be_visible(timeout=SOON)
    await page.get_by_role("button", name="Texts", exact=True).click()
    await page.locator("#drawer-words").press_sequentially(canaries.word("search"))
    await page.keyboard.press("Enter")
    await expect(page.locator("#drawer-said")).not_to_be_empty(timeout=SOON)
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Note for colleagues").click()
    await page.get_by_role("textbox", name="Note for colleagues").fill(canaries.word("note"))
    await page.get_by_role("button", name="Keep note").click()
    await person.say(canaries.word("an answer"))
    await expect(talk.get_by_text(canaries.word("an answer"))).to_be_visible(timeout=SOON)

    await page.get_by_role("button", name="Lock", exact=True).click()
    await page.get_by_role("button", name="Unlock").click()
    await message.fill(canaries.word("draft before a reload"))
    await page.reload()
    await page.goto("about:blank")
    await page.go_back()
    await page.locator("#queue .entry").first.click(timeout=SOON)
    await expect(message).to_have_value("")
    await message.press_sequentially(canaries.word("draft"))
    second = await context.new_page()
    await second.goto(f"{address}/desk")
    await second.locator("#queue .entry").first.click(timeout=SOON)
    await expect(second.get_by_text(canaries.word("an answer"))).to_be_visible(timeout=SOON)
    return person


async def _goes_on(
    context: BrowserContext, address: str, person: Person, canaries: Canaries
) -> Page:
    """After the kill: signed in anew, with no word left in the box, up to the close."""
    page = await context.new_page()
    await page.goto(address)
    await (
        page.get_by_role("button", name="Operator", exact=True)
        .or_(page.get_by_role("button", name="End shift"))
        .first.wait_for(timeout=SOON)
    )
    if await page.get_by_role("button", name="Operator", exact=True).count():
        await page.get_by_role("button", name="Operator", exact=True).click()
        await page.get_by_role("button", name="Begin shift").click()
    await expect(page.locator("#queue .entry")).to_have_count(1, timeout=SOON)
    for one in context.pages:
        shown = await one.evaluate("[...document.querySelectorAll('textarea')].map((t) => t.value)")
        assert not any(word in shown for word in canaries.words.values())
    await person.say(canaries.word("last word"))
    return page


async def _the_search_can_find() -> None:
    """A control: the browser keeps of an ordinary page what it may, and it is found there."""
    control = Canaries()
    word = control.word("control")

    async def answer(_: web.Request) -> web.Response:
        words = (
            f"<title>{word}</title><p>{word}<textarea></textarea>"
            f"<script>localStorage.setItem('word', '{word}')</script>"
        )
        headers = {"Cache-Control": "max-age=3600"}
        return web.Response(text=words, content_type="text/html", headers=headers)

    app = web.Application()
    app.router.add_get("/{any:.*}", answer)
    async with installed() as chromium, TestServer(app) as server:
        context = await chromium.start()
        page = await context.new_page()
        await page.goto(str(server.make_url(f"/{word}")))
        await page.locator("textarea").fill(word)
        await page.goto(str(server.make_url("/more")))
        await chromium.close(context)
        found = {place for place, _ in control.found_in(chromium.left())}
    assert {kind for kind in KEPT if any(kind in place for place in found)} == KEPT, found

"""One stream for all tabs of a browser, the lock of the screen, and a network that comes and goes,
in a real browser."""

import asyncio
import re
from collections.abc import Sequence

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from tests.kit.console import Served, faults, signed_in
from tests.kit.wire import Line
from tests.wire.test_console import asks, cries, takes, writes

pytestmark = [pytest.mark.process, pytest.mark.browser]

TABS = 12
SOON = 15_000.0
"""Milliseconds within which another tab has the stream, on a machine that is busy."""

HEARD = """
window.heard = [];
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) {
  window.heard.push(this.frequency.value);
  return start.apply(this, when);
};
"""
"""Notes the frequency of each sound that is really played."""

TEST_TONE, ALARM = 523, 880


async def opened(context: BrowserContext, served: Served) -> Page:
    """One more tab of the same browser."""
    page = await context.new_page()
    await page.goto(f"{served.url}/desk")
    return page


async def all_say(pages: Sequence[Page], title: str) -> None:
    for page in pages:
        await expect(page).to_have_title(title, timeout=SOON)


async def heard(pages: Sequence[Page]) -> list[int]:
    """Every note that any tab has played."""
    each = [await page.evaluate("window.heard.map(Math.round)") for page in pages]
    return [note for notes in each for note in notes]


async def test_twelve_tabs_share_one_stream_and_hand_it_on(
    line: Line, served: Served, browser: Browser
) -> None:
    pages = [await signed_in(browser, served)]
    context = pages[0].context
    streams: list[Page] = [pages[0]]
    context.on(
        "request",
        lambda asked: streams.append(asked.frame.page) if asked.url.endswith("/live") else None,
    )
    pages += [await opened(context, served) for _ in range(TABS - 1)]
    await asks(line, "p1")
    await all_say(pages, "(1) Helpline desk")
    assert len(streams) == 1, "a browser opens six connections to a host"

    pages.remove(streams[-1])
    await streams[-1].close()
    await asks(line, "p2")
    await all_say(pages, "(2) Helpline desk")
    assert len(streams) == 2
    for page in pages:
        await expect(page.locator("#queue .entry")).to_have_count(2)

    frozen = streams[-1]
    pages.remove(frozen)
    inside = await context.new_cdp_session(frozen)
    await inside.send("Page.setWebLifecycleState", {"state": "frozen"})
    await asks(line, "p3")
    await all_say(pages, "(3) Helpline desk")
    await inside.send("Page.setWebLifecycleState", {"state": "active"})
    await expect(frozen.locator("#queue .entry")).to_have_count(3, timeout=SOON)


async def test_what_was_asked_for_is_shown_also_while_more_comes(
    line: Line, served: Served, browser: Browser
) -> None:
    """A slow line, and somebody who writes fast: no answer is thrown away for the next one."""
    page = await signed_in(browser, served)
    person = await asks(line, "p1")
    await takes(page)
    asked, first, others = list[str](), asyncio.Event(), asyncio.Event()

    async def slow(route: Route) -> None:
        asked.append(route.request.url)
        await (first if len(asked) == 1 else others).wait()
        await route.continue_()

    await page.evaluate(
        "() => { new BroadcastChannel('desk').onmessage ="
        " ({data}) => data.kind === 'conversation' && (window.told = true) }"
    )
    await page.route(re.compile(r"/desk/ticket/[^/]+$"), slow)
    await person.say("раз")
    async with asyncio.timeout(20):
        while not asked:
            await page.evaluate("0")
    await page.evaluate("window.told = false")
    await person.say("два")
    async with asyncio.timeout(20):
        while not await page.evaluate("window.told"):
            pass
    first.set()

    await expect(page.get_by_text("раз", exact=True)).to_be_visible()
    others.set()
    await expect(page.get_by_text("два", exact=True)).to_be_visible()


async def test_an_entry_stays_under_the_pointer_until_it_is_released(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    await asks(line, "p1")
    entries = page.locator("#queue .entry")
    await expect(entries).to_have_count(1)
    await entries.first.hover()
    await page.mouse.down()
    async with page.expect_response(re.compile("/desk/queue$")) as shown:
        await asks(line, "p2")
    await (await shown.value).finished()
    await page.mouse.up()

    await expect(page.get_by_role("button", name="Claim", exact=True)).to_be_visible()
    await expect(entries).to_have_count(2)


async def test_a_button_of_the_ticket_stays_under_the_pointer_until_it_is_released(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    person = await asks(line, "p1")
    await takes(page)
    await page.get_by_role("button", name="Close", exact=True).hover()
    await page.mouse.down()
    async with page.expect_response(re.compile("/desk/ticket/[^/]+$")) as shown:
        await person.say("ещё одно")
    await (await shown.value).finished()
    await page.mouse.up()

    await expect(page.get_by_role("button", name="Close: informed")).to_be_visible()


async def test_all_tabs_lock_ring_without_words_and_unlock_together(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    context = page.context
    await context.add_init_script(HEARD)
    await context.clock.install()
    await page.reload()
    other = await opened(context, served)
    person = await cries(line, "p1", "нас заперли какаду")
    await takes(page)
    await expect(page.get_by_text("какаду")).to_be_visible()
    name = (await page.locator("#ticket h2").inner_text()).strip()
    await page.get_by_role("textbox", name="Message").fill("черновик")
    tabs = (page, other)
    assert TEST_TONE in await heard(tabs), "a page that was loaded in a shift rings from a click on"

    await context.clock.fast_forward("05:10")
    for tab in tabs:
        await expect(tab.get_by_role("heading", name="The screen is locked")).to_be_visible()
        shown = await tab.evaluate("document.documentElement.outerHTML + document.title")
        assert not any(word in shown for word in ("какаду", "черновик", name, "Helpline desk"))
        assert await tab.evaluate("fetch('/desk/queue').then((got) => got.status)") == 423
        assert await faults(tab) == []
    before = len(await heard(tabs))
    await cries(line, "p2")
    await all_say(tabs, "🔒 (2)")
    await expect(page.locator('link[rel="icon"]')).to_have_attribute("href", "/icon/2-alarm.svg")
    async with asyncio.timeout(20):
        while len(rung := (await heard(tabs))[before:]) < 6:
            pass
    assert set(rung) == {ALARM, 622}, "and by one tab alone"
    assert len(rung) == 6
    anew = await opened(context, served)
    await expect(anew.get_by_role("button", name="Unlock")).to_be_focused()
    await anew.close()

    await other.get_by_role("button", name="Unlock").click()
    await expect(page.get_by_text("какаду")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Message")).to_have_value("черновик")
    await expect(other.locator("#queue .entry")).to_have_count(2)
    await page.get_by_role("button", name="Send").click()
    await person.expect(contains="черновик")


async def test_unlocked_right_after_it_was_locked_it_stays_open(
    line: Line, served: Served, browser: Browser
) -> None:
    """On a slow line the request to lock would arrive after the one to unlock."""
    page = await signed_in(browser, served)
    clicked = asyncio.Event()

    async def late(route: Route) -> None:
        await clicked.wait()
        await route.continue_()

    await page.route("**/lock", late)
    await page.get_by_role("button", name="Lock", exact=True).click()
    await page.get_by_role("button", name="Unlock").click()
    clicked.set()

    await expect(page.get_by_role("button", name="Lock", exact=True)).to_be_visible()
    assert await page.evaluate("fetch('/desk/queue').then((got) => got.status)") == 200


async def test_what_was_asked_while_it_was_locked_locks_nothing_later(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    asked, opened_again = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        told = await route.fetch()
        asked.set()
        await opened_again.wait()
        await route.fulfill(response=told)

    await page.get_by_role("button", name="Lock", exact=True).click()
    await expect(page.get_by_role("button", name="Unlock")).to_be_visible()
    await page.route("**/waiting", late)
    await cries(line, "p1", "нас заперли какаду")
    await asyncio.wait_for(asked.wait(), 20)
    await page.get_by_role("button", name="Unlock").click()
    await expect(page.get_by_role("button", name="Lock", exact=True)).to_be_visible()
    opened_again.set()

    await expect(page).to_have_title(re.compile(r"^\(1\)"), timeout=SOON)
    await expect(page.get_by_role("button", name="Lock", exact=True)).to_be_visible()


async def test_a_page_that_is_kept_for_the_way_back_has_no_words(
    line: Line, served: Served, browser: Browser
) -> None:
    """The events as browsers send them: no flag makes a headless one keep a page for sure."""
    page = await signed_in(browser, served)
    await cries(line, "p1", "нас заперли какаду")
    await takes(page)
    await page.get_by_role("textbox", name="Message").fill("черновик")
    leaves, returns = (
        f"window.dispatchEvent(new PageTransitionEvent('{kind}', {{persisted: true}}))"
        for kind in ("pagehide", "pageshow")
    )
    await page.evaluate(leaves)
    assert "какаду" not in await page.evaluate("document.documentElement.outerHTML")
    await page.evaluate(returns)
    await expect(page.get_by_text("какаду")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Message")).to_have_value("черновик")

    await page.evaluate(leaves)
    out = await opened(page.context, served)
    await out.get_by_role("button", name="Sign out").click()
    await expect(out.get_by_role("button", name="Operator", exact=True)).to_be_visible()
    await page.evaluate(returns)
    await expect(page.get_by_role("button", name="Operator", exact=True)).to_be_visible()


async def test_in_a_tunnel_the_page_says_so_and_nothing_goes_twice(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served, width=360)
    person = await asks(line, "p1")
    await takes(page)
    talk = page.get_by_role("region", name="Conversation")
    await writes(page, "первое")
    await page.context.set_offline(True)
    await expect(page.get_by_text("Cut off")).to_be_visible()
    message = page.get_by_role("textbox", name="Message")
    await message.fill("второе")
    await page.get_by_role("button", name="Send").click()
    await expect(talk.get_by_text("That didn't work")).to_be_visible()
    await expect(message).to_have_value("второе")
    await person.say("слово из тоннеля")
    await expect(talk.get_by_text("слово из тоннеля")).to_have_count(0)

    await page.context.set_offline(False)
    await expect(talk.get_by_text("слово из тоннеля")).to_be_visible(timeout=SOON)
    await expect(page.locator("#link")).not_to_have_class(re.compile("cut"))
    await expect(message).to_have_value("второе")
    await page.get_by_role("button", name="Send").click()
    await person.expect(contains="второе")
    own = [one.text for one in person.messages if one.text in {"первое", "второе"}]
    assert own == ["первое", "второе"]

"""A page that loads: pressed before its scripts are there, half of it lost, and how much it is."""

import asyncio
from collections.abc import Mapping

import pytest
from playwright.async_api import Browser, BrowserContext, Route, expect

from tests.kit.console import Served, signed_in

pytestmark = [pytest.mark.process, pytest.mark.browser]

MOST_KILOBYTES = 100
"""Of the desk's first load, on a connection that one pays for by the megabyte."""


async def off_shift(browser: Browser, served: Served) -> BrowserContext:
    """A browser whose operator has signed in and not begun."""
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{served.url}/")
    await page.get_by_role("button", name="Operator", exact=True).click()
    await page.wait_for_url("**/desk")
    return context


async def test_what_is_pressed_before_the_scripts_are_there_is_done(
    served: Served, browser: Browser
) -> None:
    context = await off_shift(browser, served)
    there, asked = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        asked.set()
        await there.wait()
        await route.continue_()

    page = await context.new_page()
    await page.route("**/static/desk.js", late)
    await page.goto(f"{served.url}/desk", wait_until="commit")
    await asked.wait()
    begin = page.get_by_role("button", name="Begin shift")
    await begin.click(no_wait_after=True)
    await expect(begin).to_have_attribute("aria-busy", "true")
    there.set()

    await expect(page.get_by_role("button", name="End shift")).to_be_visible()


async def test_a_page_that_has_lost_a_script_says_so(served: Served, browser: Browser) -> None:
    page = await signed_in(browser, served)
    await page.route("**/static/queue.js", lambda route: route.abort())
    await page.reload()

    await expect(page.get_by_text("The page hasn't come whole")).to_be_visible()


async def test_the_first_load_is_small(served: Served, browser: Browser) -> None:
    page = await (await off_shift(browser, served)).new_page()
    wire = await page.context.new_cdp_session(page)
    sizes = list[Mapping[str, float]]()
    await wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda one: sizes.append(one))
    await page.goto(f"{served.url}/desk")
    await page.wait_for_selector("#queue .lines")

    assert 0 < sum(one["encodedDataLength"] for one in sizes) < MOST_KILOBYTES * 1024

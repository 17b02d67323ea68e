"""A practice in a real browser: unmistakable, by the desk's own pages, and read out at the end."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.kit.console import chromium, console_beside, signed_in
from tests.kit.wire import running

pytestmark = [pytest.mark.process, pytest.mark.browser]

PATIENCE = 60_000


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """An operator's, on shift, on a phone's width from the second page on."""
    async with (
        running() as line,
        console_beside(line.settings) as served,
        chromium() as browser,
    ):
        found = await signed_in(browser, served)
        found.set_default_timeout(PATIENCE)
        yield found


async def accessible(page: Page) -> None:
    """axe finds nothing, as wide as a desk and as narrow as a phone."""
    for width in (1280, 360):
        await page.set_viewport_size({"width": width, "height": 860})
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_a_dialogue_is_chosen_played_and_marked(page: Page) -> None:
    expect.set_options(timeout=PATIENCE)
    await page.get_by_role("link", name="Practice").click()
    await expect(page.get_by_text("You are on shift")).to_be_visible()
    await accessible(page)
    await page.set_viewport_size({"width": 1280, "height": 860})
    await page.get_by_label("The person writes in").select_option("uz")
    await page.get_by_role("button", name="Begin: A prank").click()

    frame = page.get_by_role("complementary", name="Practice")
    await expect(frame).to_contain_text("nobody here is real")
    await expect(page.get_by_role("button", name="End shift")).to_be_hidden()
    queue = page.get_by_role("region", name="Queue")
    await queue.get_by_role("button").first.click()
    await page.get_by_role("button", name="Claim", exact=True).click()
    talk = page.get_by_role("region", name="Conversation")
    await expect(talk.get_by_text("pitsa")).to_be_visible()
    await page.get_by_role("textbox", name="Message").fill("Hozir yozish Siz uchun xavfsizmi?")
    await page.get_by_role("button", name="Send").click()
    await expect(talk.get_by_text("hammasi norm")).to_be_visible()  # live, after a few seconds
    await accessible(page)
    await page.set_viewport_size({"width": 1280, "height": 860})
    await page.get_by_role("button", name="Close", exact=True).click()
    await page.get_by_role("button", name="Close: other").click()

    await page.wait_for_url("**/practice/marks")
    await expect(page.locator(".mark-row.missed")).to_have_count(0)
    await expect(page.get_by_text("Safety asked first")).to_be_visible()
    await expect(page.get_by_text("xavfsizmi?").first).to_be_visible()
    await accessible(page)
    await page.get_by_role("button", name="The same once more").click()
    await page.wait_for_url("**/practice/desk")
    await page.get_by_role("button", name="End and see the marks").click()
    await page.wait_for_url("**/practice/marks")
    await expect(page.locator(".mark-row.missed").first).to_be_visible()

    await page.get_by_role("link", name="Desk", exact=True).click()
    await expect(page.get_by_text("nobody here is real")).to_have_count(0)
    await expect(queue.get_by_role("button")).to_have_count(0)

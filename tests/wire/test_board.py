"""The board and the end of a shift in a real browser, looked at when somebody waits too long.

`make picture` keeps the screenshots.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.tickets.hours import KAZAKHSTAN
from bot.tickets.ticket import Action
from tests.bot.console.conftest import Served, serving
from tests.kit.constants import DANGER

pytestmark = [pytest.mark.process, pytest.mark.browser]

LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = (
    (1280, "light"),
    (1280, "dark"),
    (360, "light"),
)
ENDED = {
    "ticket|ru|danger|emergency|closed|under 2 min": 7,
    "ticket|ru|person|normal|closed|2-5 min": 12,
    "ticket|ru|person|normal|withdrawn|never claimed": 6,
    "ticket|kk|person|high|released|5-10 min": 2,
}
"""By field of a day's counts."""


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving() as started:
        yield started


async def busy(served: Served) -> None:
    """Five people: one in an emergency has waited too long, two are with operators."""
    helpline = served.helpline
    heron, robin = await helpline.admits(21, "Heron"), await helpline.admits(22, "Robin")
    await helpline.admits(23, "Sparrow")
    for person in (1, 2, 3, 4):
        await helpline.asks(person)
    await helpline.acts(Action.CLAIM, heron, 1)
    await helpline.acts(Action.CLAIM, heron, 2)
    await helpline.acts(Action.CLAIM, robin, 3)
    await helpline.acts(Action.REPLY, robin, 3, "Здравствуйте")
    await helpline.writes(5, DANGER)
    helpline.clock.advance(245)
    day = helpline.clock.now().astimezone(KAZAKHSTAN).date().isoformat()
    await helpline.parts.store.redis.hset(f"statistics:{day}", mapping=ENDED)


async def enters(browser: Browser, served: Served, role: str) -> Page:
    """Signed in and on shift."""
    context = await browser.new_context(viewport={"width": 1280, "height": 860})
    page = await context.new_page()
    await page.goto(f"{served.origin}/")
    await page.get_by_role("button", name=role, exact=True).click()
    await page.wait_for_url("**/desk")
    await page.get_by_role("button", name="Begin shift").click()
    await expect(page.get_by_role("button", name="End shift")).to_be_visible()
    return page


async def looks(page: Page, name: str, folder: Path) -> dict[str, list[str]]:
    """What axe-core finds, wide and on a phone, light and dark. Nothing reaches over the edge."""
    found = {}
    for width, scheme in LOOKS:
        await page.set_viewport_size({"width": width, "height": 860})
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        results = await Axe().run(page)
        found[f"{name}, {width}, {scheme}"] = [
            f"{one['id']}: {node['html'][:120]}"
            for one in results.response["violations"]
            for node in one["nodes"]
        ]
        await page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width, name
    return {place: faults for place, faults in found.items() if faults}


async def test_a_supervisor_sees_who_waits_and_an_operator_leaves_in_order(
    served: Served, browser: Browser, tmp_path: Path
) -> None:
    await busy(served)
    supervisor = await enters(browser, served, "Supervisor")
    await supervisor.clock.install()
    await supervisor.get_by_role("link", name="Board").click()
    headline = supervisor.get_by_role("heading", name="Somebody waits too long: 1")
    await expect(headline).to_be_in_viewport()
    await expect(supervisor).to_have_title("(1) Helpline desk")
    picture = supervisor.get_by_role("img", name="How long the first one waits")
    await expect(picture).to_be_visible()
    found = await looks(supervisor, "board", tmp_path)
    await supervisor.get_by_label("No operators until").fill("23:30")
    await supervisor.get_by_role("button", name="Close the desk").click()
    await expect(supervisor.get_by_role("button", name="Open again")).to_be_visible()

    operator = await enters(browser, served, "Operator")
    await operator.get_by_role("region", name="Queue").get_by_role("button").first.click()
    await operator.get_by_role("button", name="Claim", exact=True).click()
    await expect(operator.get_by_role("textbox", name="Message")).to_be_visible()
    await supervisor.set_viewport_size({"width": 1280, "height": 860})
    await supervisor.get_by_role("link", name="Desk").click()
    await supervisor.locator("[data-kind=others]").first.click()
    await supervisor.get_by_role("button", name="Read along").click()
    await expect(supervisor.get_by_text("You are reading along")).to_be_visible()
    await expect(supervisor.get_by_text(DANGER)).to_be_visible()
    await expect(supervisor.get_by_role("textbox", name="Message")).to_be_hidden()
    found |= await looks(supervisor, "following", tmp_path)
    await operator.reload()
    await operator.locator("[data-kind=mine]").first.click()
    await expect(operator.get_by_text("Osprey is reading along")).to_be_visible()

    await supervisor.context.set_offline(True)  # whose sign lapses, since nothing renews it
    await supervisor.clock.fast_forward(55_000)
    await expect(supervisor.get_by_text("You are reading along")).to_be_hidden()
    await expect(supervisor.get_by_text(DANGER)).to_have_count(0)

    await operator.get_by_role("button", name="End shift").click()
    await operator.wait_for_url("**/hand-over")
    found |= await looks(operator, "hand-over", tmp_path)
    await operator.get_by_label("We said that we would").select_option(label="write again")
    await operator.get_by_label("rights").check()
    await operator.get_by_role("button", name="Hand").click()
    await operator.get_by_role("button", name="End shift").click()
    await operator.wait_for_url(f"{served.origin}/")
    assert (await served.helpline.ticket(5)).sheet is not None
    assert found == {}

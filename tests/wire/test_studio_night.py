"""A whole night of a correction, in Chromium: an editor at the keyboard, translators on a phone, a
lawyer with a link, two publishers with their passkeys; a person in the middle of the dialogue is
shown the new words, and another the first ones after one publisher has brought them back."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.bot.studio.trees import git
from tests.kit.console import Served, faults
from tests.kit.wire import QUESTION, arrive
from tests.wire.test_publication import Hotline, browser, hotline
from tests.wire.test_publication import editor as publisher
from tests.wire.test_studio import editor

__all__ = ["browser", "hotline"]

pytestmark = [pytest.mark.browser, pytest.mark.process]

SLOW_MILLISECONDS = 60_000
NAME = "reflection_period"
PAGE = f"content/ru/pages/{NAME}.md"
MESSAGE = f"utter_{NAME}_more"
BEFORE = "Отдельной бумаги о 30 днях закон не называет."
AFTER = "Отдельной бумаги о 30 днях в законе нет."
LOCALES = ("kk", "uz")
PHONE = 360
MOST_TABS = 120


async def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus: who has no mouse can come to it."""
    handle = await wanted.element_handle(timeout=SLOW_MILLISECONDS)
    for _ in range(MOST_TABS):
        if await page.evaluate("one => one === document.activeElement", handle):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} isn't reached by Tab")


async def corrects(page: Page, folder: Path) -> None:
    """The editor: search, words, reason, save; without a mouse."""
    await tab_to(page, page.get_by_role("searchbox"))
    await page.keyboard.type(BEFORE)
    await page.keyboard.press("Enter")
    link = page.get_by_role("link", name=MESSAGE)
    await tab_to(page, link)
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**/{MESSAGE}")
    box = page.locator(f'[data-field="{MESSAGE}"]')
    await expect(box).to_be_focused()  # who looked for these words is at them
    words = (await box.input_value()).replace(BEFORE, AFTER)
    await page.keyboard.press("Control+a")
    await page.keyboard.insert_text(words)
    phone = page.get_by_role("region", name="On the phone")
    await expect(phone.locator(f'[data-text="{MESSAGE}"]')).to_contain_text(AFTER)
    await expect(phone.locator(".fault")).to_have_count(0)
    await tab_to(page, page.get_by_label("Why do you change it?"))
    await page.keyboard.type("проще")
    await page.keyboard.press("Control+s")
    await expect(page.locator("#said")).to_have_text("Saved.")
    assert AFTER in (folder / PAGE).read_text()


async def follows(page: Page, served: Served, locale: str) -> None:
    """A translator on a phone: theirs is right as it is, and they say so."""
    await page.goto(f"{served.url}/texts?locale={locale}")
    await page.get_by_role("link", name="Translate the next one").click()
    await page.wait_for_url(f"**/edit/{locale}/{NAME}")
    await expect(page.locator(".source ins").first).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert await faults(page) == []
    await page.get_by_label("I have compared them").check()
    await expect(page.get_by_label("Why do you change it?")).to_have_value(
        "follows the Russian text"
    )
    await page.get_by_role("button", name="Save", exact=True).click()
    await expect(page.locator("#said")).to_have_text("Saved.")
    await expect(page.locator("#stale")).to_be_hidden()


async def signs(browser: Browser, page: Page, served: Served) -> None:
    """A lawyer without an account reads the page by a link, and signs it."""
    await page.goto(f"{served.url}/texts/reviews/ask?locale=ru&reviewer=lawyer&text={NAME}")
    await page.get_by_role("button", name="Make the link").click()
    link = page.locator("#given .link-text")
    await expect(link).to_be_visible()
    context = await browser.new_context(viewport={"width": PHONE, "height": 780}, locale="en")
    lawyer = await context.new_page()
    lawyer.set_default_timeout(SLOW_MILLISECONDS)
    await lawyer.goto(await link.input_value())
    await lawyer.get_by_role("button", name="Begin").click()
    await expect(lawyer.get_by_text(AFTER).first).to_be_visible()
    for one in await lawyer.get_by_label("Yes", exact=True).all():
        await one.check()
    await lawyer.locator("#name").fill("И. Фамилия")
    await lawyer.locator("#profession").fill("адвокат")
    await lawyer.locator("#sign").click()
    await expect(lawyer.get_by_role("heading", name="Thank you")).to_be_visible()
    await context.close()


async def test_a_whole_night(browser: Browser, hotline: Hotline) -> None:
    served, folder = hotline.served, hotline.folder
    person = hotline.line.sandbox.person("p1", language_code="ru")
    await arrive(person)
    await person.say(QUESTION)
    await person.expect(with_button="Подробнее", timeout=60)

    wren, complaints = await editor(browser, served)
    await corrects(wren, folder)
    translator, more = await editor(browser, served, PHONE)
    for locale in LOCALES:
        await follows(translator, served, locale)
    await signs(browser, wren, served)
    lines = git(folder, "log", "--format=%an: %s", "-4").splitlines()
    assert lines[1:] == [
        "Wren: uz reflection_period: follows the Russian text",
        "Wren: kk reflection_period: follows the Russian text",
        "Wren: ru reflection_period: проще",
    ]
    assert 'reviewed_by: "И. Фамилия"' in (folder / PAGE).read_text()

    await wren.goto(f"{served.url}/publication")
    await expect(wren.get_by_text("Translations that lag behind:")).to_be_visible()
    await wren.get_by_label("Also if translations lag behind").check()  # three languages sleep
    await wren.get_by_role("button", name="Propose these texts").click()
    await expect(wren.get_by_role("region", name="Proposed: no. 1")).to_be_visible()
    first, _ = await publisher(browser, hotline, hotline.kestrel)
    await first.get_by_role("button", name="Sign with my passkey").click()
    await expect(first.get_by_text("Still needed: 1.")).to_be_visible()
    second, noise = await publisher(browser, hotline, hotline.wren)
    await second.get_by_role("button", name="Sign with my passkey").click()
    await second.get_by_role("button", name="Publish now").click()
    live = second.get_by_role("region", name="Live now: No. 1")
    await expect(live.get_by_text("2 of 2 bots show it")).to_be_visible()

    await person.press("Подробнее")
    await person.expect(contains=AFTER, timeout=60)

    back = second.locator(".versions > li").last
    await back.get_by_text("What would change").click()
    await expect(back.locator(".pair").filter(has_text=AFTER).first).to_be_visible()
    await back.get_by_role("button", name="Sign, and go back to this").click()
    again = second.get_by_role("region", name="Live now: No. 2")
    await expect(again.get_by_text("2 of 2 bots show it")).to_be_visible()
    another = hotline.line.sandbox.person("p2", language_code="ru")
    await arrive(another)
    await another.say(QUESTION)
    await another.expect(with_button="Подробнее", timeout=60)
    await another.press("Подробнее")
    await another.expect(contains=BEFORE, timeout=60)
    assert complaints == more == noise == []
    assert git(folder, "status", "--short") == ""

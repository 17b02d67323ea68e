"""The drawer in a real browser: looked up, put to the person in theirs, answered in the operator's.

`make picture` keeps the screenshots.
"""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.kit.console import chromium, console_beside, faults, signed_in
from tests.kit.wire import arrive, running
from tests.wire.test_console import takes

pytestmark = [pytest.mark.process, pytest.mark.browser]

SECRET = "xylophone"
PATIENT = 20_000.0


async def pressed(page: Page, code: str, key: str, *, shift: bool = False) -> None:
    """A key at its place, with the letter that a Russian layout has there."""
    await page.evaluate(
        "([code, key, shiftKey]) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {code, key, shiftKey, bubbles: true, cancelable: true}))",
        [code, key, shift],
    )


async def test_a_question_is_looked_up_asked_and_answered(tmp_path: Path) -> None:
    """Also in danger, by keyboard, at 360 pixels; and nothing that was searched for stays."""
    async with (
        running() as line,
        console_beside(line.settings) as served,
        chromium() as browser,
    ):
        page = await signed_in(browser, served)
        said: list[str] = []
        page.on("console", lambda one: said.append(one.text))
        page.on("request", lambda one: said.append(one.url))
        person = line.sandbox.person("p1", language_code="kk")
        await arrive(person, "Қазақша")
        await person.say("бізді қамап қойды көмектесіңіз")
        await person.expect(with_button="Иә")
        await takes(page)
        drawer = page.get_by_role("complementary", name="Texts and questions")

        await expect(page.get_by_role("textbox", name="Message")).to_be_focused(timeout=PATIENT)
        await page.keyboard.press("Escape")
        await pressed(page, "Slash", ".")
        words = page.get_by_role("textbox", name="Look up in your own words")
        await expect(words).to_be_focused(timeout=PATIENT)
        first = drawer.locator(".item").first
        await expect(first).to_contain_text("Is it safe for you to write now?", timeout=PATIENT)
        await expect(first).to_contain_text("Қазір жазу сізге қауіпсіз бе?", timeout=PATIENT)
        await expect(page.locator("#ticket .bubble").last).to_be_in_viewport()
        await page.screenshot(path=tmp_path / "drawer.png")
        found = {"all, light": await faults(page)}
        await words.fill(SECRET)
        await expect(drawer.get_by_role("status")).to_contain_text(
            "No text has these words", timeout=PATIENT
        )
        await words.fill("a lot of blood")
        await expect(drawer.get_by_role("status")).to_contain_text(
            "By words alone", timeout=PATIENT
        )
        await drawer.get_by_role("button", name="Ask: Is there a lot of blood?").press("Enter")
        await person.expect(contains="Қан қатты", with_button="Өткізіп жіберу")
        await expect(drawer.get_by_role("status")).to_have_text(
            "On its way to the person.", timeout=PATIENT
        )
        await person.press("Иә")
        talk = page.get_by_role("region", name="Conversation")
        await expect(talk.locator(".person").get_by_text("blood? → Yes")).to_be_visible(
            timeout=PATIENT
        )

        await page.set_viewport_size({"width": 360, "height": 780})
        await page.emulate_media(color_scheme="dark")
        found["found, dark, narrow"] = await faults(page)
        await page.screenshot(path=tmp_path / "drawer-360.png")
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        assert {place: one for place, one in found.items() if one} == {}
        await words.press("Escape")
        await expect(drawer).to_be_hidden()
        await expect(page.get_by_role("button", name="Texts", exact=True)).to_be_focused(
            timeout=PATIENT
        )
        await pressed(page, "Slash", ",", shift=True)
        await expect(page.get_by_role("dialog", name="Keys")).to_be_visible(timeout=PATIENT)
        assert not [one for one in said if SECRET in one or "Content Security" in one]

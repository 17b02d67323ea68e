"""What an operator does to a ticket in a real browser: the menu, the gate, a message sent again.

`make picture` keeps the screenshots.
"""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.kit.console import Served, faults, signed_in
from tests.kit.wire import Line
from tests.wire.test_console import asks, closes, cries, takes, writes

pytestmark = [pytest.mark.process, pytest.mark.browser]


async def looks(page: Page, folder: Path, name: str, found: dict[str, list[str]]) -> None:
    """A picture in light and dark, wide and on a phone, and what axe-core finds in each."""
    for width in (1280, 360):
        await page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            await page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
            found[f"{name}, {width}, {scheme}"] = await faults(page)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await page.set_viewport_size({"width": 1280, "height": 860})
    await page.emulate_media(color_scheme="light")


async def test_a_shift_with_everything_that_is_seldom_needed(
    line: Line, served: Served, browser: Browser, tmp_path: Path
) -> None:
    page = await signed_in(browser, served)
    colleague = await signed_in(browser, served)
    found: dict[str, list[str]] = {}
    talk = page.get_by_role("region", name="Conversation")
    message = page.get_by_role("textbox", name="Message")
    person = await cries(line, "p1")
    await takes(page)
    await expect(talk.get_by_text("Your words make no sound")).to_be_visible()

    # hints while one writes; they hold nothing up
    await message.fill("Полиция приедет через час. Позвоните +7 701 123 45 67")
    await expect(page.get_by_text("promises what nobody can keep")).to_be_visible()
    await expect(page.get_by_text("isn't one of our checked numbers")).to_be_visible()
    await looks(page, tmp_path, "hints", found)
    await writes(page, "Здравствуйте")
    await expect(page.get_by_text("promises what nobody can keep")).to_be_hidden()
    at_telegram = talk.locator(".operator").get_by_text(re.compile(r"at Telegram \d\d:\d\d"))
    await expect(at_telegram).to_be_visible()

    # somebody may be reading along: one more key, or the neutral line
    await person.press("Нет")
    await expect(talk.locator(".card .warning").first).to_be_visible()
    await message.fill("где Вы?")
    await message.press("Enter")
    gate = page.get_by_role("dialog", name="Somebody else may be reading")
    await expect(gate.get_by_role("button", name="Cancel")).to_be_focused()
    await looks(page, tmp_path, "gate", found)
    await gate.get_by_role("button", name="Send this instead").click()
    await person.expect(contains="не отвечайте")
    await expect(message).to_have_value("где Вы?")
    await message.press("Enter")
    await expect(gate.get_by_role("button", name="Cancel")).to_be_focused()
    await page.keyboard.press("Enter")  # out of habit: nothing goes
    await expect(gate).to_be_hidden()
    await expect(message).to_have_value("где Вы?")
    await message.press("Enter")
    await gate.get_by_role("button", name="Send it").click()
    await person.expect(contains="где Вы?")
    await expect(message).to_have_value("")

    # not delivered: sent again, once
    person.block()
    await writes(page, "Вы здесь?")
    again = talk.get_by_role("button", name="Try again")
    await expect(again).to_be_visible()
    person.unblock()
    await again.click()
    await person.expect(contains="Вы здесь?")
    await expect(talk.get_by_text("sent again below")).to_be_visible()
    await expect(again).to_be_hidden()

    # handed over, with a note
    await message.press("Escape")
    await page.keyboard.press("t")
    more = page.get_by_role("dialog")
    await more.get_by_role("textbox", name="A note that goes with it").fill("говорит тихо")
    await looks(page, tmp_path, "more", found)
    await more.get_by_role("button", name=re.compile("Plover · 0 of")).click()
    await expect(message).to_be_hidden()
    await takes(colleague)
    await expect(colleague.get_by_text("говорит тихо")).to_be_visible()

    # the person's last words are shown before a close, and a close can be undone
    await person.say("подождите")
    await expect(colleague.get_by_text("подождите").first).to_be_visible()
    await colleague.get_by_role("button", name="Close", exact=True).click()
    await expect(colleague.get_by_role("dialog").get_by_text("подождите")).to_be_visible()
    await colleague.get_by_role("button", name="Close: informed").click()
    await colleague.keyboard.press("z")
    await expect(colleague.get_by_role("textbox", name="Message")).to_be_visible()
    # so can a block
    await colleague.get_by_role("button", name="More").click()
    await colleague.get_by_role("dialog").get_by_text("Block", exact=True).click()
    await colleague.get_by_role("button", name="Block for 1 hour").click()
    await expect(colleague.get_by_text("is being blocked")).to_be_visible()
    await colleague.keyboard.press("z")
    await expect(colleague.get_by_role("textbox", name="Message")).to_be_visible()
    await closes(colleague)
    await expect(colleague.get_by_text("is being closed")).to_be_visible()
    own = colleague.locator('.entry[data-kind="mine"]')
    await expect(own).to_have_count(0, timeout=30_000)
    assert {place: one for place, one in found.items() if one} == {}


async def test_of_several_chats_the_next_to_answer_is_a_key_away(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    people = []
    for key in ("p1", "p2"):
        people.append(await asks(line, key))
        await page.locator('.entry[data-kind="waiting"]').click()
        await page.get_by_role("button", name="Claim", exact=True).click()
        await expect(page.get_by_role("textbox", name="Message")).to_be_visible()
        await writes(page, f"Здравствуйте, {key}")
    mine = page.locator('.entry[data-kind="mine"]')
    await expect(mine).to_have_count(2)
    await expect(page.locator(".fresh:not([hidden])")).to_have_count(0)

    await people[0].say("а можно завтра?")
    await expect(mine.first.get_by_text("new", exact=True)).to_be_visible()
    await expect(mine.first.locator(".entry-left")).to_have_text(re.compile(r"^[45]:\d\d$"))
    await page.get_by_role("textbox", name="Message").press("Escape")
    await page.keyboard.press("a")

    await expect(page.locator(".log").get_by_text("а можно завтра?")).to_be_visible()
    await expect(page.locator(".first-new")).to_contain_text("а можно завтра?")
    await expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    await expect(page.locator(".fresh:not([hidden])")).to_have_count(0)

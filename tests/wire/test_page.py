"""The sandbox's page in a real browser, with the production bots behind it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.wire.conftest import Line

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """Headless Chromium with a fresh profile: the one on PATH, else Playwright's own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS
        )
        yield await browser.new_page(viewport={"width": 1280, "height": 900})
        await browser.close()


async def test_a_conversation_in_russian_from_the_first_word_to_the_close(
    line: Line, page: Page, tmp_path: Path
) -> None:
    """Rights, the reflection period, a person please; claimed, answered, closed.

    `make picture` keeps the screenshots for the README.
    """
    line.sandbox.person("p1", first_name="Person 1", language_code="ru")
    line.sandbox.operator("o1")
    await page.goto(f"{line.sandbox.url}/")
    phone, desk = page.get_by_test_id("phone"), page.get_by_test_id("desk")

    async def press(label: str) -> None:
        await phone.get_by_role("button", name=label, exact=True).last.click()

    async def says(text: str) -> None:
        await phone.get_by_test_id("phone-input").fill(text)
        await phone.get_by_test_id("phone-send").click()

    await phone.get_by_test_id("phone-start").click()
    await press("Русский")
    await press("Нет")
    await press("Мои права")
    await press("Какие у меня права")
    await expect(phone.get_by_text("Ваши права").last).to_be_visible()
    await says("что такое 30 дней на размышление")
    await expect(phone.get_by_text("Время подумать").last).to_be_visible()
    await says("позовите человека")
    await expect(phone.get_by_role("button", name="Отменить просьбу").last).to_be_visible()

    await desk.get_by_test_id("topic").filter(has_text="· ru").click()
    await desk.get_by_role("button", name="Claim", exact=True).click()
    await expect(phone.get_by_text("оператор").last).to_be_visible()
    await desk.get_by_test_id("desk-input").fill("Здравствуйте. О чём Вы хотите спросить?")
    await desk.get_by_test_id("desk-send").click()
    await says("с какого дня считать")
    await expect(desk.get_by_text("с какого дня считать").last).to_be_visible()
    await expect(page.get_by_test_id("toast")).to_have_count(0, timeout=20_000)
    await page.screenshot(path=tmp_path / "claimed.png")
    await desk.get_by_test_id("desk-messages").get_by_role("button", name="Close: informed").click()
    await expect(phone.get_by_text("Оператор закончил разговор").last).to_be_visible()
    await expect(page.get_by_test_id("toast")).to_have_count(0, timeout=20_000)
    await page.screenshot(path=tmp_path / "closed.png")

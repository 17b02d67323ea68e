"""The sandbox's page in a real browser, with the production bots behind it.

`make pictures` keeps the screenshots: they are the README's and those of the pages for operators.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, Route, async_playwright, expect

from sandbox.people import Person
from tests.kit.wire import Line, arrive, running

pytestmark = [pytest.mark.process, pytest.mark.browser]


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


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A helpline whose desk speaks Russian, as it does unless it is told otherwise."""
    async with running(desk_locale="ru") as started:
        yield started


async def _shot(page: Page, path: Path) -> None:
    await expect(page.get_by_test_id("toast")).to_have_count(0, timeout=20_000)
    await page.screenshot(path=path)


async def test_a_conversation_in_russian_from_the_first_word_to_the_close(
    line: Line, page: Page, tmp_path: Path
) -> None:
    """Rights, the reflection period, a person please; claimed, answered, closed."""
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
    await press("Права, полиция")
    await press("Мои права")
    await expect(phone.get_by_text("Ваши права").last).to_be_visible()
    await says("что такое 30 дней на размышление")
    await expect(phone.get_by_text("30 дней подумать").last).to_be_visible()
    await says("позовите человека")
    await expect(phone.get_by_role("button", name="Отменить просьбу").last).to_be_visible()

    await desk.get_by_test_id("topic").filter(has_text="· ru").click()
    await desk.get_by_role("button", name="Взять", exact=True).click()
    await expect(phone.get_by_text("оператор").last).to_be_visible()
    await desk.get_by_test_id("desk-input").fill("Здравствуйте. О чём Вы хотите спросить?")
    await desk.get_by_test_id("desk-send").click()
    await says("с какого дня считать")
    await expect(desk.get_by_text("с какого дня считать").last).to_be_visible()
    await _shot(page, tmp_path / "claimed.png")
    await (
        desk.get_by_test_id("desk-messages").get_by_role("button", name="Закрыть: ответили").click()
    )
    await expect(phone.get_by_text("Оператор закончил разговор").last).to_be_visible()
    await _shot(page, tmp_path / "closed.png")


async def test_what_is_typed_while_the_last_words_are_on_their_way_stays(
    line: Line, page: Page
) -> None:
    line.sandbox.person("p1", language_code="ru")
    arrived = asyncio.Event()

    async def slow(route: Route) -> None:
        await arrived.wait()
        await route.continue_()

    await page.route("**/say", slow)
    await page.goto(f"{line.sandbox.url}/")
    phone = page.get_by_test_id("phone")
    words = phone.get_by_test_id("phone-input")
    await words.fill("первые слова")
    await phone.get_by_test_id("phone-send").click()
    await words.fill("вторые слова")
    arrived.set()
    await expect(phone.get_by_text("первые слова")).to_be_visible()
    await expect(words).to_have_value("вторые слова")


async def _waits(line: Line, key: str, name: str, words: str, button: str) -> Person:
    person = line.sandbox.person(key, first_name=name, language_code="ru")
    await arrive(person)
    await person.say(words)
    await person.expect(with_button=button)
    return person


async def test_what_operators_see_of_a_busy_evening(line: Line, page: Page, tmp_path: Path) -> None:
    """The board, an emergency's call with its button, a note beside a reply, an outcome."""
    heron = line.sandbox.operator("o1")
    await heron.private.say("/languages ru kk")
    await heron.private.expect(contains="Ваши языки: ru, kk")
    for number in (2, 3):
        await _waits(line, f"p{number}", f"Person {number}", "/operator", "Отменить просьбу")
    await _waits(line, "p1", "Person 1", "нас заперли помогите", "Да")
    await heron.expect(contains="ЭКСТРЕННО")
    await heron.until(lambda: any("экстренная: 1" in one.text for one in heron.general))
    await page.goto(f"{line.sandbox.url}/")
    desk, phone = page.get_by_test_id("desk"), page.get_by_test_id("phone")
    await desk.get_by_test_id("topic").first.click()
    await page.get_by_test_id("person-p1").click()
    await expect(desk.get_by_text("Очередь на").last).to_be_visible()
    await _shot(page, tmp_path / "emergency.png")

    await desk.get_by_role("button", name="Взять").last.click()
    await desk.get_by_test_id("topic").filter(has_text="опасность").click()
    await expect(desk.get_by_text("нас заперли помогите").last).to_be_visible()
    await _writes(desk, "Я здесь. Вам сейчас безопасно писать?")
    await expect(phone.get_by_text("Вам сейчас безопасно писать?").last).to_be_visible()
    await _writes(desk, "// говорит тихо, адреса ещё не назвала")
    await _writes(desk, "/say can_write")
    await expect(desk.get_by_text("отправлено: can_write").last).to_be_visible()
    await expect(phone.get_by_text("адреса ещё не назвала")).to_have_count(0)
    await _shot(page, tmp_path / "note.png")

    await desk.get_by_test_id("topic").first.click()
    await expect(desk.get_by_text("взял оператор Heron").last).to_be_visible()
    await _shot(page, tmp_path / "board.png")


async def _writes(desk: Locator, text: str) -> None:
    await desk.get_by_test_id("desk-input").fill(text)
    await desk.get_by_test_id("desk-send").click()

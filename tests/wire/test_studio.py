"""An editor's evening in Chromium: a sentence is corrected at night, findings come while typing, a
translator follows; and nothing that axe or the browser's policy objects to."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, Route, expect

from bot.config import Settings
from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers, store_and_keyring
from tests.bot.studio.trees import git, repository
from tests.kit.console import Served, console_beside, faults, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.process]

SLOW_MILLISECONDS = 60_000
TEXT = "utter_stay_silent"


@pytest.fixture
async def servers() -> AsyncIterator[Servers]:
    async with store_and_keyring() as started:
        yield started


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "texts", "kk")


@pytest.fixture
async def served(folder: Path, servers: Servers) -> AsyncIterator[Served]:
    settings = Settings(
        redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
    )
    async with console_beside(settings, texts=folder) as started:
        yield started


def is_fault(said: ConsoleMessage) -> bool:
    """A save that is refused is no fault of the page's."""
    return said.type == "error" and "409 (Conflict)" not in said.text


async def editor(browser: Browser, served: Served, width: int = 1280) -> tuple[Page, list[str]]:
    """An editor's page, and what the browser complains of."""
    page = await signed_in(browser, served, "Editor", width=width)
    page.set_default_timeout(SLOW_MILLISECONDS)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if is_fault(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


async def test_an_evening(browser: Browser, served: Served, folder: Path) -> None:
    expect.set_options(timeout=SLOW_MILLISECONDS)
    page, complaints = await editor(browser, served)

    await page.get_by_role("searchbox").fill("Молчим, пока")
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name=TEXT).click()
    words = page.get_by_role("textbox", name="Words")
    phone = page.get_by_role("region", name="On the phone")
    await expect(words).to_have_value("Молчим, пока Вы не напишете.")
    await expect(page.get_by_text("People in danger read this too.")).to_be_visible()

    await words.fill("Полиция уже едет к Вам.")
    await expect(phone.locator(".fault")).to_contain_text("says “полиция уже едет")
    await words.fill("Тихо, пока Вы не напишете.")
    await expect(phone.locator(".fault")).to_have_count(0)
    await expect(phone.locator(".sent-words")).to_have_text("Тихо, пока Вы не напишете.")

    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("say in a few words why")
    await page.get_by_label("Why do you change it?").fill("короче и мягче")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_role("status")).to_have_text("Saved.")
    await page.get_by_role("button", name="Show who changed it").click()
    await expect(page.get_by_text("короче и мягче")).to_be_visible()

    await page.get_by_role("link", name="Work").click()
    await page.get_by_role("link", name="kk", exact=True).click()
    await page.get_by_role("link", name="Translate the next one").click()
    await expect(page.locator(".source del")).to_have_text("Молчим")
    await expect(page.locator(".source ins")).to_have_text("Тихо")
    await page.get_by_role("textbox", name="Words").fill("Жазғанша үндемейміз.")
    await page.get_by_label("A doubt for a native speaker").fill("жұмсақ па?")
    await page.get_by_label("I have compared them").check()
    await page.get_by_label("Why do you change it?").fill("орысшаға сай")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("status")).to_have_text("Saved.")

    assert git(folder, "log", "--format=%an: %s", "-2").splitlines() == [
        f"Wren: kk {TEXT}: орысшаға сай",
        f"Wren: ru {TEXT}: короче и мягче",
    ]
    assert complaints == []


async def test_what_is_typed_before_the_script_is_there_is_checked(
    browser: Browser, served: Served
) -> None:
    expect.set_options(timeout=SLOW_MILLISECONDS)
    page, _ = await editor(browser, served)
    there = asyncio.Event()

    async def late(route: Route) -> None:
        await there.wait()
        await route.continue_()

    await page.route("**/static/edit.js", late)
    await page.goto(f"{served.url}/texts/edit/ru/{TEXT}", wait_until="commit")
    await page.get_by_role("textbox", name="Words").fill("Полиция уже едет к Вам.")
    there.set()

    phone = page.get_by_role("region", name="On the phone")
    await expect(phone.locator(".fault")).to_contain_text("says “полиция уже едет")


async def test_the_second_editor_is_told_and_keeps_their_words(
    browser: Browser, served: Served
) -> None:
    expect.set_options(timeout=SLOW_MILLISECONDS)
    first, _ = await editor(browser, served)
    second, _ = await editor(browser, served)
    for page, words in ((first, "Тихо."), (second, "Ждём.")):
        await page.goto(f"{served.url}/texts/edit/ru/{TEXT}")
        await page.get_by_role("textbox", name="Words").fill(words)
        await page.get_by_label("Why do you change it?").fill("короче")
    await first.get_by_role("button", name="Save").click()
    await expect(first.get_by_role("status")).to_have_text("Saved.")

    await second.get_by_role("button", name="Save").click()

    await expect(second.locator("#theirs .pieces")).to_have_text("Тихо.")
    await expect(second.get_by_role("textbox", name="Words")).to_have_value("Ждём.")
    await second.get_by_role("button", name="I have put both together").click()
    await second.get_by_role("button", name="Save").click()
    await expect(second.get_by_role("status")).to_have_text("Saved.")


PAGES = (
    "/texts",
    f"/texts/edit/ru/{TEXT}",
    "/texts/edit/kk/police",
    "/texts/flows",
    "/texts/flow/can_write?locale=kk",
    "/texts/talk/can_write/0_collect?locale=kk",
    "/texts/numbers",
    "/texts/files",
    "/texts/file?path=content/hours.yml",
)


@pytest.mark.parametrize("width", [1280, 360])
async def test_axe_finds_nothing(
    browser: Browser, served: Served, width: int, tmp_path: Path
) -> None:
    page, complaints = await editor(browser, served, width)
    found = {}
    for number, path in enumerate(PAGES):
        await page.goto(f"{served.url}{path}")
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            found[path, scheme] = await faults(page)
        await page.screenshot(path=tmp_path / f"studio-{width}-{number}.png", full_page=True)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert {place: one for place, one in found.items() if one} == {}
    assert complaints == []

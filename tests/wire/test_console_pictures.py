"""Pictures of the desk in a browser: `make pictures` keeps them for README.md and the pages for
operators. Whoever adds a room adds its picture here or in a file that the Makefile names."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.config import Settings
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from sandbox.people import Person
from tests.bot.studio.trees import git, repository
from tests.bot.texts.trees import edit
from tests.kit.console import chromium, console_beside, signed_in
from tests.kit.constants import DANGER
from tests.kit.wire import Line, arrive, running

pytestmark = [pytest.mark.process, pytest.mark.browser]

PATIENCE = 60_000.0
"""Milliseconds."""


async def _comes(line: Line, key: str, words: str, language: str = "Русский") -> Person:
    person = line.sandbox.person(key)
    await arrive(person, language)
    await person.say(words)
    await person.until(lambda: person.unseen)
    return person


async def test_the_desk_and_a_phone(tmp_path: Path) -> None:
    async with (
        running() as line,
        console_beside(line.settings) as served,
        chromium() as browser,
    ):
        page = await signed_in(browser, served)
        queue = page.get_by_role("region", name="Queue")
        talk = page.get_by_role("region", name="Conversation")
        entries = queue.get_by_role("button")
        person = await _comes(line, "p1", DANGER)
        await expect(entries).to_have_count(1, timeout=PATIENCE)
        await entries.first.click()
        await page.get_by_role("button", name="Claim", exact=True).click()
        await person.expect(contains="Теперь здесь человек", timeout=60)
        box = page.get_by_role("textbox", name="Message")
        await box.fill("Здравствуйте. Вам сейчас безопасно писать?")
        await page.get_by_role("button", name="Send").click()
        await person.expect(contains="безопасно писать", timeout=60)
        await person.say("да, хозяин уехал до вечера")
        await expect(talk.get_by_text("хозяин уехал")).to_be_visible(timeout=PATIENCE)
        await expect(talk.locator(".operator").get_by_text("at Telegram")).to_be_visible()
        await _comes(line, "p2", "/operator", "Қазақша")
        await _comes(line, "p3", "/operator", "English")
        await _comes(line, "p4", DANGER)
        await expect(entries).to_have_count(4, timeout=PATIENCE)
        await box.fill("Сколько вас там?")
        await page.screenshot(path=tmp_path / "desk.png")

        board = await signed_in(browser, served, "Supervisor")
        await board.goto(f"{served.url}/board")
        await expect(board.get_by_text("Who waits longest")).to_be_visible(timeout=PATIENCE)
        await board.screenshot(path=tmp_path / "shift.png")

        await board.goto(f"{served.url}/practice")
        await board.get_by_role("button", name="Begin: A prank").click()
        await board.wait_for_url("**/practice/desk")
        simulated = board.get_by_role("region", name="Queue").get_by_role("button")
        await simulated.first.click(timeout=PATIENCE)
        await board.get_by_role("button", name="Claim", exact=True).click()
        answer = board.get_by_role("textbox", name="Message")
        await answer.fill("Здравствуйте. Вам сейчас безопасно писать?")
        await board.screenshot(path=tmp_path / "practice.png")

        phone = await signed_in(browser, served, width=360)
        waiting = phone.get_by_role("region", name="Queue").get_by_role("button")
        await expect(waiting).to_have_count(4, timeout=PATIENCE)
        await phone.screenshot(path=tmp_path / "desk-phone-queue.png")
        await waiting.first.click()
        await phone.get_by_role("button", name="Claim", exact=True).click()
        await phone.get_by_role("textbox", name="Message").fill("Здравствуйте, я человек. ")
        await phone.get_by_role("button", name="Send").click()
        own = phone.locator(".operator").get_by_text("at Telegram")
        await expect(own).to_be_visible(timeout=PATIENCE)
        await phone.screenshot(path=tmp_path / "desk-phone.png")


async def test_the_studio(tmp_path: Path) -> None:
    folder = repository(tmp_path / "texts", "en", "kk", "uz", "uz-Cyrl")
    edit(folder / "content/ru/pages/police.md", "Можно просить, чтобы занялся он", "Просите его")
    git(folder, "commit", "-qam", "Say it shortly")
    async with store_and_keyring() as servers, chromium() as browser:
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        async with console_beside(settings, texts=folder) as served:
            page = await signed_in(browser, served, "Editor")
            page.set_default_timeout(PATIENCE)

            async def shot(name: str, path: str = "") -> None:
                if path:
                    await page.goto(f"{served.url}{path}")
                await page.screenshot(path=tmp_path / f"studio-{name}.png")

            await shot("work", "/texts?locale=kk")
            await page.goto(f"{served.url}/texts/edit/ru/utter_stay_silent")
            await page.get_by_role("textbox", name="Words").fill("Полиция уже едет. Молчим.")
            await expect(page.locator(".finding.fault").first).to_be_visible(timeout=PATIENCE)
            await shot("edit")
            await page.get_by_role("textbox", name="Words").fill("Молчим, пока Вы не напишете.")
            await shot("translate", "/texts/edit/kk/utter_police_more")
            await shot("numbers", "/texts/numbers")
            await shot("flow", "/texts/flow/can_write?locale=ru")
            await page.goto(f"{served.url}/texts/talk/can_write/0_collect?locale=ru")
            await page.get_by_role("button", name="Нет", exact=True).click()
            await expect(page.get_by_text("Молчим, пока")).to_be_visible(timeout=PATIENCE)
            await shot("talk")

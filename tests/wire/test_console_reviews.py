"""A review in Chromium: an editor asks, a lawyer on a phone answers by the link and signs; the
editor sees it, and changed words make it stale."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import yaml
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.config import Settings
from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers, store_and_keyring
from tests.bot.studio.police import SENTENCE, with_police
from tests.bot.studio.trees import git
from tests.kit.console import Served, chromium, console_beside, faults, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.process]

SLOW_MILLISECONDS = 60_000
PHONE = {"width": 360, "height": 740}


@pytest.fixture
async def servers() -> AsyncIterator[Servers]:
    async with store_and_keyring() as started:
        yield started


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_police(tmp_path / "texts")


@pytest.fixture
async def served(folder: Path, servers: Servers) -> AsyncIterator[Served]:
    settings = Settings(
        redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
    )
    async with console_beside(settings, texts=folder) as started:
        yield started


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=SLOW_MILLISECONDS)
    async with chromium() as started:
        yield started


def watched(page: Page) -> list[str]:
    """What the browser complains of; a refusal that is asked for is no fault of the page's."""
    found: list[str] = []
    page.on(
        "console",
        lambda said: (
            found.append(said.text)
            if said.type == "error" and "status of 40" not in said.text
            else None
        ),
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    page.set_default_timeout(SLOW_MILLISECONDS)
    return found


async def asked(page: Page, served: Served, query: str) -> str:
    """The link that an editor is shown."""
    await page.goto(f"{served.url}/texts/reviews/ask?{query}")
    await page.get_by_role("button", name="Make the link").click()
    link = page.get_by_role("textbox", name="Link for the reviewer")
    await expect(link).to_be_visible()
    return await link.input_value()


async def begun(context: BrowserContext, link: str) -> Page:
    page = await context.new_page()
    await page.goto(link)
    await page.get_by_role("button", name="Begin").click()
    await expect(page.get_by_role("heading", name="Sign")).to_be_visible()
    return page


async def fits(page: Page) -> list[str]:
    """What axe finds, light and dark; and that nothing is wider than the phone."""
    found = []
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        found += await faults(page)
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    return found


async def test_a_lawyer_signs_and_the_editor_sees_it(
    browser: Browser, served: Served, folder: Path, tmp_path: Path
) -> None:
    wren = await signed_in(browser, served, "Editor")
    of_wren = watched(wren)
    link = await asked(wren, served, "locale=ru&text=police")
    phone = await browser.new_context(viewport=PHONE, locale="en-GB")  # type: ignore[arg-type]
    page = await phone.new_page()
    of_lawyer = watched(page)
    await page.goto(link)
    await expect(page.get_by_text("You are asked as a lawyer")).to_be_visible()
    assert await fits(page) == []
    await page.get_by_role("button", name="Begin").click()
    await expect(page.get_by_role("heading", name="Sign")).to_be_visible()
    assert "#" not in page.url

    questions = page.locator(".question")
    number = await questions.count()
    for one in range(number):
        await questions.nth(one).get_by_role("radio", name="Yes", exact=True).check()
    sentence = page.locator(".sentence", has_text=SENTENCE)
    await sentence.get_by_role("radio", name="No", exact=True).check()
    await sentence.get_by_label("Why not?").fill("отдел называется иначе")
    await expect(page.locator(".kept", has_text="kept")).to_have_count(number)
    await page.reload()
    await expect(page.get_by_text("Everything is answered")).to_be_visible()
    await expect(sentence.get_by_label("Why not?")).to_have_value("отдел называется иначе")
    assert await fits(page) == []
    await page.emulate_media(color_scheme="light")
    short = page.locator(".sentence", has_text="За отказ может быть наказание.")
    await short.evaluate("one => one.scrollIntoView()")
    await page.screenshot(path=tmp_path / "review-phone.png")
    await page.get_by_role("button", name="Қазақша").click()
    await expect(page.get_by_role("heading", name="Қол қою")).to_be_visible()
    await page.get_by_role("button", name="English").click()
    await page.get_by_label("Your name").fill("И. Фамилия")
    await page.get_by_role("button", name="Sign and send").click()
    await expect(page.get_by_role("alert").first).to_contain_text("your profession")
    await page.get_by_label("Your profession").fill("адвокат")
    await page.get_by_role("button", name="Sign and send").click()
    await expect(page.get_by_role("heading", name="Thank you!")).to_be_visible()
    assert await fits(page) == []

    marks = yaml.safe_load((folder / "content/ru/signed.yml").read_text()).values()
    assert [one["why"] for one in marks if one["verdict"] == "no"] == ["отдел называется иначе"]
    assert {(one["by"], one["profession"]) for one in marks} == {("И. Фамилия", "адвокат")}
    await wren.goto(f"{served.url}/texts/reviews")
    review = wren.locator(".asked-review")
    await expect(review).to_contain_text(f"{number} of {number} answered")
    await expect(review).to_contain_text("said no: 1")
    await review.get_by_role("link").first.click()
    await wren.wait_for_url("**/texts/edit/ru/police")
    findings = wren.locator(".finding.fault", has_text="отдел называется иначе")
    await expect(findings).to_have_count(1)
    more = wren.locator('[data-field="utter_police_more"]')
    await more.fill((await more.input_value()).replace(SENTENCE, "В полиции есть такой отдел."))
    await expect(findings).to_have_count(0)
    await wren.get_by_label("Why do you change it?").fill("по проверке")
    await wren.get_by_role("button", name="Save").click()
    await expect(wren.get_by_role("status")).to_contain_text("Saved.")
    await wren.goto(f"{served.url}/texts/reviews")
    await expect(review).to_contain_text("changed since: 2")
    authors = git(folder, "log", "--format=%an", "-2").split()
    assert authors == ["Wren", "review"]
    assert of_wren == of_lawyer == []


async def test_nobody_else_gets_in_and_nothing_is_lost_to_a_cut(
    browser: Browser, served: Served, folder: Path
) -> None:
    wren = await signed_in(browser, served, "Editor", width=360)
    link = await asked(wren, served, "locale=kk&text=police")
    assert await fits(wren) == []
    first, second = [await browser.new_context(viewport=PHONE, locale="en-GB") for _ in range(2)]  # type: ignore[arg-type]
    page = await begun(first, link)
    complaints = watched(page)

    foreign = await second.new_page()
    await foreign.goto(link)
    await expect(foreign.get_by_text("This link leads nowhere")).to_be_visible()
    assert await fits(foreign) == []

    await page.route("**/answer", lambda route: route.abort())
    await page.get_by_role("radio", name="Yes", exact=True).first.check()
    await expect(page.get_by_text("Not kept yet: no connection")).to_be_visible()
    await page.unroute("**/answer")
    await expect(page.locator(".kept", has_text="kept")).to_have_count(1)
    await expect(page.get_by_text("Not kept yet")).to_be_hidden()

    file = folder / "content/kk/pages/police.md"
    file.write_text(file.read_text().replace("өзіңіз шешесіз", "тек өзіңіз шешесіз"))
    git(folder, "commit", "-qam", "By hand")
    await page.get_by_role("radio", name="No", exact=True).first.check()
    await page.get_by_label("Why not?").first.fill("былай айтпайды")
    await expect(page.get_by_text("have changed meanwhile")).to_be_visible()
    await page.get_by_role("button", name="Show the new words").click()
    await expect(page.get_by_text("тек өзіңіз шешесіз")).to_be_visible()
    await expect(page.get_by_text("Left: 2 of 2")).to_be_visible()
    assert [one for one in complaints if "ERR_FAILED" not in one] == []

    await wren.goto(f"{served.url}/texts/reviews")
    assert await fits(wren) == []
    await wren.get_by_role("button", name="New link").click()
    again = wren.get_by_role("textbox", name="Link for the reviewer")
    await expect(again).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("This link leads nowhere")).to_be_visible()
    other = await begun(second, await again.input_value())
    await wren.get_by_role("button", name="Withdraw").click()
    await expect(wren.get_by_text("The link leads nowhere now.")).to_be_visible()
    await other.reload()
    await expect(other.get_by_text("This link leads nowhere")).to_be_visible()

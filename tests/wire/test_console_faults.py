"""Whatever breaks behind the page: nothing is lost, nothing goes twice, and the page says what is
so."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from playwright.async_api import Browser, Locator, Page, Route, expect

from bot.clock import SystemClock
from bot.processes.redis_server import Servers, redis_server
from sandbox.environment import console_environment
from sandbox.people import Person
from sandbox.ports import free_port
from tests.kit.console import Served, answers, console_beside, signed_in
from tests.kit.processes import Process
from tests.kit.servers import sentinels, servers
from tests.kit.wire import Line, running
from tests.wire.test_console import asks, closes, cries, takes, writes

pytestmark = [pytest.mark.process, pytest.mark.browser]

DURABLE = ("--appendonly", "yes", "--appendfsync", "always")
SOON = 60_000.0
"""Milliseconds in which a page is up to date again once everything behind it is."""


def talk(page: Page) -> Locator:
    return page.get_by_role("region", name="Conversation")


def message(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Message")


async def says_that_it_failed(page: Page, words: str) -> None:
    """It says so beside the box, and the words stay there."""
    await expect(talk(page).get_by_text(re.compile("That didn't work"))).to_be_visible()
    await expect(message(page)).to_have_value(words)


async def is_live(page: Page) -> None:
    await expect(page.locator("#link")).to_have_text("up to date", timeout=SOON)


def arrived(person: Person, words: str) -> int:
    return [one.text for one in person.messages].count(words)


@asynccontextmanager
async def console_process(line: Line) -> AsyncIterator[tuple[Process, Served]]:
    """The demo's console as a process of its own."""
    of = line.settings
    port = free_port()
    told = console_environment(
        Servers(of.redis_url, of.keyring_url), of.master_key, port, HELPLINE_DESK_LOCALE="en"
    )
    process = Process(("sandbox.console",), told)
    await process.start()
    try:
        await answers(port, 60)
        yield process, Served(f"http://localhost:{port}", line.parts)
    finally:
        if process.runs:
            await process.kill()


@pytest.mark.proof
async def test_a_console_killed_while_it_sends_sends_once(line: Line, browser: Browser) -> None:
    """Before a request reached it, and after one was done but for the answer."""
    async with console_process(line) as (process, served):
        page = await signed_in(browser, served)
        person = await cries(line, "p1")
        await takes(page)
        await process.kill()
        await message(page).fill("до")
        await page.get_by_role("button", name="Send").click()
        await says_that_it_failed(page, "до")
        await expect(page.get_by_text("Cut off")).to_be_visible()
        await process.start()
        await is_live(page)
        await page.get_by_role("button", name="Send").click()
        await person.expect(contains="до")

        async def done_but_unanswered(route: Route) -> None:
            got = await route.fetch()
            assert got.status == 204
            await process.kill()
            await route.abort()

        await page.route("**/reply", done_but_unanswered)
        await message(page).fill("после")
        await page.get_by_role("button", name="Send").click()
        await says_that_it_failed(page, "после")
        await page.unroute("**/reply")
        await process.start()
        await is_live(page)
        await expect(talk(page).locator(".operator").get_by_text("после")).to_be_visible()
        await page.get_by_role("button", name="Send").click()
        await expect(message(page)).to_have_value("")
        await closes(page)
        await person.expect(contains="Оператор закончил разговор")
        assert arrived(person, "до") == arrived(person, "после") == 1


@pytest.mark.proof
async def test_a_store_that_dies_and_comes_back_loses_nothing(browser: Browser) -> None:
    async with (
        servers(DURABLE, ()) as (redis, keyring),
        running(stores=(Servers(redis.url, keyring.url),) * 2) as line,
        console_beside(line.settings) as served,
    ):
        page = await signed_in(browser, served)
        person = await asks(line, "p1")
        await takes(page)
        await writes(page, "до беды")
        await person.expect(contains="до беды")
        # A kill between Telegram's answer and the note of it sends twice: nothing can prevent that.
        await expect(talk(page).locator(".operator .state.sent")).to_be_visible()
        await redis.end(kill=True)
        await expect(page.get_by_text("Cut off")).to_be_visible(timeout=SOON)
        await message(page).fill("в беде")
        await page.get_by_role("button", name="Send").click()
        await says_that_it_failed(page, "в беде")
        await person.say("слово в беде")
        await redis.start()
        await is_live(page)
        await expect(talk(page).get_by_text("слово в беде")).to_be_visible(timeout=SOON)
        await page.get_by_role("button", name="Send").click()
        await person.expect(contains="в беде")
        assert arrived(person, "до беды") == arrived(person, "в беде") == 1

        # The keyring comes back empty: nobody can open what was said, and nobody pretends to.
        await message(page).fill("в пустоту")
        await keyring.end(kill=True)
        await page.get_by_role("button", name="Send").click()
        await says_that_it_failed(page, "в пустоту")
        await keyring.start()
        await is_live(page)
        gone = talk(page).get_by_text("no longer exists").first  # beside the box as well
        await expect(gone).to_be_visible(timeout=SOON)
        await expect(talk(page).get_by_text("слово в беде")).to_have_count(0)
        assert arrived(person, "в пустоту") == 0


@pytest.mark.proof
async def test_a_failover_is_said_and_nothing_goes_twice(browser: Browser) -> None:
    async with (
        sentinels() as watched,
        redis_server() as keyring,
        running(stores=(Servers(watched.url, keyring),) * 2) as line,
        console_beside(line.settings) as served,
    ):
        page = await signed_in(browser, served)
        person = await asks(line, "p1")
        await takes(page)
        await writes(page, "до смены")
        await expect(talk(page).locator(".operator .state.sent")).to_be_visible()
        await watched.master.end(kill=True)
        await message(page).fill("во время смены")
        await page.get_by_role("button", name="Send").click()
        await says_that_it_failed(page, "во время смены")
        await expect(page.get_by_text("Cut off")).to_be_visible(timeout=SOON)
        await person.say("слово во время смены")

        await is_live(page)
        heard = talk(page).get_by_text("слово во время смены")
        await expect(heard).to_have_count(1, timeout=SOON)
        await expect(talk(page).get_by_text("до смены")).to_have_count(1)
        await page.get_by_role("button", name="Send").click()
        await person.expect(contains="во время смены")
        assert arrived(person, "до смены") == arrived(person, "во время смены") == 1


@pytest.mark.proof
async def test_whoever_has_two_chats_is_told_of_both_that_the_keys_are_lost(
    browser: Browser,
) -> None:
    """The keyring comes back empty: nobody can open either again, and the page pretends nothing."""
    async with (
        servers(DURABLE, ()) as (redis, keyring),
        running(stores=(Servers(redis.url, keyring.url),) * 2) as line,
        console_beside(line.settings) as served,
    ):
        page = await signed_in(browser, served)
        people = [await asks(line, "p1")]
        await takes(page)
        await people[0].say("первое слово")
        await expect(talk(page).get_by_text("первое слово")).to_be_visible()
        people.append(await asks(line, "p2"))
        other = page.locator('#queue [data-kind="waiting"]')
        await other.click()
        await page.get_by_role("button", name="Claim", exact=True).click()
        await message(page).fill("второму")
        name = (await page.locator("#ticket h2").inner_text()).strip()
        await page.locator('#queue [data-kind="mine"]:not([aria-current])').click()
        await message(page).fill("первому")

        await keyring.end(kill=True)
        await page.get_by_role("button", name="Send").click()
        await says_that_it_failed(page, "первому")
        await keyring.start()
        await is_live(page)
        await expect(talk(page).get_by_text("no longer exists")).to_be_visible(timeout=SOON)
        await expect(talk(page).get_by_text(f"Not yours any more: {name}")).to_be_visible()
        await expect(page.locator("#queue .entry")).to_have_count(0)
        await expect(talk(page).locator(".bubble")).to_have_count(0)
        for person in people:
            assert arrived(person, "первому") == arrived(person, "второму") == 0


async def test_two_tabs_and_two_operators_in_one_ticket(line: Line, browser: Browser) -> None:
    async with console_beside(line.settings) as served:
        one = await signed_in(browser, served)
        person = await asks(line, "p1")
        await takes(one)
        two = await one.context.new_page()
        await two.goto(f"{served.url}/desk")
        await two.locator("#queue .entry").first.click()
        await message(two).fill("начато во второй")
        await writes(one, "из первой")
        await expect(talk(two).locator(".operator").get_by_text("из первой")).to_be_visible()
        await expect(message(two)).to_have_value("начато во второй")
        await two.get_by_role("button", name="Send").click()
        await person.expect(contains="начато во второй")

        async def old(route: Route) -> None:
            """The first tab sees nothing of what comes now."""
            await (route.abort() if route.request.method == "GET" else route.continue_())

        await one.route("**/desk/ticket/**", old)
        await message(one).fill("уже не моё")
        await two.get_by_role("button", name="More").click()
        await two.get_by_text("Give back", exact=True).click()
        await two.get_by_role("button", name="Back to queue").click()
        await expect(message(two)).to_be_hidden()
        other = await signed_in(browser, served)
        await takes(other)
        await one.get_by_role("button", name="Send").click()
        await expect(talk(one).locator("#refused")).not_to_be_empty()
        await expect(message(one)).to_have_value("уже не моё")
        await expect(talk(other).get_by_text("начато во второй")).to_be_visible()
        await writes(other, "теперь я")
        await person.expect(contains="теперь я")
        for words in ("из первой", "начато во второй", "теперь я"):
            assert arrived(person, words) == 1
        assert arrived(person, "уже не моё") == 0


class OffBy(SystemClock):
    """A machine's clock that is wrong. `by`: ahead, or behind."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        return super().now() + self._by


@pytest.mark.parametrize("minutes", [1, -1])
async def test_a_clock_that_is_wrong_by_a_minute_changes_nothing(
    line: Line, browser: Browser, minutes: int
) -> None:
    """The console's is wrong one way, the browser's the other."""
    by = timedelta(minutes=minutes)
    async with console_beside(line.settings, clock=OffBy(by)) as served:
        page = await signed_in(browser, served)
        await page.clock.install(time=SystemClock().now() - by)
        await page.reload()
        person = await asks(line, "p1")
        await takes(page)
        await writes(page, "раз")
        await person.expect(contains="раз")
        await person.say("два")
        await expect(talk(page).get_by_text("два")).to_be_visible()
        await writes(page, "три")
        await person.expect(contains="три")
        await expect(talk(page).get_by_text("три")).to_be_visible()
        said = await talk(page).locator(".bubble:not(.program) .words").all_inner_texts()
        assert [one for one in said if one in {"раз", "два", "три"}] == ["раз", "два", "три"]
        await closes(page)
        await person.expect(contains="Оператор закончил разговор")
        async with asyncio.timeout(20):
            while await page.locator("#queue .entry").count():
                pass

"""A shift in browsers: three operators and a supervisor, and forty persons who come at once."""

import asyncio
import re
from collections import Counter

import pytest
from playwright.async_api import Error, Page, expect

from sandbox.people import Person
from tests.kit.console import chromium, console_beside, signed_in
from tests.kit.constants import DANGER
from tests.kit.wire import Line, arrive
from tests.wire.test_console import closes, writes

pytestmark = [pytest.mark.process, pytest.mark.browser, pytest.mark.alone]

PEOPLE = 40
EACH_IN_DANGER = 8
"""One in so many."""

OPERATORS = 3
PATIENCE = 240.0
"""Seconds: half a minute, on a machine that does nothing else."""

SOON = 5_000
"""Milliseconds until whoever has pressed looks at the queue again."""

PRESS = "document.querySelector('[data-act=claim]')?.click()"
SAID = re.compile(r"Я слышу Вас \d+-\d+")


async def _comes(line: Line, number: int) -> Person:
    person = line.sandbox.person(f"p{number}", language_code="ru")
    await arrive(person, timeout=PATIENCE)
    await person.say("/operator" if number % EACH_IN_DANGER else DANGER)
    return person


async def _works(page: Page, operator: int) -> int:
    """Claim whoever is first, answer, close, until nobody waits; how many were claimed."""
    waiting = page.locator('#queue .entry[data-kind="waiting"]')
    talk = page.get_by_role("region", name="Conversation")
    box = page.get_by_role("textbox", name="Message")
    lost = talk.get_by_text(re.compile("has it|already claimed|is over"))
    done = 0
    while await waiting.count():
        claim = page.get_by_role("button", name="Claim", exact=True)
        try:
            await waiting.first.click(timeout=SOON)
            await expect(claim.or_(box).or_(lost).first).to_be_visible(timeout=SOON)
        except (Error, AssertionError):
            continue  # a colleague took the last one while the pointer was on its way
        if await claim.count():
            await page.evaluate(PRESS)  # a colleague may have taken it meanwhile
            await expect(box.or_(lost).first).to_be_visible()
        if await box.is_visible():
            done += 1
            await writes(page, f"Я слышу Вас {operator}-{done}")
            await closes(page)
            await expect(box).to_be_hidden()
    return done


async def test_forty_persons_are_each_answered_once_and_none_is_left(line: Line) -> None:
    async with console_beside(line.settings) as served, chromium() as browser:
        pages = [await signed_in(browser, served) for _ in range(OPERATORS)]
        board = await signed_in(browser, served, "Supervisor")
        await board.goto(f"{served.url}/board")
        people = await asyncio.gather(*(_comes(line, number) for number in range(PEOPLE)))
        for page in pages:
            entries = page.locator("#queue .entry")
            await expect(entries).to_have_count(PEOPLE, timeout=PATIENCE * 1000)
        await expect(board.get_by_role("heading", level=2).first).to_contain_text(str(PEOPLE))

        async with asyncio.timeout(PATIENCE):
            claimed = await asyncio.gather(*(_works(page, at) for at, page in enumerate(pages)))

        assert sum(claimed) == PEOPLE, "of two who press at once one wins"
        for person in people:
            await person.expect(contains="Оператор закончил разговор", timeout=PATIENCE)
        answers = Counter(
            found[0] for one in people for told in one.messages if (found := SAID.search(told.text))
        )
        assert len(answers) == PEOPLE
        assert set(answers.values()) == {1}, "nobody's answer went to somebody else, or twice"
        await expect(board.get_by_text("Nobody is waiting")).to_be_visible()
        for page in pages:
            await expect(page.locator("#queue .entry")).to_have_count(0)

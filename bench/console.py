"""The desk in a browser: a word to the screen, the reply to the phone, memory, a page's load."""

import argparse
import asyncio
import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from statistics import median

from bench import report
from bench.browser_desk import COOKIE, Client, Console, clients, console
from bench.figures import Figures, Round, figures
from bench.report import Section
from bench.rounds import say
from bench.turns import ANSWER_SECONDS, AT_ONCE, BEGIN_SECONDS, arrive, now
from sandbox.people import Person
from tests.kit.console import chromium

STREAMS = 40
MORE_STREAMS = 100
"""Opened to see what one of them takes: of forty it is lost in the noise."""

PAUSE_SECONDS = 1.0
"""Between two messages of one chat: people type."""

LOADS = 5
SEEN, REPLIED = "person's word → operator's screen", "operator's reply → phone"

_numbers = itertools.count(1)


async def desk_in_browser(options: argparse.Namespace) -> Section:
    """As the pages do it: an event, then the fragment; with forty browsers that watch."""
    rows, spent = list[Figures](), list[str]()
    async with console() as line:
        async with clients(line, STREAMS) as browsers:
            for chats in options.people:
                async with talking(line, browsers, chats) as pairs:
                    before = line.processor_seconds
                    found = await _round(line, pairs, options.words)
                    each = (line.processor_seconds - before) / max(1, chats * options.words)
                spent.append(f"{each * 1000:.0f} ms at {chats}")
                for what, one in zip((SEEN, REPLIED), found, strict=True):
                    rows.append(figures(what, chats, [one]))
                say(f"{chats} chats: p99 {rows[-2].p99:.0f} ms, the reply {rows[-1].p99:.0f} ms")
        kilobytes_each = await _memory(line)
        kilobytes, milliseconds = await _first_load(line)
    told = [
        "- the console's processor time for a word and its reply, of forty browsers together: "
        f"{', '.join(spent)} chats",
        f"- a browser's stream takes {kilobytes_each:,.0f} KB of the console's memory "
        f"({MORE_STREAMS} opened one after another)",
        f"- the desk's first load: {kilobytes:,.0f} KB in {milliseconds:,.0f} ms, until the queue "
        f"stands (Chromium without anything kept, median of {LOADS})",
        f"- {STREAMS} browsers have a stream and fetch what the page fetches with each event"
        f"; each chat pauses {PAUSE_SECONDS:.0f} s between its messages",
    ]
    ordered = sorted(rows, key=lambda one: (one.what != SEEN, one.chats))
    return Section([*report.table(ordered), *told], ordered)


@asynccontextmanager
async def talking(
    line: Console, browsers: list[Client], chats: int
) -> AsyncIterator[list[tuple[Person, Client]]]:
    """So many people, each claimed by somebody whose browser has it open; closed at the end."""
    people = [line.sandbox.person(f"console {next(_numbers)}") for _ in range(chats)]
    for first in range(0, chats, AT_ONCE):
        await asyncio.gather(*(_asks(one) for one in people[first : first + AT_ONCE]))
    pairs, left = list[tuple[Person, Client]](), list(people)
    while left:
        number = len(pairs)
        handle = (await browsers[number].waiting(1))[0]
        await browsers[number].claims(handle)
        person = await _told(left)
        left.remove(person)
        pairs.append((person, browsers[number]))
    yield pairs
    for _, browser in pairs:
        await browser.sends(f"/desk/ticket/{browser.opened}/close", outcome="other")
        browser.opened = browser.shown = ""


async def _asks(person: Person) -> None:
    await arrive(person)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу", timeout=BEGIN_SECONDS)


async def _told(people: list[Person]) -> Person:
    """The one whom a human has taken just now."""
    async with asyncio.timeout(BEGIN_SECONDS):
        while True:
            for person in people:
                if any("Теперь здесь человек" in one.text for one in person.messages):
                    return person
            await asyncio.sleep(0.02)


async def _round(
    line: Console, pairs: list[tuple[Person, Client]], each: int
) -> tuple[Round, Round]:
    seen, replied, lost = list[float](), list[float](), [0, 0]

    async def talk(person: Person, browser: Client) -> None:
        for _ in range(each):
            word = f"слово-{next(_numbers)}!"
            at = now()
            await person.say(word)
            if await browser.sees(word, ANSWER_SECONDS):
                seen.append(now() - at)
            else:
                lost[0] += 1
            word, at = f"ответ-{next(_numbers)}!", now()
            await browser.sends(f"/desk/ticket/{browser.opened}/reply", text=word)
            await person.expect(contains=word, timeout=BEGIN_SECONDS)
            replied.append(now() - at)
            await asyncio.sleep(PAUSE_SECONDS)

    began = now()
    async with asyncio.TaskGroup() as group:
        for pair in pairs:
            group.create_task(talk(*pair))
    passed, used = now() - began, line.process.megabytes
    return Round(seen, passed, lost[0], 0, used), Round(replied, passed, lost[1], 0, used)


async def _memory(line: Console) -> float:
    """Kilobytes that a stream takes."""
    before = line.process.megabytes
    async with clients(line, MORE_STREAMS) as browsers:
        await asyncio.gather(*(one.waiting(0) for one in browsers))
        return (line.process.megabytes - before) * 1024 / MORE_STREAMS


async def _first_load(line: Console) -> tuple[float, float]:
    """Kilobytes as they came over the wire, and milliseconds until the queue stands."""
    found = list[tuple[float, float]]()
    async with chromium() as browser:
        for token in await line.sign_in(LOADS):
            context = await browser.new_context()
            await context.add_cookies([{"name": COOKIE, "value": token, "url": line.url}])
            page = await context.new_page()
            wire = await context.new_cdp_session(page)
            sizes = list[Mapping[str, float]]()
            await wire.send("Network.enable")
            wire.on("Network.loadingFinished", lambda one, found=sizes: found.append(one))
            at = now()
            await page.goto(f"{line.url}/desk")
            await page.wait_for_selector("#queue .lines")
            took, sent = now() - at, sum(one["encodedDataLength"] for one in sizes)
            found.append((sent / 1024, took * 1000))
            await context.close()
    return median(size for size, _ in found), median(took for _, took in found)

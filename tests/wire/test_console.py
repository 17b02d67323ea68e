"""The desk in a real browser: operators, simulated persons, and the bots behind them.

`make pictures` keeps the screenshots.
"""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from sandbox.people import Person
from tests.kit.console import Served, faults, signed_in
from tests.kit.wire import Line, arrive

pytestmark = [pytest.mark.process, pytest.mark.browser]

HOSTILE = (
    '<img src=x onerror="window.hacked=1">',
    "<script>window.hacked=1</script>",
    "</p></li><svg onload=window.hacked=1>",
    "{{ 7*7 }}{% for x in y %}",
    "javascript:window.hacked=1//'\"`--></textarea>",
    "\u202egnp.exe &lt;b&gt; &#x3c;b&#x3e;",
)
PLANTED = "какаду"


async def cries(line: Line, key: str, words: str = "нас заперли помогите") -> Person:
    person = line.sandbox.person(key, language_code="ru")
    await arrive(person)
    await person.say(words)
    await person.expect(with_button="Да")
    return person


async def asks(line: Line, key: str) -> Person:
    person = line.sandbox.person(key, language_code="ru")
    await arrive(person)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу")
    return person


async def takes(page: Page) -> None:
    """Claim the first ticket of the queue."""
    await page.get_by_role("region", name="Queue").get_by_role("button").first.click()
    await page.get_by_role("button", name="Claim", exact=True).click()
    await expect(page.get_by_role("textbox", name="Message")).to_be_visible()


async def writes(page: Page, words: str) -> None:
    await page.get_by_role("textbox", name="Message").fill(words)
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_role("textbox", name="Message")).to_have_value("")


async def closes(page: Page, outcome: str = "Close: informed") -> None:
    await page.get_by_role("button", name="Close", exact=True).click()
    await page.get_by_role("button", name=outcome).click()


async def test_a_conversation_from_the_call_to_the_close(
    line: Line, served: Served, browser: Browser, tmp_path: Path
) -> None:
    page = await signed_in(browser, served)
    queue = page.get_by_role("region", name="Queue")
    talk = page.get_by_role("region", name="Conversation")
    person = await cries(line, "p1")
    await asks(line, "p2")

    await expect(queue.get_by_role("button")).to_have_count(2)
    await expect(queue.get_by_role("button").first).to_contain_text("emergency")
    await expect(page).to_have_title(re.compile(r"^\(2\) Helpline desk$"))
    await queue.get_by_role("button").first.click()
    await expect(talk.get_by_text("Claim it to read")).to_be_visible()
    await expect(talk.get_by_text("нас заперли")).to_have_count(0)
    await takes(page)
    await person.expect(contains="Теперь здесь человек")
    await expect(talk.get_by_text("нас заперли помогите")).to_be_visible()
    await expect(talk.get_by_text("waits for your answer until").first).to_be_visible()

    await writes(page, "Здравствуйте. Вам сейчас безопасно писать?")
    await person.expect(contains="безопасно писать")
    await expect(talk.locator(".operator").get_by_text("at Telegram")).to_be_visible()
    await person.say("да, он ушёл")
    await expect(talk.get_by_text("да, он ушёл")).to_be_visible()
    await page.get_by_role("button", name="Note for colleagues").click()
    await page.get_by_role("textbox", name="Note for colleagues").fill("тихий голос")
    await page.get_by_role("button", name="Keep note").click()
    await expect(talk.get_by_text("тихий голос")).to_be_visible()
    await page.screenshot(path=tmp_path / "console.png")

    await closes(page)
    await person.expect(contains="Оператор закончил разговор")
    await expect(queue.get_by_role("button")).to_have_count(1)
    assert not any("тихий голос" in one.text for one in person.messages)


async def test_nobody_claims_before_their_shift(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await browser.new_page()
    await page.goto(f"{served.url}/")
    await page.get_by_role("button", name="Operator", exact=True).click()
    person = await asks(line, "p1")
    await page.get_by_role("region", name="Queue").get_by_role("button").first.click()
    await page.get_by_role("button", name="Claim", exact=True).click()
    why = page.get_by_text("begin your shift first")
    await expect(why).to_be_visible()

    await page.evaluate("document.querySelector('.ticket-body').dataset.before = 'yes'")
    await person.say("вы здесь?")
    await expect(page.locator(".ticket-body:not([data-before])")).to_be_visible()
    await expect(why).to_be_visible()
    await page.get_by_role("button", name="Begin shift").click()
    await expect(why).to_have_count(0)
    await takes(page)


async def test_a_message_is_corrected_and_taken_back(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    person = await asks(line, "p1")
    await takes(page)
    talk = page.get_by_role("region", name="Conversation")
    await writes(page, "первая версия")
    first = await person.expect(contains="первая версия")

    await talk.get_by_text("первая версия").hover()
    await talk.get_by_role("button", name="Correct").click()
    await writes(page, "вторая версия")
    await person.until(lambda: first.current().text == "вторая версия")
    await expect(talk.get_by_text("corrected")).to_be_visible()
    await expect(talk.get_by_text("первая версия")).to_have_count(0)

    await talk.get_by_role("button", name="Take back").click()
    await person.until(lambda: first.deleted)
    await expect(talk.get_by_text("taken back")).to_be_visible()
    await expect(talk.get_by_text("вторая версия")).to_have_count(0)


async def test_of_two_who_claim_at_once_one_wins_and_the_other_is_told(
    line: Line, served: Served, browser: Browser
) -> None:
    one, other = [await signed_in(browser, served) for _ in range(2)]
    await cries(line, "p1")
    for page in (one, other):
        await page.get_by_role("region", name="Queue").get_by_role("button").first.click()
        await expect(page.get_by_role("button", name="Claim", exact=True)).to_be_visible()
    press = "document.querySelector('[data-act=claim]').click()"
    await asyncio.gather(one.evaluate(press), other.evaluate(press))

    talks = [page.get_by_role("region", name="Conversation") for page in (one, other)]
    words = talks[0].get_by_text("нас заперли"), talks[1].get_by_text("нас заперли")
    lost = [talk.get_by_text(re.compile("has it|already claimed")).first for talk in talks]
    async with asyncio.timeout(20):
        while await words[0].count() + await words[1].count() != 1:
            pass
    winner = 0 if await words[0].count() else 1
    await expect(lost[1 - winner]).to_be_visible()
    await expect(words[1 - winner]).to_have_count(0)


async def test_whoever_left_is_seen_at_each_message(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    person = await asks(line, "p1")
    await takes(page)
    talk = page.get_by_role("region", name="Conversation")
    person.block()
    await writes(page, "Вы здесь?")

    await expect(talk.locator(".operator").get_by_text("has blocked the bot")).to_be_visible()
    await expect(talk.get_by_text("messages don't arrive").first).to_be_visible()


async def test_hostile_words_are_shown_as_words(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    violations: list[str] = []
    page.on("console", lambda said: violations.append(said.text))
    page.on("pageerror", lambda error: violations.append(str(error)))
    person = await asks(line, "p1")
    await takes(page)
    talk = page.get_by_role("region", name="Conversation")
    for text in HOSTILE:
        await person.say(text)
    shown = talk.locator(".person .words")
    await expect(shown).to_have_count(len(HOSTILE) + 1)
    told = [one.strip() for one in (await shown.all_inner_texts())[1:]]
    assert told == [text.strip() for text in HOSTILE]
    assert await page.evaluate("window.hacked") is None
    assert await page.locator("#ticket :is(img, script, svg, iframe)").count() == 0
    assert violations == []


async def test_the_browser_is_left_with_nothing(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    person = await asks(line, "p1")
    await takes(page)
    await person.say(PLANTED)
    await expect(page.get_by_text(PLANTED)).to_be_visible()
    name = await page.locator("#ticket h2").inner_text()
    await page.get_by_role("textbox", name="Message").fill(f"черновик {PLANTED}")

    kept = await page.evaluate(
        "async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,"
        " document.title, location.href, history.state, history.length,"
        " await indexedDB.databases(), await caches.keys(),"
        " (await navigator.serviceWorker.getRegistrations()).length])"
    )
    assert kept.startswith(('[{},{},"","(1) Helpline desk"', '[{},{},"","Helpline desk"'))
    assert kept.endswith("[],[],0]")
    assert addresses
    for said in (*addresses, kept):
        assert PLANTED not in said
        assert name.strip() not in said
    await page.reload()
    await page.get_by_role("region", name="Queue").get_by_role("button").first.click()
    await expect(page.get_by_role("textbox", name="Message")).to_have_value("")


async def test_a_draft_waits_while_another_ticket_is_open(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    await asks(line, "p1")
    await takes(page)
    message = page.get_by_role("textbox", name="Message")
    await message.fill("начатый ответ")
    await asks(line, "p2")
    entries = page.get_by_role("region", name="Queue").get_by_role("button")
    await expect(entries).to_have_count(2)
    await entries.nth(1).click()
    await expect(message).to_be_hidden()
    await entries.nth(0).click()

    await expect(message).to_have_value("начатый ответ")


async def test_everything_goes_by_keyboard_on_any_layout(
    line: Line, served: Served, browser: Browser
) -> None:
    page = await signed_in(browser, served)
    person = await asks(line, "p1")
    queue = page.get_by_role("region", name="Queue")
    await expect(queue.get_by_role("button")).to_have_count(1)
    keys = page.keyboard

    async def press(code: str, letter: str) -> None:
        """A key at its place, with the letter that a Russian layout has there."""
        await page.evaluate(
            "([code, key]) => document.activeElement.dispatchEvent("
            "new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))",
            [code, letter],
        )

    await press("KeyQ", "й")
    await expect(queue.get_by_role("button")).to_be_focused()
    await keys.press("Enter")
    await expect(page.locator("#ticket h2")).to_be_focused()
    await press("KeyC", "с")
    message = page.get_by_role("textbox", name="Message")
    await expect(message).to_be_focused()
    await keys.type("Здравствуйте")
    await keys.press("Enter")
    await person.expect(contains="Здравствуйте")
    await keys.press("Escape")
    await press("KeyX", "ч")
    await expect(page.get_by_role("button", name="Close: informed")).to_be_focused()
    await keys.press("Enter")
    await person.expect(contains="Оператор закончил разговор")


@pytest.mark.parametrize("width", [1280, 360])
async def test_axe_finds_nothing(
    line: Line, served: Served, browser: Browser, width: int, tmp_path: Path
) -> None:
    """WCAG 2.2 AA, as far as a machine sees it; light and dark, and on a phone."""
    found = {}
    context = await browser.new_context(
        viewport={"width": width, "height": 780}, reduced_motion="reduce"
    )
    page = await context.new_page()
    await page.goto(f"{served.url}/")
    found["entrance"] = await faults(page)
    await page.get_by_role("button", name="Operator", exact=True).click()
    await cries(line, "p1")
    await expect(page.get_by_role("region", name="Queue").get_by_role("button")).to_have_count(1)
    found["queue"] = await faults(page)
    await page.get_by_role("button", name="Begin shift").click()
    await takes(page)
    await writes(page, "Здравствуйте")
    await expect(page.locator(".operator .state.sent")).to_be_visible()
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        found[f"ticket, {scheme}"] = await faults(page)
        await page.screenshot(path=tmp_path / f"console-{width}-{scheme}.png")
    await page.get_by_role("button", name="Close", exact=True).click()
    found["closing"] = await faults(page)
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert {place: one for place, one in found.items() if one} == {}

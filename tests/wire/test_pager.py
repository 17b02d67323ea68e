"""Where the desk is in a browser, Telegram's group is rung, and told nothing."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from playwright.async_api import expect

from bot.clock import SettableClock, SystemClock
from bot.config import DeskMode
from bot.desk.budget import Budget
from bot.desk.former_topics import FormerTopics
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.pager import WAIT_SECONDS
from bot.desk.process import make_bot
from bot.store.names import row_key
from bot.tickets.ticket import Action, Details, Outcome
from sandbox.bots import Bot
from sandbox.operators import Operator
from sandbox.people import Person
from tests.kit.console import chromium, console_beside, signed_in
from tests.kit.constants import DANGER
from tests.kit.wire import EN, Line, arrive, running

ORIGIN = "https://desk.example.org"
PLANTED = "какаду"
PATIENCE = 60.0


@dataclass
class Received:
    """Everything that the desk's bot told Telegram: method, and what it gave."""

    calls: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def pages(self) -> list[str]:
        return [str(given["text"]) for method, given in self.calls if method == "sendmessage"]

    def methods(self) -> set[str]:
        return {method for method, _ in self.calls}

    def holds(self, words: str) -> bool:
        return words.casefold() in repr(self.calls).casefold()


@dataclass(frozen=True, slots=True)
class Rung:
    """A helpline whose desk is in a browser, its clock, and what Telegram was told."""

    line: Line
    clock: SettableClock
    received: Received
    log: pytest.LogCaptureFixture

    async def waits_in_vain(self) -> None:
        """The pager has looked whether a browser shows it; then ten seconds pass."""
        before, redis = self._looks(), self.line.parts.store.redis
        async with asyncio.timeout(PATIENCE):
            while self._looks() == before:
                await redis.ping()
        self.clock.advance(WAIT_SECONDS)

    def _looks(self) -> int:
        said = [one for one in self.log.records if one.message == "delivery_put_off"]
        return sum(vars(one)["audience"] == "desk" for one in said)

    @property
    def heron(self) -> Operator:
        return self.line.sandbox.operator("o1")

    async def conversation(self, person: Person) -> str:
        return await self.line.parts.helpline.conversation_of(person.chat_id)

    async def acts(self, action: Action, person: Person, details: Details | None = None) -> None:
        """What Heron does in the console."""
        helpline = self.line.parts.helpline
        operator = await helpline.staff.operator(self.heron.user_id)
        assert operator
        conversation = await self.conversation(person)
        mark = f"{action} {len(person.messages)}"
        await helpline.act(action, operator, conversation, "", mark, details or Details())

    async def settled(self, person: Person) -> None:
        """Nothing about them waits for the desk."""
        name = row_key(await self.conversation(person), "out:desk")
        redis = self.line.parts.store.redis
        async with asyncio.timeout(PATIENCE):
            while await redis.exists(name):
                pass

    async def rings(self, matches: Callable[[str], object]) -> str:
        """The first page that does."""
        received = self.received
        await self.heron.until(lambda: any(map(matches, received.pages())), timeout=PATIENCE)
        return next(filter(matches, received.pages()))


@asynccontextmanager
async def in_browser(log: pytest.LogCaptureFixture) -> AsyncIterator[Rung]:
    log.set_level(logging.INFO)
    clock, received = SettableClock(SystemClock().now()), Received()
    async with running(clock=clock, desk_in=DeskMode.BROWSER, console_origin=ORIGIN) as line:
        dispatch = line.sandbox._dispatch
        answers = dispatch.call

        async def recording(bot: Bot, method: str, raw: dict[str, object]) -> object:
            if bot.token == line.sandbox.settings.desk_token and method != "getupdates":
                received.calls.append((method, raw))
            return await answers(bot, method, raw)

        dispatch.call = recording  # type: ignore[method-assign]
        yield Rung(line, clock, received, log)


async def asks(line: Line, key: str) -> Person:
    person = line.sandbox.person(key, first_name=f"{PLANTED}-name", language_code="ru")
    await arrive(person)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу")
    return person


async def test_the_group_is_rung_and_told_no_word(caplog: pytest.LogCaptureFixture) -> None:
    async with in_browser(caplog) as rung:
        person = await asks(rung.line, "p1")
        await person.say(f"{PLANTED} ждёт")
        await rung.waits_in_vain()
        page = await rung.rings(lambda text: "· ru ·" in text)
        assert re.fullmatch(r"\S+ \w+-\d+ · ru · (under a minute|\d+ \w+)", page), page
        [shown] = [one for one in rung.heron.general if one.text == page]
        assert shown.buttons == [EN("button-open-desk")]
        assert rung.received.holds(f"'url': '{ORIGIN}/'")
        assert shown.message.protected

        await rung.acts(Action.CLAIM, person)
        await person.expect(contains="Теперь здесь человек")
        await person.say(f"{PLANTED} пишет")
        await rung.waits_in_vain()
        await rung.rings(lambda text: text.endswith(EN("page-for", operator="Heron")))
        await rung.acts(Action.CLOSE, person, Details(outcome=Outcome.INFORMED))
        await rung.settled(person)

        cries = rung.line.sandbox.person("p2", first_name=f"{PLANTED}-name")
        await arrive(cries)
        await cries.say(f"{DANGER} {PLANTED}")
        await rung.rings(lambda text: EN("call-shift", count=4) in text)
        await cries.say("/delete")
        await cries.press((await cries.expect(with_button="Да, стереть")).buttons[0])
        await rung.rings(lambda text: EN("stub-title") in text)
        await rung.settled(cries)

        told = await rung.line.parts.store.audit.about("Heron", rung.clock.now())
        assert {"claim", "close"} <= {entry.action for entry in told.entries}
        assert not rung.received.holds(PLANTED)
        for chat in (person.chat_id, cries.chat_id):
            assert not rung.received.holds(str(chat))
        assert rung.heron.topics == []
        assert not {"createforumtopic", "pinchatmessage"} & rung.received.methods()


async def test_what_operators_write_to_the_bot_shows_no_ticket(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with in_browser(caplog) as rung:
        person = await asks(rung.line, "p1")
        elsewhere = EN("office-in-browser", address=ORIGIN)
        for words in ("/next", "/mine", "/claim Amber-1", "привет"):
            await rung.heron.private.say(words)
            await rung.heron.private.expect(contains=elsewhere)
        await rung.heron.say("/next")
        await rung.heron.private.say("/languages ru")
        await rung.heron.private.expect(contains="ru")
        await rung.waits_in_vain()
        await rung.rings(lambda text: "· ru ·" in text)
        assert not any("Теперь здесь человек" in one.text for one in person.messages)
        assert not any(one.from_bot and "/" in one.text for one in rung.heron.general)


@pytest.mark.process
@pytest.mark.browser
async def test_it_is_rung_only_where_no_browser_shows_the_ticket(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with (
        in_browser(caplog) as rung,
        console_beside(rung.line.settings) as served,
        chromium() as browser,
    ):
        page = await signed_in(browser, served)
        first = await asks(rung.line, "p1")
        await expect(page.get_by_role("region", name="Queue").get_by_role("button")).to_have_count(
            1, timeout=PATIENCE * 1000
        )
        await rung.settled(first)
        assert rung.received.pages() == []

        await page.context.close()
        second = await asks(rung.line, "p2")
        await rung.waits_in_vain()
        await rung.rings(lambda text: "· ru ·" in text)
        await rung.settled(second)
        assert len(rung.received.pages()) == 1


async def test_topics_of_a_desk_that_was_in_telegram_go(line: Line) -> None:
    """Whoever switches over takes people's words out of Telegram."""
    heron = line.sandbox.operator("o1")
    await asks(line, "p1")
    await heron.until(lambda: heron.topics)
    await heron.until(lambda: any("waiting" in one.text for one in heron.general))
    store = line.parts.store
    bot = make_bot(line.settings.desk_token, line.sandbox.url)
    group = DeskGroup(line.settings.desk_chats[0], Budget(0, SystemClock().monotonic))
    groups = DeskGroups([group], store.queue, store.topics, store.presence)

    await FormerTopics(bot, groups, store.queue, store.topics, store.board).clear()

    assert heron.topics == []
    await bot.request.shutdown()

"""What is live in a process: replaced as a whole, or not at all."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.clock import SettableClock
from bot.compose import Parts
from bot.config import Settings
from bot.helpline import inputs
from bot.helpline.inputs import Inbound
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.texts.catalogue import Catalogue
from bot.texts.check import read_tree
from bot.texts.publication import OWN, version_of
from flows.events import Parse
from tests.kit.constants import NOW
from tests.kit.helpline import fresh_parts
from tests.kit.own import parts

FILES = read_tree()
GOODBYE = "content/ru/small_talk.ftl"
NEW = {**FILES, GOODBYE: FILES[GOODBYE].replace("Всего доброго.", "До встречи здесь.")}
BROKEN = {**FILES, GOODBYE: FILES[GOODBYE].replace("utter_goodbye = ", "utter_goodbye ")}


@dataclass
class Slow:
    """Understands only goodbyes, and waits in the middle of a turn for as long as it is told."""

    go_on: asyncio.Event
    begun: asyncio.Event

    async def parse(self, text: str) -> Parse:
        self.begun.set()
        await self.go_on.wait()
        return Parse("goodbye", 1.0, locale="ru")

    def short(self, text: str) -> Parse:
        return Parse()


@dataclass(frozen=True, slots=True)
class Running:
    """A process without Telegram."""

    parts: Parts
    slow: Slow

    async def publish(self, files: dict[str, str]) -> None:
        await self.parts.store.publications.publish(version_of(files), files, OWN)

    async def says(self) -> list[str]:
        """What waits for the person."""
        conversation = await self.parts.helpline.conversation_of(1)
        rows = await self.parts.store.outbox.for_person(conversation)
        return [row.text for _, row in rows]


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    slow = Slow(asyncio.Event(), asyncio.Event())
    async with fresh_parts(clock=SettableClock(NOW), recogniser=slow) as built:
        yield Running(built, slow)


def goodbye(catalogue: Catalogue) -> str:
    return catalogue.plain("utter_goodbye", "ru")


async def test_without_a_publication_a_process_shows_its_own_files(running: Running) -> None:
    assert not await running.parts.live.refresh()
    assert running.parts.live.current.version == OWN


async def test_a_publication_is_shown_and_taken_back(running: Running) -> None:
    await running.publish(NEW)
    assert await running.parts.live.refresh()
    assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")
    assert not await running.parts.live.refresh(), "nothing new"
    await running.parts.store.publications.back()
    assert await running.parts.live.refresh()
    assert goodbye(running.parts.catalogue).startswith("Всего доброго.")


async def test_what_this_program_cannot_show_is_refused_once(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """Published by another version of the program, whose gate let it pass."""
    await running.publish(NEW)
    await running.parts.live.refresh()
    await running.publish(BROKEN)
    assert not await running.parts.live.refresh()
    assert not await running.parts.live.refresh()
    assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")
    assert [one.message for one in caplog.records].count("publication_refused") == 1


async def test_a_publication_that_is_gone_from_redis_stays_live(running: Running) -> None:
    await running.publish(NEW)
    await running.parts.live.refresh()
    await running.parts.store.publications._redis.flushall()
    assert not await running.parts.live.refresh()
    assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")


async def test_a_turn_keeps_the_texts_that_it_began_with(running: Running) -> None:
    async with asyncio.TaskGroup() as group:
        heard = Inbound(1, 1, inputs.Wrote("пока"), 1)
        group.create_task(running.parts.helpline.hear(heard))
        await running.slow.begun.wait()
        await running.publish(NEW)
        assert await running.parts.live.refresh()
        running.slow.go_on.set()
    assert any("Всего доброго." in text for text in await running.says())
    await running.parts.helpline.hear(replace(heard, update_id=2))
    assert any("До встречи здесь." in text for text in await running.says())


async def test_while_redis_is_away_what_is_shown_stays() -> None:
    naps: asyncio.Queue[float] = asyncio.Queue()
    async with store_and_keyring() as servers:
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        async with parts(settings, clock=SettableClock(NOW)) as built:
            await built.store.publications.publish(version_of(NEW), NEW, OWN)
    async with parts(settings, clock=SettableClock(NOW)) as built:
        assert built.live.current.version == OWN, "it starts with its own files"

        async def nap(seconds: float) -> None:
            naps.put_nowait(seconds)
            await asyncio.sleep(0)

        built.live._sleep = nap
        async with asyncio.TaskGroup() as group:
            task = group.create_task(built.live.follow())
            await naps.get()
            await naps.get()
            task.cancel()
        assert built.live.current.version == OWN

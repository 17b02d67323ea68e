"""What changed reaches a browser's stream: which ticket, and nothing about it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.store.desk_changes import CHANGED, ConversationChange, DeskChange
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from tests.bot.console.conftest import COOKIE, Browser, Served

SECONDS = 20.0
WORDS = "какаду-утконос"


class Stream:
    """The events of one stream, one after the other. `seen`: but for its signs of life."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer
        self.seen: list[tuple[str, str]] = []

    async def until(self, *kinds: str) -> str:
        """The data of the next event of one of these kinds."""
        async with asyncio.timeout(SECONDS):
            while True:
                event, data = await self._next()
                if event != "beat":
                    self.seen.append((event, data))
                if event in kinds:
                    return data

    async def _next(self) -> tuple[str, str]:
        event, data = "", ""
        while line := (await self._answer.content.readline()).decode().rstrip("\n"):
            name, _, value = line.partition(": ")
            event, data = (value, data) if name == "event" else (event, value)
        return event, data


@asynccontextmanager
async def streaming(browser: Browser) -> AsyncIterator[Stream]:
    """A browser's stream, while the console listens to the feed."""
    served = browser.served
    listens = asyncio.ensure_future(served.console.live.listen())
    headers = {"Cookie": f"{COOKIE}={browser.token}"}
    try:
        async with served.http.get(f"{served.origin}/live", headers=headers) as answer:
            assert answer.status == 200
            stream = Stream(answer)
            await stream.until("all")
            await _subscribed(served)
            await _settled(served, stream)
            yield stream
    finally:
        listens.cancel()
        await asyncio.wait([listens])


async def _subscribed(served: Served) -> None:
    redis = served.helpline.parts.store.redis
    async with asyncio.timeout(SECONDS):
        while not dict(await redis.pubsub_numsub(CHANGED)).get(CHANGED.encode()):
            pass


async def _settled(served: Served, stream: Stream) -> None:
    """Until an event comes as itself: what falls into an `all` that is still due is part of it."""
    redis, handle = served.helpline.parts.store.redis, ""
    while not handle:
        await redis.publish(CHANGED, ConversationChange.SAID.of("nobody"))
        handle = await stream.until("all", "conversation")
    stream.seen.clear()


async def test_a_new_ticket_changes_the_queue(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    async with streaming(browser) as stream:
        await served.helpline.asks(1)

        assert await stream.until("conversation") == browser.handle(1)
        await stream.until("queue")


async def test_words_change_the_conversation_alone(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await served.helpline.asks(1)
    assert browser.operator is not None
    await served.helpline.acts(Action.CLAIM, browser.operator, 1)
    async with streaming(browser) as stream:
        await served.helpline.writes(1, WORDS)

        assert await stream.until("conversation") == browser.handle(1)
        await served.helpline.acts(Action.CLOSE, browser.operator, 1)
        await stream.until("queue")
    assert stream.seen[0] == ("conversation", browser.handle(1))
    assert WORDS not in str(stream.seen)


async def test_what_became_of_a_message_is_told(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await served.helpline.asks(1)
    assert browser.operator is not None
    await served.helpline.acts(Action.CLAIM, browser.operator, 1)
    async with streaming(browser) as stream:
        await served.helpline.to_person(1)

        assert await stream.until("conversation") == browser.handle(1)


async def test_somebody_without_a_ticket_is_told_of_to_nobody(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    async with streaming(browser) as stream:
        await served.helpline.writes(2, "Русский")
        await served.helpline.asks(1)
        await stream.until("queue")
    assert browser.handle(2) not in {data for _, data in stream.seen}


@pytest.mark.slow
async def test_a_stream_ends_with_its_session(served: Served) -> None:
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    async with streaming(browser) as stream:
        await browser.posts("/leave")
        await served.helpline.asks(1)

        await stream.until("over")


@pytest.mark.slow
async def test_a_locked_session_is_told_so_and_still_called(served: Served) -> None:
    """At each sign of life, so that a tab that slept learns of it."""
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    async with streaming(browser) as stream:
        await browser.posts("/lock")
        await served.helpline.asks(1)

        await stream.until("queue")
        assert await stream.until("beat") == "locked"


async def test_streams_end_with_the_console(served: Served) -> None:
    """Else it would take as long as an answer may."""
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    async with streaming(browser) as stream:
        served.console.live.end()

        async with asyncio.timeout(SECONDS):
            while not stream._answer.content.at_eof():
                await stream._next()


@pytest.mark.parametrize("said", ["", "queue", "queue ", "other she", "\\xff"])
async def test_what_isnt_of_the_feed_is_passed_over(served: Served, said: str) -> None:
    store = served.helpline.parts.store
    feed = store.changes.listen()
    assert await anext(feed) is None
    await store.redis.publish(CHANGED, said)
    await store.redis.publish(CHANGED, ConversationChange.SAID.of("she"))

    async with asyncio.timeout(SECONDS):
        assert await anext(feed) == DeskChange(ConversationChange.SAID, "she")
    await feed.aclose()  # type: ignore[attr-defined]

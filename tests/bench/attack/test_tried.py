"""An attempt ends with what it showed, and what is waited for in vain isn't held."""

import asyncio
import os
from typing import Any

import aiohttp

from bench.attack import spent
from bench.attack.others import LOOK_SECONDS, Topics
from bench.attack.tried import ought, tried
from sandbox import SandboxSettings, Unmet, serve


async def test_what_was_seen_is_told() -> None:
    async def act() -> str:
        ought(True, "nothing")
        return "404 each time"

    found = await tried("no secret", act)
    assert (found.showed, found.held) == ("404 each time", True)


async def test_something_else_than_ought_to_be_is_not_held() -> None:
    async def act() -> str:
        ought(False, "it was heard")
        return "404 each time"

    found = await tried("no secret", act)
    assert (found.showed, found.held) == ("it was heard", False)


async def test_what_does_not_come_to_pass_is_not_held() -> None:
    async def act() -> str:
        raise Unmet("o1 waited 60 s for a condition")

    found = await tried("a thief polls", act)
    assert not found.held
    assert "Unmet" in found.showed


def test_what_a_process_took_of_the_processor_is_counted_from_then_on() -> None:
    counted = spent.Spent({"this": os.getpid(), "gone": os.getpid()})
    sum(number * number for number in range(2_000_000))
    assert spent.of(os.getpid()) > 0
    assert counted.since()["this"] >= 0


async def test_a_topic_without_its_card_is_no_card() -> None:
    """Telegram's own note that a topic was made comes before the bot's first message in it."""
    async with serve(SandboxSettings(limits=False)) as sandbox, aiohttp.ClientSession() as bot:

        async def call(method: str, **asked: object) -> Any:
            url = f"{sandbox.url}/bot{sandbox.settings.desk_token}/{method}"
            async with bot.post(url, json={"chat_id": sandbox.desk.id, **asked}) as answer:
                return (await answer.json())["result"]

        found = asyncio.ensure_future(Topics(sandbox).named("Otter-1"))
        topic = await call("createForumTopic", name="🔴 Otter-1 · danger · ru")
        await asyncio.wait([found], timeout=3 * LOOK_SECONDS)
        assert not found.done()
        thread = topic["message_thread_id"]
        await call("sendMessage", message_thread_id=thread, text="a card")
        assert (await found).id == thread

"""SIGKILL in the middle of a conversation, fifty times: every message arrives."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import Enum

import pytest

from bot.cli.demo_staff import enrol_before_start
from bot.redis_process import redis_server
from bot.sandbox import Sandbox, SandboxSettings, serve
from bot.sandbox.environment import environments
from bot.vault import Keys

KILLS = 50
"""Seconds of real time: a process starts anew, and the lease of a killed one has to end."""


class Moment(Enum):
    """When the process dies: while nobody writes, just after a message, or as it is delivered.

    The last is the worst there is: Telegram has the message, the process doesn't know it yet.
    """

    BEFORE = 0
    AFTER = 1
    DELIVERED = 2


class Process:
    """One bot as its own process, which can be killed and started again."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        self._name = name
        self._environment = environment
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; it comes up by itself."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", self._name, env={**os.environ, **self._environment}
        )

    async def kill(self) -> None:
        """SIGKILL: no goodbye, no flush."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def killed_and_started(self) -> None:
        """The death and the restart by a supervisor."""
        await self.kill()
        await self.start()


@asynccontextmanager
async def processes() -> AsyncIterator[tuple[Sandbox, dict[str, Process]]]:
    """Redis, the sandbox, and both bots as processes of their own."""
    settings = SandboxSettings(limits=False)
    async with redis_server() as redis_url, serve(settings) as sandbox:
        master = Keys.new_master()
        found = environments(
            sandbox,
            redis_url,
            master,
            HELPLINE_DESK_LOCALE="en",
            HELPLINE_DESK_RATE="0",
            HELPLINE_NLU_URL="",
            SENTRY_DSN="",
        )
        bots = {name: Process(name, environment) for name, environment in found.items()}
        await enrol_before_start(sandbox, redis_url, master)
        for bot in bots.values():
            await bot.start()
        try:
            yield sandbox, bots
        finally:
            for bot in bots.values():
                await bot.kill()


@pytest.mark.parametrize("victim", ["intake", "desk"])
async def test_no_message_is_lost_over_kills(victim: str) -> None:
    async with processes() as (sandbox, bots):
        person, operator = sandbox.person("p1", language_code="ru"), sandbox.operator("o1")
        await person.start()
        await person.expect(with_button="Русский")
        await person.press("Русский")
        await person.expect(with_button="Пропустить")
        await person.say("/operator")
        card = await operator.expect_card(contains="language: ru")
        await operator.press_in(card, "Claim")
        await person.expect(contains="Теперь здесь человек")
        topic = operator.topics[0]

        for number in range(KILLS // 2):
            moment = list(Moment)[number % len(Moment)]
            if moment is Moment.BEFORE:
                await bots[victim].killed_and_started()
            question, answer = f"вопрос {number}!", f"ответ {number}!"
            await person.say(question)
            await operator.say_in(topic, answer)
            if moment is Moment.AFTER:
                await bots[victim].killed_and_started()
            if victim == "intake":
                await person.expect(contains=answer)
            else:
                await operator.expect(contains=question)
            if moment is Moment.DELIVERED:
                await bots[victim].killed_and_started()

        asked = [f"вопрос {number}!" for number in range(KILLS // 2)]
        answered = [f"ответ {number}!" for number in range(KILLS // 2)]
        await operator.until(
            lambda: all(any(text in one.text for one in operator.messages) for text in asked),
        )
        await person.until(
            lambda: all(any(text in one.text for one in person.messages) for text in answered),
        )
        repeated = len([one for one in person.messages if one.text in answered]) - len(answered)
        assert repeated <= KILLS // 2, "a kill repeats one message at most, at its worst moment"

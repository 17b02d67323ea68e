"""The model process is killed at random while people write: everyone is answered, and who is in
danger gets a card."""

import asyncio
import os
import random
import signal

import pytest

from bot.processes.model_server import bundled
from sandbox.people import Person
from sandbox.ports import free_port
from tests.kit.constants import DANGER
from tests.kit.wire import arrive, running

pytestmark = [pytest.mark.process, pytest.mark.proof, pytest.mark.alone]


KILLS = 2
PEOPLE = 4
MESSAGES = 8
"""Seconds of real time: several processes share the machine."""


def _answers(person: Person) -> int:
    return sum(one.from_bot for one in person.messages)


async def test_killed_at_random_under_load() -> None:
    chance = random.Random(7)  # noqa: S311 - the same moments in each run
    port = free_port()
    async with running(nlu_url=f"http://127.0.0.1:{port}") as line:
        operator = line.sandbox.operator("o1")
        for kill in range(KILLS):
            people = [line.sandbox.person(f"p{kill}{number}") for number in range(PEOPLE)]
            urgent = line.sandbox.person(f"urgent{kill}")
            for person in [*people, urgent]:
                await arrive(person)
            said, doomed = 0, chance.randrange(2, PEOPLE * MESSAGES // 2)
            dead = asyncio.Event()

            async def talk(person: Person, pid: int, doomed: int, dead: asyncio.Event) -> None:
                nonlocal said
                for number in range(MESSAGES):
                    before = _answers(person)
                    await person.say(f"не платят зарплату уже {number + 2} месяца")
                    said += 1
                    if said == doomed:
                        os.kill(pid, signal.SIGKILL)
                        dead.set()
                    await person.until(
                        lambda seen=before: _answers(person) > seen,  # type: ignore[misc]
                    )

            async with bundled(port=port) as served, asyncio.TaskGroup() as group:
                for person in people:
                    group.create_task(talk(person, served.pid, doomed, dead))
                await dead.wait()
                known = len(operator.topics)
                await urgent.say(DANGER)
                await urgent.expect(contains="ушло операторам")
                await operator.until(
                    lambda seen=known: len(operator.topics) > seen,  # type: ignore[misc]
                )
                await operator.expect_card(contains="emergency")

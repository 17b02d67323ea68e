"""Bots and Redis die at random while several people and operators write: everything arrives."""

import asyncio
import random
from collections.abc import Awaitable, Callable

import pytest

from sandbox import Sandbox
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic
from tests.kit.processes import processes
from tests.kit.servers import servers
from tests.kit.wire import arrive, claimed

pytestmark = [pytest.mark.process, pytest.mark.proof]


PEOPLE = 4
EACH = 12
KILLS = 9
PATIENCE = 120.0
"""Seconds of real time: what was held by a killed process is taken up again after some."""

# As deployed: what was answered for is on the disk.
DURABLE = ("--appendonly", "yes", "--appendfsync", "always")

Talk = tuple[int, Person, ShownTopic]


async def talks(sandbox: Sandbox, operator: Operator) -> list[Talk]:
    """People whom the operator talks to."""
    found = []
    for number in range(PEOPLE):
        person = sandbox.person(f"p{number}", language_code="ru")
        await arrive(person)
        found.append((number, person, await claimed(person, operator)))
    return found


@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_is_lost(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same moments in each run
    async with servers(DURABLE) as (redis,), processes(redis.url) as (sandbox, bots):
        operator = sandbox.operator("o1")
        talking = await talks(sandbox, operator)

        async def redis_killed() -> None:
            await redis.end(kill=True)
            await redis.start()

        victims: list[Callable[[], Awaitable[None]]] = [
            bots["intake"].killed_and_started,
            bots["desk"].killed_and_started,
            redis_killed,
        ]

        async def kills() -> None:
            for number in range(KILLS):
                await asyncio.sleep(chance.uniform(0.05, 0.8))
                await victims[number % len(victims)]()

        async def talk(number: int, person: Person, topic: ShownTopic) -> None:
            for turn in range(EACH):
                await person.say(f"вопрос {number}.{turn}!")
                await operator.say_in(topic, f"ответ {number}.{turn}!")
                await asyncio.sleep(chance.uniform(0.1, 0.8))

        async with asyncio.TaskGroup() as group:
            group.create_task(kills())
            for one in talking:
                group.create_task(talk(*one))

        for number, person, topic in talking:
            asked = [f"вопрос {number}.{turn}!" for turn in range(EACH)]
            answered = [f"ответ {number}.{turn}!" for turn in range(EACH)]
            await operator.until(
                lambda topic=topic, asked=asked: _all_in(  # type: ignore[misc]
                    asked, [one.text for one in topic.messages if one.from_bot]
                ),
                timeout=PATIENCE,
            )
            await person.until(
                lambda person=person, answered=answered: _all_in(  # type: ignore[misc]
                    answered, [one.text for one in person.messages if one.from_bot]
                ),
                timeout=PATIENCE,
            )
            first = [one.text for one in person.messages if one.text in answered and one.from_bot]
            assert list(dict.fromkeys(first)) == answered, "in the order in which they were written"


def _all_in(wanted: list[str], shown: list[str]) -> bool:
    """Each is in one of the messages; an operator's may gather several."""
    return all(any(one in text for text in shown) for one in wanted)

"""Many at once: three operators and forty people; and a flood against Telegram's limit."""

import asyncio

import pytest

from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic
from tests.kit.wire import Line, arrive, running

PEOPLE = 40
FLOOD = 200
EMERGENCIES = 10
PATIENCE = 120.0
WITHIN = 30.0
"""Behind the plain tickets it would be ten minutes at 20 a minute; a token comes every 3 s."""


async def _asks(person: Person, words: str) -> None:
    await arrive(person)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу", timeout=PATIENCE)
    await person.say(words)


def _mine(operator: Operator, words: str) -> list[ShownTopic]:
    return [
        topic
        for topic in operator.topics
        if any(words in one.text for one in topic.messages if one.from_bot)
    ]


async def test_forty_people_and_three_operators(line: Line) -> None:
    people = [line.sandbox.person(f"p{number}") for number in range(PEOPLE)]
    operators = [line.sandbox.operator(key) for key in ("o1", "o2", "o3")]
    await asyncio.gather(
        *(_asks(person, f"вопрос <{number}>") for number, person in enumerate(people))
    )
    chief = operators[0]
    await chief.until(lambda: len(chief.topics) == PEOPLE, timeout=PATIENCE)

    for topic in chief.topics:
        for operator in operators:  # all three reach for it: one wins
            await operator.say_in(topic, "/claim")
    await chief.until(
        lambda: all(len(_mine(chief, f"вопрос <{number}>")) == 1 for number in range(PEOPLE)),
        timeout=PATIENCE,
    )
    for number in range(PEOPLE):
        (topic,) = _mine(chief, f"вопрос <{number}>")
        for operator in operators:  # only the winner's words go out
            await operator.say_in(topic, f"ответ <{number}>")
    for number, person in enumerate(people):
        await person.expect(contains=f"ответ <{number}>", timeout=PATIENCE)
        said = [one.text for one in person.messages if one.text.startswith("ответ")]
        assert said == [f"ответ <{number}>"], "nobody else's words"
    for number in range(PEOPLE):
        (topic,) = _mine(chief, f"вопрос <{number}>")
        words = "\n".join(one.text for one in topic.messages)
        assert words.count("вопрос <") == 1, "nothing of another ticket"


@pytest.mark.proof
async def test_two_hundred_tickets_and_the_last_emergency_shows_within_seconds() -> None:
    """Telegram's own limit is on: 20 a minute. Plain tickets fill it, and danger gets through."""
    async with running(limits=True) as line:
        people = [line.sandbox.person(f"p{number}") for number in range(FLOOD)]
        heron = line.sandbox.operator("o1")
        for person in people[EMERGENCIES:]:
            await person.say("Русский")
            await person.say("/operator")
        await line.sandbox.bot("intake").queue.drained(PATIENCE)
        loop = asyncio.get_running_loop()
        slowest = 0.0
        for person in people[:EMERGENCIES]:
            before = sum("EMERGENCY" in one.text for one in heron.general)
            named = _named(heron)
            began = loop.time()
            await person.say("нас заперли помогите")
            await heron.until(lambda named=named: _named(heron) > named, timeout=PATIENCE)  # type: ignore[misc]
            slowest = max(slowest, loop.time() - began)
            assert sum("EMERGENCY" in one.text for one in heron.general) > before
        assert slowest < WITHIN


def _named(operator: Operator) -> int:
    """Tickets that the calls for help have named."""
    calls = [one for one in operator.general if "EMERGENCY" in one.text]
    return sum(len(one.buttons) for one in calls)

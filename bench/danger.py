"""From an urgent text to its card in the operators' group, while other chats press and write."""

import asyncio

from bench.figures import Round
from bench.processes import Line
from bench.turns import ACTS, ANSWER_SECONDS, URGENT, Tally, arrive, arrived, ask, chat, now, press
from sandbox.shown import Unmet


async def urgent(line: Line, count: int, chats: int) -> Round:
    """`count` people in danger, one after another, beside so many chats."""
    operator, tally = line.sandbox.operator("o1"), Tally()
    people = await arrived(line, count, arrive)

    async def crowd(number: int) -> None:
        while True:
            (person,) = await arrived(line, 1, arrive)
            await chat(person, ask if number % 2 else press, Tally(), ACTS)

    async def cry() -> None:
        for person in people:
            known, at = len(operator.topics), now()
            await person.say(URGENT)
            try:
                await operator.until(
                    lambda seen=known: len(operator.topics) > seen,  # type: ignore[misc]
                    timeout=ANSWER_SECONDS,
                )
                topic = operator.topics[-1]
                await operator.expect_card(
                    contains="emergency", topic=topic, timeout=ANSWER_SECONDS
                )
            except Unmet:
                tally.lost += 1
            else:
                tally.latencies.append(now() - at)

    async with asyncio.TaskGroup() as group:
        crowds = [group.create_task(crowd(number)) for number in range(chats)]
        began = now()
        await cry()
        passed = now() - began
        for one in crowds:
            one.cancel()
    return Round(tally.latencies, passed, tally.lost)

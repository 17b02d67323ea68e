"""Load: chats that each do something, wait for the answer, and do it again."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bench.figures import Figures, figures
from bench.processes import Line
from bot.clock import SystemClock
from bot.sandbox.people import Person
from bot.sandbox.shown import Unmet

ANSWER_SECONDS = 15.0
SETTLED_SECONDS = 2.0
ODD = "у меня тут такое дело непростое"
URGENT = "нас заперли помогите"
_now = SystemClock().monotonic

Act = Callable[[Person], Awaitable[object]]


@dataclass
class Tally:
    """What all chats together have seen."""

    latencies: list[float] = field(default_factory=list)
    lost: int = 0
    doubled: int = 0


def answers(person: Person) -> int:
    """Messages of the bot's, so far."""
    return sum(1 for message in person.messages if message.from_bot)


async def arrive(person: Person) -> None:
    """First contact with our bot, up to its first question."""
    await person.start()
    await person.expect(with_button="Русский", timeout=ANSWER_SECONDS)
    await person.press("Русский")
    await person.expect(contains="/delete", timeout=ANSWER_SECONDS)
    await person.until(lambda: person.unseen, timeout=ANSWER_SECONDS)


async def press(person: Person) -> None:
    """Press the first button of the oldest message that has one.

    The conversation has moved on since, so each press is answered alike: the question again.
    """
    shown = next(one for one in person.messages if one.buttons)
    await person.press(0, message=shown)


async def ask(person: Person) -> None:
    """A sentence that only a model can make something of."""
    await person.say(ODD)


async def measure(
    what: str, line: Line, chats: int, seconds: float, act: Act, begin: Act
) -> Figures:
    """Closed loop for `seconds`: each chat acts when it was answered."""
    people = [line.sandbox.person(f"{what} {chats} {number}") for number in range(chats)]
    for person in people:
        await begin(person)
    await line.sandbox.drained(timeout=ANSWER_SECONDS)
    each = await _messages_of_a_turn(people[0], act)
    tally = Tally()
    began = _now()
    async with asyncio.TaskGroup() as group:
        for person in people:
            group.create_task(_chat(person, act, began + seconds, tally, each))
    passed = _now() - began
    await line.sandbox.drained(timeout=ANSWER_SECONDS)
    return figures(
        what,
        chats,
        tally.latencies,
        passed,
        lost=tally.lost,
        doubled=tally.doubled,
        megabytes=line.bots["intake"].megabytes,
    )


async def _messages_of_a_turn(person: Person, act: Act) -> int:
    """How many messages one act is answered with, once it is always the same."""
    found = 0
    for _ in range(3):
        before = answers(person)
        await act(person)
        await asyncio.sleep(SETTLED_SECONDS)
        found = answers(person) - before
    return max(1, found)


async def _chat(person: Person, act: Act, until: float, tally: Tally, each: int = 1) -> None:
    while _now() < until:
        before = answers(person)
        began = _now()
        await act(person)
        try:
            await person.until(lambda seen=before: answers(person) > seen, timeout=ANSWER_SECONDS)  # type: ignore[misc]
        except Unmet:
            tally.lost += 1
            continue
        tally.latencies.append(_now() - began)
        with contextlib.suppress(Unmet):
            await person.until(
                lambda seen=before + each: answers(person) >= seen,  # type: ignore[misc]
                timeout=ANSWER_SECONDS,
            )
        tally.doubled += max(0, answers(person) - before - each)


async def urgent(line: Line, count: int, chats: int) -> Figures:
    """From an urgent text to its card in the operators' group, while `chats` press buttons."""
    operator = line.sandbox.operator("o1")
    crowd = [line.sandbox.person(f"crowd {chats} {number}") for number in range(chats)]
    for person in crowd:
        await arrive(person)
    tally, noise = Tally(), Tally()
    began = _now()

    async def cry() -> None:
        for number in range(count):
            person = line.sandbox.person(f"urgent {chats} {number}")
            await arrive(person)
            topics, at = len(operator.topics), _now()
            await person.say(URGENT)
            try:
                await operator.until(
                    lambda seen=topics: len(operator.topics) > seen,  # type: ignore[misc]
                    timeout=ANSWER_SECONDS,
                )
                topic = operator.topics[-1]
                await operator.expect_card(
                    contains="emergency", topic=topic, timeout=ANSWER_SECONDS
                )
            except Unmet:
                tally.lost += 1
            else:
                tally.latencies.append(_now() - at)

    async with asyncio.TaskGroup() as group:
        crying = group.create_task(cry())
        tasks = [group.create_task(_chat(person, press, began + 3600, noise)) for person in crowd]
        await asyncio.wait([crying])
        for task in tasks:
            task.cancel()
    return figures("urgent text → card", chats, tally.latencies, _now() - began, lost=tally.lost)

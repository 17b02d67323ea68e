"""Load: chats that each do something, wait for the answer, and do it again."""

import asyncio
import contextlib
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bench.figures import Figures, figures
from bench.processes import Line
from bot.clock import SystemClock
from bot.sandbox.people import Person
from bot.sandbox.shown import Unmet

ANSWER_SECONDS = 15.0
SETTLED_SECONDS = 2.0
ACTS = 15
"""Acts of one person at most: fewer than make a flood."""

ENOUGH = 640
"""Acts of all people of a round together."""

AT_ONCE = 16
"""People who begin together."""

URGENT = "нас заперли помогите"
_now = SystemClock().monotonic

Begin = Callable[[Person], Awaitable[object]]
Act = Callable[[Person, int], Awaitable[object]]


@dataclass
class Tally:
    """What all chats together have seen."""

    latencies: list[float] = field(default_factory=list)
    lost: int = 0
    doubled: int = 0


def acts(chats: int) -> int:
    """How often each of so many people acts in one round."""
    return max(4, min(ACTS, ENOUGH // chats))


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


async def press(person: Person, _: int) -> None:
    """Press the first button of the oldest message that has one.

    The conversation has moved on since, so each press is answered alike: the question again.
    """
    shown = next(one for one in person.messages if one.buttons)
    await person.press(0, message=shown)


async def ask(person: Person, number: int) -> None:
    """A sentence for the model, never the same twice."""
    await person.say(free_text(number))


def free_text(number: int) -> str:
    """What `ask` and the stock peer are asked."""
    return f"не платят зарплату уже {number + 2} месяца"


async def measure(
    what: str, line: Line, chats: int, seconds: float, act: Act, begin: Begin
) -> Figures:
    """Closed loop: each chat acts as soon as it was answered.

    In rounds of `ACTS`, each with people who have just begun (untimed): our bot answers no flood
    (flows/flood.py). Rounds go on until `seconds` were timed.
    """
    tally, passed, rounds = Tally(), 0.0, 0
    (first,) = await _arrived(line, f"{what} {chats} first", 1, begin)
    each = await _messages_of_a_turn(first, act)
    while passed < seconds:
        people = await _arrived(line, f"{what} {chats} {rounds}", chats, begin)
        rounds += 1
        began = _now()
        async with asyncio.TaskGroup() as group:
            for person in people:
                group.create_task(_chat(person, act, tally, each))
        passed += _now() - began
    return figures(
        what,
        chats,
        tally.latencies,
        passed,
        lost=tally.lost,
        doubled=tally.doubled,
        megabytes=line.bots["intake"].megabytes,
    )


async def _arrived(line: Line, named: str, count: int, begin: Begin) -> list[Person]:
    people = [line.sandbox.person(f"{named} {number}") for number in range(count)]
    for start in range(0, count, AT_ONCE):
        await asyncio.gather(*(begin(person) for person in people[start : start + AT_ONCE]))
    await line.sandbox.drained(timeout=ANSWER_SECONDS)
    return people


async def _messages_of_a_turn(person: Person, act: Act) -> int:
    """How many messages one act is answered with, once it is always the same."""
    found = 0
    for number in range(3):
        before = answers(person)
        await act(person, number)
        await asyncio.sleep(SETTLED_SECONDS)
        found = answers(person) - before
    return max(1, found)


async def _chat(person: Person, act: Act, tally: Tally, each: int = 1) -> None:
    for number in range(ACTS):
        before = answers(person)
        began = _now()
        await act(person, number)
        try:
            await person.until(_more(person, before), timeout=ANSWER_SECONDS)
        except Unmet:
            tally.lost += 1
            continue
        tally.latencies.append(_now() - began)
        with contextlib.suppress(Unmet):
            await person.until(_more(person, before + each - 1), timeout=ANSWER_SECONDS)
        tally.doubled += max(0, answers(person) - before - each)


def _more(person: Person, than: int) -> Callable[[], bool]:
    return lambda: answers(person) > than


async def urgent(line: Line, count: int, chats: int) -> Figures:
    """From an urgent text to its card in the operators' group, while `chats` press buttons."""
    operator = line.sandbox.operator("o1")
    tally, began = Tally(), _now()

    async def crowd(number: int) -> None:
        for round_ in itertools.count():
            (person,) = await _arrived(line, f"crowd {number} {round_}", 1, arrive)
            await _chat(person, press, Tally())

    async def cry() -> None:
        for number in range(count):
            person = line.sandbox.person(f"urgent {number}")
            await arrive(person)
            known, at = len(operator.topics), _now()
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
                tally.latencies.append(_now() - at)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(crowd(number)) for number in range(chats)]
        await asyncio.wait([group.create_task(cry())])
        for task in tasks:
            task.cancel()
    return figures("urgent text → card", chats, tally.latencies, _now() - began, lost=tally.lost)

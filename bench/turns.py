"""Load: chats that each do something, wait for the answer, and do it again."""

import asyncio
import contextlib
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bench.figures import Round
from bench.processes import Line
from bot.clock import SystemClock
from sandbox.people import Person
from sandbox.shown import Unmet

ANSWER_SECONDS = 15.0
BEGIN_SECONDS = 60.0
SETTLED_SECONDS = 2.0
ACTS = 15
"""Acts of one person: fewer than make a flood (flows/flood.py). As many however many people
there are, since with each a conversation grows, and with it a peer's work."""

AT_ONCE = 16
"""People who begin together."""

URGENT = "нас заперли помогите"
now = SystemClock().monotonic
_numbers = itertools.count(1)

TRIED = 4
"""Acts from which it is seen how each is answered."""

Begin = Callable[[Person], Awaitable[object]]
Act = Callable[[Person, int], Awaitable[object]]


class Uneven(Exception):
    """Acts of one kind are answered with different numbers of messages."""


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
    await person.expect(with_button="Русский", timeout=BEGIN_SECONDS)
    await person.press("Русский")
    await person.expect(contains="/delete", timeout=BEGIN_SECONDS)
    await person.until(lambda: person.unseen, timeout=BEGIN_SECONDS)


async def start(person: Person) -> None:
    """First contact with a peer."""
    await person.start()
    await person.until(lambda: person.unseen, timeout=BEGIN_SECONDS)


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
    """What `ask` and the stock peer are asked: nothing that opens a ticket, as "sixteen" does (it
    may be somebody's age), so that the desk has no part in it; and another topic each time, since
    whoever asks for one again is told more of it, and each is to be answered alike."""
    return _TOPICS[number % len(_TOPICS)].format(number + 20)


_TOPICS = (
    "не платят зарплату уже {} дней",
    "виза закончилась {} дней назад что будет",
    "работаю по {} часов в неделю это законно",
)


@dataclass(frozen=True, slots=True)
class Load:
    """One kind of act on a running line. `each`: messages that one act is answered with."""

    line: Line
    act: Act
    begin: Begin
    each: int

    async def round(self, chats: int, seconds: float) -> Round:
        """Closed loop: each chat acts as soon as it was answered.

        People who have just begun (untimed) take over from those before them, since our bot
        answers no flood, until `seconds` were timed.
        """
        tally, passed = Tally(), 0.0
        while passed < seconds:
            people = await arrived(self.line, chats, self.begin)
            began = now()
            async with asyncio.TaskGroup() as group:
                for person in people:
                    group.create_task(chat(person, self.act, tally, ACTS, self.each))
            passed += now() - began
        used = sum(bot.megabytes for bot in self.line.bots.values())
        return Round(tally.latencies, passed, tally.lost, tally.doubled, used)


async def load(line: Line, act: Act, begin: Begin) -> Load:
    """Find out first how many messages one act is answered with. Raises `Uneven` where that
    differs: waiting for what never comes would be measured."""
    (person,) = await arrived(line, 1, begin)
    found = []
    for number in range(TRIED):
        before = answers(person)
        await act(person, number)
        with contextlib.suppress(Unmet):  # until nothing more comes
            while True:
                known = answers(person)
                await person.until(_more(person, known), timeout=SETTLED_SECONDS)
        found.append(max(1, answers(person) - before))
    if len(set(found[1:])) > 1:  # the first one also ends what came before
        raise Uneven(f"one act is answered with {', '.join(map(str, found))} messages")
    return Load(line, act, begin, found[-1])


async def arrived(line: Line, count: int, begin: Begin) -> list[Person]:
    """So many new people who have begun."""
    people = [line.sandbox.person(f"person {next(_numbers)}") for _ in range(count)]
    for first in range(0, count, AT_ONCE):
        await asyncio.gather(*(begin(person) for person in people[first : first + AT_ONCE]))
    return people


async def chat(person: Person, act: Act, tally: Tally, count: int, each: int = 1) -> None:
    """One person, `count` acts."""
    for number in range(count):
        before = answers(person)
        began = now()
        await act(person, number)
        try:
            await person.until(_more(person, before), timeout=ANSWER_SECONDS)
        except Unmet:
            tally.lost += 1
            continue
        tally.latencies.append(now() - began)
        with contextlib.suppress(Unmet):
            await person.until(_more(person, before + each - 1), timeout=ANSWER_SECONDS)
        tally.doubled += max(0, answers(person) - before - each)


def _more(person: Person, than: int) -> Callable[[], bool]:
    return lambda: answers(person) > than

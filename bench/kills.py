"""Messages from people to the operators, also while the processes are killed and started again."""

import asyncio
import itertools
import random
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from bench.figures import Round
from bench.processes import Line
from bench.turns import ANSWER_SECONDS, BEGIN_SECONDS, arrive, arrived, now
from sandbox.demo_staff import NAMES
from sandbox.operators import Operator
from sandbox.people import Person

LATE_SECONDS = 60.0
"""After the last message: how long one may still come before it counts as lost."""


class Words:
    """The words that an operator's group shows. Each message is read once, by one reader: eight
    that look for their own would measure themselves."""

    def __init__(self, operator: Operator) -> None:
        self.counted: Counter[str] = Counter()
        self._operator = operator
        self._waiting: dict[str, asyncio.Future[None]] = {}

    @asynccontextmanager
    async def read(self) -> AsyncIterator[None]:
        """Within the block, whoever waits for a word is told of it."""
        reader = asyncio.ensure_future(self._read())
        try:
            yield
        finally:
            reader.cancel()

    async def seen(self, word: str, seconds: float) -> bool:
        """Whether it shows within that time."""
        if not self.counted[word]:
            told = self._waiting[word] = asyncio.get_running_loop().create_future()
            with suppress(TimeoutError):
                await asyncio.wait_for(told, seconds)
            del self._waiting[word]
        return self.counted[word] > 0

    async def _read(self) -> None:
        while True:
            for message in self._operator.unseen:
                found = [] if message.edited else _WORD.findall(message.text)
                self.counted.update(found)
                for word in found:
                    told = self._waiting.get(word)
                    if told is not None and not told.done():
                        told.set_result(None)
            self._operator.see_all()
            await self._operator.chat.changes.next()


@dataclass(frozen=True, slots=True)
class Relay:
    """People whom an operator talks to, so that what they write goes to a topic."""

    line: Line
    words: Words
    people: list[Person]

    def first(self, count: int) -> "Relay":
        """Only so many of the people."""
        return Relay(self.line, self.words, self.people[:count])

    async def round(self, each: int, kills: int = 0) -> Round:
        """Every person writes `each` messages, the next once the last is seen in the group.

        Kills are spread evenly over the round; each hits the bots by turns.
        """
        latencies: list[float] = []
        words = [[_word() for _ in range(each)] for _ in self.people]
        every = max(1, each // kills) if kills else 0
        killed = itertools.cycle(self.line.bots.values())
        chance = random.Random(1)  # noqa: S311 - the same moments in each run

        async def talk(person: Person, said: list[str]) -> None:
            for number, word in enumerate(said):
                at = now()
                await person.say(f"{word}!")
                if every and number % every == 0 and number // every < kills:
                    await asyncio.sleep(chance.uniform(0, 0.05))
                    bot = next(killed)
                    await bot.end(signal.SIGKILL)
                    await bot.start()
                    continue
                if await self.words.seen(word, ANSWER_SECONDS):
                    latencies.append(now() - at)

        async with self.words.read():
            began = now()
            async with asyncio.TaskGroup() as group:
                for person, said in zip(self.people, words, strict=True):
                    group.create_task(talk(person, said))
            passed = now() - began
            lost = 0
            for word in itertools.chain(*words):
                lost += not await self.words.seen(word, 0 if lost else LATE_SECONDS)
        doubled = sum(max(0, self.words.counted[word] - 1) for word in itertools.chain(*words))
        used = sum(bot.megabytes for bot in self.line.bots.values())
        return Round(latencies, passed, lost, doubled, used)


_numbers = itertools.count(1)
_WORD = re.compile(r"слово-\d+")


def _word() -> str:
    """Never the same."""
    return f"слово-{next(_numbers)}"


async def relay(line: Line, people: int, *, own: bool) -> Relay:
    """`own`: ours, where an operator claims first; a peer makes a topic with the first message."""
    operator = line.sandbox.operator("o1")
    if not own:
        found = [line.sandbox.person(f"relayed {_word()}") for _ in range(people)]
        return Relay(line, Words(operator), found)
    found = await arrived(line, people, arrive)
    staff = itertools.cycle(line.sandbox.operator(key) for key in NAMES)
    for person, assignee in zip(found, staff, strict=False):
        known = len(operator.topics)
        await person.say("/operator")
        await operator.until(
            lambda seen=known: len(operator.topics) > seen,  # type: ignore[misc]
            timeout=BEGIN_SECONDS,
        )
        topic = operator.topics[-1]
        await operator.expect_card(contains="language: ru", topic=topic, timeout=BEGIN_SECONDS)
        await assignee.press_in(topic, "Claim")
        await person.expect(contains="Теперь здесь человек", timeout=BEGIN_SECONDS)
    return Relay(line, Words(operator), found)

"""Messages from people to the operators, also while the processes are killed and started again."""

import asyncio
import itertools
import random
import re
from collections import Counter
from dataclasses import dataclass, field

from bench.figures import Round
from bench.processes import Line
from bench.turns import ANSWER_SECONDS, BEGIN_SECONDS, arrive, arrived, now
from bot.sandbox.operators import Operator
from bot.sandbox.people import Person
from bot.sandbox.shown import Unmet

LATE_SECONDS = 60.0
"""After the last message: how long one may still come before it counts as lost."""


@dataclass(frozen=True, slots=True)
class Relay:
    """People whom an operator talks to, so that what they write goes to a topic."""

    line: Line
    operator: Operator
    people: list[Person]
    shown: Counter[str] = field(default_factory=Counter)
    """How often the group has shown each word."""

    def first(self, count: int) -> "Relay":
        """Only so many of the people."""
        return Relay(self.line, self.operator, self.people[:count], self.shown)

    async def round(self, each: int, kills: int = 0) -> Round:
        """Every person writes `each` messages, the next once the last is seen in the group.

        Kills are spread evenly over the round; each hits the bots by turns.
        """
        began, words = now(), [[_word() for _ in range(each)] for _ in self.people]
        latencies: list[float] = []
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
                    await bot.kill()
                    await bot.start()
                    continue
                if await self._seen(word, ANSWER_SECONDS):
                    latencies.append(now() - at)

        async with asyncio.TaskGroup() as group:
            for person, said in zip(self.people, words, strict=True):
                group.create_task(talk(person, said))
        passed = now() - began
        all_words = [word for said in words for word in said]
        lost = 0
        for word in all_words:
            if not self._shows(word):
                lost += bool(lost) or not await self._seen(word, LATE_SECONDS)
        doubled = sum(max(0, self.shown[word] - 1) for word in all_words)
        used = sum(bot.megabytes for bot in self.line.bots.values())
        return Round(latencies, passed, lost, doubled, used)

    async def _seen(self, word: str, seconds: float) -> bool:
        try:
            await self.operator.until(lambda: self._shows(word), timeout=seconds)
        except Unmet:
            return False
        return True

    def _shows(self, word: str) -> bool:
        """Each message is read once: a generator that reads them all each time measures itself."""
        for message in self.operator.unseen:
            if not message.edited:
                self.shown.update(_WORD.findall(message.text))
        self.operator.see_all()
        return self.shown[word] > 0


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
        return Relay(line, operator, found)
    found = await arrived(line, people, arrive)
    for person in found:
        known = len(operator.topics)
        await person.say("/operator")
        await operator.until(
            lambda seen=known: len(operator.topics) > seen,  # type: ignore[misc]
            timeout=BEGIN_SECONDS,
        )
        topic = operator.topics[-1]
        await operator.expect_card(contains="language: ru", topic=topic, timeout=BEGIN_SECONDS)
        await operator.press_in(topic, "Claim")
        await person.expect(contains="Теперь здесь человек", timeout=BEGIN_SECONDS)
    return Relay(line, operator, found)

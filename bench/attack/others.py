"""Everybody else meanwhile: who is in true danger, a supervisor who answers, who erases."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bench.figures import percentile
from bot.compose import Parts
from sandbox import Sandbox
from sandbox.errors import ClientError
from sandbox.people import Person
from sandbox.shown import ShownTopic, Unmet

PATIENCE = 60.0
"""Seconds after which something counts as lost."""

LOOK_SECONDS = 0.05
"""Between two looks of this process: often enough for figures in seconds, and rare enough that what
measures takes little of the machine from what is measured."""


@dataclass
class Measured:
    """Seconds that each kind of act took, and how often one was lost."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    lost: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    async def of(self, kind: str, act: Callable[[], Awaitable[object]]) -> bool:
        """Do it and count it; False if it was lost."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(PATIENCE):
                await act()
        except (TimeoutError, Unmet, ClientError):
            self.lost[kind] += 1
            return False
        self.seconds[kind].append(loop.time() - began)
        return True

    def p(self, kind: str, share: float) -> float:
        """A percentile of what wasn't lost."""
        return percentile(self.seconds[kind], share)


class Topics:
    """Finds tickets' topics by their code names; each new topic is looked at once."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._operator = sandbox.operator("o1")
        self._newest = 0
        self._wanted: dict[str, ShownTopic | None] = {}

    async def named(self, name: str) -> ShownTopic:
        """The topic with this code name, once its card is there; what tells that the topic was made
        is no card."""
        self._wanted[name] = next((one for one in self._operator.topics if name in one.name), None)
        while (found := self._wanted[name]) is None or not found.messages:
            await asyncio.sleep(LOOK_SECONDS)
            self._look()
        return found

    def _look(self) -> None:
        topics = self._operator.chat.topics
        missing = [name for name, topic in self._wanted.items() if topic is None]
        newest = self._newest
        for number in reversed(topics):
            if number <= self._newest:
                break
            newest = max(newest, number)
            for name in missing:
                if name in topics[number].name:
                    self._wanted[name] = ShownTopic(topics[number])
        self._newest = newest


class Others:
    """People who need the helpline now. `parts`: to know which code name a person's ticket has."""

    def __init__(self, sandbox: Sandbox, parts: Parts) -> None:
        self.measured = Measured()
        self._sandbox = sandbox
        self._parts = parts
        self._topics = Topics(sandbox)
        self._count = 0

    async def in_danger(self) -> None:
        """A cry reaches a card; a supervisor claims, answers and closes it; the person hears."""
        self._count += 1
        person = self._sandbox.person(f"true-{self._count}")
        heron = self._sandbox.operator("o1")
        topic: list[ShownTopic] = []

        async def cries() -> None:
            await person.say(f"нас заперли помогите, дом номер {self._count} за старой мельницей")
            await self.measured.of("of it, cry to ticket", lambda: self._ticket(person))
            topic.append(await self.card(person))

        async def is_answered() -> None:
            word = f"слышим{self._count}"
            await heron.say_in(topic[0], word)
            await _until(lambda: any(word in one.text for one in person.messages))

        async def is_closed() -> None:
            await heron.say_in(topic[0], "/close other")
            await _until(lambda: topic[0].id not in heron.chat.topics)

        async def is_claimed() -> None:
            await heron.press_in(topic[0], "Claim")
            await _until(lambda: any("здесь человек" in one.text for one in person.messages))

        for kind, act in (
            ("cry to card", cries),
            ("claim to person", is_claimed),
            ("reply to person", is_answered),
            ("close to topic's end", is_closed),
        ):
            if not await self.measured.of(kind, act):
                return

    async def erasing(self) -> None:
        """Somebody erases, from the wish to the last word."""
        self._count += 1
        person = self._sandbox.person(f"erases-{self._count}")

        async def erases() -> None:
            await person.say("/delete")
            await person.expect(with_button="Да, стереть", timeout=PATIENCE)
            await person.press("Да, стереть")
            await person.expect(contains="Стёрто", timeout=PATIENCE)

        await person.say("Русский")
        with_words = await self.measured.of("first answer", lambda: _until(lambda: person.unseen))
        person.see_all()
        if with_words:
            await self.measured.of("erasure", erases)

    async def card(self, person: Person) -> ShownTopic:
        """The topic of the person's ticket, once its card is there."""
        return await self._topics.named(await self._ticket(person))

    async def _ticket(self, person: Person) -> str:
        """The code name of the person's ticket, once it is written."""
        name = await self._parts.helpline.conversation_of(person.chat_id)
        while True:
            ticket = (await self._parts.store.conversations.load(name)).ticket
            if ticket is not None:
                return ticket.name
            await asyncio.sleep(LOOK_SECONDS)


async def _until(true: Callable[[], object]) -> None:
    """Look again and again: what shows has no event to wait for that costs less."""
    while True:
        if true():
            return
        await asyncio.sleep(LOOK_SECONDS)

"""Several model processes behind one address, and more messages than they can read."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlsplit

import pytest

from bot.processes.model_server import Served, bundled
from sandbox.people import Person
from tests.kit.wire import EITHER_HALF, QUESTION, arrive, running

pytestmark = [pytest.mark.process, pytest.mark.alone]


PEOPLE = 16
CROWD = 70
FLOOD = 20
"""Together with the cry less than Telegram hands out at once (`bot.telegram.polling.LIMIT`): what
comes after must wait until these are written."""
PATIENCE = 120.0


@dataclass
class Address:
    """One port in front of several processes: each new connection goes to the next that takes it,
    as a service of Kubernetes does it."""

    served: list[Served]
    taken: dict[int, int] = field(default_factory=dict)
    url: str = ""
    _next: Iterator[Served] = field(init=False)

    def __post_init__(self) -> None:
        self._next = cycle(self.served)

    async def join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in self.served:
            one = next(self._next)
            with suppress(OSError):
                there = await asyncio.open_connection("127.0.0.1", urlsplit(one.url).port)
                self.taken[one.pid] = self.taken.get(one.pid, 0) + 1
                await asyncio.gather(_copy(reader, there[1]), _copy(there[0], writer))
                return
        writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(2**16):
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def models(count: int) -> AsyncIterator[Address]:
    async with AsyncExitStack() as stack:
        served = [await stack.enter_async_context(bundled()) for _ in range(count)]
        address = Address(served)
        server = await asyncio.start_server(address.join, "127.0.0.1", 0)
        stack.callback(server.close)
        address.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield address


def _answers(person: Person) -> int:
    return sum(one.from_bot for one in person.messages)


async def _asks(person: Person) -> None:
    person.see_all()
    await person.say(QUESTION)
    await person.expect(contains=EITHER_HALF, timeout=PATIENCE)


async def test_of_two_model_processes_one_is_killed_and_the_other_reads_on() -> None:
    """Nobody is answered by keywords alone, which don't know this question."""
    async with models(2) as address, running(nlu_url=address.url) as line:
        people = [line.sandbox.person(f"p{number}") for number in range(PEOPLE)]
        for person in people:
            await arrive(person)
        await asyncio.gather(*map(_asks, people))
        assert len(address.taken) == 2, "both took part"

        os.kill(address.served[0].pid, signal.SIGKILL)
        for person in people:
            await _asks(person)


async def test_when_more_comes_than_can_be_read_danger_comes_first() -> None:
    """Everybody asks at once, one chat floods, and whoever is in danger writes last. Their card is
    there before most of the others are answered; in the end all are, the one who floods as well."""
    async with models(1) as address, running(nlu_url=address.url) as line:
        people = [line.sandbox.person(f"p{number}") for number in range(CROWD)]
        flooder, urgent = line.sandbox.person("flood"), line.sandbox.person("urgent")
        operator = line.sandbox.operator("o1")
        for person in [*people, flooder, urgent]:
            await arrive(person)
        before = {person: _answers(person) for person in [*people, flooder]}

        def answered() -> int:
            return sum(_answers(person) > before[person] for person in people)

        for _ in range(FLOOD):
            await flooder.say(QUESTION)
        for person in people:
            await person.say(QUESTION)
        await urgent.say("нас заперли помогите")
        await urgent.expect(contains="ушло операторам", timeout=PATIENCE)
        await operator.expect_card(contains="emergency", timeout=PATIENCE)
        assert answered() < CROWD / 2

        await line.sandbox.bot("intake").queue.drained(PATIENCE)
        await flooder.until(lambda: _answers(flooder) > before[flooder], timeout=PATIENCE)
        for person in people:
            await person.until(lambda p=person: _answers(p) > before[p], timeout=PATIENCE)  # type: ignore[misc]

"""Both bots by webhook: two processes of each behind one address."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web

from bot.cli.webhook import act
from bot.config import Address, Settings
from bot.telegram.webhook import HEADER
from bot.telemetry.http_server import discreet
from sandbox import Limits, Sandbox
from sandbox.people import Person
from sandbox.ports import free_port
from sandbox.shown import ShownTopic
from tests.kit.processes import Prepared, Process, prepared
from tests.kit.wire import arrive, claimed, still_answered

pytestmark = pytest.mark.process


SECRET = "s3cret_-" * 4
PATIENCE = 60.0
"""Seconds of real time: four processes come up at once."""
MESSAGES = 12


@dataclass
class Balancer:
    """One address in front of several processes: each request goes to the next one that answers,
    as a proxy would do it."""

    url: str = ""
    ports: dict[str, list[int]] = field(default_factory=dict)
    served: dict[int, int] = field(default_factory=dict)
    turn: int = 0

    async def pass_on(self, request: web.Request) -> web.Response:
        body, ports = await request.read(), self.ports.get(request.path.strip("/"), [])
        first = self.turn = self.turn + 1
        async with aiohttp.ClientSession() as session:
            for n in range(len(ports)):
                port = ports[(first + n) % len(ports)]
                try:
                    return await self._ask(session, port, request, body)
                except aiohttp.ClientConnectorError:
                    continue  # it is down: the next one
                except aiohttp.ClientError:
                    break  # it died with the request: Telegram repeats
        return web.Response(status=502)

    async def _ask(
        self, session: aiohttp.ClientSession, port: int, request: web.Request, body: bytes
    ) -> web.Response:
        url = f"http://127.0.0.1:{port}{request.path}"
        headers = {HEADER: request.headers.get(HEADER, "")}
        async with session.post(url, data=body, headers=headers) as answer:
            self.served[port] = self.served.get(port, 0) + 1
            said, kind = await answer.read(), answer.content_type
            return web.Response(status=answer.status, body=said, content_type=kind)


@asynccontextmanager
async def balanced() -> AsyncIterator[Balancer]:
    made = Balancer()
    app = discreet(web.Application(client_max_size=2**21))
    app.router.add_route("*", "/{tail:.*}", made.pass_on)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield made
    finally:
        await runner.cleanup()


@dataclass
class Replicas:
    """Processes of both bots behind one address, each by its port."""

    ready: Prepared
    balancer: Balancer
    settings: Settings
    processes: dict[int, Process] = field(default_factory=dict)

    @property
    def sandbox(self) -> Sandbox:
        return self.ready.sandbox

    async def start(self, bot: str, port: int) -> None:
        listen = f"127.0.0.1:{port}"
        own = self.ready.bot(bot, asyncio.subprocess.PIPE, HELPLINE_WEBHOOK_LISTEN=listen)
        self.processes[port] = own
        await own.start()

    async def listens(self, port: int) -> None:
        """Until it takes updates: Telegram waits ever longer between tries that fail."""
        started = self.processes[port].started
        stderr = started.stderr
        assert stderr is not None
        async with asyncio.timeout(2 * PATIENCE):
            async for line in stderr:
                if b"webhook_listens" in line:
                    return
        raise AssertionError(f"it ended: {await started.wait()}")

    async def end(self, port: int, number: signal.Signals) -> int:
        return await self.processes[port].end(number)


@asynccontextmanager
async def running(each: int = 2) -> AsyncIterator[Replicas]:
    limits = Limits(enabled=False, webhook_backoff_seconds=0.05)
    async with (
        prepared(limits=limits, HELPLINE_WEBHOOK_SECRET=SECRET) as ready,
        balanced() as balancer,
    ):
        sandbox = ready.sandbox
        settings = Settings(
            intake_token=sandbox.settings.intake_token,
            desk_token=sandbox.settings.desk_token,
            telegram_api=sandbox.url,
            webhook_url=balancer.url,
            webhook_secret=SECRET,
            webhook_listen=Address("127.0.0.1", 0),
        )
        line = Replicas(ready, balancer, settings)
        for bot in ready.environments:
            balancer.ports[bot] = [free_port() for _ in range(each)]
            for port in balancer.ports[bot]:
                await line.start(bot, port)
        try:
            for bot in ready.environments:
                for port in balancer.ports[bot]:
                    await line.listens(port)
                await act(settings, "set", bot)
            yield line
        finally:
            for port in line.processes:
                await line.end(port, signal.SIGKILL)


async def test_two_processes_of_each_behind_one_address() -> None:
    async with running() as line:
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await person.start()
        await person.expect(with_button="Русский")
        await person.press("Русский")
        await person.expect(contains="/delete")
        topic = await claimed(person, operator)
        presses = line.sandbox.world.presses.values()
        spins = [one.data for one in presses if one.bot_id == line.sandbox.intake.id]
        assert spins == [], "the answer to the webhook has stopped each button"
        for number in range(MESSAGES):
            await person.say(f"вопрос {number}!")
            await operator.say_in(topic, f"ответ {number}!")
        await person.expect(contains=f"ответ {MESSAGES - 1}!")
        await operator.expect(contains=f"вопрос {MESSAGES - 1}!", topic=topic)
        said = [one.text for one in person.messages if one.text.startswith("ответ")]
        assert said == [f"ответ {number}!" for number in range(MESSAGES)], "in order, each once"
        shown = "\n".join(one.text for one in topic.messages if one.from_bot).splitlines()
        asked = [text for text in shown if "вопрос" in text]
        assert [text[-len(f"вопрос {n}!") :] for n, text in enumerate(asked)] == [
            f"вопрос {number}!" for number in range(MESSAGES)
        ]
        for bot in ("intake", "desk"):
            served = [line.balancer.served.get(port, 0) for port in line.balancer.ports[bot]]
            assert min(served) > 0, "both took part"


@pytest.mark.proof
async def test_kills_at_random_lose_nothing() -> None:
    """Every message is written while some process of its bot dies or comes up."""
    async with running() as line:
        people = [line.sandbox.person(f"p{number}") for number in range(3)]
        operator = line.sandbox.operator("o1")
        for person in people:
            await person.start()
            await person.expect(with_button="Русский")
            await person.press("Русский")
            await person.expect(contains="/delete")
        topics = [await claimed(person, operator) for person in people]
        for number in range(MESSAGES):
            bot = ("intake", "desk")[number % 2]
            port = line.balancer.ports[bot][number // 2 % 2]
            for person, topic in zip(people, topics, strict=True):
                await person.say(f"вопрос {number}!")
                await operator.say_in(topic, f"ответ {number}!")
            await line.end(port, signal.SIGKILL)
            await line.start(bot, port)
        for person, topic in zip(people, topics, strict=True):
            for number in range(MESSAGES):
                await operator.until(_shows(topic, f"вопрос {number}!"), timeout=2 * PATIENCE)
                await person.until(_heard(person, f"ответ {number}!"), timeout=2 * PATIENCE)


def _shows(topic: ShownTopic, text: str) -> Callable[[], bool]:
    return lambda: any(text in one.text and one.from_bot for one in topic.messages)


def _heard(person: Person, text: str) -> Callable[[], bool]:
    return lambda: any(text in one.text for one in person.messages)


async def test_told_to_end_it_ends_and_the_other_carries_on() -> None:
    async with running() as line:
        person = line.sandbox.person("p1")
        await person.start()
        await person.expect(with_button="Русский")
        first, second = line.balancer.ports["intake"]
        async with asyncio.timeout(PATIENCE):
            while not {first, second} <= set(line.balancer.served):
                await person.say("/menu")  # until both are up
                await person.expect(with_button="Русский")
        async with asyncio.timeout(PATIENCE):
            assert await line.end(first, signal.SIGTERM) == 0
        await arrive(person)
        await still_answered(person)
        async with aiohttp.ClientSession() as session:
            for path in ("", "intake", "metrics", "healthz"):
                async with session.post(f"http://127.0.0.1:{second}/{path}") as answer:
                    assert (answer.status, await answer.read()) == (404, b"")

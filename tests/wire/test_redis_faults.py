"""Redis restarts, is full, read-only, slow, or can't write to disk: nothing is lost."""

import resource
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.processes.redis_server import Servers, redis_server
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic
from tests.kit.servers import Client, Server, major, servers
from tests.kit.wire import Line, arrive, claimed, running, still_answered

pytestmark = pytest.mark.process


DURABLE = ("--appendonly", "yes", "--appendfsync", "always")
SETTABLE = ("--enable-protected-configs", "yes") if major() >= 7 else ()
"""Before 7 every setting could be changed at run time."""


@asynccontextmanager
async def talking(
    durable: tuple[str, ...] = DURABLE,
) -> AsyncIterator[tuple[Line, Server, Person, Operator, ShownTopic]]:
    """A human's conversation on a Redis that a test may break."""
    async with (
        servers((*durable, *SETTABLE)) as (redis,),
        redis_server() as keyring,
        running(stores=(Servers(redis.url, keyring),) * 2) as line,
    ):
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        yield line, redis, person, operator, await claimed(person, operator)


async def both(person: Person, operator: Operator, topic: ShownTopic, mark: str) -> None:
    """One message in each direction, which nobody waits for yet."""
    await person.say(f"вопрос {mark}!")
    await operator.say_in(topic, f"ответ {mark}!")


async def arrived(person: Person, operator: Operator, topic: ShownTopic, mark: str) -> None:
    """Each was shown, and exactly once."""
    question, answer = f"вопрос {mark}!", f"ответ {mark}!"
    await operator.until(
        lambda: any(question in one.text and one.from_bot for one in topic.messages),
    )
    await person.until(
        lambda: any(answer == one.text and one.from_bot for one in person.messages),
    )
    shown = "\n".join(one.text for one in topic.messages if one.from_bot)
    assert shown.count(question) == 1
    assert [one.text for one in person.messages if one.from_bot].count(answer) == 1


async def test_restarted() -> None:
    async with talking() as (_, redis, person, operator, topic):
        await redis.end(kill=True)
        await both(person, operator, topic, "без склада")
        await redis.start()
        await arrived(person, operator, topic, "без склада")
        await both(person, operator, topic, "потом")
        await arrived(person, operator, topic, "потом")
        await operator.press_in(topic, "Release")
        await person.expect(contains="Оператор вышел")
        await still_answered(person)


BROKEN = {
    "out of memory": (("CONFIG", "SET", "maxmemory", "1"), ("CONFIG", "SET", "maxmemory", "0")),
    "a read-only replica": (("REPLICAOF", "127.0.0.1", "1"), ("REPLICAOF", "NO", "ONE")),
    "without its replicas": (
        ("CONFIG", "SET", "min-replicas-to-write", "1"),
        ("CONFIG", "SET", "min-replicas-to-write", "0"),
    ),
}
"""How it breaks, and how it is mended."""


@pytest.mark.parametrize("fault", BROKEN)
async def test_it_takes_no_writes(fault: str) -> None:
    breaks, mends = BROKEN[fault]
    async with talking() as (line, redis, person, operator, topic):
        await redis.command(*breaks)
        await both(person, operator, topic, "в беде")
        await refused(redis)
        assert len(line.sandbox.bot("intake").queue) > 0, "nothing was confirmed to Telegram"
        await redis.command(*mends)
        await arrived(person, operator, topic, "в беде")
        await both(person, operator, topic, "потом")
        await arrived(person, operator, topic, "потом")


async def test_its_disk_takes_no_more() -> None:
    """A snapshot that fails makes Redis refuse every write (MISCONF), as a full disk does."""
    async with talking() as (_, redis, person, operator, topic):
        gone = redis.folder / "gone"
        gone.mkdir()
        await redis.command("CONFIG", "SET", "dir", str(gone))
        gone.rmdir()
        await redis.command("CONFIG", "SET", "save", "3600 1")
        await redis.command("BGSAVE", "SCHEDULE")  # after a rewrite of the file, if one is on
        await both(person, operator, topic, "в беде")
        await refused(redis)
        await redis.command("CONFIG", "SET", "dir", str(redis.folder))
        await redis.command("CONFIG", "SET", "save", "")
        await arrived(person, operator, topic, "в беде")
        await both(person, operator, topic, "потом")
        await arrived(person, operator, topic, "потом")


async def test_its_append_only_file_takes_no_more() -> None:
    """The file may not grow any more, as on a full disk: each write is refused until it may."""
    async with talking(("--appendonly", "yes", "--appendfsync", "everysec")) as found:
        _, redis, person, operator, topic = found
        assert redis.process is not None
        _, most = resource.prlimit(redis.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(redis.process.pid, resource.RLIMIT_FSIZE, (1, most))
        await both(person, operator, topic, "в беде")
        await refused(redis)
        resource.prlimit(redis.process.pid, resource.RLIMIT_FSIZE, (most, most))
        await arrived(person, operator, topic, "в беде")
        await both(person, operator, topic, "потом")
        await arrived(person, operator, topic, "потом")


async def test_it_ends_because_its_disk_is_full() -> None:
    """As deployed, each write is on the disk before it is answered; a full one ends the server
    (redis.io, appendfsync always). Started again with room, it has all that it answered for."""
    async with talking() as (_, redis, person, operator, topic):
        process = redis.process
        assert process is not None
        _, most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1, most))
        await both(person, operator, topic, "в беде")
        assert await process.wait() != 0
        await redis.start()
        await arrived(person, operator, topic, "в беде")
        await both(person, operator, topic, "потом")
        await arrived(person, operator, topic, "потом")


async def refused(redis: Server) -> None:
    """Until the bots have asked for a write and heard no."""

    async def heard_no(client: Client) -> bool:
        stats = await client.info("errorstats")
        return not {
            "errorstat_OOM",
            "errorstat_READONLY",
            "errorstat_MISCONF",
            "errorstat_NOREPLICAS",
        }.isdisjoint(stats)

    await redis.until(heard_no)


async def test_slow() -> None:
    """Each command takes its time; turns are slow, and none is lost or doubled."""
    async with talking() as (_, redis, person, operator, topic):
        for number in range(3):
            await both(person, operator, topic, str(number))
            await redis.command("CLIENT", "PAUSE", 700, "ALL")
        for number in range(3):
            await arrived(person, operator, topic, str(number))


async def test_an_outage_of_hours() -> None:
    """Telegram keeps updates for 24 hours; timers that became due meanwhile are met at once."""
    async with talking() as (line, redis, person, operator, topic):
        await redis.end(kill=True)
        await both(person, operator, topic, "днём")
        line.sandbox.clock.advance(8 * 3600)
        await both(person, operator, topic, "вечером")
        await redis.start()
        for mark in ("днём", "вечером"):
            await arrived(person, operator, topic, mark)

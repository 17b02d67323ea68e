"""One server, Sentinel or a cluster: the same store, which loses nothing over a failover."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.clock import SettableClock, SystemClock
from bot.compose import Parts
from bot.errors import ConfigError
from bot.processes.redis_server import Servers, redis_server
from bot.store import connect
from bot.store.client.topology import Kind, is_same_server, parse
from bot.store.rows import Audience
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.status import Status
from tests.kit.own import parts, settings_on
from tests.kit.person import CHAT, Person
from tests.kit.servers import cluster, sentinels

pytestmark = [pytest.mark.process, pytest.mark.alone]


def test_addresses() -> None:
    one = parse("redis://127.0.0.1:6379/0")
    assert (one.kind, one.hosts) == (Kind.SERVER, ())
    many = parse("rediss+cluster://user:p%40ss@a:1,b,[::1]:3")
    assert many.hosts == (("a", 1), ("b", 6379), ("::1", 3))
    assert (many.username, many.password, many.tls) == ("user", "p@ss", True)
    watched = parse("redis+sentinel://:secret@a,b:5/helpline/2")
    assert watched.hosts == (("a", 26379), ("b", 5))
    assert (watched.master, watched.database, watched.password) == ("helpline", 2, "secret")


@pytest.mark.parametrize(
    "url",
    ["", "canary", "http://canary", "redis+canary://a", "canary+cluster://a", "redis+cluster://",
     "redis+sentinel://a", "redis+cluster://a/canary", "redis+cluster://a:canary",
     "redis+sentinel://a/name/canary"],
)  # fmt: skip
def test_an_address_that_is_none_is_not_quoted(url: str) -> None:
    with pytest.raises(ConfigError, match="HELPLINE_REDIS_URL") as caught:
        connect(url, "HELPLINE_REDIS_URL")
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("redis://a:6379/0", "redis://user:word@a/1", True),
        ("redis://a", "rediss://a:6380", False),
        ("unix:///run/a.sock", "unix://user@/run/a.sock?db=1", True),
        ("unix:///run/a.sock", "unix:///run/b.sock", False),
        ("redis+sentinel://a,b/store/0", "redis+sentinel://b,c/keyring/0", False),
        ("redis+cluster://a,b", "redis://b", True),
        ("canary", "canary", False),
    ],
)
def test_addresses_of_one_server_are_known_for_that(one: str, other: str, same: bool) -> None:
    assert is_same_server(one, other) is same


@asynccontextmanager
async def helpline(url: str) -> AsyncIterator[Parts]:
    async with redis_server() as keyring:
        settings = settings_on(Servers(url, keyring))
        async with parts(settings, clock=SettableClock(SystemClock().now())) as built:
            yield built


async def test_a_cluster_of_three() -> None:
    """Dozens of conversations, so that every node holds some, through every kind of write."""
    async with cluster() as nodes:
        url = "redis+cluster://" + ",".join(f"127.0.0.1:{each.port}" for each in nodes)
        async with helpline(url) as built:
            heard: asyncio.Queue[str] = asyncio.Queue()

            async def listen() -> None:
                async for entry in built.store.outbox.listen(Audience.DESK):
                    heard.put_nowait(entry.conversation)

            listening = asyncio.ensure_future(listen())
            names = await built.store.people_key.names()
            people = [Person(built, CHAT + number, names) for number in range(24)]
            for person in people:
                await person.says("нас заперли помогите")
                assert await person.status() is Status.QUEUED
                await person.says("мы в подвале")
            operator = await built.helpline.staff.by_telegram.admit(1, "Heron", Role.SUPERVISOR)
            for person in people:
                outbox = built.store.outbox
                for raw, row in await outbox.for_person(person.conversation):
                    assert row.text
                    await outbox.sent(person.conversation, Audience.PERSON, raw)
                assert await outbox.for_desk(person.conversation)
                assert len(await outbox.transcript(person.conversation)) == 2
                async with built.store.leases.take(person.conversation, Audience.DESK) as mine:
                    assert mine
                await built.helpline.act(Action.CLAIM, operator, person.conversation)
                assert await person.status() is Status.HUMAN
            assert await built.store.queue.waiting(0, 9) == ([], False)
            assert len(await built.store.queue.claimed()) == len(people)
            async with asyncio.timeout(20):
                await heard.get()
            await built.helpline.wake()
            for person in people[:4]:
                await built.helpline.act(Action.CLOSE, operator, person.conversation)
            for person in people[4:8]:
                await person.says("/delete")
            await built.store.ping()
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        sizes = [int(str(await node.command("DBSIZE"))) for node in nodes]
        assert min(sizes) > len(people), "every node holds conversations"


@pytest.mark.proof
async def test_a_failover_of_sentinel_loses_nothing() -> None:
    async with sentinels() as watched, helpline(watched.url) as built:
        person = Person(built, CHAT, await built.store.people_key.names())
        await person.says("нас заперли помогите")
        for number in range(5):
            await person.says(f"до {number}")
        async with watched.master.asked() as redis:
            assert await redis.wait(1, 5000) == 1, "the replica has it all"
        await watched.master.end(kill=True)
        for number in range(5):
            await person.says(f"после {number}")
        said = await built.store.outbox.transcript(person.conversation)
        assert said[1:] == [f"до {n}" for n in range(5)] + [f"после {n}" for n in range(5)]
        assert await person.status() is Status.QUEUED
        await watched.replica.until(lambda redis: redis.dbsize())


@pytest.mark.proof
@pytest.mark.filterwarnings("ignore:unclosed Connection:ResourceWarning")
async def test_a_failover_of_a_cluster_s_node_loses_nothing() -> None:
    """The node dies; its replica takes over; everyone goes on, whichever node holds them.

    redis-py leaves a connection of a node that is gone, if it was in use then, to be collected,
    and warns. It is collected here, so that no other test hears of it.
    """
    async with cluster(replicas=1) as nodes:
        url = "redis+cluster://" + ",".join(f"127.0.0.1:{each.port}" for each in nodes)
        async with helpline(url) as built:
            names = await built.store.people_key.names()
            people = [Person(built, CHAT + number, names) for number in range(12)]
            for person in people:
                await person.says("нас заперли помогите")
                await person.says("до")
            async with nodes[0].asked() as redis:
                assert await redis.dbsize(), "it holds some of them"
                assert await redis.wait(1, 5000) == 1, "the replica has it all"
            await nodes[0].end(kill=True)
            for person in people:
                await person.says("после")
            for person in people:
                said = await built.store.outbox.transcript(person.conversation)
                assert said[1:] == ["до", "после"]
                assert await person.status() is Status.QUEUED
    gc.collect()

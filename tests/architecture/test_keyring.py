"""The keyring is in memory alone, and yet no open ticket is lost with one of its servers."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.clock import SettableClock, SystemClock
from bot.compose import Parts
from bot.config import Settings
from bot.errors import StoreUnavailable
from bot.privacy.vault import Keys
from bot.processes.redis_server import redis_server
from bot.store import LoadedConversation
from bot.store.names import row_key
from flows.status import Status
from tests.architecture.guarded import BETWEEN_SERVERS, MAINTENANCE, USERS, WANTED
from tests.architecture.members import SERVED, Members, members
from tests.architecture.test_deploy import WORKLOADS
from tests.kit.constants import DANGER
from tests.kit.own import parts
from tests.kit.person import CHAT, Person
from tests.kit.servers import PATIENCE, Client

pytestmark = [
    pytest.mark.process,
    pytest.mark.alone,
    pytest.mark.skipif(not shutil.which("redis-cli"), reason="members ask by redis-cli"),
]


@asynccontextmanager
async def helpline(folder: Path) -> AsyncIterator[tuple[Members, Parts]]:
    async with members(folder) as keyring, redis_server() as store:
        settings = Settings(redis_url=store, keyring_url=keyring.url, master_key=Keys.new_master())
        async with parts(settings, clock=SettableClock(SystemClock().now())) as built:
            yield keyring, built


async def loaded(built: Parts, person: Person) -> LoadedConversation:
    """As soon as a master is known."""
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(StoreUnavailable):
                return await built.store.conversations.load(person.conversation)


@pytest.mark.proof
async def test_an_open_ticket_outlives_each_server(tmp_path: Path) -> None:
    """Each is killed as soon as it is master, and started again at once, as orchestrators do."""
    async with helpline(tmp_path) as (keyring, built):
        person = Person(built, CHAT, await built.store.people_key.names())
        await person.says(DANGER)
        before = await loaded(built, person)
        for _ in keyring.servers:
            await keyring.whole()
            master = await keyring.master()
            await master.kill()
            await master.start()
            await person.says("вы здесь?")
            read = await loaded(built, person)
            assert (read.conversation.status, read.set_back) == (Status.QUEUED, False)
            assert read.ticket
            assert before.ticket
            assert read.ticket.name == before.ticket.name
        await keyring.whole()
        said = await built.store.outbox.transcript(person.conversation)
        assert said == [DANGER, *["вы здесь?"] * len(keyring.servers)]


@pytest.mark.proof
async def test_who_comes_back_empty_waits_while_another_holds_the_keys(tmp_path: Path) -> None:
    """Without a sentinel that could make that one the master, until somebody does (README.md)."""
    async with helpline(tmp_path) as (keyring, built):
        person = Person(built, CHAT, await built.store.people_key.names())
        await person.says(DANGER)
        await keyring.whole()
        master = await keyring.master()
        one, other = (each for each in keyring.servers if each is not master)
        held = await one.rows()
        assert held
        for sentinel in keyring.sentinels:
            await sentinel.kill()
        await master.kill()
        async with one.watcher.asked() as redis:
            await redis.config_resetstat()
            await master.start()
            while (await _asked_for_its_role(redis)) < 6:  # once a second
                continue
        assert not await master.is_ready(), "the first would have begun after three"
        assert await one.rows() == held
        await one.made_master()
        await other.kill()
        for each in (other, *keyring.sentinels):
            await each.start()
        await keyring.whole()
        assert await keyring.master() is one
        for each in (master, other):
            assert await each.rows() >= held
        assert (await loaded(built, person)).ticket


async def _asked_for_its_role(redis: Client) -> int:
    stats = await redis.info("commandstats")
    return int(stats.get("cmdstat_role", {}).get("calls", 0))


@pytest.mark.proof
async def test_an_erased_key_is_gone_from_each_server_and_nothing_is_on_disk(
    tmp_path: Path,
) -> None:
    async with helpline(tmp_path) as (keyring, built):
        person = Person(built, CHAT, await built.store.people_key.names())
        await person.says("привет")
        key = row_key(person.conversation, "key")
        await keyring.whole()
        for server in keyring.servers:
            assert key in await server.rows()
        await built.helpline.erase(person.conversation)
        await keyring.whole()
        for server in keyring.servers:
            assert key not in await server.rows()
            assert server.files == {"member.conf"}


async def test_each_server_starts_with_our_settings_and_users(tmp_path: Path) -> None:
    """With the words that compose and the manifest have for it."""
    serving = WORKLOADS["keyring"]["containers"][0]["args"]
    assert serving == ["prlimit", "--core=1", "sh", "/etc/redis/member.sh", *SERVED]
    wanted = {**WANTED, "repl-diskless-load": "swapdb", "repl-backlog-size": str(16 * 1024)}
    async with members(tmp_path) as keyring:
        for server in keyring.servers:
            async with server.watcher.asked() as redis:
                for setting, value in wanted.items():
                    assert await redis.config_get(setting) == {setting: value}, setting
                assert (await redis.config_get("maxmemory"))["maxmemory"] != "0"
                found = {line.split()[1] for line in await redis.acl_list()}
                assert found == {"default", *USERS, MAINTENANCE, *BETWEEN_SERVERS, "watcher"}


async def test_no_process_shows_a_password(tmp_path: Path) -> None:
    async with members(tmp_path) as keyring:
        for one in (*keyring.servers, *keyring.sentinels):
            assert "redis-server" in one.arguments
            for name in ("REPLICA_PASSWORD", "SENTINEL_PASSWORD"):
                assert one.environment[name] not in one.arguments

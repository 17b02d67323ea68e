"""What the store's files still tell after an erasure: nothing, once they are rewritten."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.processes.redis_server import redis_server
from bot.store import Redis, connect
from bot.store.client.every_server import EveryServer
from bot.store.file_rewrites import WANTED, FileRewriteJob, want
from tests.architecture.guarded import guarded_cluster, guarded_sentinels
from tests.kit.servers import Server, servers

PATIENCE = 60.0
NAME = b"she-who-erased-everything"


def written(folder: Path) -> bytes:
    """All that lies in a server's folder, but for what it takes away meanwhile."""
    found = b""
    for one in folder.rglob("*"):
        with contextlib.suppress(FileNotFoundError, IsADirectoryError):
            found += one.read_bytes()
    return found


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await true():
            continue


async def forgets(folder: Path) -> None:
    """Wait until the file that names somebody is gone."""

    async def gone() -> bool:
        return NAME not in written(folder)

    await until(gone)


@pytest.fixture
async def url(tmp_path: Path) -> AsyncIterator[str]:
    async with redis_server(disk=tmp_path) as found:
        yield found


@pytest.fixture
async def redis(url: str) -> AsyncIterator[Redis]:
    found = connect(url, "HELPLINE_REDIS_URL")
    yield found
    await found.aclose()


async def lapsed(redis: Redis) -> None:
    """Somebody wrote and erased."""
    await redis.set(NAME, b"1", px=60_000)
    await redis.delete(NAME)


async def test_an_erasure_is_soon_gone_from_the_file(
    url: str, redis: Redis, tmp_path: Path
) -> None:
    await lapsed(redis)
    assert NAME in written(tmp_path), "which is what this is about"
    await want(redis)
    await FileRewriteJob(redis, EveryServer(url, "X")).look()
    await forgets(tmp_path)


async def test_without_one_it_is_rewritten_each_hour(
    url: str, redis: Redis, tmp_path: Path
) -> None:
    job = FileRewriteJob(redis, EveryServer(url, "X"))
    await job.look()
    assert 0 < await redis.pttl("rewrite:lately") <= 3_600_000
    await lapsed(redis)
    await redis.delete("rewrite:pause")
    await job.look()
    await asyncio.sleep(0)
    assert NAME in written(tmp_path), "an hour isn't over, and nobody erased"
    await redis.delete("rewrite:lately")
    await until(lambda: idle(redis))
    await job.look()
    await forgets(tmp_path)


async def idle(redis: Redis) -> bool:
    return not (await redis.info("persistence"))["aof_rewrite_in_progress"]


async def test_who_erases_in_a_loop_does_not_have_it_rewritten_in_a_loop(
    url: str, redis: Redis
) -> None:
    job = FileRewriteJob(redis, EveryServer(url, "X"))
    began = []
    for _ in range(20):
        await want(redis)
        await job.look()
        began.append(await redis.exists(WANTED))
    assert began == [0] + [1] * 19, "the first is begun, the others wait for the pause to end"
    assert 0 < await redis.ttl("rewrite:pause") <= 600


async def test_one_that_can_not_be_begun_stays_wanted(redis: Redis) -> None:
    nobody = EveryServer("redis://127.0.0.1:1/0", "X")
    with pytest.raises(StoreUnavailable):
        await FileRewriteJob(redis, nobody).look()
    assert await redis.exists(WANTED)


async def test_a_server_without_a_file_is_left_alone() -> None:
    async with redis_server() as url:
        assert await EveryServer(f"{url} {url}", "X").rewrite_files() == 0


ON_DISK = ("--appendonly", "yes", "--repl-diskless-sync-delay", "0")


@pytest.mark.process
async def test_each_replica_is_told_too(tmp_path: Path) -> None:
    async with guarded_sentinels(tmp_path) as redis:
        every = EveryServer(redis.url("maintenance"), "X")
        assert len(await every.infos("memory")) == 2
        for url in redis.watched()[:2]:
            asked = connect(url, "X")
            await asked.config_set("appendonly", "yes")
            await until(lambda asked=asked: idle(asked))  # type: ignore[misc]
            await asked.aclose()
        assert await every.rewrite_files() == 2
        assert await redis.refused() == []


@pytest.mark.process
async def test_each_node_of_a_cluster_is_told_and_its_replicas(tmp_path: Path) -> None:
    async with guarded_cluster(tmp_path) as redis:
        every = EveryServer(redis.url("maintenance"), "X")

        async def known() -> bool:  # a node is named once it has copied something
            return len(await every.infos("memory")) == 4

        await until(known)
        for url in redis.watched():
            asked = connect(url, "X")
            await asked.config_set("appendonly", "yes")
            await until(lambda asked=asked: idle(asked))  # type: ignore[misc]
            await asked.aclose()
        assert await every.rewrite_files() == 4
        assert await redis.refused() == []


async def test_a_server_that_is_busy_with_it_is_asked_again() -> None:
    """What came since it began would stay in the file."""
    async with servers(ON_DISK) as (server,):
        await _fill(server)
        every = EveryServer(server.url, "X")
        assert await every.rewrite_files() == 1
        with pytest.raises(StoreUnavailable):
            await every.rewrite_files()


async def _fill(server: Server) -> None:
    async with server.asked() as redis:
        await redis.config_set("rdb-key-save-delay", 1000)  # a millisecond a key: it takes a second
        pipe = redis.pipeline(transaction=False)
        for number in range(1000):
            pipe.set(f"row:{number}", b"x" * 100, px=60_000)
        await pipe.execute()

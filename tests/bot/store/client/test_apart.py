"""A part of Redis for itself: nothing outside it is read, written or heard of, on one server and on
a cluster; the deployment's own user is refused everything else."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from redis.exceptions import NoPermissionError, ResponseError

from bot.clock import SettableClock
from bot.console.apart import PREFIX
from bot.practising import practice
from bot.privacy.retention import Retention
from bot.privacy.vault import Keys, Vault
from bot.store import Redis, connect
from bot.store.client.apart import ApartRedis, UnplacedError
from bot.texts.catalogue import CONTENT
from bot.texts.practice.reading import read_scripts
from tests.architecture.guarded import PRACTICE, WITH_PEOPLE, Guarded, guarded, guarded_cluster
from tests.bot.console.practice.test_dialogues import Desk, well
from tests.bot.store.conftest import Shelf
from tests.kit import own
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, fresh_parts
from tests.kit.servers import program

Servers = Callable[[Path], AbstractAsyncContextManager[Guarded]]


async def test_every_command_stays_behind_the_prefix(shelf: Shelf) -> None:
    redis = shelf.redis
    await redis.set("name", b"real")
    apart: Redis = ApartRedis(redis, "practice:one:")

    await apart.set("name", b"played", px=1000)
    await apart.hset("{p01}:x:log", "1", b"a")
    pipe = apart.pipeline(transaction=False)
    pipe.rpush("{p01}:x:out", b"a", b"b")
    pipe.get("name")
    assert await pipe.execute() == [2, b"played"]
    script = apart.register_script("return redis.call('SET', KEYS[1], ARGV[1])")
    await script(keys=["made"], args=[b"by a script"])
    assert await apart.mget(["name", "made", "nothing"]) == [b"played", b"by a script", None]

    assert await redis.get("name") == b"real"
    assert {name for name in await redis.keys("*") if not name.startswith(b"practice:one:")} == {
        b"name"
    }
    await apart.empty()
    assert await redis.keys("*") == [b"name"]


@pytest.mark.parametrize(
    "command",
    [("KEYS", "*"), ("SCAN", 0), ("FLUSHALL",), ("COPY", "a", "b"),
     ("PUBLISH", "desk:changed", "x"), ("SORT", "a", "STORE", "b"), ("MIGRATE",)],
)  # fmt: skip
async def test_a_command_whose_keys_are_not_known_is_not_sent(
    shelf: Shelf, command: tuple[object, ...]
) -> None:
    apart: Redis = ApartRedis(shelf.redis, "practice:one:")
    with pytest.raises(UnplacedError):
        await apart.execute_command(*command)
    with pytest.raises(UnplacedError):
        apart.pipeline(transaction=True)


def test_in_practice_every_class_lives_no_longer_than_a_practice() -> None:
    before = {one: one.lifetime for one in Retention}
    with practice():
        assert max(one.lifetime for one in Retention) == Retention.PRACTICE.lifetime
        assert Retention.LEASE.lifetime == before[Retention.LEASE], "what is shorter stays"
    assert {one: one.lifetime for one in Retention} == before


@asynccontextmanager
async def _playing(redis: Redis) -> AsyncIterator[Desk]:
    """A practice whose store is these servers alone; the real one lies elsewhere."""
    clock = SettableClock(NOW)
    async with fresh_parts(clock=clock, shown=own.publication(clock)) as parts:
        helpline = Helpline(parts, clock, await parts.store.people_key.names())
        script = next(one for one in read_scripts(CONTENT) if one.id == "trafficker_beside")
        yield await Desk.begins(helpline, script, "ru", redis)


@pytest.mark.process
@pytest.mark.alone
@pytest.mark.parametrize(
    "servers",
    [lambda folder: guarded(program(), folder), guarded_cluster],
    ids=["server", "cluster"],
)
async def test_the_user_of_practice_plays_and_may_touch_nothing_else(
    servers: Servers, tmp_path: Path
) -> None:
    async with servers(tmp_path) as there:
        redis = connect(there.url(PRACTICE), "HELPLINE_PRACTICE_URL")
        async with _playing(redis) as desk:
            await well(desk)
            assert desk.stage.play.over
            assert desk.missed() == set()
            await desk.stage.end()
        assert await there.refused() == []
        vault = Vault(Keys.read(Keys.new_master()))
        for name in ("{p01}:x:state", "audit:2026-11-29", "{counts}:open", vault.hashed("x", "y")):
            for command in (("GET", name), ("SET", name, "x"), ("DEL", name), ("HSET", name, 1, 2)):
                with pytest.raises(NoPermissionError):
                    await redis.execute_command(*command)
        with pytest.raises(ResponseError, match=r"(?i)permission"):
            await redis.execute_command("EVAL", "return redis.call('GET', ARGV[1])", 0, "name:x")
        with pytest.raises(NoPermissionError):
            await redis.execute_command("PUBLISH", "desk:changed", "queue x")
        await redis.aclose()
        for user in WITH_PEOPLE:
            other = connect(there.url(user), "HELPLINE_REDIS_URL")
            with pytest.raises(NoPermissionError):
                await other.get(f"{PREFIX}one:name:x")
            await other.aclose()

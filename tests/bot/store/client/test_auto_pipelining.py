"""Commands that are asked for at once go together, and each gets its own answer."""

import asyncio

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError

from bot.processes.redis_server import redis_server
from bot.store import connect
from bot.store.client import auto_pipelining
from bot.store.client.auto_pipelining import AutoPipeliningRedis
from tests.bot.store.conftest import Shelf


async def test_a_hundred_at_once_need_one_connection(shelf: Shelf) -> None:
    answers = await asyncio.gather(*(shelf.redis.set(f"{n}", n, px=60_000) for n in range(100)))
    assert answers == [True] * 100
    found = await asyncio.gather(*(shelf.redis.get(f"{n}") for n in range(100)))
    assert found == [str(n).encode() for n in range(100)]
    assert len(await shelf.redis.client_list()) == 1


async def test_what_is_asked_meanwhile_goes_together_after_the_answer(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auto_pipelining, "PATIENCE_SECONDS", 3600.0)

    async def ask(passes: int) -> bytes | None:
        for _ in range(passes):  # of the event loop
            await asyncio.sleep(0)
        found: bytes | None = await shelf.redis.set(f"{passes}", passes, px=60_000, get=True)
        return found

    assert await asyncio.gather(*(ask(passes) for passes in range(50))) == [None] * 50
    assert await shelf.redis.get("49") == b"49"
    assert len(await shelf.redis.client_list()) == 1


async def test_nobody_waits_for_ever_for_the_answer_to_another() -> None:
    async with redis_server() as url:
        client, other = (connect(url, "HELPLINE_REDIS_URL") for _ in range(2))
        waiting = asyncio.ensure_future(client.blpop("list", 0))
        while not any(one["cmd"] == "blpop" for one in await other.client_list()):
            pass
        await client.rpush("list", "word")
        assert await waiting == (b"list", b"word")
        for redis in (client, other):
            await redis.aclose()


async def test_a_pipeline_is_a_part_of_it_and_keeps_its_order(shelf: Shelf) -> None:
    pipe = shelf.redis.pipeline(transaction=False)
    pipe.rpush("list", "one")
    pipe.pexpire("list", 60_000)
    pipe.lrange("list", 0, -1)
    before, found, after = await asyncio.gather(
        shelf.redis.exists("list"), pipe.execute(), shelf.redis.llen("list")
    )
    assert (before, found, after) == (0, [1, True, [b"one"]], 1)
    assert await pipe.execute() == [], "it is used up"


async def test_who_is_refused_is_refused_alone(shelf: Shelf) -> None:
    await shelf.redis.set("word", "x", px=60_000)
    pipe = shelf.redis.pipeline(transaction=False)
    pipe.get("word")
    pipe.llen("word")
    asked = shelf.redis.get("word"), shelf.redis.llen("word"), pipe.execute()
    good, *bad = list[object](await asyncio.gather(*asked, return_exceptions=True))
    assert good == b"x"
    assert [isinstance(one, ResponseError) for one in bad] == [True, True]


async def test_nothing_is_under_way_once_it_is_closed() -> None:
    """Such as what was asked together with something that was refused before it was sent."""
    async with redis_server() as url:
        client, other = (connect(url, "HELPLINE_REDIS_URL") for _ in range(2))
        assert isinstance(client, AutoPipeliningRedis)
        under_way = asyncio.ensure_future(client.blpop("nothing", 0))
        while len(await other.client_list()) < 2:
            pass
        asked = client.together([(("PING",), {})])
        await client.aclose()
        for one in (under_way, asked):
            with pytest.raises(asyncio.CancelledError):
                await one
        while len(await other.client_list()) > 1:
            pass
        await other.aclose()


async def test_a_closed_client_opens_no_connection_any_more() -> None:
    """Else whoever ends a little later than the rest would leave one open that nobody closes."""
    async with redis_server() as url:
        client, other = (connect(url, "HELPLINE_REDIS_URL") for _ in range(2))
        await client.ping()
        await client.aclose()
        with pytest.raises(RedisConnectionError):
            await client.ping()
        assert len(await other.client_list()) == 1
        await other.aclose()


async def test_who_gives_up_asks_for_nothing(shelf: Shelf) -> None:
    given_up = asyncio.ensure_future(shelf.redis.set("a", "1", px=60_000))
    other = asyncio.ensure_future(shelf.redis.set("b", "2", px=60_000))
    await asyncio.sleep(0)  # both have asked, nothing is sent yet
    given_up.cancel()
    assert await other
    assert await shelf.redis.exists("a") == 0


async def test_a_broken_connection_fails_everyone_with_an_error_of_their_own() -> None:
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        assert await redis.ping()
    failed = await asyncio.gather(*(redis.get(f"{n}") for n in range(3)), return_exceptions=True)
    assert all(isinstance(error, RedisConnectionError) for error in failed)
    assert len({id(error) for error in failed}) == 3
    await redis.aclose()


async def test_a_script_that_the_server_forgot_is_brought_again(shelf: Shelf) -> None:
    script = shelf.redis.register_script("return ARGV[1]")
    assert await script(args=["one"]) == b"one"
    await shelf.redis.script_flush()
    two, three = await asyncio.gather(script(args=["two"]), script(args=["three"]))
    assert (two, three) == (b"two", b"three")


async def test_a_transaction_has_a_connection_of_its_own(shelf: Shelf) -> None:
    async with shelf.redis.pipeline(transaction=True) as pipe:
        await pipe.watch("watched")
        await shelf.redis.set("watched", "by another", px=60_000)
        pipe.multi()
        pipe.get("watched")
        with pytest.raises(Exception, match="Watched variable changed"):
            await pipe.execute()

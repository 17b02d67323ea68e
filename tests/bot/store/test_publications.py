"""Published texts: the current version, the last five, the way back."""

import asyncio

from bot.errors import Conflict
from bot.privacy.vault import Keys
from bot.store.publications import KEPT, Publications
from tests.bot.store.conftest import Shelf

FIRST = "own"


def files(text: str) -> dict[str, str]:
    return {"content/ru/a.ftl": text, "flows/definitions/b.yml": "b"}


async def published(shelf: Shelf, *versions: str) -> Publications:
    publications = shelf.store.publications
    for version in versions:
        assert await publications.publish(version, files(version), FIRST) == 0
    return publications


async def test_at_first_nothing_is_published(shelf: Shelf) -> None:
    publications = shelf.store.publications
    assert await publications.current() is None
    assert await publications.files("v1") is None
    assert await publications.back() is None


async def test_what_is_published_is_current_and_read_back_whole(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2")
    assert await publications.current() == "v2"
    assert await publications.files("v2") == files("v2")
    assert await publications.files("v1") == files("v1")
    assert await publications.history() == ["v2", "v1", FIRST]


async def test_the_desk_reads_it_too(shelf: Shelf) -> None:
    await published(shelf, "v1")
    assert await shelf.desk().publications.files("v1") == files("v1")


async def test_nobody_without_a_key_can_put_words_into_our_mouth(shelf: Shelf) -> None:
    await published(shelf, "v1")
    others = shelf.opened_with(Keys.read(Keys.new_master())).publications
    assert await others.files("v1") is None
    sealed = await shelf.redis.get("{texts}:tree:v1")
    await shelf.redis.set("{texts}:tree:v2", sealed)
    assert await shelf.store.publications.files("v2") is None, "it says which version it is"


async def test_five_versions_are_kept(shelf: Shelf) -> None:
    publications = await published(shelf, *(f"v{n}" for n in range(1, 8)))
    assert await publications.history() == ["v7", "v6", "v5", "v4", "v3"]
    assert len(await publications.history()) == KEPT
    names = {name.decode() for name in await shelf.redis.keys("{texts}:tree:*")}
    assert names == {f"{{texts}}:tree:v{n}" for n in range(3, 8)}


async def test_the_way_back_goes_step_by_step_to_the_files_of_the_program(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2")
    assert await publications.back() == ("v1", 0)
    assert await publications.current() == "v1"
    assert await publications.back() == (FIRST, 0)
    assert await publications.back() is None
    assert await publications.current() == FIRST


async def test_after_a_way_back_the_bad_version_is_not_what_was_before(shelf: Shelf) -> None:
    publications = await published(shelf, "good", "bad")
    await publications.back()
    await published(shelf, "better")
    assert await publications.back() == ("good", 0)
    assert await publications.files("bad") is None


async def test_to_publish_again_what_was_live_before(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2", "v1")
    assert await publications.history() == ["v1", "v2", FIRST]


async def test_everything_ends_unless_a_bot_keeps_it(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2")
    names = await shelf.redis.keys("*")
    assert len(names) == 4
    for name in names:
        assert await shelf.redis.pexpire(name, 100_000)
    await publications.keep()
    for name in names:
        assert await shelf.redis.pttl(name) > 6 * 24 * 3_600_000, name


async def test_running_bots_are_told(shelf: Shelf) -> None:
    publications = shelf.store.publications
    looked: asyncio.Queue[str | None] = asyncio.Queue()

    async def bot() -> None:
        async for _ in publications.listen():
            current = await publications.current()
            looked.put_nowait(current)
            if current:
                await publications.show(current)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(bot())
        assert await looked.get() is None, "once at the beginning"
        async with publications.shown() as shown:
            assert await publications.publish("v1", files("v1"), FIRST) == 1
            assert await anext(shown) == "v1"
        assert await looked.get() == "v1"
        task.cancel()


async def test_two_at_the_same_moment(shelf: Shelf) -> None:
    """One of them is told; what the other published is whole."""
    publications = shelf.store.publications
    done = await asyncio.gather(
        *(publications.publish(f"v{n}", files(f"v{n}"), FIRST) for n in range(8)),
        return_exceptions=True,
    )
    refused = [one for one in done if isinstance(one, BaseException)]
    assert all(isinstance(one, Conflict) for one in refused)
    assert len(refused) < len(done)
    current = await publications.current()
    assert current is not None
    assert await publications.files(current) == files(current)
    assert (await publications.history())[0] == current

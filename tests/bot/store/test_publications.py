"""Published texts: which version is live, the last five, the way back."""

import asyncio
import zlib

import msgspec
import pytest

from bot.errors import Conflict
from bot.store.publications import KEPT, MOST_BYTES, Publications
from tests.bot.store.conftest import Shelf


def files(text: str) -> dict[str, str]:
    return {"content/ru/a.ftl": text, "flows/definitions/b.yml": "b"}


async def publish(shelf: Shelf, version: str, before: str = "") -> int:
    publications = shelf.store.publications
    instead = await publications.live()
    written = f"signed {version}".encode()
    return await publications.publish(
        written, version, files(version), instead=instead, before=before
    )


async def published(shelf: Shelf, *versions: str) -> Publications:
    before = ""
    for version in versions:
        assert await publish(shelf, version, before) == 0
        before = version
    return shelf.store.publications


async def test_at_first_nothing_is_published(shelf: Shelf) -> None:
    publications = shelf.store.publications
    assert await publications.live() is None
    assert await publications.files("v1") is None
    assert await publications.signed("v1") is None
    assert await publications.history() == []


async def test_what_is_published_is_live_and_read_back_whole(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2")
    assert await publications.live() == b"signed v2"
    assert await publications.files("v2") == files("v2")
    assert await publications.files("v1") == files("v1")
    assert await publications.signed("v1") == b"signed v1"
    assert await publications.history() == ["v2", "v1"]


async def test_the_desk_reads_it_too(shelf: Shelf) -> None:
    await published(shelf, "v1")
    assert await shelf.desk().publications.files("v1") == files("v1")


async def test_five_versions_are_kept(shelf: Shelf) -> None:
    publications = await published(shelf, *(f"v{n}" for n in range(1, 8)))
    assert await publications.history() == ["v7", "v6", "v5", "v4", "v3"]
    assert len(await publications.history()) == KEPT
    for kind in ("files", "signed"):
        names = {name.decode() for name in await shelf.redis.keys(f"{{texts}}:{kind}:*")}
        assert names == {f"{{texts}}:{kind}:v{n}" for n in range(3, 8)}


async def test_after_a_way_back_the_bad_version_is_not_what_was_before(shelf: Shelf) -> None:
    publications = await published(shelf, "good", "bad")
    assert await publications.back(b"back to good", instead=b"signed bad") == 0
    assert await publications.live() == b"back to good"
    assert await publications.files("bad") == files("bad"), "somebody may still look at it"
    await publish(shelf, "better", before="good")
    assert await publications.history() == ["better", "good"]
    assert await publications.files("bad") is None
    assert await publications.signed("bad") is None


async def test_to_publish_again_what_was_live_before(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2", "v1")
    assert await publications.history() == ["v1", "v2"]


async def test_everything_ends_unless_a_bot_keeps_it(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2")
    names = await shelf.redis.keys("*")
    assert len(names) == 6
    for name in names:
        assert await shelf.redis.pexpire(name, 100_000)
    await publications.keep()
    for name in names:
        assert await shelf.redis.pttl(name) > 6 * 24 * 3_600_000, name


async def test_running_bots_are_told(shelf: Shelf) -> None:
    publications = shelf.store.publications
    looked: asyncio.Queue[bytes | None] = asyncio.Queue()

    async def bot() -> None:
        async for _ in publications.listen():
            live = await publications.live()
            looked.put_nowait(live)
            if live:
                await publications.show(live.decode())

    async with asyncio.TaskGroup() as group:
        task = group.create_task(bot())
        assert await looked.get() is None, "once at the beginning"
        async with publications.shown() as shown:
            assert await publish(shelf, "v1") == 1
            assert await anext(shown) == "signed v1"
        assert await looked.get() == b"signed v1"
        task.cancel()


async def test_two_at_the_same_moment(shelf: Shelf) -> None:
    """One of them is told; what the other published is whole."""
    publications = shelf.store.publications
    done = await asyncio.gather(
        *(publish(shelf, f"v{n}") for n in range(8)),
        return_exceptions=True,
    )
    refused = [one for one in done if isinstance(one, BaseException)]
    assert all(isinstance(one, Conflict) for one in refused)
    assert len(refused) < len(done)
    live = await publications.live()
    assert live is not None
    version = live.decode().removeprefix("signed ")
    assert await publications.files(version) == files(version)
    assert (await publications.history())[0] == version


async def test_bots_that_renew_meanwhile_are_no_conflict(shelf: Shelf) -> None:
    """Redis counts a new lifetime as a change of the row."""
    publications, before = await published(shelf, "v0"), "v0"
    for number in range(1, 6):
        version = f"v{number}"
        renewals = [publications.keep() for _ in range(2)]
        await asyncio.gather(publish(shelf, version, before), *renewals)
        before = version
    assert await publications.live() == b"signed v5"


async def test_who_has_seen_another_version_live_changes_nothing(shelf: Shelf) -> None:
    publications = await published(shelf, "v1", "v2")
    with pytest.raises(Conflict):
        await publications.publish(b"late", "v3", files("v3"), instead=b"signed v1", before="v1")
    with pytest.raises(Conflict):
        await publications.back(b"late", instead=b"signed v1")
    assert await publications.live() == b"signed v2"
    assert await publications.history() == ["v2", "v1"]


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"no archive",
        zlib.compress(b"no msgpack"),
        zlib.compress(msgspec.msgpack.encode(["a list"])),
        zlib.compress(msgspec.msgpack.encode({"a": 1})),
        zlib.compress(msgspec.msgpack.encode({"a": "b"}))[:-3],
        zlib.compress(msgspec.msgpack.encode({"a": "b" * (MOST_BYTES + 1)})),
    ],
    ids=["nothing", "bytes", "other bytes", "a list", "numbers", "a half", "a bomb"],
)
async def test_what_somebody_else_left_there_is_no_version(shelf: Shelf, packed: bytes) -> None:
    await shelf.redis.set("{texts}:files:v1", packed)
    assert await shelf.store.publications.files("v1") is None

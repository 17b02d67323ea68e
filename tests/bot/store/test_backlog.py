"""The backlog: each chat's messages in order, chats in turn, new ones first; nothing is lost."""

import pytest

from bot.errors import NotAllowed
from bot.privacy.retention import Retention
from bot.store.backlog import LEASE_SECONDS, Backlog, LeasedMessage, WaitingMessage
from bot.store.names import BACKLOG, row_key
from tests.bot.store.conftest import Shelf

SHE, HE = "5e" * 16, "4e" * 16


def said(text: str) -> WaitingMessage:
    return WaitingMessage(update_id=1, address=77, text=text)


async def leased(backlog: Backlog) -> LeasedMessage:
    found = await backlog.lease()
    assert found is not None
    return found


async def read(backlog: Backlog) -> str:
    found = await leased(backlog)
    await backlog.remove(found)
    return found.message.text


async def test_each_chat_in_order_and_all_in_turn(shelf: Shelf) -> None:
    backlog = shelf.store.backlog
    for who, text in ((SHE, "one"), (SHE, "two"), (SHE, "three"), (HE, "his")):
        await backlog.put(who, said(text))
        shelf.clock.advance(1)

    assert [await read(backlog) for _ in range(4)] == ["one", "his", "two", "three"]
    assert await backlog.is_empty()
    assert await shelf.keyring.keys("*") == []


async def test_who_comes_new_passes_those_who_were_read(shelf: Shelf) -> None:
    backlog = shelf.store.backlog
    await backlog.put(SHE, said("one"))
    await backlog.put(SHE, said("two"))
    assert await read(backlog) == "one"
    shelf.clock.advance(60)
    await backlog.put(HE, said("his"))

    assert await read(backlog) == "his"


async def test_no_two_read_one_chat_and_what_a_dead_one_leased_comes_again(
    shelf: Shelf,
) -> None:
    backlog, other = shelf.store.backlog, shelf.another_process().backlog
    await backlog.put(SHE, said("one"))
    first = await leased(backlog)

    assert await other.lease() is None
    shelf.clock.advance(LEASE_SECONDS)
    assert (await leased(other)).message == first.message


async def test_an_erasure_destroys_what_waits(shelf: Shelf) -> None:
    backlog = shelf.store.backlog
    await backlog.put(SHE, said("one"))
    await shelf.store.conversations._keyring.shred(SHE)

    assert not await backlog.holds(SHE)
    assert await backlog.lease() is None
    assert await backlog.is_empty()


async def test_all_of_it_ends_by_itself(shelf: Shelf) -> None:
    await shelf.store.backlog.put(SHE, said("one"))

    for name in (BACKLOG, row_key(SHE, BACKLOG)):
        left = await shelf.keyring.pttl(name)
        assert left == pytest.approx(Retention.BACKLOG.milliseconds, abs=60_000)


async def test_the_desk_can_open_none_of_it(shelf: Shelf) -> None:
    await shelf.store.backlog.put(SHE, said("one"))

    with pytest.raises(NotAllowed):
        await shelf.desk().backlog.lease()


async def test_what_nobody_can_open_stops_nobody(shelf: Shelf) -> None:
    backlog = shelf.store.backlog
    await backlog.put(SHE, said("one"))
    await shelf.keyring.lpush(row_key(SHE, BACKLOG), b"junk")

    assert await read(backlog) == "one"
    assert await backlog.is_empty()


async def test_a_long_text_that_repeats_itself_takes_little_room(shelf: Shelf) -> None:
    text = "нас заперли " * 300
    await shelf.store.backlog.put(SHE, said(text))

    (raw,) = await shelf.keyring.lrange(row_key(SHE, BACKLOG), 0, -1)
    assert len(raw) < len(text.encode()) / 10
    assert await read(shelf.store.backlog) == text

"""A message stands in the chat: its number is known before its row goes."""

import pytest

from bot.attempt import Result
from bot.errors import StoreUnavailable
from bot.privacy.chat_deletion import Author, ChatMessage
from bot.store import Changes, Contact, Store
from bot.store.keyring.held import DataKey
from bot.store.names import row_key
from bot.store.outbox.lease import Lease
from bot.store.rows import Audience, PersonRow
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import SHE, TALKING

PERSON = Audience.PERSON
FIRST, SECOND = (ChatMessage(number, Author.BOT, 60.0) for number in (6, 7))


async def _two_wait(store: Store) -> tuple[bytes, bytes]:
    rows = [PersonRow("one"), PersonRow("two")]
    read = await store.conversations.load(SHE)
    changes = Changes(TALKING, None, contact=Contact(77, 5), to_person=rows)
    assert await store.conversations.commit(SHE, read, changes) is Result.DONE
    (first, _), (second, _) = await store.outbox.for_person(SHE)
    return first, second


async def _numbers(store: Store) -> list[int]:
    return [message.number for _, message in await store.people.messages(SHE)]


async def test_one_after_the_other(shelf: Shelf) -> None:
    store = shelf.store
    first, second = await _two_wait(store)
    await store.people.begin(SHE)
    async with store.leases.take(SHE, PERSON) as lease:
        assert lease is not None
        await store.sent_messages.sent(SHE, 77, FIRST, first)
        assert await _numbers(store) == [5, 6]
        assert [row.text for _, row in await store.outbox.for_person(SHE)] == ["two"]
        assert await shelf.life(SHE, "under-way") > 0
        await store.sent_messages.sent(SHE, 77, SECOND, second, last=True, lease=lease)
        assert lease.over
        async with store.leases.take(SHE, PERSON) as next_one:
            assert next_one is not None
            lease.over = True
            assert await shelf.life(SHE, "under-way") < 0
    assert await _numbers(store) == [5, 6, 7]
    assert await store.outbox.for_person(SHE) == []


async def test_a_lease_that_was_given_back_isnt_taken_from_the_next(shelf: Shelf) -> None:
    first, _ = await _two_wait(shelf.store)
    async with shelf.store.leases.take(SHE, PERSON) as lease:
        await shelf.store.sent_messages.sent(SHE, 77, FIRST, first, last=True, lease=lease)
        await shelf.redis.set(row_key(SHE, "lease:person"), b"1", px=60_000)  # another process
    assert await shelf.life(SHE, "lease:person") > 0


async def test_what_was_taken_out_and_is_put_back_isnt_sent_again(shelf: Shelf) -> None:
    first, second = await _two_wait(shelf.store)
    await shelf.store.sent_messages.sent(SHE, 77, FIRST, first)
    await shelf.redis.lpush(row_key(SHE, "out:person"), first)
    assert [raw for raw, _ in await shelf.store.outbox.for_person(SHE)] == [second]


async def test_the_key_of_the_write_seals_the_number_as_well(shelf: Shelf) -> None:
    first, _ = await _two_wait(shelf.store)
    read = await shelf.store.conversations.load(SHE)
    assert isinstance(read.address, DataKey)
    await shelf.store.sent_messages.sent(SHE, 77, FIRST, first, address=read.address)
    assert await _numbers(shelf.store) == [5, 6]


async def test_a_full_server_takes_nothing_out(shelf: Shelf) -> None:
    """Else the number would be lost, and the message never deleted."""
    first, second = await _two_wait(shelf.store)
    await shelf.store.sent_messages.sent(SHE, 77, FIRST, first)  # the script is known by then
    await shelf.redis.config_set("maxmemory", 1)
    with pytest.raises(StoreUnavailable):
        await shelf.store.sent_messages.sent(SHE, 77, SECOND, second, last=True, lease=Lease())
    await shelf.redis.config_set("maxmemory", 0)
    assert await _numbers(shelf.store) == [5, 6]
    assert [raw for raw, _ in await shelf.store.outbox.for_person(SHE)] == [second]


async def test_a_row_that_arrived_is_refused_if_it_comes_again(shelf: Shelf) -> None:
    first, second = await _two_wait(shelf.store)
    await shelf.store.sent_messages.sent(SHE, 77, FIRST, first)
    await shelf.redis.lpush(row_key(SHE, "out:person"), first)
    assert [raw for raw, _ in await shelf.store.outbox.for_person(SHE)] == [second]
    assert await _numbers(shelf.store) == [5, 6]

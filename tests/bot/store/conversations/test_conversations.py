"""Conversations: read whole, written whole, once for each update, for a known time."""

import asyncio

import pytest

from bot.attempt import Result
from bot.clock import SettableClock
from bot.errors import ConfigError, StoreUnavailable
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import redis_server
from bot.store import Changes, Contact, connect, open_store
from bot.store.conversations.revisions import STRANGER
from bot.store.keyring.keyring import Keyring
from bot.store.rows import PersonRow
from flows.conversation import Conversation
from tests.bot.store.conftest import NOW, Shelf
from tests.bot.store.turns import CLOSED, ERASED, QUEUED, SHE, TALKING, TICKET, full, write


async def test_nobody_has_written_yet(shelf: Shelf) -> None:
    read = await shelf.store.conversations.load(SHE, "update-1")
    assert read.conversation == Conversation()
    assert read.revision == STRANGER
    assert (read.ticket, read.repeated, read.erasing) == (None, False, False)
    assert await shelf.rows(SHE) == set(), "to look leaves no trace"


async def test_what_was_written_is_read(shelf: Shelf) -> None:
    assert await write(shelf, Changes(QUEUED, TICKET)) is Result.DONE
    read = await shelf.store.conversations.load(SHE)
    assert read.conversation == QUEUED
    assert read.ticket == TICKET


async def test_who_comes_second_writes_nothing(shelf: Shelf) -> None:
    conversations = shelf.store.conversations
    first, second = await conversations.load(SHE), await conversations.load(SHE)
    assert await conversations.commit(SHE, first, Changes(TALKING, None)) is Result.DONE
    late = Changes(QUEUED, TICKET, to_person=[PersonRow("late")], transcript=["late"])
    assert await conversations.commit(SHE, second, late, "update-2") is Result.CONFLICT
    assert (await conversations.load(SHE)).conversation == TALKING
    assert await shelf.rows(SHE) & {"ticket", "transcript", "out:person", "seen"} == set()
    assert not (await conversations.load(SHE, "update-2")).repeated, "so the turn may try again"


async def test_keys_are_looked_after_before_the_write(shelf: Shelf) -> None:
    conversations = shelf.store.conversations
    first, second = [await conversations.load(SHE) for _ in range(2)]
    contact = Contact(77, 5)
    assert (
        await conversations.commit(SHE, first, Changes(TALKING, None, contact=contact))
        is Result.DONE
    )
    queued = Changes(QUEUED, TICKET, contact=contact)
    assert await conversations.commit(SHE, second, queued, "update-2") is Result.CONFLICT
    lent = {"key", "address-key", "turn", "ticket-key", "memo"}
    assert await shelf.rows(SHE) == {"state", "address", "chat", "messages", *lent}
    assert await shelf.life(SHE, "memo") > 0, "lent in vain, it lapses"
    fresh = await conversations.load(SHE)
    await conversations.shred(SHE)
    await Keyring(shelf.keyring, Vault(shelf.keys)).shred_address(SHE)
    assert await conversations.commit(SHE, fresh, queued) is Result.CONFLICT, "the key is gone"


async def test_of_many_at_once_one_writes(shelf: Shelf) -> None:
    conversations = shelf.store.conversations
    reads = [await conversations.load(SHE) for _ in range(8)]
    results = await asyncio.gather(
        *(conversations.commit(SHE, read, Changes(TALKING, None)) for read in reads)
    )
    assert sorted(results) == [Result.CONFLICT] * 7 + [Result.DONE]


async def test_each_write_has_a_new_revision(shelf: Shelf) -> None:
    seen = set()
    for _ in range(20):
        seen.add((await shelf.store.conversations.load(SHE)).revision)
        await write(shelf, Changes(TALKING, None))
    assert len(seen) == 20


async def test_an_update_counts_once(shelf: Shelf) -> None:
    conversations = shelf.store.conversations
    early = await conversations.load(SHE, "update-1")
    said = Changes(TALKING, None, to_person=[PersonRow("answer")])
    assert await write(shelf, said, "update-1") is Result.DONE
    assert (await conversations.load(SHE, "update-1")).repeated
    assert not (await conversations.load(SHE, "update-2")).repeated
    fresh = await conversations.load(SHE)
    for read in (early, fresh):
        assert await conversations.commit(SHE, read, said, "update-1") is Result.REPEATED
    assert len(await shelf.store.outbox.for_person(SHE)) == 1


async def test_the_same_update_twice_at_once(shelf: Shelf) -> None:
    said = Changes(TALKING, None, to_person=[PersonRow("answer")])
    results = await asyncio.gather(*(write(shelf, said, "update-1") for _ in range(2)))
    assert results.count(Result.DONE) == 1
    assert len(await shelf.store.outbox.for_person(SHE)) == 1


async def test_the_mark_outlives_an_erasure(shelf: Shelf) -> None:
    await write(shelf, ERASED, "update-1")
    await shelf.store.conversations.shred(SHE)
    assert (await shelf.store.conversations.load(SHE, "update-1")).repeated


async def test_an_open_ticket_keeps_what_it_needs(shelf: Shelf) -> None:
    await full(shelf)
    for row in ("state", "ticket", "address", "transcript", "key"):
        assert await shelf.life(SHE, row) == pytest.approx(7 * 24, abs=0.1), row
    for row in ("out:person", "out:desk", "seen"):
        assert await shelf.life(SHE, row) == pytest.approx(24, abs=0.1), row
    assert await shelf.life(SHE, "messages") == pytest.approx(48, abs=0.1)


async def test_a_conversation_without_a_ticket_lives_a_day(shelf: Shelf) -> None:
    await write(shelf, Changes(TALKING, None, contact=Contact(77)))
    for row in ("state", "address"):
        assert await shelf.life(SHE, row) == pytest.approx(24, abs=0.1), row


async def test_closing_ends_the_tickets_longer_life(shelf: Shelf) -> None:
    """An operator closes: no message of the person's comes along to set the address anew."""
    await full(shelf)
    await write(shelf, Changes(CLOSED, TICKET, closed=True))
    assert (await shelf.store.conversations.load(SHE)).ticket is None
    assert not {"ticket", "transcript"} & await shelf.rows(SHE)
    for row in ("state", "address"):
        assert await shelf.life(SHE, row) == pytest.approx(24, abs=0.1), row


async def test_a_redis_that_is_gone_is_named_as_such() -> None:
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
    vault = Vault(Keys.read(Keys.new_master()))
    store = open_store(redis, redis, vault, SettableClock(NOW))
    with pytest.raises(StoreUnavailable) as raised:
        await store.conversations.load(SHE)
    assert url.removeprefix("unix://") not in str(raised.value)
    await redis.aclose()


def test_an_address_that_is_none_names_the_variable_only() -> None:
    with pytest.raises(ConfigError, match="HELPLINE_KEYRING_URL") as raised:
        connect("secret-host:6379", "HELPLINE_KEYRING_URL")
    assert "secret-host" not in str(raised.value)

"""What can't be opened is a stranger's: a lost key, a wrong one, a moved or damaged row."""

from dataclasses import replace

import pytest

from bot.attempt import Result
from bot.errors import NotAllowed
from bot.privacy.vault import Keys, Vault
from bot.store import Changes, Contact
from bot.store.conversations.revisions import bound
from bot.store.names import row_key
from bot.store.rows import PersonRow
from flows.conversation import Conversation
from flows.status import Status
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import HE, QUEUED, SHE, TALKING, TICKET, full, write


async def test_a_damaged_state_is_a_strangers(shelf: Shelf) -> None:
    await write(shelf, Changes(TALKING, None))
    for blob in (b"", b"short", b"x" * 200):
        await shelf.put_state(SHE, blob=blob)
        assert (await shelf.store.conversations.load(SHE)).conversation == Conversation()
    assert await write(shelf, Changes(TALKING, None)) is Result.DONE, "and it can begin anew"
    assert (await shelf.store.conversations.load(SHE)).conversation == TALKING


async def test_a_state_of_another_shape_is_a_strangers(shelf: Shelf) -> None:
    await write(shelf, Changes(TALKING, None))
    wrapped = await shelf.keyring.get(row_key(SHE, "key"))
    vault = Vault(shelf.keys)
    key = vault.opened_for("wrap", SHE, "key", wrapped)
    revision, _ = await shelf.state(SHE)
    blob = vault.seal(key, SHE, bound("state", revision), b"\x93\x01\x02\x03")
    await shelf.put_state(SHE, blob=blob)
    assert (await shelf.store.conversations.load(SHE)).conversation == Conversation()


async def test_rows_cant_be_swapped_between_people(shelf: Shelf) -> None:
    """Whoever can write to Redis can't give one person's conversation to another."""
    await write(shelf, Changes(TALKING, None))
    for row in ("state", "key"):
        await shelf.redis.copy(row_key(SHE, row), row_key(HE, row))
    assert (await shelf.store.conversations.load(HE)).conversation == Conversation()


async def test_rows_cant_be_swapped_within_a_conversation(shelf: Shelf) -> None:
    await write(shelf, Changes(TALKING, None, to_person=[PersonRow("words")]))
    _, blob = await shelf.state(SHE)
    await shelf.redis.rpush(row_key(SHE, "out:person"), blob)
    rows = [row for _, row in await shelf.store.outbox.for_person(SHE)]
    assert [row.text for row in rows] == ["words"]


async def test_another_master_key_sees_strangers(shelf: Shelf) -> None:
    await write(shelf, Changes(QUEUED, TICKET))
    other = shelf.opened_with(Keys.read(Keys.new_master()))
    read = await other.conversations.load(SHE)
    assert (read.conversation, read.ticket) == (Conversation(), None)
    assert await other.conversations.commit(SHE, read, Changes(TALKING, None)) is Result.DONE
    assert (await other.conversations.load(SHE)).conversation == TALKING
    assert (await shelf.store.conversations.load(SHE)).conversation == Conversation()


async def test_a_lost_key_takes_the_ticket_along(shelf: Shelf) -> None:
    """The keyring's Redis forgot everything: a ticket without its conversation can't be claimed,
    so it must not come back in the next turn."""
    await full(shelf)
    await shelf.keyring.delete(row_key(SHE, "key"))
    assert (await shelf.store.conversations.load(SHE)).ticket is None
    await write(shelf, Changes(replace(TALKING, timers=()), None))
    read = await shelf.store.conversations.load(SHE)
    assert (read.conversation.status, read.ticket) == (Status.BOT, None)
    assert not {"ticket", "transcript"} & await shelf.rows(SHE)


async def test_the_desk_acts_but_reaches_nobody(shelf: Shelf) -> None:
    await full(shelf)
    desk = shelf.desk().conversations
    read = await desk.load(SHE)
    claimed = replace(QUEUED, status=Status.HUMAN)
    assert await desk.commit(SHE, read, Changes(claimed, TICKET)) is Result.DONE
    read = await desk.load(SHE)
    with pytest.raises(NotAllowed):
        await desk.commit(SHE, read, Changes(claimed, TICKET, contact=Contact(78)))
    assert await shelf.store.people.address(SHE) == 77

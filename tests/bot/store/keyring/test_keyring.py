"""The keyring: one data key for each conversation, the same for all, destroyed everywhere."""

import asyncio

import pytest

from bot.attempt import Result
from bot.errors import NotAllowed
from bot.privacy.vault import Keys, Vault
from bot.store import Changes
from bot.store.keyring.keyring import Keyring
from bot.store.names import row_key
from flows.conversation import Conversation
from tests.bot.store.conftest import Shelf

SHE = "5e" * 16
HE = "4e" * 16


@pytest.fixture
def keyring(shelf: Shelf) -> Keyring:
    """The keyring of this store."""
    return Keyring(shelf.keyring, Vault(shelf.keys))


async def test_there_is_no_key_until_one_is_made(shelf: Shelf, keyring: Keyring) -> None:
    assert await keyring.get(SHE) is None
    key = await keyring.make(SHE)
    assert len(key) == 32
    assert await keyring.get(SHE) == key
    assert await keyring.make(SHE) == key
    assert await keyring.make(HE) != key
    assert await shelf.life(SHE, "key") == pytest.approx(24, abs=0.1)


async def test_to_use_a_key_renews_its_life(shelf: Shelf, keyring: Keyring) -> None:
    await keyring.make(SHE)
    await shelf.keyring.pexpire(row_key(SHE, "key"), 60_000)
    await keyring.make(SHE)
    assert await shelf.life(SHE, "key") == pytest.approx(24, abs=0.1)


async def test_a_key_lives_as_long_as_its_ticket_and_ends_with_the_last_rows(
    shelf: Shelf, keyring: Keyring
) -> None:
    await keyring.make(SHE, is_open=True)
    await keyring.make_address_key(SHE, is_open=True)
    await keyring.make(SHE)
    await keyring.make_address_key(SHE)
    for row in ("key", "address-key"):
        assert await shelf.life(SHE, row) == pytest.approx(7 * 24, abs=0.1), "not shortened"
    await keyring.end_ticket(SHE)
    assert await shelf.life(SHE, "key") == pytest.approx(24, abs=0.1)
    assert await shelf.life(SHE, "address-key") == pytest.approx(48, abs=0.1)


async def test_what_leads_to_the_chat_has_a_key_of_its_own(shelf: Shelf, keyring: Keyring) -> None:
    key = (await keyring.make_address_key(SHE)).key
    assert key != await keyring.make(SHE)
    await keyring.shred(SHE)
    assert await keyring.address_key(SHE) == key, "an erasure still needs it to delete messages"
    await keyring.shred_address(SHE)
    assert await keyring.address_key(SHE) is None
    desk = Keyring(shelf.keyring, Vault(Keys.read(shelf.keys.for_desk())))
    with pytest.raises(NotAllowed):
        await desk.address_key(SHE)


async def test_processes_that_make_one_at_once_get_the_same(shelf: Shelf) -> None:
    keyrings = [Keyring(shelf.keyring, Vault(shelf.keys)) for _ in range(8)]
    assert len(set(await asyncio.gather(*(each.make(SHE) for each in keyrings)))) == 1


async def test_a_destroyed_key_is_destroyed_everywhere(shelf: Shelf, keyring: Keyring) -> None:
    other = Keyring(shelf.keyring, Vault(shelf.keys))
    key = await keyring.make(SHE)
    assert await other.get(SHE) == key
    await keyring.shred(SHE)
    assert await other.get(SHE) is None, "no process keeps a copy"
    assert await other.make(SHE) != key
    await keyring.shred("nobody")


async def test_the_key_lies_wrapped(shelf: Shelf, keyring: Keyring) -> None:
    key = await keyring.make(SHE)
    assert key not in await shelf.keyring.get(row_key(SHE, "key"))


async def test_the_desk_is_lent_a_key_while_a_ticket_is_open(
    shelf: Shelf, keyring: Keyring
) -> None:
    desk = Keyring(shelf.keyring, Vault(Keys.read(shelf.keys.for_desk())))
    key = await keyring.make(SHE)
    assert await desk.get(SHE) is None
    assert await desk.for_turn(SHE, is_open=True) is None
    with pytest.raises(NotAllowed):
        await desk.make(SHE)
    await keyring.lend(SHE, key)
    lent = await desk.for_turn(SHE, is_open=True)
    assert lent is not None
    assert lent.key == key
    await keyring.end_ticket(SHE)
    assert await desk.get(SHE) is None
    assert await keyring.get(SHE) == key


async def test_a_turn_begins_with_the_key_that_was_read_or_not_at_all(
    shelf: Shelf, keyring: Keyring
) -> None:
    """An erasure may come between the look and the write. Then no copy is left for the desk."""
    desk = Keyring(shelf.keyring, Vault(Keys.read(shelf.keys.for_desk())))
    own = await keyring.for_turn(SHE, is_open=False)
    assert own is not None
    assert await keyring.begin(SHE, own, 1, b"memo", is_open=True)
    assert await desk.get(SHE) == own.key
    assert (await keyring.look(SHE)).high_water_mark == 1
    assert await shelf.life(SHE, "key") == pytest.approx(7 * 24, abs=0.1)
    await keyring.shred(SHE)
    assert not await keyring.begin(SHE, own, 2, b"memo", is_open=True)
    assert await shelf.rows(SHE) == set()
    await keyring.make(SHE)
    assert not await keyring.begin(SHE, own, 2, b"memo", is_open=True), "another's by now"
    assert await desk.get(SHE) is None


async def test_the_desk_begins_with_what_it_was_lent(shelf: Shelf, keyring: Keyring) -> None:
    desk = Keyring(shelf.keyring, Vault(Keys.read(shelf.keys.for_desk())))
    await keyring.lend(SHE, await keyring.make(SHE))
    lent = await desk.for_turn(SHE, is_open=True)
    assert lent is not None
    assert await desk.begin(SHE, lent, 1, b"memo", is_open=True)
    again = (await desk.look(SHE)).own
    assert again is not None
    await keyring.end_ticket(SHE)
    assert not await desk.begin(SHE, again, 2, b"memo", is_open=True), "the ticket is over"
    assert await desk.get(SHE) is None


async def test_a_lent_key_is_destroyed_with_the_other(shelf: Shelf, keyring: Keyring) -> None:
    await keyring.lend(SHE, await keyring.make(SHE))
    await keyring.shred(SHE)
    assert await shelf.rows(SHE) == set()


async def test_another_master_key_opens_nothing_and_begins_anew(
    shelf: Shelf, keyring: Keyring
) -> None:
    key = await keyring.make(SHE)
    other = Keyring(shelf.keyring, Vault(Keys.read(Keys.new_master())))
    assert await other.get(SHE) is None
    fresh = await other.make(SHE)
    assert fresh != key
    assert await other.get(SHE) == fresh
    assert await keyring.get(SHE) is None


async def test_a_key_cant_be_given_to_another_conversation(shelf: Shelf, keyring: Keyring) -> None:
    await keyring.make(SHE)
    await shelf.keyring.copy(row_key(SHE, "key"), row_key(HE, "key"))
    assert await keyring.get(HE) is None


async def test_keys_lie_on_a_server_of_their_own(shelf: Shelf) -> None:
    """So a copy of the store alone, such as a backup, opens nothing."""
    conversations = shelf.store.conversations
    read = await conversations.load(SHE)
    assert await conversations.commit(SHE, read, Changes(Conversation("kk"), None)) is Result.DONE
    names = {name.decode() for name in await shelf.keyring.keys("*")}
    assert names == {row_key(SHE, "key"), row_key(SHE, "turn")}
    assert await shelf.redis.keys("*") == [row_key(SHE, "state").encode()]
    assert (await conversations.load(SHE)).conversation.locale == "kk"
    await shelf.keyring.flushall()
    assert (await conversations.load(SHE)).conversation == Conversation()

"""What leads to a person: only intake opens it, and it goes when it isn't needed."""

import pytest

from bot.attempt import Result
from bot.errors import NotAllowed
from bot.privacy.chat_deletion import Author, ChatMessage, ChatPlan, Count
from bot.privacy.vault import Keys
from bot.store import Changes, Contact, Store
from bot.store.names import Index, row_key
from bot.store.rows import Audience, PersonRow
from flows.conversation import Conversation, WipeAfter
from tests.bot.store.conftest import Shelf

SHE = "5e" * 16
HE = "4e" * 16


async def write(
    shelf: Shelf,
    contact: Contact | None,
    *,
    erase_in: str | None = None,
    erased_text: str = "utter_erased",
) -> None:
    """One turn that brings a contact or an erasure."""
    read = await shelf.store.conversations.load(SHE)
    changes = Changes(
        Conversation(),
        None,
        contact=contact,
        to_person=[] if erase_in else [PersonRow("words")],
        erase_in=erase_in,
        erased_text=erased_text,
    )
    assert await shelf.store.conversations.commit(SHE, read, changes) is Result.DONE


async def numbers(store: Store) -> list[int]:
    return [message.number for _, message in await store.people.messages(SHE)]


async def test_nobody_has_no_address(shelf: Shelf) -> None:
    people = shelf.store.people
    assert await people.address(SHE) is None
    assert await people.messages(SHE) == []
    assert await people.erasure(SHE) is None


@pytest.mark.parametrize("address", [77, 7_000_000_001, 2**52 - 1])
async def test_the_address_comes_back(shelf: Shelf, address: int) -> None:
    await write(shelf, Contact(address))
    assert await shelf.store.people.address(SHE) == address
    assert await shelf.store.people.messages(SHE) == [], "a button is no message of the person's"


async def test_message_numbers_add_up_in_order(shelf: Shelf) -> None:
    people = shelf.store.people
    await write(shelf, Contact(77, 5))
    await shelf.store.sent_messages.remember(SHE, 77, ChatMessage(6, Author.BOT, 60.0))
    first, second = await people.messages(SHE)
    await write(shelf, Contact(77, 7))
    assert await numbers(shelf.store) == [5, 6, 7]
    await people.forget(SHE, [first[0], second[0]])
    assert await numbers(shelf.store) == [7], "what came in the meantime stays"


async def test_who_wrote_and_when_is_known_until_it_is_deleted(shelf: Shelf) -> None:
    await write(shelf, Contact(77, 5, 50.0))
    await shelf.store.sent_messages.remember(SHE, 77, ChatMessage(6, Author.OPERATOR, 60.0))
    found = [message for _, message in await shelf.store.people.messages(SHE)]
    assert found == [ChatMessage(5, Author.PERSON, 50.0), ChatMessage(6, Author.OPERATOR, 60.0)]
    assert await shelf.life(SHE, "messages") == pytest.approx(48, abs=0.1)


async def test_the_chat_is_known_as_long_as_its_messages(shelf: Shelf) -> None:
    """The choice of the person's stands in it; a message alone doesn't change the choice."""
    people = shelf.store.people
    read = await shelf.store.conversations.load(SHE)
    changes = Changes(Conversation(wipe=WipeAfter.HOUR), None, contact=Contact(77, 5, 50.0))
    await shelf.store.conversations.commit(SHE, read, changes)
    await shelf.store.sent_messages.remember(SHE, 77, ChatMessage(6, Author.BOT, 60.0))
    assert await people.plan(SHE) == ChatPlan(77, WipeAfter.HOUR)
    assert await shelf.life(SHE, "chat") == pytest.approx(48, abs=0.1)
    [entry] = await shelf.store.deletions.due(50.0 + 3600)
    assert entry.score == 50.0 + 3600


async def test_the_desk_opens_none_of_it(shelf: Shelf) -> None:
    await write(shelf, Contact(77, 5))
    desk = shelf.desk().people
    with pytest.raises(NotAllowed):
        await desk.address(SHE)
    with pytest.raises(NotAllowed):
        await desk.messages(SHE)
    with pytest.raises(NotAllowed):
        await desk.plan(SHE)


async def test_an_address_cant_be_moved_to_another_person(shelf: Shelf) -> None:
    """Nor can a message's number become an address."""
    await write(shelf, Contact(77, 5))
    await shelf.redis.copy(row_key(SHE, "address"), row_key(HE, "address"))
    assert await shelf.store.people.address(HE) is None
    number = await shelf.redis.lindex(row_key(SHE, "messages"), 0)
    await shelf.redis.set(row_key(HE, "address"), number, px=1_000_000)
    assert await shelf.store.people.address(HE) is None


async def test_a_new_master_key_doesnt_stop_an_erasure(shelf: Shelf) -> None:
    """Numbers that the old one sealed can't be opened; those since then still are."""
    await write(shelf, Contact(77, 5))
    renewed = shelf.opened_with(Keys.read(Keys.new_master()))
    assert await renewed.people.address(SHE) is None
    read = await renewed.conversations.load(SHE)
    changes = Changes(Conversation(), None, contact=Contact(77, 8), erase_in="ru")
    assert await renewed.conversations.commit(SHE, read, changes) is Result.DONE
    assert await renewed.people.address(SHE) == 77
    assert await numbers(renewed) == [8]


async def test_an_erasure_keeps_by_which_text_it_is_said(shelf: Shelf) -> None:
    await write(shelf, Contact(77, 5), erase_in="kk", erased_text="utter_erased_shortly")

    tasks = await shelf.store.people.tasks(SHE)
    assert (tasks.erase_in, tasks.erased_text) == ("kk", "utter_erased_shortly")


async def test_an_erasure_waits_until_it_is_done(shelf: Shelf) -> None:
    people = shelf.store.people
    await write(shelf, Contact(77, 5))
    await write(shelf, Contact(77, 6), erase_in="kk")
    await shelf.store.conversations.shred(SHE)
    assert await people.erasure(SHE) == "kk"
    assert await numbers(shelf.store) == [5, 6], "they can still be deleted: no data key seals them"
    assert await people.address(SHE) == 77
    first, second = [raw for raw, _ in await people.messages(SHE)]
    await people.forget(SHE, [first], Count(left=1))
    await people.forget(SHE, [second], Count(deleted=1))
    await people.erased(SHE)
    assert await people.erasure(SHE) is None
    assert await people.report(SHE) == Count(deleted=1, left=1)
    assert await people.report(SHE) is None
    assert await shelf.rows(SHE) == set()
    assert await shelf.store.outbox.due(Audience.PERSON) == []


async def test_a_new_life_keeps_its_address(shelf: Shelf) -> None:
    """The person wrote again before the erasure was finished."""
    await write(shelf, Contact(77, 5), erase_in="kk")
    await shelf.store.conversations.shred(SHE)
    await write(shelf, Contact(77, 6))
    await shelf.store.people.erased(SHE)
    assert await shelf.store.people.erasure(SHE) is None
    assert await shelf.store.people.address(SHE) == 77
    assert await shelf.score(Index.TO_PERSON, SHE) is not None, "its own words are to be sent"
    assert await shelf.score(Index.DELETIONS, SHE) is not None

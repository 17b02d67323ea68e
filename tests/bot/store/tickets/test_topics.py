"""Topics and code names: from the operators' side to a conversation, and never further."""

from dataclasses import replace

import pytest

from bot.attempt import Result
from bot.store import Changes
from bot.store.names import row_key
from bot.store.rows import DeskPlace
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf

SHE = "5e" * 16
HE = "4e" * 16
GROUP = -1001234567890
PLACE = DeskPlace(GROUP, 8123, 9456)
TICKET = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
QUEUED = Conversation(locale="ru", status=Status.QUEUED)


async def test_an_open_ticket_has_its_name_alone(shelf: Shelf) -> None:
    topics = shelf.store.topics
    assert await topics.named("Amber-417") is None
    assert await topics.reserve("Amber-417", SHE)
    assert not await topics.reserve("Amber-417", HE)
    assert await topics.reserve("Amber-418", HE)
    assert await topics.named("Amber-417") == SHE
    assert await shelf.redis.pttl("name:Amber-417") > 0


@pytest.mark.parametrize("erase_in", [None, "ru"])
async def test_a_ticket_that_ends_gives_its_name_back(shelf: Shelf, erase_in: str | None) -> None:
    """Nothing links a name that an operator remembers with a conversation that is over."""
    conversations, topics = shelf.store.conversations, shelf.store.topics
    assert await topics.reserve(TICKET.name, SHE)
    read = await conversations.load(SHE)
    assert await conversations.commit(SHE, read, Changes(QUEUED, TICKET)) is Result.DONE
    assert await topics.named(TICKET.name) == SHE
    late = await conversations.load(SHE)
    assert await conversations.commit(SHE, late, Changes(QUEUED, TICKET)) is Result.DONE
    over = Changes(replace(QUEUED, status=Status.CLOSED), TICKET, closed=True, erase_in=erase_in)
    assert await conversations.commit(SHE, late, over) is Result.CONFLICT
    assert await topics.named(TICKET.name) == SHE, "nothing was written, so nothing has ended"
    assert await conversations.commit(SHE, await conversations.load(SHE), over) is Result.DONE
    assert await topics.named(TICKET.name) is None


async def test_a_topic_leads_to_its_conversation(shelf: Shelf) -> None:
    topics = shelf.store.topics
    assert await topics.place(SHE) is None
    assert await topics.conversation_in(GROUP, 8123) is None
    await topics.remember(SHE, DeskPlace(GROUP, 8123, 0))
    await topics.remember(SHE, PLACE)
    assert await topics.place(SHE) == PLACE
    assert await topics.conversation_in(GROUP, 8123) == SHE
    assert await topics.conversation_in(GROUP, 8124) is None
    assert await topics.conversation_in(-1, 8123) is None, "only in that very group"
    assert await topics.place(HE) is None


async def test_a_forgotten_topic_leads_nowhere(shelf: Shelf) -> None:
    topics = shelf.store.topics
    await topics.remember(SHE, PLACE)
    await topics.forget(SHE, PLACE)
    assert await topics.place(SHE) is None
    assert await topics.conversation_in(GROUP, 8123) is None
    assert await shelf.redis.keys("*") == []


async def test_places_dont_show_in_redis(shelf: Shelf) -> None:
    await shelf.store.topics.remember(SHE, PLACE)
    names = b" ".join(await shelf.redis.keys("*"))
    assert b"8123" not in names
    assert b"1234567890" not in names
    assert b"8123" not in await shelf.redis.get(row_key(SHE, "desk"))
    for name in await shelf.redis.keys("*"):
        assert await shelf.redis.pttl(name) > 0


async def test_a_place_cant_be_moved_to_another_conversation(shelf: Shelf) -> None:
    await shelf.store.topics.remember(SHE, PLACE)
    await shelf.redis.copy(row_key(SHE, "desk"), row_key(HE, "desk"))
    assert await shelf.store.topics.place(HE) is None


async def _has_ended(_: str) -> bool:
    return False


async def test_a_topic_is_lost_when_its_ticket_is_gone_without_an_end(shelf: Shelf) -> None:
    """Its rows have lapsed, or the store began anew; an hour later somebody notices."""
    topics, conversations = shelf.store.topics, shelf.store.conversations
    read = await conversations.load(SHE)
    assert await conversations.commit(SHE, read, Changes(QUEUED, TICKET)) is Result.DONE
    await topics.remember(SHE, PLACE)
    shelf.clock.advance(3601)
    assert await topics.lost(_has_ended) == [], "it is there"
    await shelf.redis.delete(row_key(SHE, "ticket"), row_key(SHE, "desk"))
    assert await topics.lost(_has_ended) == [], "to be looked at again in an hour"
    shelf.clock.advance(3601)
    await shelf.redis.rpush(row_key(SHE, "out:desk"), b"its end")
    assert await topics.lost(_has_ended) == [], "its end is on its way"
    await shelf.redis.delete(row_key(SHE, "out:desk"))
    shelf.clock.advance(3601)

    async def is_remembered(conversation: str) -> bool:
        return conversation == SHE

    assert await topics.lost(is_remembered) == [], "the keyring will bring it back"
    shelf.clock.advance(3601)
    [back] = await topics.lost(_has_ended)
    assert (back.conversation, back.place) == (SHE, PLACE)
    assert await topics.lost(_has_ended) == [back], "until somebody has deleted it"
    await topics.let_go(back)
    assert await topics.lost(_has_ended) == []
    assert await topics.conversation_in(PLACE.chat, PLACE.thread) is None


async def test_a_topic_is_lost_when_its_ticket_has_another(shelf: Shelf) -> None:
    topics, conversations = shelf.store.topics, shelf.store.conversations
    read = await conversations.load(SHE)
    assert await conversations.commit(SHE, read, Changes(QUEUED, TICKET)) is Result.DONE
    await topics.remember(SHE, PLACE)
    other = replace(PLACE, thread=8200)
    await topics.remember(SHE, other)
    shelf.clock.advance(3601)
    [back] = await topics.lost(_has_ended)
    assert back.place == PLACE
    await topics.let_go(back)
    assert await topics.place(SHE) == other
    assert await topics.conversation_in(GROUP, 8200) == SHE


async def test_a_topic_that_was_deleted_in_time_is_never_lost(shelf: Shelf) -> None:
    topics = shelf.store.topics
    await topics.remember(SHE, PLACE)
    await topics.forget(SHE, PLACE)
    shelf.clock.advance(24 * 3600)
    assert await topics.lost(_has_ended) == []
    assert await shelf.redis.keys("*") == []

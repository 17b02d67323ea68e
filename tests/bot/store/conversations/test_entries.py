"""A conversation's index entries are written with its rows, exactly, and by nothing else."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.attempt import Result
from bot.privacy.chat_deletion import Author, ChatMessage
from bot.privacy.retention import Retention
from bot.store import Changes, Contact
from bot.store.names import Index, index_key, partition, row_key
from bot.store.rows import Audience, DeskKind, DeskRow, PersonRow
from bot.tickets.operator import Operator
from bot.tickets.queue_order import order
from bot.tickets.ticket import claimed
from flows.conversation import Conversation, Timer
from flows.events import TimerKind
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf
from tests.bot.store.turns import CLOSED, ERASED, HE, QUEUED, SHE, TALKING, TICKET, full, write

HOUR = NOW + timedelta(hours=1)
TAKEN = claimed(TICKET, Operator("r", name="Robin"), NOW)
SAID = Changes(TALKING, None, contact=Contact(77, 5, NOW.timestamp()), to_person=[PersonRow("one")])


def timed(*minutes: float) -> Conversation:
    """A conversation with timers that many minutes from now."""
    due = [NOW + timedelta(minutes=each) for each in minutes]
    return Conversation(timers=tuple(Timer(TimerKind.NOBODY_FREE, each) for each in due))


async def entries(shelf: Shelf) -> dict[Index, float]:
    """Where she is named, with which score."""
    scores = {index: await shelf.score(index, SHE) for index in Index}
    return {index: score for index, score in scores.items() if score is not None}


async def woken(shelf: Shelf, at: datetime = HOUR) -> list[str]:
    return await shelf.store.conversations.to_wake(at)


async def due(shelf: Shelf, audience: Audience = Audience.PERSON) -> list[str]:
    return [entry.conversation for entry in await shelf.store.outbox.due(audience)]


# -- with the write --------------------------------------------------------------------------


async def test_they_come_with_the_write_or_not_at_all(shelf: Shelf) -> None:
    conversations = shelf.store.conversations
    late = await conversations.load(SHE)
    assert await write(shelf, Changes(Conversation(), None)) is Result.DONE
    changes = replace(SAID, conversation=QUEUED, ticket=TICKET)
    assert await conversations.commit(SHE, late, changes) is Result.CONFLICT
    assert await entries(shelf) == {}
    assert await write(shelf, changes) is Result.DONE
    found = await entries(shelf)
    assert set(found) == {Index.QUEUE, Index.TIMERS, Index.DELETIONS, Index.TO_PERSON}
    assert found[Index.QUEUE] == order(TICKET)
    assert found[Index.TIMERS] == QUEUED.timers[0].due.timestamp()


async def test_they_lapse_by_themselves(shelf: Shelf) -> None:
    await full(shelf)
    for index in await entries(shelf):
        life = await shelf.redis.pttl(index_key(partition(SHE), index))
        assert 0 < life <= Retention.INDEX.milliseconds


async def test_what_is_over_is_named_nowhere(shelf: Shelf) -> None:
    await full(shelf)
    await write(shelf, Changes(CLOSED, None, closed=True))
    assert not {Index.QUEUE, Index.CLAIMED, Index.TIMERS} & set(await entries(shelf))


async def test_an_erasure_leaves_what_is_still_to_be_done(shelf: Shelf) -> None:
    await full(shelf)
    await write(shelf, ERASED)
    assert set(await entries(shelf)) == {Index.DELETIONS, Index.TO_PERSON}
    await write(shelf, replace(ERASED, to_desk=[(DeskRow(DeskKind.CLOSED), "")]))
    assert Index.TO_DESK in await entries(shelf), "its topic is still to be deleted"
    await shelf.store.people.erased(SHE)
    assert set(await entries(shelf)) == {Index.TO_DESK}


async def test_after_an_erasure_a_new_life_keeps_its_own(shelf: Shelf) -> None:
    await full(shelf)
    await write(shelf, ERASED)
    await write(shelf, SAID)
    await shelf.store.people.erased(SHE)
    assert set(await entries(shelf)) == {Index.TIMERS, Index.DELETIONS, Index.TO_PERSON}


# -- outboxes --------------------------------------------------------------------------------


async def test_the_urgent_ones_come_first(shelf: Shelf) -> None:
    for name, urgency in (
        *(("calm", Urgency.NORMAL), ("grave", Urgency.EMERGENCY)),
        *(("high", Urgency.HIGH), ("grave too", Urgency.EMERGENCY)),
    ):
        read = await shelf.store.conversations.load(name)
        changes = Changes(Conversation(urgency=urgency), None, to_person=[PersonRow("words")])
        await shelf.store.conversations.commit(name, read, changes)
        shelf.clock.advance(1)
    assert await due(shelf) == ["grave", "grave too", "high", "calm"]
    assert await due(shelf, Audience.DESK) == []


async def test_it_ends_with_the_last_row(shelf: Shelf) -> None:
    await write(shelf, replace(SAID, to_person=[PersonRow("one"), PersonRow("two")]))
    [(one, _), (two, _)] = await shelf.store.outbox.for_person(SHE)
    sent = ChatMessage(6, Author.BOT, NOW.timestamp())
    await shelf.store.sent_messages.sent(SHE, 77, sent, one)
    assert Index.TO_PERSON in await entries(shelf)
    await shelf.store.outbox.sent(SHE, Audience.PERSON, two)
    assert Index.TO_PERSON not in await entries(shelf)


async def test_a_job_in_the_chat_keeps_it(shelf: Shelf) -> None:
    await write(shelf, replace(SAID, wipe=True))
    [(raw, _)] = await shelf.store.outbox.for_person(SHE)
    await shelf.store.outbox.sent(SHE, Audience.PERSON, raw)
    assert await due(shelf) == [SHE], "the chat is to be emptied"
    await shelf.store.people.wiped(SHE)
    assert Index.TO_PERSON not in await entries(shelf)


async def test_whoever_finds_an_outbox_that_lapsed_takes_it_out(shelf: Shelf) -> None:
    await write(shelf, SAID)
    await shelf.redis.delete(row_key(SHE, "out:person"))
    assert await due(shelf) == []
    assert Index.TO_PERSON not in await entries(shelf)


# -- timers ----------------------------------------------------------------------------------


async def test_the_earliest_timer_counts_and_the_next_turn_moves_it(shelf: Shelf) -> None:
    await write(shelf, Changes(timed(10, 2), None))
    assert await woken(shelf, NOW + timedelta(minutes=1)) == []
    assert await woken(shelf, NOW + timedelta(minutes=2)) == [SHE]
    await write(shelf, Changes(timed(10), None))
    assert await woken(shelf, NOW + timedelta(minutes=9)) == []
    await write(shelf, Changes(timed(), None))
    assert await woken(shelf) == []


async def test_whoever_is_overdue_longest_is_woken_first(shelf: Shelf) -> None:
    read = await shelf.store.conversations.load(HE)
    await shelf.store.conversations.commit(HE, read, Changes(timed(5), None))
    await write(shelf, Changes(timed(9), None))
    assert await woken(shelf) == [HE, SHE]


async def test_of_rows_that_lapsed_the_waker_takes_the_entry_out(shelf: Shelf) -> None:
    await write(shelf, Changes(timed(2), None))
    await shelf.redis.delete(row_key(SHE, "state"))
    await shelf.store.conversations.enter(SHE, await shelf.store.conversations.load(SHE))
    assert await entries(shelf) == {}


async def test_of_a_key_that_is_gone_too(shelf: Shelf) -> None:
    await write(shelf, Changes(timed(2), None))
    await shelf.keyring.delete(row_key(SHE, "key"))
    await shelf.store.conversations.enter(SHE, await shelf.store.conversations.load(SHE))
    assert await entries(shelf) == {}


@pytest.mark.parametrize("minutes", [1, 2, 9])
async def test_a_turn_in_that_moment_counts_more(shelf: Shelf, minutes: float) -> None:
    """Whoever looks has read what was before it."""
    await write(shelf, Changes(timed(2), None))
    await shelf.redis.delete(row_key(SHE, "state"))
    read = await shelf.store.conversations.load(SHE)
    await write(shelf, Changes(timed(minutes), None))
    await shelf.store.conversations.enter(SHE, read)
    at = NOW + timedelta(minutes=minutes)
    assert await entries(shelf) == {Index.TIMERS: at.timestamp()}


async def test_the_desks_word_is_not_put_off_by_a_turn(shelf: Shelf) -> None:
    """A supervisor lifts a mute; the person writes before intake has looked."""
    await write(shelf, Changes(timed(50), None))
    await shelf.desk().board.lift(SHE, "token", NOW)
    await write(shelf, Changes(timed(40), None))
    await write(shelf, Changes(timed(), None))
    assert await woken(shelf, NOW) == [SHE]
    await write(shelf, Changes(timed(40), None, lifted=True))
    assert not await shelf.store.board.is_lifted(SHE)
    forty = NOW + timedelta(minutes=40)
    assert await entries(shelf) == {Index.TIMERS: forty.timestamp()}


# -- deletions -------------------------------------------------------------------------------


async def test_the_oldest_message_says_when_to_look(shelf: Shelf) -> None:
    await write(shelf, SAID)
    first = await shelf.score(Index.DELETIONS, SHE)
    later = replace(SAID, contact=Contact(77, 6, NOW.timestamp() + 500))
    await write(shelf, later)
    await shelf.store.sent_messages.remember(
        SHE, 77, ChatMessage(7, Author.BOT, NOW.timestamp() + 900)
    )
    assert await shelf.score(Index.DELETIONS, SHE) == first


async def test_an_arrival_enters_the_chat_that_nobody_wrote_in(shelf: Shelf) -> None:
    await shelf.store.sent_messages.remember(SHE, 77, ChatMessage(7, Author.BOT, NOW.timestamp()))
    assert set(await entries(shelf)) == {Index.DELETIONS}


async def test_a_look_ends_with_the_last_message(shelf: Shelf) -> None:
    deletions, people = shelf.store.deletions, shelf.store.people
    await write(shelf, SAID)
    read = await shelf.store.conversations.load(SHE)
    at = NOW.timestamp() + 90_000
    await deletions.look_again(SHE, read, at)
    assert await shelf.score(Index.DELETIONS, SHE) == at
    await deletions.end(SHE, read)
    assert await people.plan(SHE) is not None, "a message is left"
    assert Index.DELETIONS in await entries(shelf)
    await people.forget(SHE, [raw for raw, _ in await people.messages(SHE)])
    await deletions.end(SHE, read)
    assert await people.plan(SHE) is None
    assert Index.DELETIONS not in await entries(shelf)


async def test_a_turn_during_the_look_keeps_its_own_look(shelf: Shelf) -> None:
    """It may have brought a message, or another wish when to delete."""
    deletions, people = shelf.store.deletions, shelf.store.people
    await write(shelf, SAID)
    seen = await shelf.score(Index.DELETIONS, SHE)
    read = await shelf.store.conversations.load(SHE)
    await people.forget(SHE, [raw for raw, _ in await people.messages(SHE)])
    await write(shelf, SAID)
    await deletions.look_again(SHE, read, NOW.timestamp() + 90_000)
    await deletions.end(SHE, read)
    await deletions.drop(SHE, read)
    assert await shelf.score(Index.DELETIONS, SHE) == seen
    assert len(await people.messages(SHE)) == 1


async def test_a_claimed_ticket_is_in_one_place(shelf: Shelf) -> None:
    await write(shelf, Changes(QUEUED, TICKET))
    await write(shelf, Changes(replace(QUEUED, status=Status.HUMAN), TAKEN))
    found = await entries(shelf)
    assert Index.QUEUE not in found
    assert found[Index.CLAIMED] == order(TAKEN)

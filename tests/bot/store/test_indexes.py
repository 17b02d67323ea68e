"""Indexes are hints: there with the write, checked when read, dropped once nothing is behind."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.retention import Retention
from bot.store import Changes, Contact
from bot.store.hints import Hints, Looked
from bot.store.indexes import BATCH, HINT_GRACE
from bot.store.rows import Audience, PersonRow
from bot.tickets.ticket import Ticket, rank, since_of, span
from flows.conversation import Conversation, Timer
from flows.events import TimerKind
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf, give_hints
from tests.bot.store.turns import write

SHE = "5e" * 16
HE = "4e" * 16
BEGINNING = datetime(2024, 1, 1, tzinfo=UTC)
PERSON = (Audience.PERSON,)
TICKET = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
times = st.timedeltas(timedelta(), timedelta(days=70 * 365)).map(lambda passed: BEGINNING + passed)
urgencies = st.sampled_from(Urgency)


def timed(*minutes: float) -> Conversation:
    """A conversation with timers that many minutes from now."""
    due = [NOW + timedelta(minutes=each) for each in minutes]
    return Conversation(timers=tuple(Timer(TimerKind.NOBODY_FREE, each) for each in due))


# -- the score -------------------------------------------------------------------------------


@given(urgencies, times, urgencies, times)
def test_urgency_goes_before_time(
    one: Urgency, since: datetime, other: Urgency, later: datetime
) -> None:
    first, second = rank(one, since), rank(other, later)
    if one != other:
        assert (first < second) == (one > other)
    elif abs(later - since) > timedelta(milliseconds=1):
        assert (first < second) == (since < later)


@given(urgencies, times)
def test_a_score_gives_its_time_back(urgency: Urgency, since: datetime) -> None:
    assert since_of(rank(urgency, since)) == pytest.approx(since.timestamp(), abs=0.001)


@given(urgencies, times, urgencies)
def test_an_urgency_has_a_range_of_its_own(one: Urgency, since: datetime, other: Urgency) -> None:
    first, end = span(other)
    assert (first <= rank(one, since) < end) == (one is other)


# -- with the write --------------------------------------------------------------------------


async def test_the_hint_comes_with_the_write_or_not_at_all(shelf: Shelf) -> None:
    """Never a write without a hint. (In a cluster the hint goes before.)"""
    indexes, conversations = shelf.store.indexes, shelf.store.conversations
    late = await conversations.load(SHE)
    assert await write(shelf, Changes(Conversation(), None))
    changes = Changes(timed(2), TICKET, contact=Contact(77), to_person=[PersonRow("words")])
    assert await conversations.commit(SHE, late, changes) is False
    assert await indexes.due(Audience.PERSON) == []
    assert await shelf.redis.zrange("queue", 0, -1) == []
    assert await write(shelf, changes)
    assert await indexes.due(Audience.PERSON) == [SHE]
    assert await shelf.redis.zrange("queue", 0, -1) == [SHE.encode()]
    assert [one for one, _ in await indexes.due_timers(NOW + timedelta(hours=1))] == [SHE]
    assert await shelf.redis.zrange("wipes", 0, -1) == [SHE.encode()]
    assert await shelf.store.outbox.filled(Audience.PERSON, [SHE]) == [SHE]


async def test_hints_lapse_by_themselves(shelf: Shelf) -> None:
    await give_hints(shelf.store, SHE, timed(2), TICKET, tuple(Audience), 1)
    names = ["due:person", "due:desk", "timers", "queue", "{queue}:turns"]
    assert {name.decode() for name in await shelf.redis.keys("*")} == set(names)
    for name in names:
        assert 0 < await shelf.redis.pttl(name) <= Retention.INDEX.milliseconds


async def test_nothing_due_writes_nothing(shelf: Shelf) -> None:
    await give_hints(shelf.store, SHE, Conversation(), None, (), 1)
    assert await shelf.redis.keys("*") == []


# -- what is due -----------------------------------------------------------------------------


async def test_the_urgent_ones_come_first(shelf: Shelf) -> None:
    indexes = shelf.store.indexes
    for name, urgency in (
        *(("calm", Urgency.NORMAL), ("grave", Urgency.EMERGENCY)),
        *(("high", Urgency.HIGH), ("grave too", Urgency.EMERGENCY)),
    ):
        await give_hints(shelf.store, name, Conversation(urgency=urgency), None, PERSON, 1)
        shelf.clock.advance(1)
    assert await indexes.due(Audience.PERSON) == ["grave", "grave too", "high", "calm"]
    assert await indexes.due(Audience.DESK) == []


async def test_many_come_in_batches(shelf: Shelf) -> None:
    for number in range(BATCH + 5):
        await give_hints(shelf.store, f"{number}", Conversation(), None, PERSON, 1)
    assert len(await shelf.store.indexes.due(Audience.PERSON)) == BATCH


@pytest.mark.parametrize("urgency", list(Urgency))
async def test_a_fresh_hint_outlives_an_empty_outbox(shelf: Shelf, urgency: Urgency) -> None:
    """The write that it announces may be under way."""
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, Conversation(urgency=urgency), None, PERSON, 1)
    shelf.clock.advance(HINT_GRACE)
    await indexes.settle_due(Audience.PERSON, [SHE])
    assert await indexes.due(Audience.PERSON) == [SHE]
    shelf.clock.advance(1)
    await indexes.settle_due(Audience.PERSON, [SHE])
    assert await indexes.due(Audience.PERSON) == []


async def test_only_the_named_and_old_are_dropped(shelf: Shelf) -> None:
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, Conversation(), None, PERSON, 1)
    await give_hints(shelf.store, HE, Conversation(), None, PERSON, 1)
    shelf.clock.advance(HINT_GRACE + 1)
    await indexes.settle_due(Audience.PERSON, [])
    await indexes.settle_due(Audience.DESK, [SHE, HE])
    await indexes.settle_due(Audience.PERSON, [HE, "nobody"])
    assert await indexes.due(Audience.PERSON) == [SHE]


async def test_a_new_write_makes_its_hint_fresh(shelf: Shelf) -> None:
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, Conversation(), None, PERSON, 1)
    shelf.clock.advance(HINT_GRACE + 1)
    await give_hints(shelf.store, SHE, Conversation(), None, PERSON, 1)
    await indexes.settle_due(Audience.PERSON, [SHE])
    assert await indexes.due(Audience.PERSON) == [SHE]


# -- timers ----------------------------------------------------------------------------------


async def test_whoever_is_due_is_woken(shelf: Shelf) -> None:
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, timed(10, 2), None, (), 1)
    await give_hints(shelf.store, HE, timed(5), None, (), 1)
    assert await indexes.due_timers(NOW + timedelta(minutes=1)) == []
    two = NOW + timedelta(minutes=2)
    assert await indexes.due_timers(two) == [(SHE, two.timestamp())]
    found = await indexes.due_timers(NOW + timedelta(hours=1))
    assert [conversation for conversation, _ in found] == [SHE, HE]


async def test_a_hint_only_moves_forward_in_a_turn(shelf: Shelf) -> None:
    """A turn that fails must not put off what another one needs; the wake puts it right."""
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, timed(5), None, (), 1)
    await give_hints(shelf.store, SHE, timed(9), None, (), 1)
    five = NOW + timedelta(minutes=5)
    [(_, at)] = await indexes.due_timers(five)
    assert at == pytest.approx(five.timestamp(), abs=0.002)
    await give_hints(shelf.store, SHE, timed(1), None, (), 1)
    one = NOW + timedelta(minutes=1)
    assert await indexes.due_timers(five) == [(SHE, one.timestamp())]


async def test_a_woken_conversations_hint_is_put_right(shelf: Shelf) -> None:
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, timed(1), None, (), 1)
    [(_, seen)] = await indexes.due_timers(NOW + timedelta(minutes=1))
    nine = NOW + timedelta(minutes=9)
    await indexes.settle_timer(SHE, seen, nine)
    assert await indexes.due_timers(nine) == [(SHE, nine.timestamp())]
    await indexes.settle_timer(SHE, nine.timestamp(), None)
    assert await indexes.due_timers(nine) == []


@pytest.mark.parametrize("minutes", [4, 5, 9])
async def test_a_hint_that_a_turn_has_just_moved_stays(shelf: Shelf, minutes: float) -> None:
    """Also where the turn wants to be woken later: whoever looks has read what was before it."""
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, timed(5), None, (), 1)
    [(_, seen)] = await indexes.due_timers(NOW + timedelta(minutes=5))
    await write(shelf, Changes(timed(minutes), None))
    await indexes.settle_timer(SHE, seen, None)
    assert len(await indexes.due_timers(NOW + timedelta(minutes=5))) == 1


async def test_an_outbox_that_was_just_filled_keeps_its_hint(shelf: Shelf) -> None:
    indexes = shelf.store.indexes
    await give_hints(shelf.store, SHE, Conversation(), None, PERSON, 1)
    shelf.clock.advance(HINT_GRACE + 1)
    seen = await shelf.redis.zscore("due:person", SHE)
    await give_hints(shelf.store, SHE, Conversation(), None, PERSON, 1)
    await Hints(shelf.redis).settle("due:person", [Looked(SHE, seen)])
    assert await indexes.due(Audience.PERSON) == [SHE]


# -- erasure ---------------------------------------------------------------------------------


async def test_to_forget_drops_all_hints_of_the_persons_side(shelf: Shelf) -> None:
    indexes = shelf.store.indexes
    for name in (SHE, HE):
        await give_hints(shelf.store, name, timed(1), TICKET, tuple(Audience), 1)
    await indexes.forget(SHE)
    assert await indexes.due(Audience.PERSON) == [HE]
    for name in ("queue", "{queue}:turns"):
        assert await shelf.redis.zrange(name, 0, -1) == [HE.encode()]
    assert [one for one, _ in await indexes.due_timers(NOW + timedelta(hours=1))] == [HE]
    assert SHE in await indexes.due(Audience.DESK), "its topic is still to be deleted"

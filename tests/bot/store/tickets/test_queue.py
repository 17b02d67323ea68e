"""Who waits and who is with an operator: read from hints, any of which may be wrong for a while."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.store import Changes
from bot.store.indexes import BATCH, HINT_GRACE
from bot.store.tickets.queue import Known
from bot.store.tickets.queue_places import NAMES, TURNS, QueueIndex
from bot.tickets.operator import Operator
from bot.tickets.queue_health import Line
from bot.tickets.ticket import Ticket, claimed, order
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf, give_hints
from tests.bot.store.turns import QUEUED

SHE = "5e" * 16
WAITS = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
TAKEN = claimed(WAITS, Operator("r", name="Robin"), NOW)
OPEN = Changes(QUEUED, WAITS)
CLAIM = Changes(replace(QUEUED, status=Status.HUMAN), TAKEN)


async def write(shelf: Shelf, changes: Changes = OPEN, name: str = SHE) -> int:
    """A turn up to its write, as if the process died there; the turn's number."""
    read = await shelf.store.conversations.load(name)
    assert await shelf.store.conversations.commit(name, read, changes)
    return read.turn + 1


async def announce(shelf: Shelf, changes: Changes, turn: int) -> None:
    """A turn up to its announcement, as if the process died there."""
    await give_hints(shelf.store, SHE, changes.conversation, changes.ticket, (), turn)


async def named(shelf: Shelf, name: str = SHE) -> dict[str, float]:
    """The places where a ticket is named."""
    scores = {place.name: await shelf.redis.zscore(place, name) for place in QueueIndex}
    return {place: score for place, score in scores.items() if score is not None}


async def waiting(shelf: Shelf) -> list[Ticket]:
    return (await shelf.store.queue.waiting(0, BATCH))[0]


async def sweep(shelf: Shelf) -> None:
    """What the keeper does."""
    async for batch in shelf.store.queue.batches():
        await shelf.store.queue.mend(batch)


# -- where a ticket is named -----------------------------------------------------------------


async def test_the_danger_goes_before_the_wait(shelf: Shelf) -> None:
    late = replace(WAITS, opened_at=NOW + timedelta(minutes=5))
    danger = replace(late, urgency=Urgency.EMERGENCY)
    for name, ticket in (("a", late), ("b", WAITS), ("c", danger)):
        await write(shelf, replace(OPEN, ticket=ticket), name)
    assert await shelf.store.queue.waiting(0, 9) == ([danger, WAITS, late], False)
    assert await shelf.store.queue.waiting(1, 1) == ([WAITS], True)
    assert await shelf.store.queue.waiting(3, 1) == ([], False)
    await write(shelf, replace(OPEN, ticket=replace(late, urgency=Urgency.HIGH)), "a")
    assert [one.urgency for one in await waiting(shelf)] == sorted(Urgency, reverse=True)


async def test_a_claimed_ticket_moves_over(shelf: Shelf) -> None:
    await write(shelf)
    assert await shelf.store.queue.claimed() == {}
    turn = await write(shelf, CLAIM)
    await shelf.store.queue.settle(Known(SHE, TAKEN, turn))
    assert await named(shelf) == {"CLAIMED": order(TAKEN)}
    assert await shelf.store.queue.claimed() == {SHE: TAKEN}
    assert await waiting(shelf) == []


async def test_of_a_closed_one_nothing_is_left(shelf: Shelf) -> None:
    await write(shelf)
    turn = await write(shelf, Changes(replace(QUEUED, status=Status.CLOSED), None, closed=True))
    await shelf.store.queue.settle(Known(SHE, None, turn))
    assert await shelf.redis.exists(*NAMES) == 0


async def test_whatever_is_named_again_lapses_by_itself(shelf: Shelf) -> None:
    await write(shelf)
    await shelf.redis.delete(*NAMES)
    known = await shelf.store.queue.look(SHE)
    assert known is not None
    await shelf.store.queue.settle(known)
    assert await shelf.redis.pttl(QueueIndex.WAITING) > 0


# -- crashes ---------------------------------------------------------------------------------


async def test_a_crash_after_the_announcement_changes_nothing(shelf: Shelf) -> None:
    turn = await write(shelf)
    await announce(shelf, CLAIM, turn + 1)
    assert await waiting(shelf) == [WAITS]
    assert await shelf.store.queue.claimed() == {}
    assert len(await named(shelf)) == 2, "the write may still be under way"
    shelf.clock.advance(HINT_GRACE + 1)
    assert await shelf.store.queue.claimed() == {}
    assert await named(shelf) == {"WAITING": order(WAITS)}


async def test_a_crash_after_the_write_is_put_right_by_whoever_reads(shelf: Shelf) -> None:
    await write(shelf)
    await write(shelf, CLAIM)
    assert len(await named(shelf)) == 2
    assert await waiting(shelf) == []
    assert await named(shelf) == {"CLAIMED": order(TAKEN)}


async def test_who_opens_a_ticket_first_is_not_taken_for_nobody(shelf: Shelf) -> None:
    """The announcement is there, and no state yet."""
    await announce(shelf, OPEN, 1)
    assert await waiting(shelf) == []
    assert await named(shelf) == {"WAITING": order(WAITS)}
    shelf.clock.advance(HINT_GRACE + 1)
    assert await waiting(shelf) == []
    assert await named(shelf) == {}


async def test_a_late_word_of_an_old_turn_takes_nothing_away(shelf: Shelf) -> None:
    """Claimed and put back within one breath: the claim's last step comes after all else."""
    await write(shelf)
    claim = await write(shelf, CLAIM)
    back = await write(shelf)
    await shelf.store.queue.settle(Known(SHE, WAITS, back))
    await shelf.store.queue.settle(Known(SHE, TAKEN, claim))
    assert await named(shelf) == {"WAITING": order(WAITS)}


async def test_what_was_read_before_an_announcement_overrules_nothing(shelf: Shelf) -> None:
    """Also if what it saw then had been announced in vain, long ago."""
    turn = await write(shelf)
    await announce(shelf, CLAIM, turn + 1)
    shelf.clock.advance(HINT_GRACE + 1)
    known = await shelf.store.queue.look(SHE)
    assert known is not None
    await announce(shelf, CLAIM, turn + 1)
    await shelf.store.queue.settle(known)
    assert set(await named(shelf)) == {"WAITING", "CLAIMED"}


async def test_a_score_in_vain_is_put_right(shelf: Shelf) -> None:
    """Somebody raised the urgency, and died before the write."""
    turn = await write(shelf)
    raised = replace(WAITS, urgency=Urgency.EMERGENCY)
    await announce(shelf, replace(OPEN, ticket=raised), turn + 1)
    shelf.clock.advance(HINT_GRACE + 1)
    assert await waiting(shelf) == [WAITS]
    assert await named(shelf) == {"WAITING": order(WAITS)}


# -- what a pass over everything mends -------------------------------------------------------


async def test_a_pass_moves_what_an_older_release_named_among_the_waiting(shelf: Shelf) -> None:
    await write(shelf, CLAIM)
    await shelf.redis.delete(*NAMES)
    await shelf.redis.zadd(QueueIndex.WAITING, {SHE: order(TAKEN)})
    await sweep(shelf)
    assert await named(shelf) == {"CLAIMED": order(TAKEN)}


async def test_a_pass_drops_what_has_no_ticket_and_keeps_the_rest(shelf: Shelf) -> None:
    names = [f"{number:032x}" for number in range(BATCH + 5)]
    await shelf.redis.zadd(QueueIndex.WAITING, dict.fromkeys(names, 5.0))
    await write(shelf)
    await sweep(shelf)
    assert await shelf.redis.zrange(QueueIndex.WAITING, 0, -1) == [SHE.encode()]


async def test_a_pass_over_nothing(shelf: Shelf) -> None:
    await sweep(shelf)
    await shelf.store.queue.mend([])
    assert await shelf.redis.keys("*") == []


async def test_what_cant_be_opened_here_is_left_to_whoever_can(shelf: Shelf) -> None:
    await write(shelf)
    await shelf.redis.delete(f"{{{SHE}}}:ticket-key")
    shelf.clock.advance(HINT_GRACE + 1)
    assert await shelf.desk().queue.waiting(0, 9) == ([], False)
    assert await waiting(shelf) == [WAITS]


async def test_the_next_turn_names_a_ticket_whose_hints_were_lost(shelf: Shelf) -> None:
    """A Redis that fails over may lose the last milliseconds (bot/store/client/topology.py)."""
    await write(shelf)
    await shelf.redis.delete(*NAMES)
    await write(shelf)
    assert await waiting(shelf) == [WAITS]


# -- figures ---------------------------------------------------------------------------------


async def test_counts_and_waits_come_from_the_scores(shelf: Shelf) -> None:
    minutes = {"a": 5, "b": 31, "c": 40}
    for name, ago in minutes.items():
        ticket = replace(WAITS, opened_at=NOW - timedelta(minutes=ago))
        await write(shelf, replace(OPEN, ticket=ticket), name)
    danger = replace(WAITS, urgency=Urgency.EMERGENCY, opened_at=NOW - timedelta(minutes=3))
    await write(shelf, replace(OPEN, ticket=danger), "d")
    await write(shelf, CLAIM, "e")
    lines = await shelf.store.queue.lines()
    assert lines[Urgency.NORMAL] == Line(3, timedelta(minutes=40), 2)
    assert lines[Urgency.HIGH] == Line()
    assert lines[Urgency.EMERGENCY] == Line(1, timedelta(minutes=3), 0), "not a moment too long"
    shelf.clock.advance(1)
    assert (await shelf.store.queue.lines())[Urgency.EMERGENCY].late == 1


async def test_an_oldest_that_isnt_there_doesnt_age_for_ever(shelf: Shelf) -> None:
    old = replace(WAITS, urgency=Urgency.HIGH, opened_at=NOW - timedelta(days=2))
    await announce(shelf, replace(OPEN, ticket=old), 1)
    shelf.clock.advance(HINT_GRACE + 1)
    assert (await shelf.store.queue.lines())[Urgency.HIGH].count == 1
    assert (await shelf.store.queue.lines())[Urgency.HIGH] == Line()


@pytest.mark.parametrize("turn", [0, 1, 1_000_000])
async def test_the_higher_turn_stays(shelf: Shelf, turn: int) -> None:
    await announce(shelf, OPEN, turn + 1)
    said = await shelf.redis.zscore(TURNS, SHE)
    shelf.clock.advance(500)
    await announce(shelf, OPEN, turn)
    assert await shelf.redis.zscore(TURNS, SHE) == said
    await announce(shelf, OPEN, turn + 1)
    assert await shelf.redis.zscore(TURNS, SHE) == said + 500

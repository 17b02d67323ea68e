"""Who waits and who is with an operator: read from all partitions, and never wrong for long."""

from dataclasses import replace
from datetime import timedelta

from bot.attempt import Result
from bot.store import Changes
from bot.store.names import ALL, Index, index_key, row_key
from bot.store.partitions import BATCH
from bot.tickets.operator import Operator
from bot.tickets.queue_health import WaitingCount
from bot.tickets.ticket import Ticket, claimed
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf
from tests.bot.store.turns import QUEUED

SHE = "5e" * 16
WAITS = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
TAKEN = claimed(WAITS, Operator("r", name="Robin"), NOW)
OPEN = Changes(QUEUED, WAITS)
CLAIM = Changes(replace(QUEUED, status=Status.HUMAN), TAKEN)


async def write(shelf: Shelf, changes: Changes = OPEN, name: str = SHE) -> None:
    """A turn."""
    read = await shelf.store.conversations.load(name)
    assert await shelf.store.conversations.commit(name, read, changes) is Result.DONE


async def waiting(shelf: Shelf) -> list[Ticket]:
    return (await shelf.store.queue.waiting(0, BATCH))[0]


async def named(shelf: Shelf, index: Index) -> int:
    """How many an index names."""
    return (await shelf.store.partitions.sizes())[index]


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
    await write(shelf, CLAIM)
    assert await shelf.store.queue.claimed() == {SHE: TAKEN}
    assert await waiting(shelf) == []
    await write(shelf)
    assert await shelf.store.queue.claimed() == {}
    assert await waiting(shelf) == [WAITS]


async def test_of_a_closed_one_nothing_is_left(shelf: Shelf) -> None:
    await write(shelf)
    await write(shelf, Changes(replace(QUEUED, status=Status.CLOSED), None, closed=True))
    assert await named(shelf, Index.QUEUE) == await named(shelf, Index.CLAIMED) == 0


async def test_whoever_finds_a_ticket_that_lapsed_takes_it_out(shelf: Shelf) -> None:
    await write(shelf)
    await write(shelf, CLAIM, "he")
    for name in (SHE, "he"):
        await shelf.redis.delete(row_key(name, "ticket"), row_key(name, "state"))
        await shelf.keyring.delete(row_key(name, "memo"))
    assert await waiting(shelf) == []
    assert await named(shelf, Index.QUEUE) == 0
    assert await shelf.desk().queue.claimed() == {}, "the desk as well"
    assert await named(shelf, Index.CLAIMED) == 0


async def test_one_whose_key_is_gone_is_taken_out_too(shelf: Shelf) -> None:
    await write(shelf)
    await shelf.keyring.delete(row_key(SHE, "key"))
    assert await waiting(shelf) == []
    assert await named(shelf, Index.QUEUE) == 0


async def test_what_cant_be_opened_here_is_left_to_whoever_can(shelf: Shelf) -> None:
    await write(shelf)
    await shelf.keyring.delete(row_key(SHE, "ticket-key"))
    assert await shelf.desk().queue.waiting(0, 9) == ([], False)
    assert await waiting(shelf) == [WAITS]


async def test_what_the_store_lost_and_the_keyring_remembers_stays(shelf: Shelf) -> None:
    """As after a failover to a server that lagged (`recovery.py`)."""
    await write(shelf)
    await shelf.redis.delete(row_key(SHE, "ticket"), row_key(SHE, "state"))
    assert await waiting(shelf) == [WAITS]
    assert await named(shelf, Index.QUEUE) == 1


async def test_all_are_gone_through(shelf: Shelf) -> None:
    names = [f"{number:032x}" for number in range(10)]
    for number, name in enumerate(names):
        await write(shelf, CLAIM if number % 2 else OPEN, name)
    found = [name async for batch in shelf.store.queue.batches() for name in batch]
    assert sorted(found) == names


async def test_counts_and_waits_come_from_the_scores(shelf: Shelf) -> None:
    minutes = {"a": 5, "b": 31, "c": 40}
    for name, ago in minutes.items():
        ticket = replace(WAITS, opened_at=NOW - timedelta(minutes=ago))
        await write(shelf, replace(OPEN, ticket=ticket), name)
    danger = replace(WAITS, urgency=Urgency.EMERGENCY, opened_at=NOW - timedelta(minutes=3))
    await write(shelf, replace(OPEN, ticket=danger), "d")
    await write(shelf, CLAIM, "e")
    lines = await shelf.store.queue.lines()
    assert lines[Urgency.NORMAL] == WaitingCount(3, timedelta(minutes=40), 2)
    assert lines[Urgency.HIGH] == WaitingCount()
    assert lines[Urgency.EMERGENCY] == WaitingCount(1, timedelta(minutes=3), 0), (
        "not a moment too long"
    )
    shelf.clock.advance(1)
    assert (await shelf.store.queue.lines())[Urgency.EMERGENCY].late == 1


async def test_an_oldest_that_isnt_there_doesnt_age_for_ever(shelf: Shelf) -> None:
    old = replace(WAITS, urgency=Urgency.HIGH, opened_at=NOW - timedelta(days=2))
    await write(shelf, replace(OPEN, ticket=old))
    await shelf.redis.delete(row_key(SHE, "ticket"), row_key(SHE, "state"))
    await shelf.keyring.delete(row_key(SHE, "memo"))
    assert (await shelf.store.queue.lines())[Urgency.HIGH].count == 1
    assert (await shelf.store.queue.lines())[Urgency.HIGH] == WaitingCount()


async def test_nothing_waits_nowhere(shelf: Shelf) -> None:
    assert await shelf.store.queue.lines() == {urgency: WaitingCount() for urgency in Urgency}
    assert await shelf.redis.exists(*(index_key(one, Index.QUEUE) for one in ALL)) == 0

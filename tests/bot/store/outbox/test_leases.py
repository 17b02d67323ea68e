"""One process at a time sends to an audience; the desk is told with its lease what waits."""

import asyncio

import pytest

from bot.errors import StoreUnavailable
from bot.privacy.retention import Retention
from bot.store import Changes, Contact
from bot.store.names import row_key
from bot.store.outbox.lease import DeskOutbox
from bot.store.rows import Audience, DeskKind, DeskPlace, DeskRow
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf
from tests.bot.store.turns import write

SHE = "5e" * 16
HE = "4e" * 16
PATIENCE = 20.0
TICKET = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
WAITING = Changes(
    Conversation(status=Status.QUEUED),
    TICKET,
    contact=Contact(77),
    to_desk=[(DeskRow(DeskKind.OPENED), ""), (DeskRow(DeskKind.SAID), "words")],
)


async def test_one_process_sends_at_a_time(shelf: Shelf) -> None:
    other = shelf.opened_with(shelf.keys).leases
    async with shelf.store.leases.take(SHE, Audience.PERSON) as mine:
        assert mine
        async with other.take(SHE, Audience.PERSON) as theirs:
            assert not theirs
        async with other.take(SHE, Audience.PERSON) as theirs:
            assert not theirs, "who was refused doesn't free it for others"
        async with other.take(SHE, Audience.DESK) as desk, other.take(HE, Audience.PERSON) as him:
            assert desk
            assert him
        left = await shelf.redis.pttl(row_key(SHE, f"lease:{Audience.PERSON}"))
        assert 0 < left <= Retention.LEASE.milliseconds, "a dead process holds it for seconds"
    async with other.take(SHE, Audience.PERSON) as theirs:
        assert theirs


async def test_of_many_at_once_one_gets_the_lease(shelf: Shelf) -> None:
    done = asyncio.Event()
    asked = 0

    async def ask() -> bool:
        nonlocal asked
        async with shelf.store.leases.take(SHE, Audience.PERSON) as mine:
            asked += 1
            if asked == 6:
                done.set()
            await done.wait()
            return mine is not None

    async with asyncio.timeout(PATIENCE):
        assert sorted(await asyncio.gather(*(ask() for _ in range(6)))) == [False] * 5 + [True]


@pytest.mark.slow
async def test_what_takes_long_keeps_its_lease(shelf: Shelf) -> None:
    name = row_key(SHE, f"lease:{Audience.PERSON}")
    async with shelf.store.leases.take(SHE, Audience.PERSON), asyncio.timeout(PATIENCE):
        half = Retention.LEASE.milliseconds // 2
        await shelf.redis.pexpire(name, half)
        while await shelf.redis.pttl(name) <= half:
            assert await shelf.redis.exists(name)
    assert not await shelf.redis.exists(name)


async def test_a_fault_while_sending_frees_the_lease(shelf: Shelf) -> None:
    with pytest.raises(StoreUnavailable):
        async with shelf.store.leases.take(SHE, Audience.PERSON):
            raise StoreUnavailable
    async with shelf.store.leases.take(SHE, Audience.PERSON) as mine:
        assert mine


async def test_the_lease_of_a_dead_process_passes_on(shelf: Shelf) -> None:
    name = row_key(SHE, f"lease:{Audience.PERSON}")
    await shelf.redis.set(name, b"1", px=Retention.LEASE.milliseconds)
    await shelf.redis.pexpire(name, 0)
    async with shelf.store.leases.take(SHE, Audience.PERSON) as mine:
        assert mine


async def test_the_last_row_takes_the_lease_along(shelf: Shelf) -> None:
    await write(shelf, WAITING)
    other = shelf.opened_with(shelf.keys).leases
    outbox = shelf.store.outbox
    (first, *_), (last, *_) = await outbox.for_desk(SHE)
    async with shelf.store.leases.take(SHE, Audience.DESK) as mine:
        await outbox.sent(SHE, Audience.DESK, first)
        async with other.take(SHE, Audience.DESK) as theirs:
            assert not theirs, "something is left to be shown"
        await outbox.sent(SHE, Audience.DESK, last, mine)
        await shelf.redis.set(row_key(SHE, "lease:desk"), b"1", px=60_000)  # another process
    assert await shelf.life(SHE, "lease:desk") > 0, "what was given back isn't taken from the next"
    assert await outbox.for_desk(SHE) == []


async def seen(shelf: Shelf) -> DeskOutbox:
    async with shelf.desk().leases.take(SHE, Audience.DESK) as mine:
        assert mine
        assert mine.outbox
        return mine.outbox


async def test_the_desk_is_told_with_its_lease_what_waits(shelf: Shelf) -> None:
    await write(shelf, WAITING)
    found = await seen(shelf)
    assert [(row.kind, words) for _, row, words in found.rows] == [
        (DeskKind.OPENED, ""),
        (DeskKind.SAID, "words"),
    ]
    assert found.read.ticket == TICKET
    assert found.place is None
    place = DeskPlace(-100, 5, 6, "title")
    await shelf.store.topics.remember(SHE, place)
    assert (await seen(shelf)).place == place


async def test_where_nothing_waits_the_desk_is_told_so(shelf: Shelf) -> None:
    found = await seen(shelf)
    assert (found.rows, found.read.ticket, found.place) == ([], None, None)


async def test_a_row_that_was_put_back_isnt_shown_again(shelf: Shelf) -> None:
    await write(shelf, WAITING)
    (first, *_), _ = (await seen(shelf)).rows
    await shelf.store.outbox.sent(SHE, Audience.DESK, first)
    await shelf.redis.lpush(row_key(SHE, "out:desk"), first)
    assert [words for _, _, words in (await seen(shelf)).rows] == ["words"]

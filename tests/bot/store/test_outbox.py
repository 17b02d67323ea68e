"""Outboxes: in order, sealed, taken out once sent, and one process at a time."""

import asyncio

import pytest

from bot.errors import StoreUnavailable
from bot.retention import Retention
from bot.store import Changes
from bot.store.rows import Audience, DeskKind, DeskRow, PersonRow
from bot.store.writes import row_key
from bot.tickets import Ticket
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf

SHE = "5e" * 16
HE = "4e" * 16
TICKET = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
WAITING = Conversation(locale="ru", status=Status.QUEUED)
PATIENCE = 60.0
"""Seconds after which a test gives up."""


async def write(shelf: Shelf, changes: Changes, conversation: str = SHE) -> None:
    """Load and commit, as one turn does."""
    read = await shelf.store.conversations.load(conversation)
    assert await shelf.store.conversations.commit(conversation, read, changes)


def to_person(*texts: str) -> Changes:
    """A turn that says these."""
    return Changes(Conversation(), None, to_person=[PersonRow(text) for text in texts])


def to_desk(*rows: tuple[DeskRow, str], transcript: tuple[str, ...] = ()) -> Changes:
    """A turn that shows these to the operators."""
    return Changes(WAITING, TICKET, to_desk=rows, transcript=transcript)


# -- the person's ----------------------------------------------------------------------------


async def test_messages_wait_in_order_and_whole(shelf: Shelf) -> None:
    row = PersonRow("<b>Ваши права</b>", (("Да", "aa"), ("Нет", "bb")), silent=True)
    await write(shelf, Changes(Conversation(), None, to_person=[row]))
    await write(shelf, to_person("two", "three"))
    waiting = [row for _, row in await shelf.store.outbox.for_person(SHE)]
    assert waiting[0] == row
    assert [row.text for row in waiting[1:]] == ["two", "three"]


async def test_a_sent_message_is_taken_out(shelf: Shelf) -> None:
    await write(shelf, to_person("one", "one"))
    (raw, _), _ = await shelf.store.outbox.for_person(SHE)
    await shelf.store.outbox.sent(SHE, Audience.PERSON, raw)
    assert len(await shelf.store.outbox.for_person(SHE)) == 1, "the equal one still waits"
    await shelf.store.outbox.sent(SHE, Audience.PERSON, raw)
    assert len(await shelf.store.outbox.for_person(SHE)) == 1, "taken out is taken out"


async def test_what_cant_be_opened_is_taken_out(shelf: Shelf) -> None:
    await write(shelf, to_person("hers"))
    await write(shelf, to_person("his"), HE)
    moved = await shelf.redis.lindex(row_key(SHE, "out:person"), 0)
    await shelf.redis.rpush(row_key(HE, "out:person"), moved)
    assert [row.text for _, row in await shelf.store.outbox.for_person(HE)] == ["his"]
    assert await shelf.redis.llen(row_key(HE, "out:person")) == 1
    await shelf.redis.delete(row_key(HE, "key"))
    assert await shelf.store.outbox.for_person(HE) == []
    assert "out:person" not in await shelf.rows(HE)


async def test_who_blocked_the_bot_is_sent_nothing(shelf: Shelf) -> None:
    await write(shelf, to_person("one"))
    await write(shelf, to_desk((DeskRow(DeskKind.OPENED), "")))
    await shelf.store.outbox.drop(SHE)
    assert await shelf.store.outbox.for_person(SHE) == []
    assert len(await shelf.store.outbox.for_desk(SHE)) == 1


# -- the desk's ------------------------------------------------------------------------------


async def test_the_desk_reads_words_until_the_key_is_gone(shelf: Shelf) -> None:
    said = DeskRow(DeskKind.SAID)
    notice = DeskRow(DeskKind.NOTICE, "watched")
    await write(shelf, to_desk((said, "заперли нас"), (notice, "")))
    await shelf.lend(SHE)
    desk = shelf.desk().outbox
    rows = [(row.kind, row.detail, words) for _, row, words in await desk.for_desk(SHE)]
    assert rows == [(DeskKind.SAID, "", "заперли нас"), (DeskKind.NOTICE, "watched", "")]
    await shelf.redis.delete(row_key(SHE, "key"), row_key(SHE, "ticket-key"))
    rows = [(row.kind, row.detail, words) for _, row, words in await desk.for_desk(SHE)]
    assert rows == [(DeskKind.SAID, "", ""), (DeskKind.NOTICE, "watched", "")]


async def test_the_desk_takes_out_what_it_showed(shelf: Shelf) -> None:
    await write(shelf, to_desk((DeskRow(DeskKind.OPENED), ""), (DeskRow(DeskKind.CHANGED), "")))
    desk = shelf.desk().outbox
    raw, _, _ = (await desk.for_desk(SHE))[0]
    await desk.sent(SHE, Audience.DESK, raw)
    assert [row.kind for _, row, _ in await desk.for_desk(SHE)] == [DeskKind.CHANGED]


async def test_the_transcript_waits_for_whoever_claims(shelf: Shelf) -> None:
    await write(shelf, to_desk(transcript=("one", "two")))
    await write(shelf, to_desk(transcript=("three",)))
    desk = shelf.desk().outbox
    assert await desk.transcript(SHE) == ["one", "two", "three"]
    await desk.shown(SHE, 2)
    assert await desk.transcript(SHE) == ["three"]
    await desk.shown(SHE, 1)
    assert await desk.transcript(SHE) == []
    assert "transcript" not in await shelf.rows(SHE)


# -- what there is to do ---------------------------------------------------------------------


async def test_only_filled_outboxes_are_work(shelf: Shelf) -> None:
    outbox = shelf.store.outbox
    await write(shelf, to_person("one"))
    await write(shelf, to_desk((DeskRow(DeskKind.OPENED), "")), HE)
    assert await outbox.filled(Audience.PERSON, [HE, SHE]) == [SHE]
    assert await outbox.filled(Audience.DESK, [HE, SHE]) == [HE]
    assert await outbox.filled(Audience.PERSON, []) == []


async def test_an_erasure_is_work_for_the_persons_side(shelf: Shelf) -> None:
    await write(shelf, Changes(Conversation(), None, closed=True, erase_in="kk"))
    assert await shelf.store.outbox.filled(Audience.PERSON, [SHE]) == [SHE]
    assert await shelf.store.outbox.filled(Audience.DESK, [SHE]) == []


@pytest.mark.parametrize("audience", list(Audience))
async def test_a_write_wakes_who_listens(shelf: Shelf, audience: Audience) -> None:
    heard = asyncio.ensure_future(anext(aiter(shelf.store.outbox.listen(audience))))
    channel = f"due:{audience}"
    async with asyncio.timeout(PATIENCE):
        while (await shelf.redis.pubsub_numsub(channel))[0][1] == 0:
            pass
        await write(shelf, to_person("one"), SHE)
        await write(shelf, to_desk((DeskRow(DeskKind.OPENED), "")), HE)
        assert await heard == {Audience.PERSON: SHE, Audience.DESK: HE}[audience]


# -- leases ----------------------------------------------------------------------------------


async def test_one_process_sends_at_a_time(shelf: Shelf) -> None:
    other = shelf.opened_with(shelf.keys).outbox
    async with shelf.store.outbox.lease(SHE, Audience.PERSON) as mine:
        assert mine
        async with other.lease(SHE, Audience.PERSON) as theirs:
            assert not theirs
        async with other.lease(SHE, Audience.PERSON) as theirs:
            assert not theirs, "who was refused doesn't free it for others"
        async with other.lease(SHE, Audience.DESK) as desk, other.lease(HE, Audience.PERSON) as him:
            assert desk
            assert him
        left = await shelf.redis.pttl(row_key(SHE, f"lease:{Audience.PERSON}"))
        assert 0 < left <= Retention.LEASE.milliseconds, "a dead process holds it for seconds"
    async with other.lease(SHE, Audience.PERSON) as theirs:
        assert theirs


async def test_of_many_at_once_one_gets_the_lease(shelf: Shelf) -> None:
    done = asyncio.Event()
    asked = 0

    async def ask() -> bool:
        nonlocal asked
        async with shelf.store.outbox.lease(SHE, Audience.PERSON) as mine:
            asked += 1
            if asked == 6:
                done.set()
            await done.wait()
            return mine is not None

    async with asyncio.timeout(PATIENCE):
        assert sorted(await asyncio.gather(*(ask() for _ in range(6)))) == [False] * 5 + [True]


async def test_a_fault_while_sending_frees_the_lease(shelf: Shelf) -> None:
    with pytest.raises(StoreUnavailable):
        async with shelf.store.outbox.lease(SHE, Audience.PERSON):
            raise StoreUnavailable
    async with shelf.store.outbox.lease(SHE, Audience.PERSON) as mine:
        assert mine


async def test_the_lease_of_a_dead_process_passes_on(shelf: Shelf) -> None:
    name = row_key(SHE, f"lease:{Audience.PERSON}")
    await shelf.redis.set(name, b"1", px=Retention.LEASE.milliseconds)
    await shelf.redis.pexpire(name, 0)
    async with shelf.store.outbox.lease(SHE, Audience.PERSON) as mine:
        assert mine


async def test_the_last_row_takes_the_lease_along(shelf: Shelf) -> None:
    await write(shelf, to_desk((DeskRow(DeskKind.OPENED), ""), (DeskRow(DeskKind.SAID), "one")))
    other = shelf.opened_with(shelf.keys).outbox
    outbox = shelf.store.outbox
    (first, *_), (last, *_) = await outbox.for_desk(SHE)
    async with outbox.lease(SHE, Audience.DESK) as mine:
        await outbox.sent(SHE, Audience.DESK, first)
        async with other.lease(SHE, Audience.DESK) as theirs:
            assert not theirs, "something is left to be shown"
        await outbox.sent(SHE, Audience.DESK, last, mine)
        await shelf.redis.set(row_key(SHE, "lease:desk"), b"1", px=60_000)  # another process
    assert await shelf.life(SHE, "lease:desk") > 0, "what was given back isn't taken from the next"
    assert await outbox.for_desk(SHE) == []

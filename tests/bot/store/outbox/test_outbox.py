"""Outboxes: in order, sealed, taken out once sent, and one process at a time."""

import asyncio

import pytest

from bot.attempt import Result
from bot.store import Changes
from bot.store.conversations.turn_batch import FIRST_LINES, MOST_LINES
from bot.store.names import row_key
from bot.store.rows import Audience, DeskKind, DeskRow, PersonRow
from bot.tickets.ticket import Ticket
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
    assert await shelf.store.conversations.commit(conversation, read, changes) is Result.DONE


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
    await shelf.keyring.delete(row_key(HE, "key"))
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
    await shelf.keyring.delete(row_key(SHE, "key"), row_key(SHE, "ticket-key"))
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


async def test_of_a_flood_the_beginning_and_the_latest_wait(shelf: Shelf) -> None:
    """One chat must not fill the store for all others."""
    words = [f"{number}" for number in range(MOST_LINES + 7)]
    for at in range(0, len(words), 50):
        await write(shelf, to_desk(transcript=tuple(words[at : at + 50])))
    kept = await shelf.desk().outbox.transcript(SHE)
    assert kept == words[:FIRST_LINES] + words[FIRST_LINES + 7 :]


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
        entry = await heard
        assert entry.conversation == {Audience.PERSON: SHE, Audience.DESK: HE}[audience]
        assert [entry] == await shelf.store.outbox.due(audience), "and how urgent it is"

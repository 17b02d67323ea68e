"""What was said in an open ticket: kept while it is open, bounded, and gone with it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.attempt import Result
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store import Changes, Contact, open_store
from bot.store.log_lines import (
    LOG,
    MOST_BYTES,
    Author,
    Delivery,
    LogLine,
    OperatorNote,
    lines_of,
    sent_line,
)
from bot.store.names import row_key
from bot.store.outbox.positions import Position, Stream
from bot.store.rows import Audience, Change, DeskKind, DeskRow, PersonRow
from flows.status import Status
from tests.bot.store.conftest import NOW, Shelf
from tests.bot.store.turns import CLOSED, ERASED, QUEUED, SHE, TICKET, write

HUMAN = replace(QUEUED, status=Status.HUMAN)
TAKEN = replace(TICKET, assignee="h1", assigned_name="Heron")


def waits(*words: str, told: Sequence[PersonRow] = ()) -> Changes:
    """She writes while nobody has claimed the ticket."""
    return Changes(QUEUED, TICKET, transcript=words, to_person=told)


def talks(*words: str, said: Sequence[PersonRow] = ()) -> Changes:
    """Either side writes in a claimed ticket."""
    heard = [(DeskRow(DeskKind.SAID), one) for one in words]
    return Changes(HUMAN, TAKEN, to_desk=heard, to_person=said)


def reply(text: str, ref: str = "r1", change: Change = Change.SEND) -> PersonRow:
    return PersonRow(text, operator=True, ref=ref, change=change)


async def lines(shelf: Shelf) -> tuple[LogLine, ...]:
    """As the desk's part of the keys opens it."""
    return (await shelf.desk().log.read(SHE)).lines


async def said(shelf: Shelf) -> list[tuple[Author, str]]:
    return [(line.author, line.text or line.text_id) for line in await lines(shelf)]


async def deliveries(shelf: Shelf) -> list[Delivery]:
    return [line.delivery for line in await lines(shelf)]


async def test_both_sides_are_kept_in_order(shelf: Shelf) -> None:
    await write(shelf, waits("помогите", told=[PersonRow("<b>Мы</b>", text_id="utter_asked")]))
    await write(shelf, talks("я здесь", said=[reply("Здравствуйте")]))

    assert await said(shelf) == [
        (Author.PERSON, "помогите"),
        (Author.PROGRAM, "utter_asked"),
        (Author.PERSON, "я здесь"),
        (Author.OPERATOR, "Здравствуйте"),
    ]
    found = await lines(shelf)
    assert {line.at for line in found} == {NOW.timestamp()}
    assert found[-1].by == "Heron"


async def test_where_no_console_shows_it_nothing_is_kept(shelf: Shelf) -> None:
    await write(shelf, waits("помогите"))
    telegram = open_store(shelf.redis, shelf.keyring, Vault(shelf.keys), shelf.clock, logs=False)

    await write(replace(shelf, store=telegram), talks("я здесь", said=[reply("Здравствуйте")]))

    assert await shelf.redis.exists(row_key(SHE, LOG)) == 0, "nor what was kept before"


async def test_what_was_sent_instead_of_words_is_named(shelf: Shelf) -> None:
    picture = [(DeskRow(DeskKind.UNSUPPORTED, "picture"), "")]
    await write(shelf, Changes(HUMAN, TAKEN, to_desk=picture))

    assert await said(shelf) == [(Author.PERSON, "unsupported-picture")]


async def test_an_answer_to_a_question_of_the_deck_is_what_the_person_said(shelf: Shelf) -> None:
    """And that the question is marked in the person's chat changes no line."""
    asked = PersonRow("Вы можете писать?", ref="q1", text_id="can_write", chosen=True)
    await write(shelf, talks(said=[asked]))
    answered = [(DeskRow(DeskKind.ANSWERED), "can_write:yes")]
    marked = [PersonRow("Вы можете писать? да", ref="q1", change=Change.ANSWERED)]
    await write(shelf, Changes(HUMAN, TAKEN, to_desk=answered, to_person=marked))

    assert await said(shelf) == [(Author.OPERATOR, "can_write"), (Author.PERSON, "can_write:yes")]


async def test_a_text_of_ours_that_an_operator_chose_is_theirs(shelf: Shelf) -> None:
    chosen = PersonRow("<b>Приют</b>", text_id="utter_shelter", chosen=True)
    await write(shelf, talks(said=[chosen]))

    (line,) = await lines(shelf)
    assert (line.author, line.text_id, line.by) == (Author.OPERATOR, "utter_shelter", "Heron")


async def test_a_note_is_kept_and_goes_to_nobody(shelf: Shelf) -> None:
    await write(shelf, Changes(HUMAN, TAKEN, notes=[OperatorNote("тихий голос", "Heron")]))

    assert await said(shelf) == [(Author.NOTE, "тихий голос")]
    assert await deliveries(shelf) == [Delivery.NONE]
    assert await shelf.store.outbox.for_person(SHE) == []


async def test_nothing_is_kept_without_a_ticket(shelf: Shelf) -> None:
    await write(shelf, Changes(replace(QUEUED, status=Status.BOT), None, transcript=["слова"]))

    assert LOG not in await shelf.rows(SHE)


async def test_its_words_are_sealed(shelf: Shelf) -> None:
    await write(shelf, waits("какаду"))

    row = await shelf.redis.hgetall(row_key(SHE, LOG))
    assert row
    assert not any("какаду".encode() in value for value in row.values())


async def test_a_message_waits_until_it_is_with_the_person(shelf: Shelf) -> None:
    await write(shelf, talks("я здесь", said=[reply("один", "r1"), reply("два", "r2")]))
    assert await deliveries(shelf) == [Delivery.NONE, Delivery.WAITING, Delivery.WAITING]

    (first, _), _ = await shelf.store.outbox.for_person(SHE)
    await shelf.store.outbox.sent(SHE, Audience.PERSON, first)

    assert await deliveries(shelf) == [Delivery.NONE, Delivery.SENT, Delivery.WAITING]


async def test_a_person_who_blocked_the_bot_got_none_of_what_waited(shelf: Shelf) -> None:
    await write(shelf, talks(said=[reply("один")]))
    ((raw, _),) = await shelf.store.outbox.for_person(SHE)
    await shelf.store.outbox.sent(SHE, Audience.PERSON, raw)
    await write(shelf, talks(said=[reply("два", "r2")]))

    await shelf.store.outbox.drop(SHE)

    assert await deliveries(shelf) == [Delivery.SENT, Delivery.BLOCKED]


async def test_what_waits_when_a_chat_is_emptied_never_arrives(shelf: Shelf) -> None:
    await write(shelf, talks(said=[reply("один")]))
    await write(shelf, Changes(HUMAN, TAKEN, contact=Contact(77), wipe=True))

    assert await deliveries(shelf) == [Delivery.FAILED]


async def test_a_line_that_is_unknown_is_not_marked(shelf: Shelf) -> None:
    await write(shelf, waits("слово"))

    await shelf.store.log.mark(SHE, 12345, Delivery.SENT)

    assert await deliveries(shelf) == [Delivery.NONE]


async def test_a_correction_takes_the_words_from_before(shelf: Shelf) -> None:
    await write(shelf, talks(said=[reply("первая", "r1"), reply("другая", "r2")]))
    before = dict(await shelf.redis.hgetall(row_key(SHE, LOG)))
    await write(shelf, talks(said=[reply("вторая", "r1", Change.CORRECT)]))

    found = await lines(shelf)
    assert [(line.text, line.corrected) for line in found] == [("вторая", True), ("другая", False)]
    after = await shelf.redis.hgetall(row_key(SHE, LOG))
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before if name.isdigit()) == 1


async def test_what_was_taken_back_has_no_words(shelf: Shelf) -> None:
    await write(shelf, talks(said=[reply("первая", "r1")]))
    await write(shelf, talks(said=[reply("", "r1", Change.UNSEND)]))

    (line,) = await lines(shelf)
    assert (line.text, line.deleted) == ("", True)


async def test_a_correction_of_what_is_kept_no_more_adds_nothing(shelf: Shelf) -> None:
    await write(shelf, talks("слово"))
    await write(shelf, talks(said=[reply("вторая", "r9", Change.CORRECT)]))

    assert await said(shelf) == [(Author.PERSON, "слово")]


async def test_the_oldest_make_room(shelf: Shelf) -> None:
    long = "ш" * 4096
    for number in range(12):
        await write(shelf, talks(f"{number} {long}"))

    row = await shelf.redis.hgetall(row_key(SHE, LOG))
    kept = sum(len(value) for name, value in row.items() if name.isdigit())
    assert MOST_BYTES * 3 / 4 < kept <= MOST_BYTES
    log = await shelf.desk().log.read(SHE)
    assert log.lost + len(log.lines) == 12
    assert log.lost > 0
    assert log.lines[-1].text.startswith("11 ")


async def test_what_made_room_leaves_no_mark_of_its_delivery(shelf: Shelf) -> None:
    for number in range(12):
        await write(shelf, talks(said=[reply("ш" * 4096, f"r{number}")]))

    row = await shelf.redis.hgetall(row_key(SHE, LOG))
    numbers = {name for name in row if name.isdigit()}
    assert {name[1:] for name in row if name.startswith(b"d")} == numbers


async def test_it_lives_as_its_class_says(shelf: Shelf) -> None:
    await write(shelf, waits("слово"))

    hours = Retention.CONVERSATION_LOG.lifetime.total_seconds() / 3600
    assert hours - 0.1 < await shelf.life(SHE, LOG) <= hours


async def test_an_open_tickets_is_renewed(shelf: Shelf) -> None:
    await write(shelf, waits("слово"))
    await shelf.redis.pexpire(row_key(SHE, LOG), 60_000)

    assert await shelf.store.renewal.renew(SHE)

    assert await shelf.life(SHE, LOG) > 100


@pytest.mark.parametrize(
    "end", [Changes(CLOSED, None, closed=True), ERASED], ids=["closed", "erased"]
)
async def test_it_ends_with_the_ticket(shelf: Shelf, end: Changes) -> None:
    await write(shelf, talks("слово", said=[reply("ответ")]))

    assert await write(shelf, end) is Result.DONE

    assert LOG not in await shelf.rows(SHE)
    assert await lines(shelf) == ()


async def test_a_copy_of_it_is_worth_nothing_without_the_key(shelf: Shelf) -> None:
    await write(shelf, talks("слово"))
    copy = await shelf.redis.hgetall(row_key(SHE, LOG))
    await write(shelf, ERASED)
    await shelf.store.conversations.shred(SHE)
    await shelf.redis.hset(row_key(SHE, LOG), mapping=copy)
    await shelf.redis.pexpire(row_key(SHE, LOG), 60_000)

    assert (await shelf.store.log.read(SHE)).lines == ()
    assert (await shelf.desk().log.read(SHE)).lines == ()


async def test_a_line_in_another_place_is_refused(shelf: Shelf) -> None:
    await write(shelf, talks("первое"))
    await write(shelf, talks("второе"))
    first, second = sorted(
        name for name in await shelf.redis.hkeys(row_key(SHE, LOG)) if name.isdigit()
    )
    moved = await shelf.redis.hget(row_key(SHE, LOG), first)
    await shelf.redis.hset(row_key(SHE, LOG), second, moved)

    assert await said(shelf) == [(Author.PERSON, "первое")]


async def test_nothing_of_a_turn_that_wasnt_written_is_there(shelf: Shelf) -> None:
    read = await shelf.store.conversations.load(SHE)
    await write(shelf, waits("раньше"))

    conflict = await shelf.store.conversations.commit(SHE, read, waits("позже"))

    assert conflict is Result.CONFLICT
    assert await said(shelf) == [(Author.PERSON, "раньше")]


@given(
    turn=st.integers(0, 999_999_999),
    heard=st.lists(st.text(), max_size=20),
    sent=st.integers(0, 20),
    notes=st.integers(0, 3),
)
def test_numbers_count_up_within_a_turn_and_from_turn_to_turn(
    turn: int, heard: list[str], sent: int, notes: int
) -> None:
    """And a row of the outbox tells its line by its position alone."""
    rows = [PersonRow(str(number), operator=True) for number in range(sent)]
    of_heron = [OperatorNote("n", "Heron")] * notes
    found = lines_of(turn, 0.0, heard, (), rows, of_heron, "Heron")
    later = lines_of(turn + 1, 0.0, ["w"], (), (), (), "")

    numbers = [line.id for line in found]
    assert numbers == sorted(set(numbers))
    assert all(number < later[0].id < 2**53 for number in numbers)
    told = [line.id for line in found if line.author is Author.OPERATOR]
    places = [Position(Stream.PERSON, bytes(4), turn, bytes(4), n) for n in range(sent)]
    assert told == [sent_line(place) for place in places]

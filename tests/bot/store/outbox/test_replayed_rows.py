"""Rows of outboxes and transcripts that come again after they were taken out are refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.attempt import Result
from bot.errors import Sealed
from bot.privacy.vault import Keys, Vault
from bot.store import Changes, Contact
from bot.store.names import row_key
from bot.store.outbox.positions import Position, Stream
from bot.store.outbox.sealed_rows import SealedRows, desk_row, for_desk
from bot.store.rows import Audience, DeskKind, DeskRow, PersonRow
from flows.status import Status
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import CLOSED, ERASED, HE, QUEUED, SHE, TALKING, TICKET, write

PERSON, DESK, WORDS = "out:person", "out:desk", "transcript"


def tells(*texts: str) -> Changes:
    return Changes(TALKING, None, to_person=[PersonRow(text) for text in texts])


def shows(*words: str) -> Changes:
    said = [(DeskRow(DeskKind.SAID), one) for one in words]
    return Changes(replace(QUEUED, status=Status.HUMAN), TICKET, to_desk=said)


async def copied(shelf: Shelf, row: str) -> list[bytes]:
    found: list[bytes] = await shelf.redis.lrange(row_key(SHE, row), 0, -1)
    return found


async def put_back(shelf: Shelf, row: str, values: list[bytes]) -> None:
    await shelf.redis.rpush(row_key(SHE, row), *values)
    await shelf.redis.pexpire(row_key(SHE, row), 60_000)


async def told(shelf: Shelf) -> list[str]:
    """What the person would be sent, taken out."""
    found = await shelf.store.outbox.for_person(SHE)
    for raw, _ in found:
        await shelf.store.outbox.sent(SHE, Audience.PERSON, raw)
    return [row.text for _, row in found]


async def shown(shelf: Shelf) -> list[str]:
    """What the desk would show, taken out."""
    outbox = shelf.desk().outbox
    found = await outbox.for_desk(SHE)
    for raw, _, _ in found:
        await outbox.sent(SHE, Audience.DESK, raw)
    return [words or row.kind.value for _, row, words in found]


def refused(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [vars(one)["kind"] for one in caplog.records]


async def test_what_was_sent_isnt_sent_again(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    await write(shelf, tells("one", "two"))
    old = await copied(shelf, PERSON)
    assert await told(shelf) == ["one", "two"]
    await put_back(shelf, PERSON, old)
    await write(shelf, tells("three"))
    assert await told(shelf) == ["three"]
    assert refused(caplog) == ["replayed", "replayed"]
    assert PERSON not in await shelf.rows(SHE)


async def test_what_wasnt_noted_as_sent_is_sent_again(shelf: Shelf) -> None:
    """A crash in between: rather twice than never, and nothing behind it is lost."""
    await write(shelf, tells("one", "two", "three"))
    (first, _), *_ = await shelf.store.outbox.for_person(SHE)
    await shelf.store.outbox.sent(SHE, Audience.PERSON, first)
    assert await told(shelf) == ["two", "three"]


async def test_what_the_operator_has_read_isnt_shown_again(shelf: Shelf) -> None:
    await write(shelf, shows("нас заперли", "мы в подвале"))
    old = await copied(shelf, DESK)
    assert await shown(shelf) == ["нас заперли", "мы в подвале"]
    await put_back(shelf, DESK, old)
    await write(shelf, shows("дверь синяя"))
    assert await shown(shelf) == ["дверь синяя"]


async def test_what_the_desk_does_aside_keeps_nothing_from_the_topic(shelf: Shelf) -> None:
    """Alerts are given first, whatever stands before them; a crash may come right after."""
    rows = [(DeskRow(DeskKind.OPENED), ""), (DeskRow(DeskKind.ALERT, "shift"), "")]
    await write(shelf, Changes(QUEUED, TICKET, to_desk=rows))
    outbox = shelf.desk().outbox
    _, (alert, _, _) = await outbox.for_desk(SHE)
    await outbox.sent(SHE, Audience.DESK, alert)
    assert await shown(shelf) == ["opened"]


async def test_a_transcript_is_read_once(shelf: Shelf) -> None:
    await write(shelf, Changes(QUEUED, TICKET, transcript=["one", "two"]))
    old = await copied(shelf, WORDS)
    outbox = shelf.desk().outbox
    await outbox.shown(SHE, len(await outbox.transcript(SHE)))
    await put_back(shelf, WORDS, old)
    assert await outbox.transcript(SHE) == []
    await write(shelf, Changes(QUEUED, TICKET, transcript=["three"]))
    assert await outbox.transcript(SHE) == ["three"]
    assert len(await copied(shelf, WORDS)) == 1


async def test_after_a_quick_exit_nothing_of_before_comes_back(shelf: Shelf) -> None:
    """Neither what waited, unsent, nor the state in which nobody had asked for the exit."""
    await write(shelf, tells("one", "two"))
    rows, state = await copied(shelf, PERSON), await shelf.redis.dump(row_key(SHE, "state"))
    gone = replace(TALKING, watched=True)
    harmless = [PersonRow("harmless")]
    await write(shelf, Changes(gone, None, to_person=harmless, wipe=True, contact=Contact(7)))
    await put_back(shelf, PERSON, rows)
    assert await told(shelf) == ["harmless"]
    await shelf.redis.restore(row_key(SHE, "state"), 60_000, state, replace=True)
    read = await shelf.store.conversations.load(SHE)
    assert read.conversation != TALKING
    assert await write(shelf, Changes(gone, None)) is Result.DONE


async def test_a_new_life_is_told_everything(shelf: Shelf) -> None:
    """Its turns count from one again, while the desk still has rows of the life before."""
    for number in range(5):
        await write(shelf, tells(f"{number}"))
        await told(shelf)
    await write(shelf, shows("before"))
    await write(shelf, replace(ERASED, to_desk=[(DeskRow(DeskKind.CLOSED, "erased"), "")]))
    old = await copied(shelf, DESK)
    await shelf.store.conversations.shred(SHE)
    await write(shelf, Changes(QUEUED, TICKET, to_desk=[(DeskRow(DeskKind.OPENED), "")]))
    assert await shown(shelf) == ["closed", "opened"]
    await write(shelf, tells("anew"))
    assert await told(shelf) == ["anew"]
    await put_back(shelf, DESK, old)
    await shown(shelf)
    await write(shelf, shows("words"))
    assert await shown(shelf) == ["words"], "an old row can't push the mark either"


async def test_a_failover_that_lost_a_turn_loses_no_answer_to_the_next(shelf: Shelf) -> None:
    """The lost turn's number is given again; its own rows were sent already."""
    await write(shelf, tells("one"))
    await told(shelf)
    state = await shelf.redis.dump(row_key(SHE, "state"))
    await write(shelf, tells("lost", "lost too"))
    await told(shelf)
    await shelf.redis.restore(row_key(SHE, "state"), 60_000, state, replace=True)
    await write(shelf, tells("two", "three"))
    assert await told(shelf) == ["two", "three"]


async def test_rows_that_a_failover_brings_back_arent_sent_twice(shelf: Shelf) -> None:
    await write(shelf, tells("one"))
    rows = {row: await shelf.redis.dump(row_key(SHE, row)) for row in ("state", PERSON)}
    await told(shelf)
    for row, copy in rows.items():
        await shelf.redis.restore(row_key(SHE, row), 60_000, copy, replace=True)
    assert await told(shelf) == []


async def test_nobody_else_tells_the_desk_anything(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """Forged, of another conversation, or at another position."""
    await write(shelf, shows("words"))
    [own] = await copied(shelf, DESK)
    stranger = Vault(Keys.read(Keys.new_master()))
    position, row = desk_row(Vault(shelf.keys), SHE, own)
    forged = for_desk(stranger, SHE, position, DeskRow(DeskKind.CLOSED))
    moved = for_desk(Vault(shelf.keys), HE, position, row)
    later = replace(position, turn=99).head + own[len(position.head) :]
    await put_back(shelf, DESK, [b"", b"torn", forged, moved, later])
    assert await shown(shelf) == ["words"]
    assert refused(caplog) == ["out"] * 5


async def test_a_lapsed_number_takes_what_was_remembered_along(shelf: Shelf) -> None:
    """So a key that lives longer than the number refuses nothing that is new."""
    for _ in range(3):
        await write(shelf, tells("one"))
        await told(shelf)
    await shelf.keyring.delete(row_key(SHE, "turn"))
    await shelf.redis.delete(row_key(SHE, "state"))
    await write(shelf, tells("anew"))
    assert await told(shelf) == ["anew"]


async def test_the_mark_neither_shortens_nor_lengthens_a_life(shelf: Shelf) -> None:
    await write(shelf, tells("one"))
    await shelf.keyring.pexpire(row_key(SHE, "turn"), 3_600_000)
    await told(shelf)
    assert await shelf.life(SHE, "turn") == pytest.approx(1, abs=0.01)
    await shelf.keyring.delete(row_key(SHE, "turn"))
    await write(shelf, Changes(CLOSED, None))
    await shelf.keyring.delete(row_key(SHE, "turn"))
    await shelf.store.outbox.sent(SHE, Audience.PERSON, Position.before(*MARK).head + b"x")
    assert "turn" not in await shelf.rows(SHE), "nothing is remembered of what is gone"


MARK = (Stream.PERSON, b"k" * 32, "3.00112233445566aa")
places = st.builds(
    Position,
    st.sampled_from(Stream),
    st.binary(min_size=4, max_size=4),
    st.integers(0, 2**32 - 1),
    st.binary(min_size=4, max_size=4),
    st.integers(0, 2**16 - 1),
)


@given(places, st.binary())
def test_a_place_is_read_as_it_was_written(position: Position, sealed: bytes) -> None:
    assert Position.parted(position.head + sealed) == (position, sealed)
    assert position.is_acknowledged(position.mark)


@given(places, places)
def test_what_is_earlier_is_taken_and_what_is_later_isnt(one: Position, other: Position) -> None:
    if one.turn < other.turn:
        assert one.is_acknowledged(other.mark)
        assert not other.is_acknowledged(one.mark)


@given(st.binary(max_size=14))
def test_what_is_no_place_is_refused(raw: bytes) -> None:
    with pytest.raises(Sealed):
        Position.parted(b"?" + raw)


def test_rows_of_one_turn_have_places_of_their_own() -> None:
    vault = Vault(Keys.read(Keys.new_master()))
    out = SealedRows(vault, SHE, b"k" * 32, "3.00112233445566aa")
    found = [*out.to_person([PersonRow("a")] * 3), *out.transcript(["a"] * 3)]
    found += out.to_desk([(DeskRow(DeskKind.SAID), "a"), (DeskRow(DeskKind.ALERT), "")])
    assert len({Position.parted(raw)[0] for raw in found}) == len(found)

"""Lines that wait together: few messages, none too long, and nothing left out."""

from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import MessageLimit

from bot.desk.row_batches import WaitingRow, batched, pieces
from bot.store.rows import DeskKind, DeskRow
from bot.texts.voices import voices

EN = voices().all["en"]
LONG = "x" * 2500
LINES = st.lists(st.text("ab", min_size=1, max_size=8).map(lambda word: word * 500))


def said(words: str) -> WaitingRow:
    return WaitingRow(words.encode(), DeskRow(DeskKind.SAID), words)


CARD_CHANGES = WaitingRow(b"card", DeskRow(DeskKind.CHANGED), "")


def test_lines_that_wait_together_are_one_message() -> None:
    rows = [said("hello"), said("are you there?")]

    (message,) = batched(EN, rows)

    assert message.text == "hello\nare you there?"
    assert message.rows == tuple(rows)


def test_what_has_no_room_goes_into_the_next_message() -> None:
    first, second = batched(EN, [said(LONG), said("hello"), said(LONG)])

    assert first.text == f"{LONG}\nhello"
    assert second.text == LONG


def test_what_only_changes_the_card_says_nothing_and_is_taken_out_all_the_same() -> None:
    (alone,) = batched(EN, [CARD_CHANGES])
    (beside,) = batched(EN, [said("hello"), CARD_CHANGES])

    assert (alone.text, alone.rows) == ("", (CARD_CHANGES,))
    assert (beside.text, len(beside.rows)) == ("hello", 2)


def test_a_person_who_types_a_notice_does_not_look_like_the_desk() -> None:
    lie = EN("notice-unwatched")
    notice = WaitingRow(b"n", DeskRow(DeskKind.NOTICE, "unwatched"), "")

    typed, told, more = batched(EN, [said(lie), notice, said("hello")])

    assert (typed.text, typed.said) == (told.text, True)
    assert not told.said
    assert (more.text, more.said) == ("hello", True)


def test_what_can_not_be_opened_is_said_by_the_desk() -> None:
    (message,) = batched(EN, [WaitingRow(b"x", DeskRow(DeskKind.SAID), "")])

    assert (message.text, message.said) == (EN("line-unreadable"), False)


def test_nothing_waits() -> None:
    assert list(batched(EN, [])) == []
    assert list(pieces([])) == []


@given(LINES)
def test_every_row_is_shown_once_in_its_order(lines: list[str]) -> None:
    rows = [said(line) for line in lines]

    messages = list(batched(EN, rows))

    assert [row for message in messages for row in message.rows] == rows
    assert "\n".join(message.text for message in messages) == "\n".join(lines)
    assert all(len(message.text) <= MessageLimit.MAX_TEXT_LENGTH for message in messages)


@given(LINES)
def test_what_was_said_before_is_read_whole(lines: list[str]) -> None:
    found = list(pieces(lines))

    assert "\n".join(piece.text for piece in found) == "\n".join(lines)
    assert sum(piece.lines for piece in found) == len(lines)
    assert all(len(piece.text) <= MessageLimit.MAX_TEXT_LENGTH for piece in found)

"""What lies in the store is small, and comes back as it was."""

from datetime import UTC

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.attempt import Result
from bot.privacy.chat_deletion import Author, ChatMessage
from bot.store import Changes
from bot.store.conversations.update_marks import MARK_BYTES, MOST_MARKS, is_marked, mark_of
from bot.store.names import row_key
from bot.store.rows import PersonRow, decode, decode_number, encode, encode_number
from flows.conversation import Conversation, Timer
from flows.flood import Flood
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import QUEUED, SHE, TALKING, TICKET, write


@pytest.mark.parametrize("value", [Conversation(), TALKING, QUEUED, TICKET, PersonRow("words")])
def test_what_has_its_default_isnt_written(value: object) -> None:
    assert decode(type(value), encode(value)) == value
    assert len(encode(Conversation())) == 1


MOMENTS = st.datetimes(timezones=st.just(UTC))
SOME = st.none() | MOMENTS
TIMERS = st.lists(st.builds(Timer, due=MOMENTS), max_size=3).map(tuple)
SLOTS = st.dictionaries(st.text(), st.text(), max_size=3)


@given(
    st.builds(
        Conversation, heard_at=SOME, closed_at=SOME, muted_until=SOME, timers=TIMERS, slots=SLOTS
    )
)
def test_a_conversation_comes_back(state: Conversation) -> None:
    assert decode(Conversation, encode(state)) == state


def test_nor_is_a_default_within_it() -> None:
    once = Conversation(flood=Flood(mark=7, same=1, level=1.0))
    assert b"told" not in encode(once)


@given(
    st.builds(
        ChatMessage,
        st.integers(0, 2**53),
        st.sampled_from(Author),
        st.floats(0, 1e11),
        st.none() | st.integers(1, 500),
    )
)
def test_a_messages_number_comes_back(message: ChatMessage) -> None:
    assert decode_number(encode_number(message)) == message


def test_a_messages_number_is_small() -> None:
    assert len(encode_number(ChatMessage(123_456, Author.BOT, 1_784_149_200.0))) <= 13


@pytest.mark.parametrize("value", [b"", b"\x81\x01\x02", b"\x93\x01\x09\x03", b"\xff"])
def test_anything_else_is_no_number(value: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_number(value)


async def test_the_newest_updates_of_a_conversation_are_remembered(shelf: Shelf) -> None:
    for number in range(MOST_MARKS + 2):
        assert await write(shelf, Changes(TALKING, None), f"update-{number}") is Result.DONE
    marks = await shelf.redis.get(row_key(SHE, "seen"))
    assert len(marks) == MARK_BYTES * MOST_MARKS
    assert await write(shelf, Changes(TALKING, None), "update-2") is Result.REPEATED
    assert await write(shelf, Changes(TALKING, None), f"update-{MOST_MARKS + 1}") is Result.REPEATED
    assert await write(shelf, Changes(TALKING, None), "update-1") is Result.DONE


def test_a_mark_is_found_where_one_begins() -> None:
    marks = mark_of("one") + mark_of("two")
    assert is_marked("one", marks)
    assert is_marked("two", marks)
    assert not is_marked("one", b"x" + mark_of("one"))
    assert not is_marked("one", None)

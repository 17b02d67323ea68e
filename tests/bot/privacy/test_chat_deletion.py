"""When a chat's messages go: a day after the last, an hour, or as late as Telegram lets them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.chat_deletion import (
    AFTER,
    MOST,
    PAGE,
    WALL,
    Author,
    ChatMessage,
    after,
    all_now,
    given_up,
    lapsed,
    late,
    plan,
    surplus,
)
from bot.privacy.retention import Retention, lower
from flows.conversation import WipeAfter

HOUR = 3600.0
WORDS = ChatMessage(1, Author.PERSON, 0.0)
ANSWER = ChatMessage(2, Author.BOT, 60.0)

messages = st.lists(
    st.builds(
        ChatMessage,
        number=st.integers(1, 10**6),
        author=st.sampled_from(Author),
        at=st.floats(0, 72 * HOUR),
    ),
    unique_by=lambda one: one.number,
)


def test_a_day_after_the_last_message_everything_goes() -> None:
    found = plan([WORDS, ANSWER], WipeAfter.DAY, 24 * HOUR)
    assert (found.now, found.again) == ((), ANSWER.at + 24 * HOUR)
    assert plan([WORDS, ANSWER], WipeAfter.DAY, ANSWER.at + 24 * HOUR).now == (WORDS, ANSWER)


def test_an_hour_if_the_person_wants_it() -> None:
    assert plan([WORDS, ANSWER], WipeAfter.HOUR, ANSWER.at + HOUR).now == (WORDS, ANSWER)


def test_answers_may_stay_until_an_hour_before_the_wall() -> None:
    found = plan([WORDS, ANSWER], WipeAfter.LATE, ANSWER.at + 24 * HOUR)
    assert found.now == (WORDS,)
    assert found.again == ANSWER.at + late().total_seconds()


def test_who_keeps_writing_loses_what_nears_the_wall() -> None:
    new = ChatMessage(3, Author.PERSON, 46 * HOUR)
    found = plan([WORDS, new], WipeAfter.DAY, 47 * HOUR)
    assert found.now == (WORDS,)
    assert found.again == 70 * HOUR


def test_what_nears_the_wall_is_counted_not_tried() -> None:
    """At the wall itself the store forgets it. Where the person asks, it is tried to the last."""
    found = plan([WORDS, ANSWER], WipeAfter.DAY, given_up().total_seconds())
    assert (found.now, found.too_late) == ((ANSWER,), (WORDS,))
    assert given_up() < WALL
    asked = all_now([WORDS, ANSWER], 48 * HOUR)
    assert (asked.now, asked.too_late) == ((ANSWER,), (WORDS,))


@pytest.fixture
def ten_hours() -> Iterator[None]:
    """The operator of the helpline lets message numbers live no longer."""
    lower({Retention.MESSAGE_IDS: timedelta(hours=10)})
    yield
    lower({})


@pytest.mark.usefixtures("ten_hours")
@pytest.mark.parametrize("wipe", WipeAfter)
def test_where_numbers_live_shorter_chats_are_emptied_before_they_end(wipe: WipeAfter) -> None:
    assert late() == timedelta(hours=9)
    assert after(wipe) == min(AFTER[wipe], late())
    assert plan([ANSWER], wipe, ANSWER.at + 9 * HOUR).now == (ANSWER,)
    assert plan([ANSWER], wipe, ANSWER.at + 10 * HOUR).too_late == (ANSWER,)
    assert lapsed() == timedelta(hours=1)


@pytest.mark.parametrize("wipe", WipeAfter)
def test_under_an_operators_hands_what_nears_the_wall_goes_and_no_more(wipe: WipeAfter) -> None:
    new = ChatMessage(3, Author.OPERATOR, 40 * HOUR)
    found = plan([WORDS, ANSWER, new], wipe, late().total_seconds(), held=True)
    assert found.now == (WORDS,)
    assert found.again == ANSWER.at + late().total_seconds()


def test_of_very_many_messages_the_oldest_go_early_even_under_an_operators_hands() -> None:
    new = ChatMessage(3, Author.OPERATOR, 120.0)
    found = plan([ANSWER, WORDS, new], WipeAfter.LATE, 200.0, held=True, early=2)
    assert (found.now, found.too_late) == ((WORDS, ANSWER), ())
    assert found.again == new.at + late().total_seconds()


@pytest.mark.parametrize(("known", "early"), [(0, 0), (MOST, 0), (MOST + 1, PAGE + 1)])
def test_more_go_than_are_too_many_so_that_the_next_look_is_not_at_once(
    known: int, early: int
) -> None:
    assert surplus(known) == early


def test_of_a_page_the_chats_last_message_counts_not_the_pages() -> None:
    assert plan([WORDS], WipeAfter.HOUR, HOUR, last=60.0).again == HOUR + 60
    assert plan([WORDS], WipeAfter.HOUR, HOUR + 60, last=60.0).now == (WORDS,)


@given(messages, st.sampled_from(WipeAfter), st.floats(0, 200 * HOUR), st.booleans())
def test_no_message_is_passed_over(
    found: list[ChatMessage], wipe: WipeAfter, now: float, held: bool
) -> None:
    sorted_out = plan(found, wipe, now, held=held)
    assert len({*sorted_out.now, *sorted_out.too_late}) <= len(found)
    waiting = set(found) - {*sorted_out.now, *sorted_out.too_late}
    assert (sorted_out.again is None) == (not waiting)
    if sorted_out.again is not None:
        assert now < sorted_out.again
        walls = min(one.at for one in waiting) + WALL.total_seconds()
        assert sorted_out.again <= walls - HOUR, "an hour is left before the wall"
        assert sorted_out.again <= max(one.at for one in found) + max(
            AFTER.values()
        ).total_seconds() or (held or wipe is WipeAfter.LATE)
    assert list(sorted_out.now) == sorted(sorted_out.now, key=lambda one: one.at), "oldest first"

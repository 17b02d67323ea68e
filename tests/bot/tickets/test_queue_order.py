"""A ticket's rank as one number: urgency goes before time, and the time is given back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tickets.queue_order import rank, since_of, span
from flows.urgency import Urgency

BEGINNING = datetime(2024, 1, 1, tzinfo=UTC)
times = st.timedeltas(timedelta(), timedelta(days=70 * 365)).map(lambda passed: BEGINNING + passed)
urgencies = st.sampled_from(Urgency)


@given(urgencies, times, urgencies, times)
def test_urgency_goes_before_time(
    one: Urgency, since: datetime, other: Urgency, later: datetime
) -> None:
    first, second = rank(one, since), rank(other, later)
    if one != other:
        assert (first < second) == (one > other)
    elif abs(later - since) > timedelta(milliseconds=1):
        assert (first < second) == (since < later)


@given(urgencies, times)
def test_a_score_gives_its_time_back(urgency: Urgency, since: datetime) -> None:
    assert since_of(rank(urgency, since)) == pytest.approx(since.timestamp(), abs=0.001)


@given(urgencies, times, urgencies)
def test_an_urgency_has_a_range_of_its_own(one: Urgency, since: datetime, other: Urgency) -> None:
    first, end = span(other)
    assert (first <= rank(one, since) < end) == (one is other)

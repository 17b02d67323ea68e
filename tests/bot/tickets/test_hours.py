"""Hours: several shifts a day, nights, exceptions, and the next opening."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.texts.catalogue import CONTENT
from bot.texts.hours import check_hours, read_hours
from bot.tickets.hours import (
    KAZAKHSTAN,
    ExceptionalDay,
    Hours,
    Office,
    Shift,
    at_clock,
    day_and_time,
)

FILE = """
offices:
  almaty:
    weekdays:
      monday: ["09:00-13:00", "14:00-18:00"]
      friday: ["20:00-08:00"]
    exceptions:
      - date: 2026-11-30
        reason: inventory
        shifts: []
  astana:
    weekdays:
      wednesday: ["10:00-24:00"]
"""


@pytest.fixture
def hours(tmp_path: Path) -> Hours:
    (tmp_path / "hours.yml").write_text(FILE, encoding="utf-8")
    return read_hours(tmp_path)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Kazakhstan; the 23rd is a Monday."""
    return datetime(2026, 11, 23, tzinfo=KAZAKHSTAN) + timedelta(
        days=day - 23, hours=hour, minutes=minute
    )


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(23, 8, 59), False),
        (at(23, 9), True),
        (at(23, 13), False),
        (at(23, 14), True),
        (at(25, 9, 59), False),
        (at(25, 23, 59), True),
        (at(26, 0), False),
        (at(27, 20), True),
        (at(28, 7, 59), True),
        (at(28, 8), False),
        (at(30, 10), False),
    ],
)
def test_when_it_is_open(hours: Hours, moment: datetime, is_open: bool) -> None:
    assert hours.is_open(moment) is is_open
    assert hours.is_open(moment.astimezone(UTC)) is is_open


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (at(23, 8), at(23, 9)),
        (at(23, 13, 30), at(23, 14)),
        (at(23, 19), at(25, 10)),
        (at(28, 9), at(32, 10)),
    ],
)
def test_the_next_opening_passes_over_an_exception(
    hours: Hours, moment: datetime, opening: datetime
) -> None:
    assert hours.next_opening(moment) == opening


def test_an_exceptions_reason_is_told_to_operators(hours: Hours) -> None:
    assert hours.reason(at(30, 12)) == "inventory"
    assert hours.reason(at(23, 12)) == ""


def test_nobody_ever_works() -> None:
    assert Hours((Office("x", ((),) * 7, {}),)).next_opening(at(23, 8)) is None


moments = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
shifts = st.builds(
    Shift,
    st.times().map(lambda one: time(one.hour, one.minute)),
    st.integers(1, 1440).map(lambda minutes: timedelta(minutes=minutes)),
)
offices = st.builds(
    Office,
    st.just("x"),
    st.tuples(*[st.lists(shifts, max_size=2).map(tuple)] * 7),
    st.dictionaries(
        st.dates(date(2026, 1, 1), date(2027, 1, 1)),
        st.builds(ExceptionalDay, st.just("why"), st.just(())),
        max_size=2,
    ),
)


@given(st.lists(offices, max_size=2).map(lambda some: Hours(tuple(some))), moments)
def test_an_opening_is_later_and_it_is_open_then(any_hours: Hours, now: datetime) -> None:
    opening = any_hours.next_opening(now)
    if opening is not None:
        assert opening > now
        assert any_hours.is_open(opening)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("offices: {a: {weekdays: {monday: ['9-18']}}}", "no shift"),
        ("offices: {a: {weekdays: {someday: ['09:00-18:00']}}}", "someday"),
        ("offices: {a: {weekdays: {}, exceptions: [{date: x, reason: y}]}}", "is a day"),
        ("offices: {a: {weekdays: {}, exceptions: [{date: 2027-01-01}]}}", "reason"),
        ("offices: {a: {weekdays: {monday: ['25:00-26:00']}}}", "no shift"),
        ("open: always", "open"),
        ("offices: {a: {weekdays: {monday: []}}}", "nobody ever works"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "hours.yml").write_text(text, encoding="utf-8")
    (found,) = check_hours(tmp_path)
    assert found.file.endswith("hours.yml")
    assert fault in found.what


def test_a_missing_file_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="missing"):
        read_hours(tmp_path)


def test_the_projects_own_hours_are_readable() -> None:
    assert check_hours(CONTENT) == []


@pytest.mark.parametrize(
    ("now", "closed_until", "opens"),
    [
        (at(23, 10), None, None),
        (at(23, 13), None, at(23, 14)),
        (at(23, 10), at(23, 11), at(23, 11)),
        (at(23, 12), at(23, 13, 30), at(23, 14)),
        (at(23, 13), at(23, 13, 30), at(23, 14)),
        (at(23, 11), at(23, 10), None),
    ],
    ids=[
        "open",
        "outside the hours",
        "closed for now",
        "closed until it is closed anyway",
        "both",
        "a closure that is over",
    ],
)
def test_when_operators_answer_again(
    hours: Hours, now: datetime, closed_until: datetime | None, opens: datetime | None
) -> None:
    assert hours.opens(now, closed_until) == opens


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("18:00", at(23, 18)),
        (" 9:30 ", at(24, 9, 30)),
        ("10:00", at(24, 10)),
        ("24:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_the_next_one(text: str, then: datetime | None) -> None:
    found = at_clock(text, at(23, 10).astimezone(UTC))
    assert found == then


def test_a_day_and_a_time_are_those_of_kazakhstan() -> None:
    late = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)
    assert day_and_time(late) == "24.11 01:30"

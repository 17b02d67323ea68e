"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.dates import read_date

TODAY = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5.12.2025", date(2025, 12, 5)),
        ("05.12.2025", date(2025, 12, 5)),
        ("5/12/2025", date(2025, 12, 5)),
        ("5-12-2025", date(2025, 12, 5)),
        ("5,12,2025", date(2025, 12, 5)),
        ("5 12 2025", date(2025, 12, 5)),
        ("5. 12. 2025", date(2025, 12, 5)),
        ("5.12.25", date(2025, 12, 5)),
        ("29.2.2024", date(2024, 2, 29)),
        ("since 1.7.2026, I think", date(2026, 7, 1)),
        ("(1.7.2026)", date(2026, 7, 1)),
        ("1.7.2026.", date(2026, 7, 1)),
    ],
)
def test_day_comes_before_month(text: str, meant: date) -> None:
    assert read_date(text, TODAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        "5 июля",
        "05 июля",
        "5-июля",
        "5-го июля",
        "с 5 июля, кажется",
        "5 июля 2026",
        "5 июль",
        "5 шілде",
        "шілденің 5",
        "5-шілдеде",
        "5 iyul",
        "5-iyulda",
        "5 июлда",
        "5-июлда",
        "5 июли",
        "5 July",
        "5th of July",
        "July 5",
        "July 5th, 2026",
    ],
)
def test_a_month_may_be_named_in_each_language(text: str) -> None:
    assert read_date(text, TODAY) == date(2026, 7, 5)


@pytest.mark.parametrize(
    ("words", "distance"),
    [
        ("сегодня|бүгін|бүгүн|bugun|бугун|имрӯз|today", 0),
        ("вчера|кеше|кечээ|kecha|кеча|дирӯз|yesterday|Вчера вечером", -1),
        ("позавчера|day before yesterday|алдыңғы күні|мурдагы күнү|парерӯз", -2),
        ("завтра|ертең|эртең|ertaga|эртага|фардо|tomorrow", 1),
    ],
)
def test_a_day_may_be_named_by_its_distance(words: str, distance: int) -> None:
    for word in words.split("|"):
        assert read_date(word, TODAY) == TODAY + timedelta(days=distance), word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "long ago",
        "may I go",
        "yesterday or today",
        "5 or 6 декабря",
        "32 декабря",
        "5",
        "2026",
        "31.2.2026",
        "29.2.2026",
        "0.5.2026",
        "5.0.2026",
        "5.13.2026",
        "1.7 or 2.7",
        "from 1.7.2026 to 2.7.2026",
        "1.7.26; 1.7.26",
        "1234567",
    ],
)
def test_no_date_or_more_than_one_is_no_answer(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-05",  # ISO 8601: never "7 May" with the year cut off
        "2026.07.05",
        "5.7.20266",
        "5.7.202",
        "5.7.2",
        "1.5.7.26",
        "5.7 8 h",
    ],
)
def test_a_date_is_never_cut_out_of_a_longer_row_of_figures(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize("text", ["31.12.9999", "1.1.0001", "1.1.1970", "1.1.2126"])
def test_a_year_far_from_today_is_a_slip(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15.7", date(2026, 7, 15)),
        ("14.7", date(2026, 7, 14)),
        ("16.7", date(2026, 7, 16)),
        ("15.9", date(2026, 9, 15)),  # exactly two months ahead
        ("16.9", date(2025, 9, 16)),  # more than two months ahead: last year's
        ("31.12", date(2025, 12, 31)),
        ("1.1", date(2026, 1, 1)),
        ("29.2", None),  # neither 2025, 2026 nor 2027 has that day
    ],
)
def test_without_a_year_the_latest_such_day_is_meant(text: str, meant: date | None) -> None:
    assert read_date(text, TODAY) == meant


def test_around_new_year_the_next_year_is_near() -> None:
    assert read_date("3.1", date(2026, 12, 30)) == date(2027, 1, 3)
    assert read_date("30.12", date(2027, 1, 3)) == date(2026, 12, 30)


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
SEPARATORS = st.sampled_from([".", "/", "-", ",", " ", ". "])


@given(DAYS, SEPARATORS, st.integers(-1500, 1500))
def test_a_written_date_is_read_back(day: date, separator: str, away: int) -> None:
    today = day + timedelta(days=away)
    text = separator.join((str(day.day), str(day.month), str(day.year)))

    assert read_date(f"it was {text} in the evening", today) == day


@given(DAYS, DAYS)
def test_without_a_year_it_is_that_day_and_at_most_two_months_ahead(day: date, today: date) -> None:
    read = read_date(f"{day.day}.{day.month}", today)

    if (day.day, day.month) == (29, 2):
        assert read is None or (read.day, read.month) == (29, 2)
    else:
        assert read is not None
        assert (read.day, read.month) == (day.day, day.month)
        assert today - timedelta(days=366) < read <= today + timedelta(days=62)


@given(st.text(alphabet="0123456789./-, a", max_size=16) | st.text(max_size=16), DAYS)
def test_any_text_is_a_date_or_nothing_and_can_be_counted_from(text: str, today: date) -> None:
    read = read_date(text, today)

    assert read is None or read + timedelta(days=30) > read

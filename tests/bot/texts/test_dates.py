"""Dates and moments as people of each language write them."""

import pytest

from bot.texts.dates import shown

MONDAY = "2026-12-07T09:00"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ru", "понедельник, 7 декабря, 09:00"),
        ("en", "Monday, 7 December, 09:00"),
        ("kk", "дүйсенбі, 7 желтоқсан, 09:00"),
        ("uz", "dushanba, 7 dekabr, 09:00"),
        ("uz-Cyrl", "душанба, 7 декабр, 09:00"),
        ("ky", "дүйшөмбү, 7 декабрь, 09:00"),
        ("tg", "душанбе, 7 декабр, 09:00"),  # written large it would be the city
    ],
)
def test_a_moment_has_the_weekday_the_month_and_the_time_in_words(
    locale: str, expected: str
) -> None:
    assert shown(MONDAY, locale) == expected


def test_a_date_is_written_day_first_in_figures() -> None:
    assert shown("2026-12-05", "en") == "05.12.2026"


@pytest.mark.parametrize("wrong", ["", "soon", "2026-13-01", "2026-12-07Tnine"])
def test_anything_else_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month"):
        shown(wrong, "ru")

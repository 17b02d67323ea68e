"""Dates as people type them on a phone: 5.12, 05/12/2026, 5 12."""

import re
from datetime import date, timedelta

_DATE = re.compile(
    r"(?<!\d)(?<!\d[./,\- ])(\d{1,2})\s{0,2}[./,\- ]\s{0,2}(\d{1,2})"
    r"(?:\s{0,2}[./,\- ]\s{0,2}(\d{4}|\d{2}))?(?![./,\- ]?\d)"
)
"""Never a part of a longer row of figures: 2026-12-05 isn't the twelfth of May."""

_SOON = timedelta(days=62)
_YEARS = 10
"""A year further away than this is a slip of the finger, or somebody's birthday."""


def read_date(text: str, today: date) -> date | None:
    """The one date in a text, day before month; None if there is none or more than one.

    Without a year the latest such day is meant that lies at most two months ahead.
    """
    found = _DATE.findall(text)
    if len(found) != 1:
        return None
    day, month, year = found[0]
    if year:
        written = _day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
        return written if written and abs(written.year - today.year) <= _YEARS else None
    near = (_day(today.year + ahead, int(month), int(day)) for ahead in (1, 0, -1))
    return next((one for one in near if one and one <= today + _SOON), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Dates as people type them on a phone: 5.12, 05/12/2026, 5 12."""

import re
from datetime import date, timedelta

_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*[./,\- ]\s*(\d{1,2})(?:\s*[./,\- ]\s*(\d{4}|\d{2}))?(?!\d)")
_SOON = timedelta(days=62)


def read_date(text: str, today: date) -> date | None:
    """The one date in a text, day before month; None if there is none or more than one.

    Without a year the latest such day is meant that lies at most two months ahead.
    """
    found = _DATE.findall(text)
    if len(found) != 1:
        return None
    day, month, year = found[0]
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    near = (_day(today.year + ahead, int(month), int(day)) for ahead in (1, 0, -1))
    return next((one for one in near if one and one <= today + _SOON), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

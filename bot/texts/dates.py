"""Dates and moments as a person reads them."""

import re
from datetime import date, datetime

from babel.dates import format_datetime, get_day_names

_TIME = re.compile(r"[0-2]\d:[0-5]\d")

_CAPITALS = "en"
"""The only locale whose days and months are written large."""


def shown(iso: str, locale: str) -> str:
    """A date as 05.12.2026; a moment to the minute as `суббота, 5 декабря, 09:00`; a time of day,
    such as 09:00, as it is.

    Names and order are the Unicode CLDR's. Raises `ValueError` for what isn't ISO 8601.
    """
    if _TIME.fullmatch(iso):
        return iso
    if "T" not in iso:
        return date.fromisoformat(iso).strftime("%d.%m.%Y")
    moment = datetime.fromisoformat(iso)
    words = format_datetime(moment, "EEEE, d MMMM, HH:mm", locale=locale.replace("-", "_"))
    return words if locale == _CAPITALS else words.lower()


def weekday(number: int, locale: str) -> str:
    """A day's short name, Monday is 0: `пн`."""
    names = get_day_names("abbreviated", locale=locale.replace("-", "_"))
    return str(names[number]).removesuffix(".")

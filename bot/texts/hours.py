"""`content/hours.yml`: when operators answer."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.errors import ContentError
from bot.texts.findings import Finding, unreadable
from bot.texts.tree import Folder
from bot.texts.yaml import Document, read_yaml
from bot.tickets.hours import ExceptionalDay, Hours, Office, Shift

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")


def read_hours(folder: Folder) -> Hours:
    """Read the hours. Raises `ContentError` with file:line."""
    document = read_yaml(folder / "hours.yml")
    document.known(document.root, {"offices"})
    offices = document.mapping(document.root, "offices")
    return Hours(tuple(_office(document, str(name), body) for name, body in offices.items()))


def check_hours(folder: Folder) -> list[Finding]:
    """Findings in the file of working hours."""
    try:
        hours = read_hours(folder)
    except ContentError as error:
        return [unreadable(error)]
    if not any(shifts for office in hours.offices for shifts in office.weekdays):
        place = f"{folder.name}/hours.yml"
        return [Finding(place, 1, "nobody ever works", "Give at least one weekday a shift")]
    return []


def _office(document: Document, name: str, body: Any) -> Office:
    document.known(body, {"weekdays", "exceptions"})
    weekdays = document.mapping(body, "weekdays")
    document.known(weekdays, DAYS)
    return Office(
        name,
        tuple(_shifts(document, weekdays, day) for day in DAYS),
        dict(_exception(document, one) for one in body.get("exceptions") or ()),
    )


def _exception(document: Document, body: Any) -> tuple[date, ExceptionalDay]:
    document.known(body, {"date", "reason", "shifts"})
    day = body.get("date")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise document.fault(body, "`date` is a day such as 2027-01-01", "date")
    return day, ExceptionalDay(document.word(body, "reason"), _shifts(document, body, "shifts"))


def _shifts(document: Document, node: Any, key: str) -> tuple[Shift, ...]:
    found = []
    for words in document.words(node, key):
        span = _SPAN.fullmatch(words)
        if span is None:
            raise document.fault(node, f"{words!r} is no shift; write it like 09:00-18:00", key)
        start = time(int(span[1]), int(span[2]))
        end = timedelta(hours=int(span[3]), minutes=int(span[4])) if span[3] else _DAY
        length = end - timedelta(hours=start.hour, minutes=start.minute)
        found.append(Shift(start, length if length > timedelta() else length + _DAY))
    return tuple(found)


_DAY = timedelta(days=1)

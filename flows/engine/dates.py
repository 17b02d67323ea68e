"""Dates as people type them on a phone: 5.12, 05/12/2026, 5 12, 5 декабря, yesterday."""

import re
from datetime import date, timedelta

_DATE = re.compile(
    r"(?<!\d)(?<!\d[./,\- ])(\d{1,2})\s{0,2}[./,\- ]\s{0,2}(\d{1,2})"
    r"(?:\s{0,2}[./,\- ]\s{0,2}(\d{4}|\d{2}))?(?![./,\- ]?\d)"
)
"""Never a part of a longer row of figures: 2026-12-05 isn't the twelfth of May."""

_MONTHS = (
    "январ|yanvar|january|jan|қаңтар",
    "феврал|fevral|february|feb|ақпан",
    "март|mart|march|наурыз",
    "апрел|aprel|april|apr|сәуір",
    "мая|май|may|мамыр",
    "июн|iyun|june|jun|маусым",
    "июл|iyul|july|jul|шілде",
    "август|avgust|august|aug|тамыз",
    "сентябр|sentabr|sentyabr|september|sep|қыркүйек",
    "октябр|oktabr|oktyabr|october|oct|қазан",
    "ноябр|noyabr|november|nov|қараша",
    "декабр|dekabr|december|dec|желтоқсан",
)
"""How each month's name begins in the helpline's languages."""

_MONTH = "|".join(_MONTHS)
_NAMED = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\s?-?\s?[^\W\d_]{{1,3}}\b)?[\s-]{{0,2}}(?:of )?"
    rf"\b(?P<month>{_MONTH})[^\W\d_]{{0,8}}(?:[\s,]{{1,2}}(?P<year>\d{{4}}))?(?!\d)"
    rf"|\b(?P<month_first>{_MONTH})[^\W\d_]{{0,8}}[\s-]{{1,2}}(?P<day_last>\d{{1,2}})(?!\d)"
    rf"(?:[^\W\d_]{{1,2}})?(?:[\s,]{{1,2}}(?P<year_last>\d{{4}}))?"
)

_DAYS = {
    0: "сегодня бүгін бүгүн bugun бугун имрӯз имруз today",
    -1: "вчера кеше кешеден кечээ кечээтен kecha kechadan кеча кечадан дирӯз дируз yesterday",
    -2: "позавчера парерӯз",
    1: "завтра ертең эртең ertaga эртага фардо tomorrow",
}
"""Days by their distance from today."""

_DISTANCE = {word: distance for distance, words in _DAYS.items() for word in words.split()}
_BEFORE = re.compile("day before yesterday|алдыңғы күні|мурдагы күнү")
_WORD = re.compile(r"[^\W\d_]+")

_SOON = timedelta(days=62)
_YEARS = 10
"""A year further away than this is a slip of the finger, or somebody's birthday."""


def read_date(text: str, today: date) -> date | None:
    """The one date in a text, day before month; None if there is none or more than one.

    Without a year the latest such day is meant that lies at most two months ahead.
    """
    small = text.lower()
    figures, named = _DATE.findall(small), list(_NAMED.finditer(small))
    distances = [_DISTANCE[word] for word in _WORD.findall(small) if word in _DISTANCE]
    if _BEFORE.search(small):
        distances = [-2]
    if len(figures) + len(named) + len(distances) != 1:
        return None
    if distances:
        return today + timedelta(days=distances[0])
    if figures:
        day, month, year = figures[0]
        return _meant(int(day), int(month), year, today)
    found = named[0]
    if any(map(str.isdigit, small[: found.start()] + small[found.end() :])):
        return None
    parts = found.groupdict()
    month = _number(parts["month"] or parts["month_first"])
    day = int(parts["day"] or parts["day_last"])
    return _meant(day, month, parts["year"] or parts["year_last"] or "", today)


def _number(begin: str) -> int:
    """The month whose name begins so, from 1."""
    return next(n for n, begins in enumerate(_MONTHS, 1) if begin in begins.split("|"))


def _meant(day: int, month: int, year: str, today: date) -> date | None:
    if year:
        written = _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
        return written if written and abs(written.year - today.year) <= _YEARS else None
    near = (_day(today.year + ahead, month, day) for ahead in (1, 0, -1))
    return next((one for one in near if one and one <= today + _SOON), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

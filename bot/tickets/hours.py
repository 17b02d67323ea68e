"""When operators answer: offices, weekdays, shifts, and dated exceptions. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

KAZAKHSTAN = timezone(timedelta(hours=5))
"""One time zone for the whole country since 1 March 2024."""

LOOKED_AHEAD = 370
"""Days in which an opening is looked for; a desk that is closed for longer is closed."""

_DAY = timedelta(days=1)

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def day_and_time(moment: datetime) -> str:
    """A moment as calendars and clocks in Kazakhstan show it, without the year: 29.11 18:00."""
    return f"{moment.astimezone(KAZAKHSTAN):%d.%m %H:%M}"


def at_clock(text: str, now: datetime) -> datetime | None:
    """The next time at which clocks in Kazakhstan show this, such as 18:00; None for anything
    else."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    local = now.astimezone(KAZAKHSTAN)
    then = local.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    return (then + timedelta(days=then <= local)).astimezone(now.tzinfo)


@dataclass(frozen=True, slots=True)
class Shift:
    """From `start` on, for `length`; it may end after midnight."""

    start: time
    length: timedelta


@dataclass(frozen=True, slots=True)
class ExceptionalDay:
    """A day that is unlike its weekday, and why."""

    reason: str
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A place where operators work. `weekdays`: Monday first, seven of them."""

    name: str
    weekdays: tuple[tuple[Shift, ...], ...]
    exceptions: Mapping[date, ExceptionalDay]

    def shifts(self, day: date) -> tuple[Shift, ...]:
        """The shifts that begin on a day."""
        exceptional = self.exceptions.get(day)
        return exceptional.shifts if exceptional else self.weekdays[day.weekday()]


@dataclass(frozen=True, slots=True)
class Hours:
    """The desk's hours: it is open while any office is."""

    offices: tuple[Office, ...]

    def is_open(self, now: datetime) -> bool:
        """Whether operators work at this moment."""
        local = now.astimezone(KAZAKHSTAN)
        return any(
            start <= local < end
            for day in (local.date() - _DAY, local.date())
            for start, end in self._spans(day)
        )

    def next_opening(self, now: datetime) -> datetime | None:
        """When they begin again, in Kazakhstan's time; None if that isn't known."""
        local = now.astimezone(KAZAKHSTAN)
        for ahead in range(LOOKED_AHEAD):
            day = local.date() + timedelta(days=ahead)
            starts = [start for start, _ in self._spans(day) if start > local]
            if starts:
                return min(starts)
        return None

    def opens(self, now: datetime, closed_until: datetime | None = None) -> datetime | None:
        """Outside the hours, or until a supervisor's closure ends: when operators answer again, in
        Kazakhstan's time. None while they answer, and where it isn't known."""
        start = now if closed_until is None else max(now, closed_until)
        if start == now and self.is_open(now):
            return None
        return start.astimezone(KAZAKHSTAN) if self.is_open(start) else self.next_opening(start)

    def reason(self, now: datetime) -> str:
        """Why today is exceptional, for operators; "" if it isn't."""
        today = now.astimezone(KAZAKHSTAN).date()
        found = (office.exceptions.get(today) for office in self.offices)
        return next((one.reason for one in found if one), "")

    def _spans(self, day: date) -> list[tuple[datetime, datetime]]:
        return [
            (start := datetime.combine(day, shift.start, KAZAKHSTAN), start + shift.length)
            for office in self.offices
            for shift in office.shifts(day)
        ]


ALWAYS = Hours((Office("always", ((Shift(time(), _DAY),),) * 7, {}),))
"""Never closed."""

"""What this program does, in rows that sentences about ourselves are bound to: `[^own stub]`.

Each row is made from the table or the constant that the program itself follows, so a change there
changes the row, and every sentence that rests on it has to be compared anew. Rows show what the
code holds, not what one process was configured to.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import cache
from typing import get_args

from bot.config import VARIABLES
from bot.privacy.chat_deletion import AFTER, MARGIN, WALL
from bot.privacy.retention import Retention
from bot.tickets.ticket import Ticket
from flows.conversation import OPEN
from flows.effects import Effect, Notice
from flows.engine.operating import REOPENS_WITHIN

NAME = "own"
TITLE = "What this program does"
_SERVICES = ("_URL", "_API", "_DSN")


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. `said`: for people; `spans`: the times that a sentence about it may name."""

    said: str
    spans: tuple[timedelta, ...] = ()

    @property
    def figures(self) -> frozenset[str]:
        """The numbers that a sentence may write for the spans: minutes, hours, days or months."""
        units = (timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=30))
        return frozenset(str(span // unit) for span in self.spans for unit in units if span >= unit)


@cache
def facts() -> Mapping[str, Fact]:
    """Row → fact: those of the retention table by their names, and the others."""
    rows = {one.name.lower(): _kept(one) for one in Retention}
    return {**rows, **{name: make() for name, make in _OTHERS.items()}}


def _kept(one: Retention) -> Fact:
    row = one.value
    said = f"{row.holds}; at most {_hours(row.lifetime)}; ended earlier by {row.ended_by}"
    return Fact(said, (row.lifetime,))


def _reads() -> Fact:
    during = ", ".join(sorted(OPEN))
    said = f"operators get the person's words while the status is {during}"
    return Fact(f"{said}, and if they go on within {_hours(REOPENS_WITHIN)}", (REOPENS_WITHIN,))


def _sees() -> Fact:
    shown = ", ".join(one.name for one in fields(Ticket))
    return Fact(f"a ticket: {shown}; notices: {', '.join(sorted(Notice))}")


def _wiping() -> Fact:
    latest = min(Retention.MESSAGE_IDS.value.lifetime, WALL) - MARGIN
    said = ", ".join(f"{choice}: {_hours(after)}" for choice, after in AFTER.items())
    return Fact(f"{said}; the latest: {_hours(latest)}", (*AFTER.values(), latest))


def _telegram() -> Fact:
    return Fact(f"a message can be deleted for {_hours(WALL)} (Bot API, deleteMessage)", (WALL,))


def _erases() -> Fact:
    by_erasure = [
        one.name.lower() for one in Retention if "erasure" in re.split("[,;] ", one.value.ended_by)
    ]
    others = [one.name.lower() for one in Retention if one.name.lower() not in by_erasure]
    return Fact(f"erased: {', '.join(by_erasure)}; not: {', '.join(others)}")


def _understanding() -> Fact:
    """Where this program can send anything: a new service would have a setting."""
    settings = ", ".join(sorted(name for name in VARIABLES if name.endswith(_SERVICES)))
    return Fact(f"the only services that it is told of: {settings}")


def _calls() -> Fact:
    """Nothing that it can do is a call."""
    return Fact(f"all that a turn can do: {', '.join(one.__name__ for one in get_args(Effect))}")


def _hours(time: timedelta) -> str:
    return f"{time / timedelta(hours=1):g} h"


_OTHERS: Mapping[str, Callable[[], Fact]] = {
    "reads": _reads,
    "sees": _sees,
    "wiping": _wiping,
    "telegram": _telegram,
    "erases": _erases,
    "understanding": _understanding,
    "calls": _calls,
}

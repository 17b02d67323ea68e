"""What this program does, in rows that sentences about ourselves are bound to: `[^own stub]`.

Each row is made from the table or the constant that the program itself follows, so a change there
changes the row, and every sentence that rests on it has to be compared anew. Rows show what the
code holds, not what one process was configured to.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import get_args

from bot.config import VARIABLES, DeskMode
from bot.privacy.chat_deletion import AFTER, MARGIN, WALL
from bot.privacy.retention import Retention
from bot.tickets.ticket import Ticket
from flows.clocks import REOPENS_WITHIN
from flows.conversation import OPEN
from flows.effects import Effect, Notice, RelayUnsupported
from flows.events import Unsupported
from flows.format.model import Library

NAME = "own"
TITLE = "What this program does"
_SERVICES = ("_URL", "_API", "_DSN")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about this program. `said`: for people; `spans`: the times that a sentence about it
    may name."""

    said: str
    spans: tuple[timedelta, ...] = ()

    @property
    def figures(self) -> frozenset[str]:
        """The numbers that a sentence may write for the spans: minutes, hours, days or months."""
        units = (timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=30))
        return frozenset(str(span // unit) for span in self.spans for unit in units if span >= unit)


def facts(library: Library | None = None) -> Mapping[str, Fact]:
    """Row → fact: those of the retention table by their names, and the others.

    `library`: the flows; without them nobody knows which of them call operators.
    """
    rows = {one.name.lower(): _kept(one) for one in Retention}
    found = {**rows, **{name: make() for name, make in _OTHERS.items()}}
    if library is not None:
        calling = sorted(flow.id for flow in library.flows.values() if flow.topics)
        reads = found["reads"]
        found["reads"] = replace(reads, said=f"{reads.said}; called by flows: {', '.join(calling)}")
    return found


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


def _keeps() -> Fact:
    """All that is kept: a name or a number would stand in a row."""
    return Fact("; ".join(f"{one.name.lower()}: {one.value.holds}" for one in Retention))


def _desks() -> Fact:
    """Where operators work, as a deployment may choose."""
    return Fact(f"HELPLINE_DESK is one of: {', '.join(sorted(DeskMode))}")


def _unsupported() -> Fact:
    """What operators are told of a picture or a voice message."""
    kinds = ", ".join(sorted(Unsupported))
    told = ", ".join(one.name for one in fields(RelayUnsupported))
    return Fact(f"of {kinds} only this goes on: {told}")


def _calls() -> Fact:
    """Nothing that it can do is a call."""
    return Fact(f"all that a turn can do: {', '.join(one.__name__ for one in get_args(Effect))}")


def _hours(time: timedelta) -> str:
    days = time / timedelta(days=1)
    return f"{days:g} days" if days >= 3 else f"{time / timedelta(hours=1):g} h"


_OTHERS: Mapping[str, Callable[[], Fact]] = {
    "kept": _keeps,
    "unsupported": _unsupported,
    "reads": _reads,
    "sees": _sees,
    "wiping": _wiping,
    "telegram": _telegram,
    "erases": _erases,
    "understanding": _understanding,
    "desks": _desks,
    "calls": _calls,
}

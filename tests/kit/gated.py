"""The gate of a publication, which looks at each tree once in a process.

It is pure: the same tree at the same day has the same faults, and to find them takes two seconds.
The tests of what a process makes of them show it four trees, thirty times.
"""

from collections.abc import Mapping
from datetime import date

from bot.clock import Clock
from bot.texts.findings import Report
from bot.texts.publication import BrokenTree, version_of
from bot.texts.publication import gate as look

_seen: dict[tuple[str, date, bool], Report | BrokenTree] = {}


def gate(files: Mapping[str, str], clock: Clock, *, stale: bool = True) -> Report:
    """As `bot.texts.publication.gate`."""
    key = (version_of(files), clock.now().date(), stale)
    if key not in _seen:
        try:
            _seen[key] = look(files, clock, stale=stale)
        except BrokenTree as error:
            _seen[key] = error
    found = _seen[key]
    if isinstance(found, BrokenTree):
        raise found
    return found

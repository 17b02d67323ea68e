"""What ended lately, from the counts by day. Pure.

Days are all that is counted, so yesterday and today are the nearest to the last 24 hours that there
is; nothing more is kept for it. Small numbers are withheld as in a report.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.reports.counting import OUTCOMES, WAITING
from bot.reports.report import PARTS, Shown
from bot.reports.withholding import shown, shown_total

EMERGENCY = "emergency"


def recent(days: Sequence[Mapping[str, int]]) -> list[Shown]:
    """Tickets that ended in these days: by outcome, those of emergencies by outcome, and by how
    long they waited. None: fewer than five, or withheld so that those can't be worked out."""
    ended, emergencies, waited = Counter[str](), Counter[str](), Counter[str]()
    for fields in days:
        for field, count in fields.items():
            values = dict(zip(PARTS, field.split("|"), strict=True))
            if values["kind"] != "ticket":
                continue
            ended[values["outcome"]] += count
            waited[values["waiting"]] += count
            if values["urgency"] == EMERGENCY:
                emergencies[values["outcome"]] += count
    return [
        _table("outcome", ended, OUTCOMES),
        _table(EMERGENCY, emergencies, OUTCOMES),
        _table("waiting", waited, WAITING),
    ]


def _table(by: str, cells: Mapping[str, int], names: Sequence[str]) -> Shown:
    may = shown(cells)
    return Shown("ticket", by, {name: may.get(name) for name in names}, shown_total(cells))

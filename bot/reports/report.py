"""A report: one page with charts that asks nobody for anything, and the same numbers as CSV."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bot.reports.counting import OUTCOMES, WAITING
from bot.reports.withholding import Table, added, added_total

PARTS = ("kind", "locale", "topic", "urgency", "outcome", "waiting")
NONE = "\u2013"
OTHER = "other"
NOTE = (
    f"{NONE}: none, fewer than five, or withheld so that those can't be worked out. "
    "Months are judged one by one and then added up, so a sum may be smaller than the truth."
)
TABLES = (
    ("conversation", "day"),
    ("conversation", "locale"),
    ("topic", "topic"),
    ("ticket", "day"),
    ("ticket", "locale"),
    ("ticket", "topic"),
    ("ticket", "urgency"),
    ("ticket", "outcome"),
    ("ticket", "waiting"),
)
"""Each kind by one property at a time: two at once would leave little that may be shown."""

Months = Sequence[Mapping[str, Mapping[str, int]]]
"""Month after month: day → field of `Count` → how many."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it may be shown. None: not to be shown."""

    kind: str
    by: str
    cells: Mapping[str, int | None]
    total: int | None


def tables(months: Months, names: Mapping[str, Sequence[str]]) -> list[Shown]:
    """All tables of a report. `names`: what a property can be, besides what follows from it."""
    known = {"outcome": OUTCOMES, "waiting": WAITING, **names}
    days = [day for month in months for day in month]
    found = []
    for kind, by in TABLES:
        parts = [_table(month, kind, by) for month in months]
        cells = added(parts, days) if by == "day" else added(parts, [*known[by], OTHER], OTHER)
        found.append(Shown(kind, by, cells, added_total(parts)))
    return found


def _table(month: Mapping[str, Mapping[str, int]], kind: str, by: str) -> Table:
    cells: Counter[str] = Counter()
    for day, fields in month.items():
        for field, count in fields.items():
            values = dict(zip(PARTS, field.split("|"), strict=True))
            if values["kind"] == kind:
                cells[day if by == "day" else values[by]] += count
    return cells


def as_csv(shown: Sequence[Shown]) -> str:
    """kind, by, name, count; an empty count isn't shown."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("kind", "by", "name", "count"))
    for table in shown:
        for name, count in (*table.cells.items(), ("total", table.total)):
            writer.writerow((table.kind, table.by, name, "" if count is None else count))
    return out.getvalue()


def as_html(shown: Sequence[Shown], title: str) -> str:
    """The page. Nothing in it is loaded from anywhere, and its policy forbids it."""
    body = "".join(_section(table) for table in shown)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>body{{font:16px sans-serif;margin:2em auto;"
        "max-width:50em}svg text{font:12px sans-serif}rect{fill:#2a6f97}</style></head>"
        f"<body><h1>{escape(title)}</h1><p>{escape(NOTE)}</p>{body}</body></html>\n"
    )


_ROW = 20
_LEFT = 190
_WIDTH = 480


def _section(table: Shown) -> str:
    most = max((count for count in table.cells.values() if count), default=1)
    rows = []
    for place, (name, count) in enumerate(table.cells.items()):
        y = place * _ROW
        width = round(_WIDTH * (count or 0) / most)
        rows.append(
            f'<text x="{_LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_LEFT}" y="{y + 3}" width="{width}" height="{_ROW - 6}"/>'
            f'<text x="{_LEFT + width + 6}" y="{y + 14}">{_number(count)}</text>'
        )
    height, heading = len(table.cells) * _ROW, f"{table.kind}s by {table.by}"
    return (
        f"<h2>{escape(heading)}</h2><p>total: {_number(table.total)}</p>"
        f'<svg role="img" aria-label="{escape(heading)}" width="{_LEFT + _WIDTH + 60}" '
        f'height="{height}">{"".join(rows)}</svg>'
    )


def _number(count: int | None) -> str:
    return NONE if count is None else str(count)

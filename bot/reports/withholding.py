"""Withholds cells of a table, so that none below five can be read or worked out. Pure.

Cells of one to four are withheld. Where the total is known, a single withheld cell could be
worked out from the rest, so the smallest shown cell is withheld with it; an empty cell looks the
same as a withheld one. A month is the unit: it is judged by itself, once and for all (only whole
months that are over are reported), and longer reports add up what its months show. So the
difference of any two reports is a sum of what is shown anyway.
"""

from collections.abc import Mapping, Sequence

LEAST = 5

Table = Mapping[str, int]


def shown(table: Table) -> dict[str, int]:
    """The cells of one month's table that may be shown."""
    cells = {name: count for name, count in table.items() if count > 0}
    withheld = {name for name, count in cells.items() if count < LEAST}
    if withheld:
        by_size = sorted((count, name) for name, count in cells.items() if name not in withheld)
        while by_size and _given_away([cells[name] for name in withheld]):
            withheld.add(by_size.pop(0)[1])
    return {name: count for name, count in cells.items() if name not in withheld}


def _given_away(withheld: Sequence[int]) -> bool:
    """Whether the sum of the withheld cells, which the total tells, tells them as well: one alone,
    or all of them ones."""
    return len(withheld) < 2 or sum(withheld) == len(withheld)


def shown_total(table: Table) -> int | None:
    """The month's total, if it is none that would itself be a small cell."""
    total = sum(table.values())
    return total if total >= LEAST else None


def added(
    months: Sequence[Table], names: Sequence[str], rest: str | None = None
) -> dict[str, int | None]:
    """Cells of several months: the sum of what each shows; None where no month shows anything.

    `rest`: the name under which the cells that have none of these names are shown together. First
    withheld and then put together: names come and go with the flows and the texts, and a cell that
    is added to others only after they were judged would show in the difference of two reports.
    """
    parts = [_gathered(shown(month), names, rest) for month in months]
    return {
        name: sum(part[name] for part in parts if name in part)
        if any(name in part for part in parts)
        else None
        for name in names
    }


def _gathered(part: Table, names: Sequence[str], rest: str | None) -> Table:
    if rest is None:
        return part
    kept = {name: count for name, count in part.items() if name in names and name != rest}
    others = sum(count for name, count in part.items() if name not in kept)
    return {**kept, rest: others} if others else kept


def added_total(months: Sequence[Table]) -> int | None:
    """The sum of several months' totals that may be shown; None if none may."""
    totals = [total for month in months if (total := shown_total(month)) is not None]
    return sum(totals) if totals else None

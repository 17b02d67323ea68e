"""No cell of one to four can be worked out, by anybody who knows the rule."""

import itertools
from collections import defaultdict

from hypothesis import example, given
from hypothesis import strategies as st

from bot.reports.withholding import LEAST, added, added_total, shown, shown_total

NAMES = ("a", "b", "c")
SIZES = range(13)

tables = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 60))


def seen(cells: tuple[int, ...]) -> tuple[object, ...]:
    """All that is published of a month."""
    table = dict(zip(NAMES, cells, strict=True))
    return (tuple(sorted(shown(table).items())), shown_total(table))


def test_every_small_cell_could_be_another_number() -> None:
    """All small tables, grouped by what is published of them: within each group, every cell of
    one to four has at least two possible values."""
    groups: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for cells in itertools.product(SIZES, repeat=len(NAMES)):
        groups[seen(cells)].append(cells)
    checked = 0
    for alike in groups.values():
        for cells in alike:
            if sum(cells) >= max(SIZES):
                continue  # its alternatives may lie outside of the tables that were tried
            for place, count in enumerate(cells):
                if 0 < count < LEAST:
                    checked += 1
                    assert len({other[place] for other in alike}) > 1, cells
    assert checked > 100


@given(tables)
def test_nothing_small_is_shown(table: dict[str, int]) -> None:
    for name, count in shown(table).items():
        assert count == table[name] >= LEAST
    assert shown_total(table) is None or shown_total(table) == sum(table.values()) >= LEAST


@given(tables)
def test_one_cell_is_never_withheld_alone(table: dict[str, int]) -> None:
    cells = {name: count for name, count in table.items() if count}
    hidden = set(cells) - set(shown(table))
    assert len(hidden) != 1 or len(cells) == 1, "the total would give it away"
    assert not hidden or any(cells[name] < LEAST for name in hidden), "nothing without need"


@given(st.lists(tables, min_size=1, max_size=5), st.data())
def test_the_difference_of_two_reports_is_what_is_shown_anyway(
    months: list[dict[str, int]], data: st.DataObject
) -> None:
    names = sorted({name for month in months for name in month})
    first = data.draw(st.integers(0, len(months)))
    last = data.draw(st.integers(first, len(months)))
    longer, shorter = added(months, names), added([*months[:first], *months[last:]], names)
    between = [shown(month) for month in months[first:last]]
    for name in names:
        difference = (longer[name] or 0) - (shorter[name] or 0)
        assert difference == sum(part.get(name, 0) for part in between)
        assert difference == 0 or difference >= LEAST
    totals = (added_total(months) or 0) - (added_total([*months[:first], *months[last:]]) or 0)
    assert totals == 0 or totals >= LEAST


@given(st.lists(tables, min_size=1, max_size=3), st.sets(st.sampled_from("abcdefg")), st.data())
@example([{"a": 3, "b": 4, "c": 2, "d": 5, "e": 20}], set("abce"), None)
def test_a_flow_that_is_gone_by_the_second_report_gives_nothing_away(
    months: list[dict[str, int]], before: set[str], data: st.DataObject | None
) -> None:
    """The same months, but what had a name of its own is among the others now."""
    gone = data.draw(st.sampled_from("abcdefg")) if data else "a"
    one = added(months, [*sorted(before), "other"], "other")
    two = added(months, [*sorted(before - {gone}), "other"], "other")
    moved = (two["other"] or 0) - (one["other"] or 0)
    assert moved == (one.get(gone) or 0)
    assert moved == 0 or moved >= LEAST
    assert all(one[name] == two[name] for name in before - {gone})

"""Ours and another, measured by turns, round by round."""

import argparse
from collections.abc import Awaitable, Callable, Sequence

from bench import report
from bench.figures import Beside, Figures, Round, beside, figures
from bench.report import Section

Measure = Callable[[int], Awaitable[Round]]


def say(line: str) -> None:
    """Progress."""
    print(f"  {line}", flush=True)


async def by_turns(
    options: argparse.Namespace,
    names: tuple[str, str],
    own: Measure,
    other: Measure,
    counts: Sequence[int],
) -> tuple[list[Figures], list[Beside]]:
    """Ours and the peer's, round by round, at each number of chats."""
    mine, theirs, ratios = list[Figures](), list[Figures](), list[Beside]()
    for count in counts:
        rounds = list[tuple[Round, Round]]()
        for number in range(options.rounds):
            rounds.append((await own(count), await other(count)))
            say(
                f"{count} at once, round {number + 1}: "
                f"{rounds[-1][0].rate:.1f} and {rounds[-1][1].rate:.1f} a second"
            )
        one, two = [pair[0] for pair in rounds], [pair[1] for pair in rounds]
        mine.append(figures(names[0], count, one))
        theirs.append(figures(names[1], count, two))
        ratios.append(beside(names[1], count, one, two))
    return [*mine, *theirs], ratios


def compared(rows: Sequence[Figures], ratios: Sequence[Beside], picture: str) -> Section:
    """A table, the ratios, a picture."""
    lines = [*report.table(rows), *map(report.ratio, ratios)]
    return Section([*lines, "", report.draw_latencies(rows, picture)], [*rows, *ratios])

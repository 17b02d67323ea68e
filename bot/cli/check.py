"""`helpline check`: the gate for flows, texts and the lexicon. `file:line: what. How to mend it`"""

import argparse
from datetime import UTC, date, datetime, time
from pathlib import Path

from bot.clock import SettableClock, SystemClock
from bot.texts.catalogue import CONTENT
from bot.texts.check import check_all
from flows.format.load import DEFINITIONS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline check`; it checks `flows`, `content` and `nlu/lexicon`."""
    parser.add_argument("--brief", action="store_true", help="leave out the notes")
    add_today(parser)
    add_tree(parser)


def add_today(parser: argparse.ArgumentParser) -> None:
    """The option that says from which day on it is judged what is overdue or fresh."""
    parser.add_argument(
        "--today", type=date.fromisoformat, metavar="DATE", help="as if it were YYYY-MM-DD"
    )


def add_tree(parser: argparse.ArgumentParser) -> None:
    """The options that name another tree than this checkout's own."""
    parser.add_argument("--content", type=Path, default=CONTENT, help="another folder of texts")
    parser.add_argument("--flows", type=Path, default=DEFINITIONS, help="another folder of flows")


def run(args: argparse.Namespace) -> int:
    """0 if there is nothing to mend, else 1. Notes stop nothing."""
    report = check_all(args.flows, args.content, clock_of(args.today))
    for note in [] if args.brief else report.notes:
        print(f"note: {note}")
    for fault in report.faults:
        print(fault)
    print(f"{len(report.faults)} faults, {len(report.notes)} notes")
    return 1 if report.faults else 0


def clock_of(today: date | None) -> SettableClock | SystemClock:
    """A clock that stands at noon of a day; without one, the real one."""
    return SettableClock(datetime.combine(today, time(12), UTC)) if today else SystemClock()

"""`helpline check`: the gate for flows, texts and the lexicon. `file:line: what. How to mend it`"""

import argparse
from datetime import UTC, date, datetime, time
from pathlib import Path

from bot import config
from bot.clock import SettableClock, SystemClock
from bot.texts import wording
from bot.texts.catalogue import CONTENT
from bot.texts.check import check_all
from flows.format.load import DEFINITIONS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline check`; it checks `flows`, `content` and `nlu/lexicon`."""
    parser.add_argument("--brief", action="store_true", help="leave out the notes")
    add_locale(parser)
    add_today(parser)
    add_tree(parser)


def add_locale(parser: argparse.ArgumentParser) -> None:
    """The option that says in which language findings are told."""
    parser.add_argument(
        "--locale", choices=wording.LOCALES, help="the language (HELPLINE_DESK_LOCALE, or en)"
    )


def locale_of(args: argparse.Namespace) -> str:
    """The language to tell findings in. Raises `ConfigError`."""
    return wording.chosen(args.locale, config.read_desk_locale())


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
    locale = locale_of(args)
    report = check_all(args.flows, args.content, clock_of(args.today))
    faults = [*report.faults, *report.stale]
    for note in [] if args.brief else report.notes:
        print(f"{wording.NOTE[locale]}: {wording.said(note, locale)}")
    for fault in faults:
        print(wording.said(fault, locale))
    print(wording.SUM[locale].format(faults=len(faults), notes=len(report.notes)))
    return 1 if faults else 0


def clock_of(today: date | None) -> SettableClock | SystemClock:
    """A clock that stands at noon of a day; without one, the real one."""
    return SettableClock(datetime.combine(today, time(12), UTC)) if today else SystemClock()

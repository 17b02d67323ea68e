"""`helpline report`: the main problems in numbers, without people."""

import argparse
import asyncio
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot import config
from bot.compose import Needs, Parts, parts
from bot.errors import ConfigError
from bot.privacy.retention import Retention
from bot.reports.report import Months, as_csv, as_html, tables
from bot.telemetry import logs
from bot.tickets.hours import KAZAKHSTAN
from flows.urgency import Urgency

HELP = """\
Writes report.html (charts; asks nobody for anything) and report.csv into a folder. Reports are made
of whole months that are over, in Kazakhstan's time: of shorter times, two reports could be
subtracted from each other until one person is left. Numbers below five are withheld, and what they
could be worked out from.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline report`."""
    parser.description = HELP
    parser.add_argument(
        "--from",
        dest="first",
        type=date.fromisoformat,
        required=True,
        metavar="DAY",
        help="first day of a month: 2026-10-01",
    )
    parser.add_argument(
        "--to",
        dest="last",
        type=date.fromisoformat,
        required=True,
        metavar="DAY",
        help="last day of a month: 2026-12-31",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder")


def run(args: argparse.Namespace) -> int:
    """Write the report. Raises `ConfigError`."""
    logs.set_up("report")
    settings = config.read()
    config.require(settings, "report")
    page, sheet = asyncio.run(_report(settings, args.first, args.last))
    out: Path = args.out
    out.mkdir(parents=True, exist_ok=True)
    (out / "report.html").write_text(page, encoding="utf-8")
    (out / "report.csv").write_text(sheet, encoding="utf-8")
    print(f"written: {out / 'report.html'}, {out / 'report.csv'}")
    return 0


async def _report(settings: config.Settings, first: date, last: date) -> tuple[str, str]:
    async with parts(settings, needs=Needs.TEXTS) as built:
        return await report(built, first, last)


async def report(built: Parts, first: date, last: date) -> tuple[str, str]:
    """(HTML, CSV). Raises `ConfigError` for anything but whole months that are over and kept."""
    today = built.clock.now().astimezone(KAZAKHSTAN).date()
    wanted = months_of(first, last, today)
    await built.store.counts.move()
    check_moved(await built.store.counts.moved_at(), last)
    for month in wanted:
        check_whole(await built.store.statistics.left(month), today)
    read: Months = [
        dict(zip(days, await built.store.statistics.days(days), strict=True)) for days in wanted
    ]
    names = {
        "locale": [locale.id for locale in built.catalogue.locales.all],
        "topic": sorted(
            flow.id
            for flow in built.library.flows.values()
            if flow.triggers or flow.hands_over is not None
        ),
        "urgency": [urgency.word for urgency in Urgency],
    }
    shown = tables(read, names)
    return as_html(shown, f"Helpline, {first} to {last}"), as_csv(shown)


def check_moved(moved: datetime | None, last: date) -> None:
    """Raises `ConfigError` until a move has begun after the last count of `last` was made: a month
    is counted once and for all before its first report."""
    over = datetime.combine(last + timedelta(days=1), time(), KAZAKHSTAN) + SETTLED
    if moved is None or moved < over:
        raise ConfigError("the last counts of that month may be on their way: wait ten minutes")


SETTLED = timedelta(minutes=10)
"""After midnight no turn of the day before is still being written: none waits so long for Redis."""


def check_whole(left: Mapping[str, timedelta], today: date) -> None:
    """Raises `ConfigError` for a month of which a day ends before its time: it was counted under a
    shorter lifetime, so others may have lapsed, and those that are left lapse one by one."""
    for day, life in left.items():
        lasts = date.fromisoformat(day) + Retention.STATISTICS.lifetime - today
        if life < lasts - ROUNDING:
            raise ConfigError("some of those days were counted under a shorter HELPLINE_LIFETIMES")


ROUNDING = timedelta(days=2)
"""Days are Kazakhstan's, and lifetimes begin with the last count of a day."""


def months_of(first: date, last: date, today: date) -> list[list[str]]:
    """The days of each month. Raises `ConfigError`.

    A month of which days have lapsed is refused: it would shrink day by day, and its reports
    could be subtracted.
    """
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1 or first > last:
        raise ConfigError("a report is of whole months: --from 2026-10-01 --to 2026-12-31")
    if after > today:
        raise ConfigError("that month isn't over yet")
    if first + Retention.STATISTICS.lifetime <= today + timedelta(days=1):
        raise ConfigError("some of those days are no longer kept (13 months)")
    found: list[list[str]] = []
    for number in range((after - first).days):
        day = first + timedelta(days=number)
        if day.day == 1:
            found.append([])
        found[-1].append(day.isoformat())
    return found

"""`helpline status`: pages by languages: complete, stale, overdue, unreviewed, withheld;
and how hard the texts are to read."""

import argparse
from pathlib import Path

from bot.cli.check import add_today, add_tree, clock_of
from bot.texts import reading
from bot.texts.catalogue import Catalogue
from bot.texts.check import read_tree
from bot.texts.status import columns, markdown, report, table
from bot.texts.tree import Kept

WRITTEN = Path(__file__).parents[2] / "docs" / "content-status.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline status`."""
    parser.add_argument("--format", choices=("table", "markdown"), default="table")
    parser.add_argument(
        "--write",
        action="store_true",
        help="write what is left to review to docs/content-status.md",
    )
    add_today(parser)
    add_tree(parser)


def run(args: argparse.Namespace) -> int:
    """Print it, or write it. Raises `ContentError`."""
    clock = clock_of(args.today)
    content = Kept(read_tree(args.flows, args.content), "content")
    catalogue = Catalogue.read(clock, content)
    if args.write:
        WRITTEN.write_text("\n".join(report(catalogue, content)) + "\n", encoding="utf-8")
        return 0
    rows = table(catalogue, clock.now().date())
    show = markdown if args.format == "markdown" else columns
    print(*show(rows), "", *show(reading.table(catalogue)), sep="\n")
    return 0

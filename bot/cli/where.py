"""`helpline where ID`: at which step of which flow a text is said; `ID` may be words as well."""

import argparse

from bot.cli.check import add_tree
from bot.clock import SystemClock
from bot.errors import ContentError
from bot.texts import where
from bot.texts.catalogue import Catalogue
from bot.texts.check import library_of, read_tree
from bot.texts.tree import Kept


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline where`."""
    parser.add_argument(
        "id",
        metavar="ID",
        help="a page (police), a sentence (utter_thanks), a mark ('law 17(1)'), or words in a text",
    )
    parser.add_argument("--locale", default="ru", help="the language of the words (%(default)s)")
    add_tree(parser)


def run(args: argparse.Namespace) -> int:
    """Print it. Raises `ContentError` if no text is meant, `FlowError`."""
    files = read_tree(args.flows, args.content)
    catalogue, library = Catalogue.read(SystemClock(), Kept(files, "content")), library_of(files)
    known = [one.id for one in catalogue.locales.all]
    if args.locale not in known:
        raise ContentError(f"the language is one of: {', '.join(known)}")
    found = where.found(catalogue, args.id, args.locale)
    if not found:
        raise ContentError(f"no text is called, rests on or holds {args.id!r}")
    for text_id in found:
        print(*where.lines(catalogue, library, text_id, args.locale), "", sep="\n")
    return 0

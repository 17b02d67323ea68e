"""`helpline preview PAGE --locale L`: the bubbles of a page on the terminal."""

import argparse
import re
import sys
from collections.abc import Iterator

from bot.cli.check import add_today, add_tree, clock_of
from bot.texts.catalogue import Catalogue, plain
from bot.texts.check import library_of, read_tree
from bot.texts.preview import Bubble, bubbles
from bot.texts.tree import Kept

_BOLD = re.compile(r"<(/?)([bi])>")
_ANSI = {"b": ("\x1b[1m", "\x1b[22m"), "i": ("\x1b[3m", "\x1b[23m")}
_MARKS = {"b": ("**", "**"), "i": ("_", "_")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline preview`."""
    parser.add_argument("page", metavar="PAGE", help="a page such as police, or a sentence's id")
    parser.add_argument("--locale", default="ru", help="the language (%(default)s)")
    add_today(parser)
    add_tree(parser)


def run(args: argparse.Namespace) -> int:
    """Show it. Raises `ContentError` for a page that isn't there, `FlowError`."""
    clock = clock_of(args.today)
    files = read_tree(args.flows, args.content)
    catalogue = Catalogue.read(clock, Kept(files, "content"))
    today = clock.now().date()
    for bubble in bubbles(catalogue, library_of(files), args.page, args.locale, today):
        print(*drawn(bubble, colour=sys.stdout.isatty()), sep="\n")
    return 0


def drawn(bubble: Bubble, *, colour: bool) -> Iterator[str]:
    """A bubble in lines. Without colour, bold is shown as it is written in a page."""
    state = f" · {bubble.state}" if bubble.state else ""
    yield f"{bubble.text_id} · {bubble.length} of {bubble.limit} characters{state}"
    yield f"{bubble.file}:{bubble.line}"
    shown = _BOLD.sub(lambda tag: (_ANSI if colour else _MARKS)[tag[2]][bool(tag[1])], bubble.html)
    for line in plain(shown).split("\n"):
        yield f"  │ {line}"
    for label in bubble.buttons:
        yield f"  [ {label} ] {len(label)}"
    yield ""

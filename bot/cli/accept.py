"""`helpline accept LOCALE [NAME…]`: a translator's word that sentences say what the source says."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bot.clock import SystemClock
from bot.errors import ContentError
from bot.texts import translated
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.state import stale_sentences


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline accept`."""
    parser.add_argument("locale", metavar="LOCALE", help="the language of the translation")
    parser.add_argument(
        "names",
        metavar="NAME",
        nargs="*",
        help="sentences such as utter_thanks; without any, those that are stale are only shown",
    )
    parser.add_argument("--content", type=Path, default=CONTENT, help="another folder of texts")


def run(args: argparse.Namespace) -> int:
    """Show the sentences below their source, and write down what is accepted.

    Raises `ContentError`.
    """
    catalogue = Catalogue.read(SystemClock(), args.content)
    names = frozenset(args.names)
    _refuse_unknown(catalogue, args.locale, names)
    before = stale_sentences(catalogue, args.locale)
    for name in sorted(names) or before:
        print(*_shown(catalogue, name, args.locale), sep="\n")
    if names:
        originals = catalogue.texts[catalogue.locales.source].sentences
        translated.accept(args.content / args.locale, originals, names)
    print(f"{len(names)} accepted, {len(set(before) - names)} stale")
    return 0


def _refuse_unknown(catalogue: Catalogue, locale: str, names: frozenset[str]) -> None:
    source = catalogue.locales.source
    own = [one.id for one in catalogue.locales.all if not one.derived_from and one.id != source]
    if locale not in own:
        raise ContentError(f"the language of a translation is one of: {', '.join(own)}")
    known = [catalogue.texts[one].sentences.wordings for one in (source, locale)]
    for name in sorted(names):
        if not all(name in wordings for wordings in known):
            raise ContentError(f"there is no sentence {name!r} in both {source} and {locale}")


def _shown(catalogue: Catalogue, name: str, locale: str) -> Iterator[str]:
    for one in (catalogue.locales.source, locale):
        sentences = catalogue.texts[one].sentences
        file, line = sentences.places[name]
        yield f"{file}:{line}"
        yield from (f"  │ {row}" for row in sentences.wordings[name].splitlines())
    yield ""

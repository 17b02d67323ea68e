"""`helpline accept LOCALE [NAME…]`: somebody's word that sentences were compared and are right.

In a translation: with the source text. In the source language: what we say about ourselves, with
what the program does.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bot.cli.check import add_tree
from bot.clock import SystemClock
from bot.errors import ContentError
from bot.texts import translated
from bot.texts.catalogue import Catalogue
from bot.texts.check import library_of, read_tree
from bot.texts.citations import claims
from bot.texts.citations.sources import Sources, read_sources
from bot.texts.state import stale_sentences
from bot.texts.tree import Kept


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline accept`."""
    parser.add_argument(
        "locale",
        metavar="LOCALE",
        help="the language of the translation; ru: what we say about ourselves",
    )
    parser.add_argument(
        "names",
        metavar="NAME",
        nargs="*",
        help="sentences such as utter_thanks; without any, those that are stale are only shown",
    )
    add_tree(parser)


def run(args: argparse.Namespace) -> int:
    """Show the sentences below their source, and write down what is accepted.

    Raises `ContentError`.
    """
    files = read_tree(args.flows, args.content)
    catalogue = Catalogue.read(SystemClock(), Kept(files, "content"))
    names = frozenset(args.names)
    if args.locale == catalogue.locales.source:
        sources = read_sources(Kept(files, "content"), library_of(files))
        return _claims(catalogue, sources, args.content, names)
    _refuse_unknown(catalogue, args.locale, names)
    before = stale_sentences(catalogue, args.locale)
    for name in sorted(names) or before:
        print(*_shown(catalogue, name, args.locale), sep="\n")
    if names:
        originals = catalogue.texts[catalogue.locales.source].sentences
        translated.accept(args.content / args.locale, originals, names)
    print(f"{len(names)} accepted, {len(set(before) - names)} stale")
    return 0


def _claims(catalogue: Catalogue, sources: Sources, content: Path, names: frozenset[str]) -> int:
    """Show what texts say about this program with what it does, and write what is accepted."""
    found = claims.claims(catalogue, sources)
    known = {one.text_id for one in found}
    for name in sorted(names - known):
        raise ContentError(f"{name!r} says nothing about what the program does")
    compared = claims.read_claims(content)
    stale = {one.text_id for one in found if compared.get(one.text_id) != one.code}
    for one in found:
        if one.text_id in (names or stale):
            print(f"{one.text_id} ({one.file}:{one.line})", *one.shown(sources), "", sep="\n")
    if names:
        claims.accept(content, found, names)
    print(f"{len(names)} accepted, {len(stale - names)} stale")
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

"""`helpline sources --locale L`: a sheet for a lawyer, printed, and taken back signed."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.clock import SystemClock
from bot.errors import ContentError
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.checks.local_text import EXAMPLE
from bot.texts.citations import own, sheet
from bot.texts.citations.asked import every_question
from bot.texts.citations.signed import Verdict, read_signed, write_signed
from bot.texts.citations.sources import read_sources


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline sources`."""
    parser.add_argument("--locale", default="ru", help="the language (%(default)s)")
    parser.add_argument("--signed", type=Path, metavar="FILE", help="take the filled-in sheet back")
    parser.add_argument(
        "--own", action="store_true", help="what the program does, as sentences may cite it"
    )
    parser.add_argument("--content", type=Path, default=CONTENT, help="another folder of texts")


def run(args: argparse.Namespace) -> int:
    """Print the sheet, or take it back: 1 if rows of it are of sentences that have changed since.

    Raises `ContentError`.
    """
    if args.own:
        print(
            *(f"[^{own.NAME} {name}]  {fact.said}" for name, fact in own.facts().items()), sep="\n"
        )
        return 0
    catalogue = Catalogue.read(SystemClock(), args.content)
    _refuse_unsigned(catalogue, args.locale)
    sources = read_sources(args.content)
    found = sheet.rows(catalogue, sources, args.locale)
    signed = read_signed(args.content / args.locale)
    if args.signed is None:
        values = _values(catalogue, args.locale)
        sys.stdout.write(sheet.written(found, sources, signed, values))
        return 0
    given = dict(sheet.taken(args.signed.read_bytes()))
    known = {row.code for row in found}
    living = {row.code for row in every_question(catalogue, sources, args.locale)}
    write_signed(args.content / args.locale, {**signed, **given}, living)
    here = {code: mark for code, mark in given.items() if code in known}
    for mark in here.values():
        if mark.verdict is Verdict.NO:
            print(f"{mark.text}: no, {mark.why}")
    left = sum(row.code not in {**signed, **here} for row in found)
    print(f"{len(here)} sentences marked, {left} not yet; {len(given) - len(here)} have changed")
    return 1 if len(here) < len(given) else 0


def _values(catalogue: Catalogue, locale: str) -> Mapping[str, str]:
    """What variables are today; phone numbers that are hidden show by their names."""
    values = {**EXAMPLE, **catalogue.variables(locale)}
    return {name: value for name, value in values.items() if value.isprintable()}


def _refuse_unsigned(catalogue: Catalogue, locale: str) -> None:
    signed = [one.id for one in catalogue.locales.all if not one.derived_from]
    if locale not in signed:
        raise ContentError(f"the language is one of: {', '.join(signed)}")

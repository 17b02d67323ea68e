"""Texts that depend on the hotline's own settings are checked as every hotline would say them."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.texts import pages
from bot.texts.catalogue import SAID, Catalogue
from bot.texts.checks import sentences, words
from bot.texts.checks.local_text import LocalText, local_texts
from bot.texts.checks.words import Forbidden
from bot.texts.findings import Finding
from bot.texts.hotline import CHOICES, NAMES, UNKNOWN, VARIABLES, Hotline
from bot.tickets.hours import ALWAYS
from flows.format.model import Library

EXAMPLE = Hotline("Общественный фонд «Пример помощи»", hours=ALWAYS)
"""As long as names are; the languages are those that all are listed in."""


def check(
    catalogue: Catalogue, library: Library, forbidden: tuple[Forbidden, ...]
) -> Iterator[Finding]:
    """Every text that names a setting, with each answer to it."""
    for locale in catalogue.locales.all:
        yield from _selectors(catalogue, locale.id)
    yield from _as_said(local_texts(catalogue, library), catalogue, forbidden)


def check_text(local: LocalText, forbidden: tuple[Forbidden, ...]) -> Iterator[Finding]:
    """Check a text as every hotline would say it."""
    yield from _as_said([local], local.catalogue, forbidden)


def _as_said(
    locals_: Iterable[LocalText], catalogue: Catalogue, forbidden: tuple[Forbidden, ...]
) -> Iterator[Finding]:
    concerned = [(one, named) for one in locals_ if (named := _named(one))]
    named_by_all: Set[str] = frozenset().union(*(named for _, named in concerned))
    variants = {key: list(_variants(catalogue, key)) for key in named_by_all}
    for local, named in concerned:
        for key in named:
            for variant in variants[key]:
                as_said = replace(local, catalogue=variant)
                yield from sentences.check(as_said)
                yield from words.check(as_said, forbidden)


def _named(local: LocalText) -> Set[str]:
    """The settings that a text names, by itself or by a sentence that it takes in."""
    if not local.own:
        return frozenset()
    found = set(local.variables or ())
    own = local.catalogue.texts[local.locale]
    page = own.bubbles.get(local.text_id)
    for name in pages.variables(page.bubbles[local.text_id]) if page else ():
        if name.startswith(SAID):
            found |= own.sentences.variables.get(name, frozenset())
    return found & {*VARIABLES, *NAMES}


def _variants(catalogue: Catalogue, variable: str) -> Iterator[Catalogue]:
    if variable in NAMES:
        everything = tuple(one.id for one in catalogue.locales.all)
        yield catalogue.of(replace(EXAMPLE, languages=everything))
        return
    key = VARIABLES[variable]
    for answer in CHOICES[key]:
        choices = {**catalogue.hotline.choices, key: answer}
        yield catalogue.of(replace(catalogue.hotline, choices=choices))


def _selectors(catalogue: Catalogue, locale: str) -> Iterator[Finding]:
    texts = catalogue.texts[locale].sentences
    for text_id, (file, line) in texts.places.items():
        visitor = _Selectors()
        visitor.visit(texts.entries[text_id])
        for variable, keys, default in visitor.found:
            allowed = {*CHOICES[VARIABLES[variable]], UNKNOWN}
            for key in sorted(keys - allowed):
                yield Finding(
                    file,
                    line,
                    f"{text_id} has the choice [{key}], which ${variable} never is",
                    f"It is one of: {', '.join(sorted(allowed))}",
                )
            if default != UNKNOWN:
                yield Finding(
                    file,
                    line,
                    f"{text_id} says [{default}] where the hotline has said nothing",
                    f"Let ${variable} begin its last choice with *[{UNKNOWN}]",
                )


class _Selectors(Visitor):
    """Finds what is chosen by a setting: variable, keys, the default one."""

    def __init__(self) -> None:
        self.found: list[tuple[str, frozenset[str], str]] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference) and node.selector.id.name in VARIABLES:
            keys = {_key(one): one.default for one in node.variants}
            default = next(key for key, is_default in keys.items() if is_default)
            self.found.append((node.selector.id.name, frozenset(keys), default))
        self.generic_visit(node)


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)

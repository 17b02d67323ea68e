"""Terms: where the source text says one, a translation says it as `content/glossary.md` does.

Words are compared by their beginnings, as endings change in all these languages; so this finds what
a reader should look at, and proves nothing: it makes notes, never faults.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue
from bot.texts.checks.local_text import LocalText
from bot.texts.findings import Finding
from bot.texts.tree import Folder

FILE = "glossary.md"
_ASIDE = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = re.compile("[‘’'ʼʻ]")
SHORTEST = 4
"""Letters of a word's beginning that are always compared."""

SOURCE, TRANSLATION = 0.8, 0.6
"""The part of a longer word that counts: the source text must surely say a term, and a translation
may bend it (glossaries have plurals, texts have all endings)."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the translators' glossary. `words`: locale → the ways to say it."""

    name: str
    words: dict[str, tuple[str, ...]]


def read_glossary(content: Folder) -> list[Term]:
    """The table of terms; empty without the file. Raises `ContentError` for a broken line."""
    if not any(content.glob(FILE)):
        return []
    terms: list[Term] = []
    head: list[str] = []
    for number, line in enumerate((content / FILE).read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            head = []
        elif not head:
            head = cells
        elif head[0] == "term" and not set(line) <= set("|- "):
            if len(cells) != len(head):
                raise ContentError(f"content/{FILE}:{number}: a line needs {len(head)} cells")
            ways = {
                locale: tuple(_ASIDE.sub("", way).strip() for way in cell.split(","))
                for locale, cell in zip(head[1:], cells[1:], strict=True)
            }
            terms.append(Term(cells[0], ways))
    return terms


def check(catalogue: Catalogue, terms: list[Term]) -> Iterator[Finding]:
    """The pages of each translation that is written by hand."""
    source = catalogue.locales.source
    for locale in catalogue.locales.all:
        if locale.id == source or locale.derived_from:
            continue
        for text_id in catalogue.texts[locale.id].bubbles:
            yield from check_text(LocalText(catalogue, text_id, locale.id), terms)


def check_text(local: LocalText, terms: list[Term]) -> Iterator[Finding]:
    """The terms of one text."""
    try:
        here, there = words_of(local.bare or ""), words_of(local.source.bare or "")
    except (KeyError, ContentError):
        return  # reported as unreadable
    for term in terms:
        ways = term.words.get(local.locale, ())
        if (
            any(ways)
            and says(there, term.words[local.source.locale], SOURCE)
            and not says(here, ways)
        ):
            yield Finding(
                *local.where,
                f"{local.text_id} doesn't say “{', '.join(ways)}” for {term.name}, as the glossary",
                "Use the glossary's word, or let a native speaker change it there",
            )


def says(words: str, ways: tuple[str, ...], part: float = TRANSLATION) -> bool:
    """Whether a text, as `words_of` gives it, says a term in one of its ways, in any form."""
    return any(way and all(f" {stem}" in words for stem in _stems(way, part)) for way in ways)


def words_of(text: str) -> str:
    """The words of a text in small letters, each with a blank before it."""
    return "".join(f" {word}" for word in _WORD.findall(_APOSTROPHES.sub("", text.lower())))


@cache
def _stems(way: str, part: float) -> tuple[str, ...]:
    return tuple(_stem(word, part) for word in words_of(way).split())


def _stem(word: str, part: float) -> str:
    return word[: max(SHORTEST, round(len(word) * part))]

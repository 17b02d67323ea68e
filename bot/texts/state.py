"""How far each page is in each language."""

from datetime import date
from enum import StrEnum

from bot.texts import translated
from bot.texts.catalogue import Catalogue


class Mark(StrEnum):
    """A reason why a page isn't complete."""

    MISSING = "missing"
    STALE = "stale"
    OVERDUE = "overdue"
    UNREVIEWED = "unreviewed"
    WITHHELD = "withheld"


COMPLETE = "complete"


def marks(catalogue: Catalogue, name: str, locale: str, today: date | None) -> tuple[Mark, ...]:
    """The marks of a page. Without a day nothing is overdue."""
    page = catalogue.page_of(f"utter_{name}", locale)
    original = catalogue.page_of(f"utter_{name}", catalogue.locales.source)
    if page is None or original is None:
        return (Mark.MISSING,)
    found = {
        Mark.STALE: page.stale(original),
        Mark.OVERDUE: page.reviewed and today is not None and page.overdue(today),
        Mark.UNREVIEWED: not page.reviewed,
        Mark.WITHHELD: page.withheld_until_reviewed and not page.reviewed,
    }
    return tuple(mark for mark, holds in found.items() if holds)


def said(found: tuple[Mark, ...]) -> str:
    """A page's marks in words."""
    return ", ".join(found) or COMPLETE


def page_names(catalogue: Catalogue) -> list[str]:
    """Every page that some locale has."""
    return sorted({name for texts in catalogue.texts.values() for name in texts.pages})


def missing_sentences(catalogue: Catalogue, locale: str) -> int:
    """How many sentences of the source locale have no counterpart."""
    source = catalogue.texts[catalogue.locales.source].sentences.places
    spoken = catalogue.locales[locale].derived_from
    own = {*catalogue.texts[locale].sentences.places, *catalogue.deck.group_names()}
    return len(set(source) - own - set(catalogue.texts[spoken].sentences.places if spoken else ()))


def stale_sentences(catalogue: Catalogue, locale: str) -> tuple[str, ...]:
    """The sentences of a locale whose source has changed since they were compared with it.

    A derived locale's are those of the text that it is made from.
    """
    written = catalogue.locales[locale].derived_from or locale
    if written == catalogue.locales.source:
        return ()
    source, own = catalogue.texts[catalogue.locales.source], catalogue.texts[written]
    return tuple(translated.stale(source.sentences, own.sentences, own.compared))


def sentences_said(catalogue: Catalogue, locale: str) -> str:
    """How far a locale's sentences are, in words."""
    counts = {
        Mark.MISSING: missing_sentences(catalogue, locale),
        Mark.STALE: len(stale_sentences(catalogue, locale)),
    }
    return ", ".join(f"{count} {mark}" for mark, count in counts.items() if count) or COMPLETE

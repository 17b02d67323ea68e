"""What a reviewer reads: each text as it will be read, and what is asked about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.console.reviews.state import asked_rows, title
from bot.store.staff.asked_reviews import AskedReview, ReviewAnswer
from bot.studio.snapshot import Snapshot
from bot.texts.catalogue import SAID, Catalogue
from bot.texts.checks.local_text import EXAMPLE
from bot.texts.citations.sheet import Row, named, plain_words
from bot.texts.citations.sources import Sources
from bot.texts.pages import variables

HIDDEN = "…"
"""For what isn't known before it is said."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a sentence rests on: which act, where it was read, its words, and how sure the editors
    are of them."""

    source: str
    address: str
    words: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked. `whole`: about all of `words`, a text; else about one sentence."""

    code: str
    words: str
    source_words: str
    quotes: tuple[Quote, ...]
    whole: bool
    answer: ReviewAnswer | None


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as a person reads it, and what is asked about it, itself last."""

    words: str
    source_words: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class AskedText:
    """A page, or a message. `is_page`: `title` is its title."""

    name: str
    title: str
    is_page: bool
    bubbles: tuple[Bubble, ...]


def asked_texts(
    snapshot: Snapshot, review: AskedReview, answers: Mapping[str, ReviewAnswer]
) -> list[AskedText]:
    """The texts of a review, as they are now."""
    found = []
    for name, rows in asked_rows(snapshot, review).items():
        bubbles: list[Bubble] = []
        questions: list[Question] = []
        for row in rows:
            questions.append(_question(snapshot, review.locale, row, answers))
            if row.whole:
                whole = questions[-1]
                bubbles.append(Bubble(whole.words, whole.source_words, tuple(questions)))
                questions = []
        pages = snapshot.catalogue.texts[review.locale].pages
        called = title(snapshot, review.locale, name)
        found.append(AskedText(name, called, name in pages, tuple(bubbles)))
    return found


def _question(
    snapshot: Snapshot, locale: str, row: Row, answers: Mapping[str, ReviewAnswer]
) -> Question:
    catalogue = snapshot.catalogue
    return Question(
        row.code,
        _words(catalogue, locale, row.words),
        _words(catalogue, catalogue.locales.source, row.source_words),
        tuple(_quotes(row, snapshot.sources)),
        row.whole,
        answers.get(row.code),
    )


def _words(catalogue: Catalogue, locale: str, words: str) -> str:
    """A sentence with the values that its variables have today; a phone number is filled in also
    where people aren't shown it, so that whoever reviews can judge it."""
    values = {name: one.number for name, one in catalogue.contacts.items() if one.number}
    values |= EXAMPLE
    values |= {
        name: value for name, value in catalogue.variables(locale).items() if value.isprintable()
    }
    own = catalogue.texts[locale].sentences
    for name in variables(words) - values.keys():
        unknown = dict.fromkeys(own.variables.get(name, frozenset()) - values.keys(), HIDDEN)
        said = own.format(name, {**unknown, **values}) if name.startswith(SAID) else None
        values[name] = said or HIDDEN
    return plain_words(words, values)


def _quotes(row: Row, sources: Sources) -> list[Quote]:
    return [
        Quote(
            named(one, {**sources, one.entry: replace(sources[one.entry], address="")}),
            sources[one.entry].address,
            sources[one.entry].quoted(one.article),
            sources[one.entry].certainty.value,
        )
        for one in row.cites
    ]

"""Where a text stands, and what is written there, whoever asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.texts import pages
from bot.texts.catalogue import Catalogue, plain
from bot.texts.replies import replies
from flows.format.model import Library
from flows.lint.texts import needed

EXAMPLE = {"date": "2026-12-05", "next_opening": "2026-12-05T09:00", "since": "14:05"}
"""What a turn may put into a text beside the contacts and lifetimes; dates, as ISO 8601."""


@dataclass(frozen=True)
class LocalText:
    """A text in one of the locales."""

    catalogue: Catalogue
    text_id: str
    locale: str

    @property
    def where(self) -> tuple[str, int]:
        """(file, line) of the text, or of where it would stand."""
        texts = self.catalogue.texts[self.locale]
        if self.text_id in texts.sentences.places:
            return texts.sentences.places[self.text_id]
        page = texts.bubbles.get(self.text_id)
        if page:
            return page.file, page.lines[self.text_id]
        source = self.catalogue.locales[self.locale].derived_from
        if source:
            return LocalText(self.catalogue, self.text_id, source).where
        return f"content/{self.locale}", 1

    @property
    def own(self) -> bool:
        """Whether it was written for this locale, not derived from another's."""
        texts = self.catalogue.texts[self.locale]
        return self.text_id in texts.sentences.places or self.text_id in texts.bubbles

    @cached_property
    def shown(self) -> str:
        """The words as a person reads them today, but for the line about the review. Raises as
        `Catalogue.html` does."""
        return plain(self.catalogue.written(self.text_id, self.locale, EXAMPLE))

    @property
    def source(self) -> "LocalText":
        """This text in the source locale."""
        return LocalText(self.catalogue, self.text_id, self.catalogue.locales.source)

    @property
    def bare(self) -> str | None:
        """Only what the editor wrote: an ellipsis stands for each variable."""
        marks = dict.fromkeys((*self.catalogue.variables(self.locale), *EXAMPLE), "…")
        marks |= self.catalogue.hotline.answers()
        texts = self.catalogue.texts[self.locale]
        sentence = texts.sentences.format(self.text_id, marks)
        if sentence is not None or self.text_id not in texts.bubbles:
            return sentence
        return plain(self.catalogue.filled(self.text_id, self.locale, marks))

    @property
    def variables(self) -> frozenset[str] | None:
        """The variables that it names; None if it isn't this locale's own."""
        texts = self.catalogue.texts[self.locale]
        page = texts.bubbles.get(self.text_id)
        if page:
            return pages.variables(page.bubbles[self.text_id])
        return texts.sentences.variables.get(self.text_id)


def local_texts(catalogue: Catalogue, library: Library) -> Iterator[LocalText]:
    """Every text that the flows, operators and the deck can say, in every locale."""
    deck = tuple(catalogue.deck.texts())
    for locale in catalogue.locales.all:
        for text_id in sorted({*needed(library), *catalogue.SAID, *replies(catalogue), *deck}):
            yield LocalText(catalogue, text_id, locale.id)

"""What an operator may look up and send: ready texts and the questions of the deck."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import ContentError
from bot.texts import asking
from bot.texts.catalogue import Catalogue, plain
from bot.texts.deck import PREFIX
from bot.texts.replies import ready


class Kind(StrEnum):
    """How it is sent: `/say NAME`, or `/ask NAME`."""

    TEXT = "say"
    QUESTION = "ask"


@dataclass(frozen=True, slots=True)
class Findable:
    """A text or a question. `name`: by which it is sent; `text_id`: of its words."""

    kind: Kind
    name: str
    text_id: str

    def words(self, catalogue: Catalogue, locale: str) -> str:
        """The text's words as they were written, whatever their review. Raises `ContentError`."""
        if self.kind is Kind.QUESTION:
            return asking.asked(catalogue, self.name, locale)
        return plain(catalogue.written(self.text_id, locale))


def findable(catalogue: Catalogue) -> Iterator[Findable]:
    """All of them, in the order of their names, then of the deck. A text that has to be told a
    date isn't among them."""
    for one in ready(catalogue).values():
        found = Findable(Kind.TEXT, one.name, one.text_ids[0])
        try:
            found.words(catalogue, catalogue.locales.source)
        except ContentError:
            continue
        yield found
    for question in catalogue.deck.questions:
        yield Findable(Kind.QUESTION, question.id, f"{PREFIX}{question.id}")

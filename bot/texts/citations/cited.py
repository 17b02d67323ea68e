"""All sentences of the source language with what they rest on, wherever they are written."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.texts.catalogue import SAID, Catalogue
from bot.texts.citations.marks import Citation, Sentence, comments, sentences, split, without_marks
from bot.texts.citations.sources import Source, Sources
from bot.texts.pages import Page

TEXTS = ("utter_", "reply_", SAID)


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and where it stands. `words`: with its variables as they are written."""

    text_id: str
    file: str
    sentence: Sentence

    @property
    def words(self) -> str:
        """The sentence, with the line above the list that it is an item of."""
        return self.sentence.whole

    @property
    def is_text(self) -> bool:
        """Whether it is said, and isn't a label or a command's description."""
        return self.text_id.startswith(TEXTS)

    @property
    def line(self) -> int:
        """The sentence's line in the file."""
        return self.sentence.line


def placed(catalogue: Catalogue) -> list[Placed]:
    """Every sentence of the source language, in the order of its files."""
    texts = catalogue.texts[catalogue.locales.source]
    found = [one for page in texts.pages.values() for one in page_sentences(page)]
    for text_id in texts.sentences.places:
        found += _message(catalogue, text_id)
    return found


def placed_in(catalogue: Catalogue, name: str) -> list[Placed]:
    """The sentences of one page, or of one message; none where there is neither."""
    texts = catalogue.texts[catalogue.locales.source]
    if name in texts.pages:
        return list(page_sentences(texts.pages[name]))
    return list(_message(catalogue, name)) if name in texts.sentences.places else []


def page_sentences(page: Page) -> Iterator[Placed]:
    """The sentences of a page in the source language."""
    for text_id, section in page.sections.items():
        for sentence in sentences(section, page.lines[text_id]):
            yield Placed(text_id, page.file, sentence)


def code(words: Sequence[str], cites: Iterable[Citation], sources: Sources) -> str:
    """Changes with the words, and with what their sources say or are. Begins with a letter, so that
    no spreadsheet takes it for a number."""
    parts = [*words]
    for one in cites:
        source = sources[one.entry]
        parts += [str(one), source.title, str(source.redaction), source.quoted(one.article)]
    return "s" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def in_locale(catalogue: Catalogue, one: Placed, locale: str) -> str | None:
    """The words of a language at this place: the sentence itself in the source language, else the
    line or the whole text that holds it. None if it isn't there, or is made from another
    language's."""
    if locale == catalogue.locales.source:
        return one.words
    texts = catalogue.texts[locale]
    page = texts.bubbles.get(one.text_id)
    if page is None:
        return "\n".join(texts.sentences.written(one.text_id)) or None
    original = catalogue.texts[catalogue.locales.source].bubbles[one.text_id]
    there = lines_of(original.sections[one.text_id])
    here = lines_of(page.sections[one.text_id])
    return here[one.sentence.block] if len(here) == len(there) else "\n".join(here)


def lines_of(section: str) -> list[str]:
    """The lines of a page's section that hold something, without marks."""
    return [line.strip() for line in without_marks(section).split("\n") if line.strip()]


def misnamed(one: Placed, sources: Sources) -> Iterator[tuple[Citation, Source | None]]:
    """The marks that name nothing: a source that isn't listed, or not that article of it."""
    for citation in one.sentence.cites:
        source = sources.get(citation.entry)
        if source is None or not source.has(citation.article):
            yield citation, source


def _message(catalogue: Catalogue, text_id: str) -> Iterator[Placed]:
    texts = catalogue.texts[catalogue.locales.source].sentences
    file, line = texts.places[text_id]
    marks = list(comments(texts.comments.get(text_id, "")))
    found: dict[str, int] = {}
    for written in texts.written(text_id):
        for block, words in enumerate(split(written)):
            found.setdefault(words, block)
    for words, block in found.items():
        cites = tuple(one for one, begins in marks if words.startswith(begins))
        yield Placed(text_id, file, Sentence(words, block, line, cites=cites))


def unplaced(catalogue: Catalogue) -> Iterator[tuple[str, Citation, str]]:
    """Marks above a message whose words no sentence of it begins with: text, mark, words."""
    texts = catalogue.texts[catalogue.locales.source].sentences
    for text_id, comment in texts.comments.items():
        said: Mapping[str, None] = dict.fromkeys(
            words for written in texts.written(text_id) for words in split(written)
        )
        for one, begins in comments(comment):
            if not any(words.startswith(begins) for words in said):
                yield text_id, one, begins

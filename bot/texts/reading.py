"""How hard the texts are to read: words a sentence, letters a word, and LIX.

LIX is the mean sentence length plus the percentage of words of more than six letters (Björnsson,
1968). It needs no list of syllables or of easy words, so it can be counted in any alphabet. But
Uzbek, Kazakh and Kyrgyz build long words of many endings: compare a figure with the same language's
yesterday, never one language with another.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue
from bot.texts.checks.local_text import LocalText
from bot.texts.citations.cited import TEXTS
from bot.texts.citations.marks import split

LONG = 6
"""A word with more letters is long (LIX)."""

_WORD = re.compile(r"[^\W\d_][\w‘’'ʼ-]*")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Level:
    """Counts of one text, or of many."""

    sentences: int
    words: int
    letters: int
    long_words: int

    @property
    def words_a_sentence(self) -> float:
        """Mean length of a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def letters_a_word(self) -> float:
        """Mean length of a word."""
        return self.letters / self.words if self.words else 0.0

    @property
    def lix(self) -> float:
        """About 25 for children's books, 40 for a newspaper, 60 for laws; so it is in Swedish."""
        return self.words_a_sentence + 100 * self.long_words / self.words if self.words else 0.0


def level(texts: Iterable[str]) -> Level:
    """The level of texts, read as one."""
    lengths = [
        [len(_LETTER.findall(word)) for word in _WORD.findall(sentence)]
        for text in texts
        for sentence in split(text)
    ]
    lengths = [words for words in lengths if words]
    letters = [length for words in lengths for length in words]
    long_words = sum(length > LONG for length in letters)
    return Level(len(lengths), len(letters), sum(letters), long_words)


def texts_of(catalogue: Catalogue, locale: str) -> Iterator[tuple[str, str]]:
    """Texts of a language that is written by hand, as (id, words); without variables' values."""
    for text_id in catalogue.text_ids(locale):
        if text_id.startswith(TEXTS):
            try:
                written = LocalText(catalogue, text_id, locale).bare
            except (KeyError, ContentError):
                continue  # `helpline check` reports it
            if written:
                yield text_id, written


def table(catalogue: Catalogue) -> list[list[str]]:
    """A row for each language: the means, and the text that is hardest by LIX."""
    rows = [["", "words a sentence", "letters a word", "LIX", "hardest page"]]
    for locale in catalogue.locales.all:
        texts = dict(texts_of(catalogue, locale.id))
        if locale.derived_from or not texts:
            continue
        whole = level(texts.values())
        pages = {one: level([texts[one]]) for one in catalogue.texts[locale.id].bubbles}
        hardest = max(pages, key=lambda one: (pages[one].lix, one), default=None)
        rows.append(
            [
                locale.id,
                f"{whole.words_a_sentence:.1f}",
                f"{whole.letters_a_word:.1f}",
                f"{whole.lix:.0f}",
                f"{hardest} ({pages[hardest].lix:.0f})" if hardest else "",
            ]
        )
    return rows

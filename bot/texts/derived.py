"""Texts of a locale that are made from another's by rule: Uzbek in Cyrillic from Uzbek in Latin.

The transliteration is UzTransliterator's. What it can't know stands in the locale's
`overrides.yml`: words to keep as they are, and words to write differently.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from UzTransliterator import UzTransliterator

from bot.texts.tree import Folder
from bot.texts.yaml import read_yaml

_MARKUP = re.compile(r"(<[^>]*>|&[a-z]+;|[\ue000-\uf8ff]+|/[a-z]+)")


_LETTERS = dict(zip("AEIOUaeiou", "АЭИОУаэиоу", strict=True))
_LETTER = re.compile(r"(?<![\w‘’'ʼ-])[AEIOUaeiou](?![\w‘’'ʼ-])")
_LATIN = re.compile(r"[A-Za-z]")
_BLANKS = re.compile(r"(\s+)")

MOST_WORDS = 8192
"""Of our own texts that are remembered with their Cyrillic: all that there are, twice over."""


@dataclass(frozen=True)
class Overrides:
    """Exceptions of the rule: whole words, as they stand in the source script → as written."""

    words: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds one of the words; the longest first."""
        named = "|".join(map(re.escape, sorted(self.words, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)({named})(?!\w)")


def read_overrides(folder: Folder) -> Overrides:
    """Read `overrides.yml`. Raises `ContentError`."""
    document = read_yaml(folder / "overrides.yml")
    document.known(document.root, {"keep", "words"})
    words = {word: word for word in document.words(document.root, "keep")}
    for source, written in document.mapping(document.root, "words").items():
        words[str(source)] = str(written)
    return Overrides(words)


def to_cyrillic(html: str, overrides: Overrides) -> str:
    """Uzbek in Latin letters → Cyrillic; tags, commands and variables stay as they are."""
    pieces = _MARKUP.split(html)
    return "".join(
        piece if number % 2 else _text(piece, overrides) for number, piece in enumerate(pieces)
    )


def _text(text: str, overrides: Overrides) -> str:
    if not overrides.words:
        return _transliterated(text)
    pieces = overrides.pattern.split(text)
    return "".join(
        overrides.words[piece] if number % 2 else _transliterated(piece)
        for number, piece in enumerate(pieces)
    )


def _transliterated(text: str) -> str:
    """Piece by piece: the library adds blanks around line breaks and loses outer ones.

    It also loses letters of words that are Cyrillic already, such as a phrase in Russian, and words
    of one letter.
    """
    letters = _LETTER.sub(lambda found: _LETTERS[found[0]], text)
    return "".join(
        _word(piece) if _LATIN.search(piece) else piece for piece in _BLANKS.split(letters)
    )


@lru_cache(maxsize=MOST_WORDS)
def _word(latin: str) -> str:
    return str(_engine().transliterate(latin, from_="lat", to="cyr"))


@lru_cache(maxsize=MOST_WORDS)
def to_latin(word: str) -> str:
    """A Cyrillic word back in Latin letters, by the same library: what it can't give back was lost
    on the way."""
    return str(_engine().transliterate(word, from_="cyr", to="lat"))


@lru_cache(maxsize=1)
def _engine() -> UzTransliterator:
    return UzTransliterator()

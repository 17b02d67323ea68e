"""Vowels that were left out, put back: `гд нйт юрст` is read as "где найти юрист".

People in a hurry write so. What is left of a word fits several, so each becomes the most common one
that leaves the same, all of them of one language: the one whose words leave most of the message.
`common_words/` holds them, the most common first, made from the training messages by
`python -m scripts.common_words`. The lexicon and the model both read the outcome; the operator
reads what was typed.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlu.intents import LOCALES
from nlu.keywords.matching.normalise import normalise

FOLDER = Path(__file__).with_name("common_words")
"""A file a locale; a line is what is left of a word, and the word."""

MOST_VOWELS = 0.23
"""Share of vowels among the letters of a message that was written without them. Of 111,237
messages in the words of people on a phone 29 have so few, most of them no words at all."""

LEAST_WORDS, MOST_WORDS, LEAST_LETTERS = 2, 30, 5
"""A message of fewer words or letters says too little, and nobody in a hurry writes more."""

LEAST_KNOWN = 0.5
"""Share of letters in words that were found; below it nothing is put back."""

MOST_KEPT = 0.5
"""Share of letters in common words that stand there in full; from it on nothing was left out."""

WHOLE = 0.2
"""A word with such a share of vowels after its first letter was written in full."""

_NEARLY = 0.1
"""Of two languages whose words leave as much of a message, but for this, the more common words
tell which it is."""

_RARE = math.log(1e-6)
"""The logarithm of the frequency that a word counts with which isn't among the common ones."""

_VOWELS = frozenset("aeiouаеёиоуыэюяіәөұүӣӯў")
_LATIN = frozenset({"en", "uz"})
_LATIN_LETTER = re.compile("[A-Za-z]")
WORD = re.compile(r"[^\W\d_]+(?:['ʻʼ‘’`][^\W\d_]+)*'?")
"""A word as it is typed, with the apostrophes that Uzbek writes inside and after words."""

_TOKEN = re.compile(rf"{WORD.pattern}|\s+|[^\s]")
_Y_AT_END = re.compile(r"y\b")
_DROPPED = str.maketrans("", "", "aeiou")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A message in words of one language. `known`: share of letters in words that were found;
    `kept`: in words that were written in full; `weight`: how common they are."""

    text: str
    known: float
    kept: float
    weight: float


def bare(word: str) -> str:
    """The consonant skeleton of a word: normalised Latin letters, without the vowels after the
    first letter. "заперли" and "зпрл" have the same."""
    skeleton = normalise(word).replace(" ", "")
    return normalise(skeleton[:1] + skeleton[1:].translate(_DROPPED)).replace(" ", "")


def is_vowelless(text: str) -> bool:
    """Whether a message was written without vowels."""
    own = [token for token in _TOKEN.findall(text) if token[0].isalpha()]
    letters = sum(map(len, own))
    if not LEAST_WORDS <= len(own) <= MOST_WORDS or letters < LEAST_LETTERS:
        return False
    return _vowels(text) <= MOST_VOWELS * letters


class Vowels:
    """Knows the common words of all languages by what is left of them."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._words = {locale: dict(_common(folder / f"{locale}.txt")) for locale in LOCALES}

    def put_back(self, text: str) -> str:
        """The text with its vowels, where it has next to none and enough of it is known."""
        if not is_vowelless(text):
            return text
        latin = _LATIN_LETTER.search(text) is not None
        readings = [self._read(text, one) for one in LOCALES if (one in _LATIN) is latin]
        best = max(readings, key=lambda one: one.known)
        among = [one for one in readings if one.known >= best.known - _NEARLY]
        best = max(among, key=lambda one: one.weight)
        in_full = max(one.kept for one in readings) >= MOST_KEPT
        return text if in_full or best.known < LEAST_KNOWN else best.text

    def _read(self, text: str, locale: str) -> _Reading:
        found = self._words[locale]
        known = kept = letters = 0
        weight, written = 0.0, []
        for token in _TOKEN.findall(text):
            meant: tuple[str, float] | None = None
            if token[0].isalpha():
                letters += len(token)
                if _vowels(token[1:]) < WHOLE * len(token):
                    meant = found.get(bare(token))
                known += len(token) if meant else 0
                kept += len(token) if meant and meant[0] == token.casefold() else 0
                weight += meant[1] if meant else _RARE
            written.append(meant[0] if meant else token)
        letters = letters or 1
        return _Reading("".join(written), known / letters, kept / letters, weight)


def _common(file: Path) -> Iterator[tuple[str, tuple[str, float]]]:
    """Each consonant skeleton of a file of common words with its word, and the logarithm of the
    word's frequency, which follows from its place in the file (Zipf's law)."""
    for place, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        left, _, word = line.partition(" ")
        yield left, (word, -math.log(place + 10))


def _vowels(text: str) -> int:
    """How many vowels; English ends words in a "y" that is one."""
    text = text.casefold()
    return sum(letter in _VOWELS for letter in text) + len(_Y_AT_END.findall(text))

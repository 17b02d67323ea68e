"""Input as it comes → the text that was meant, where there is evidence; else the text itself.

Undone are a keyboard left on another alphabet (`ghbdtn` is привет) and the Uzbek Latin of the
newer drafts (`ş ç ö ğ ñ`), which no training message is written in. Dropped vowels aren't undone
here: what they leave fits many words, so `vowelless` only compares.
"""

from collections.abc import Iterable, Sequence

from nlu.keywords.locale_guess import SMALL_WORDS
from nlu.keywords.matching.layouts import retyped
from nlu.keywords.matching.normalise import Word, words
from nlu.keywords.matching.phrases import Step

LEAST_LETTERS = 4
"""Of a message that may be typed on a wrong layout: fewer fit too many words."""

MOST_KNOWN = 0.34
"""Share of letters in known words; a message that has more is in the right letters already."""

LEAST_KNOWN = 0.5
"""Share of letters in known words that the message must have in other letters."""

LONG, LONG_LETTERS = 4, 5
"""So many of those letters must stand in words of `LONG` letters and more: short words are known
in many languages."""

LEAST_STEM = 4

_VOWELS = frozenset("aeiouаеёиоуыэюяәіөұүўӯӣ")
_NEW_UZBEK = str.maketrans(
    {"ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "ö": "o'", "Ö": "O'", "ğ": "g'", "Ğ": "G'",
     "ñ": "ng", "Ñ": "Ng", "ǵ": "g'", "Ǵ": "G'", "ó": "o'", "Ó": "O'"}
)  # fmt: skip
_NEW_LETTERS = frozenset("şŞöÖğĞǵǴ")
"""Those that are evidence: `ç` and `ñ` stand in names and loanwords of many languages."""

_OTHERS_LETTERS = frozenset("äÄüÜūŪıİəƏŭýÝáÁúÚńŃéèêßæåøãõí")
"""Of Kazakh, Karakalpak and Turkish in Latin letters, and of other languages."""


class Restoring:
    """Knows the words of a lexicon, by which it tells right letters from wrong ones."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._known = set(SMALL_WORDS)
        self._stems: set[str] = set()
        for step in steps:
            for word in step.words:
                stem, star, _ = word.partition("*")
                if star and len(stem) >= LEAST_STEM:
                    self._stems.add(stem)
                elif not star and len(word) > 1:
                    self._known.add(word)
        self._longest = max(map(len, self._stems), default=0)

    def restore(self, text: str, said: Sequence[Word]) -> str:
        """The text that was meant. `said`: its words. A text in right letters is returned as it
        is; so is one in wrong letters whose words aren't known."""
        if not text.isascii() and not _NEW_LETTERS.isdisjoint(text):
            return _in_old_uzbek(text)
        known, _, letters = self._weigh(said)
        if letters < LEAST_LETTERS or known > MOST_KNOWN * letters:
            return text
        best, best_share = text, max(LEAST_KNOWN, 2 * known / letters)
        for meant in retyped(text):
            known, known_long, letters = self._weigh(words(meant))
            share = known / letters if letters else 0.0
            better = share > best_share or (best == text and share == best_share)
            if better and known_long >= LONG_LETTERS and _is_plausible(meant, text):
                best, best_share = meant, share
        return best

    def _weigh(self, said: Sequence[Word]) -> tuple[int, int, int]:
        """Letters in known words, of those in long ones, and letters in all words."""
        known = known_long = letters = 0
        for word in said:
            length = len(word.text)
            if word.text.isdigit():
                continue
            letters += length
            if self._knows(word.text):
                known += length
                known_long += length if length >= LONG else 0
        return known, known_long, letters

    def _knows(self, word: str) -> bool:
        if word in self._known:
            return True
        longest = min(len(word), self._longest)
        return any(word[:length] in self._stems for length in range(LEAST_STEM, longest + 1))


def _is_plausible(meant: str, typed: str) -> bool:
    """Whether it has more vowels than what was typed: Cyrillic that was meant leaves few among
    Latin letters. The other way round most of `q` to `p` gives vowels, which tell nothing."""
    return meant.isascii() or _vowels(meant) > _vowels(typed)


def _vowels(text: str) -> float:
    """The share of vowels among letters."""
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    return sum(letter in _VOWELS for letter in letters) / len(letters) if letters else 0.0


def _in_old_uzbek(text: str) -> str:
    if not _OTHERS_LETTERS.isdisjoint(text):
        return text
    return text.translate(_NEW_UZBEK)

"""Input as it comes → the text that was meant, where there is evidence; else the text itself.

Undone are a keyboard left on another alphabet (`ghbdtn` is привет) and Latin alphabets that no
training message is written in (`matching.alphabets`). Dropped vowels are put back afterwards
(`nlu.keywords.vowels`).
"""

from collections.abc import Iterable, Sequence

from nlu.keywords.locale_guess import SMALL_WORDS
from nlu.keywords.matching.alphabets import in_known_letters
from nlu.keywords.matching.layouts import others
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

EVIDENCE, EVIDENCE_WORDS = 400, 60
"""Letters and words at the beginning of a message that are looked at: the rest is like them."""

_VOWELS = frozenset("aeiouаеёиоуыэюяәіөұүўӯӣ")


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
        if not text.isascii():
            known_letters = in_known_letters(text)
            if known_letters != text:
                return known_letters
        known, _, letters = self._weigh(said[:EVIDENCE_WORDS])
        if letters < LEAST_LETTERS or known > MOST_KNOWN * letters:
            return text
        beginning = text[:EVIDENCE]
        best, best_share = text, max(LEAST_KNOWN, 2 * known / letters)
        for table in others(beginning):
            meant = beginning.translate(table)
            known, known_long, letters = self._weigh(words(meant))
            share = known / letters if letters else 0.0
            better = share > best_share or (best == text and share == best_share)
            if better and known_long >= LONG_LETTERS and _is_plausible(meant, beginning):
                best, best_share = text.translate(table), share
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

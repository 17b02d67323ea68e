"""Looks up single words: whole ones, stems, and words with one letter astray."""

import re
from collections.abc import Iterator

from nlu.keywords.matching.phrases import Step

FUZZY_LENGTH = 6
"""From this many letters on, a word may lack a letter, have one too many, or two swapped."""

WRONG_LETTER_LENGTH = 8
"""From this many letters on, one letter may be another: in shorter words that is another word."""

NEGATES = "m"
"""A letter too many or too few that isn't forgiven: in Uzbek it says no (keladi, kelmadi), at the
end it says who (qamaldi: he is arrested, qamaldim: I am locked in)."""

SOFTENS = "h"
"""After `s` or `c` it makes another sound: Kazakh асылады is hung, ашылады opens."""

ENDING_LENGTH = 8
"""A shorter word without its last letter isn't forgiven: it is the same word in another form."""


class Words:
    """Word → numbers of the steps that it fits. `exact`: no letter may be astray."""

    def __init__(self, steps: dict[Step, int], *, exact: bool = False) -> None:
        self._exact = exact
        # tuples, since nearly all have one member: sets took twice the memory
        self._whole: dict[str, tuple[int, ...]] = {}
        self._stems: dict[str, tuple[int, ...]] = {}
        self._globs: dict[str, list[tuple[re.Pattern[str], int]]] = {}
        self._near_whole: dict[str, tuple[str, ...]] = {}
        self._near_stems: dict[str, tuple[str, ...]] = {}
        for step, number in steps.items():
            for word in step.words:
                self._add(word, number)
        self._longest = max(map(len, (*self._stems, *self._globs)), default=0)
        self._longest_whole = max(map(len, self._whole), default=0)

    def _add(self, word: str, number: int) -> None:
        stem, star, rest = word.partition("*")
        if rest.strip("*"):
            ending = "" if rest.endswith("*") else r"\Z"
            pattern = re.compile(".*".join(map(re.escape, rest.strip("*").split("*"))) + ending)
            self._globs.setdefault(stem, []).append((pattern, number))
        elif star:
            self._note(self._stems, self._near_stems, stem, number)
        else:
            self._note(self._whole, self._near_whole, word, number)

    def _note(
        self,
        known: dict[str, tuple[int, ...]],
        near: dict[str, tuple[str, ...]],
        word: str,
        number: int,
    ) -> None:
        if word not in known and not self._exact:
            _add_near(near, word)
        note(known, word, number)

    def steps(self, word: str) -> tuple[int, ...]:
        """The steps that a word fits. A word that is itself known isn't taken for another."""
        known = self._whole.get(word)
        found = set(known or ())
        for length in range(2, min(len(word), self._longest) + 1):
            stem = word[:length]
            found.update(self._stems.get(stem, ()))
            for pattern, number in self._globs.get(stem, ()):
                if pattern.search(word, length):
                    found.add(number)
        if not known and not self._exact and len(word) >= FUZZY_LENGTH - 1:
            found |= self._nearly(word)
        return tuple(found)

    def _nearly(self, word: str) -> set[int]:
        """Steps that the word fits but for one letter; the first letter must be right."""
        found: set[int] = set()
        if len(word) <= self._longest_whole + 1:
            for near in {known for key in _keys(word) for known in self._near_whole.get(key, ())}:
                if _one_off(word, near):
                    found.update(self._whole[near])
        for length in range(FUZZY_LENGTH - 1, min(len(word), self._longest + 1) + 1):
            start = word[:length]
            for near in {key_ for key in _keys(start) for key_ in self._near_stems.get(key, ())}:
                # the last letter must be right, or a stem would be found without it
                if start[-1] == near[-1] and _one_off(start, near):
                    found.update(self._stems[near])
        return found


def note(known: dict[str, tuple[int, ...]], word: str, number: int) -> None:
    """Add a step's number to those of a word, once; steps come in the order of their numbers."""
    numbers = known.get(word, ())
    if number not in numbers[-1:]:
        known[word] = (*numbers, number)


def _keys(word: str) -> Iterator[str]:
    """The word, and the word without one of its letters (but the first)."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]


def _add_near(index: dict[str, tuple[str, ...]], word: str) -> None:
    if len(word) >= FUZZY_LENGTH and word.isalpha():
        for key in set(_keys(word)):
            index[key] = (*index.get(key, ()), word)


def _one_off(one: str, other: str) -> bool:
    """Whether a word differs from a known `other` by one letter, or a swap of neighbours."""
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    tail, other_tail = one[start:], other[start:]
    if len(one) == len(other):
        swapped = tail[:2] == other_tail[1::-1] and tail[2:] == other_tail[2:]
        wrong = len(one) >= WRONG_LETTER_LENGTH and tail[1:] == other_tail[1:]
        return one == other or swapped or wrong
    added, missing = tail[1:] == other_tail, tail == other_tail[1:]
    if not (added or missing):
        return False
    letter = tail[0] if added else other_tail[0]
    softened = letter == SOFTENS and one[start - 1 : start] in {"s", "c"}
    clipped = missing and not tail and len(other) < ENDING_LENGTH
    return not (letter == NEGATES or softened or clipped)

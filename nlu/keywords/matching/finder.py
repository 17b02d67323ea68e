"""Finds phrases in words: one pass over the words, then only the phrases that can still match.

Theory of operation. Every different `Step` gets a number. A word is looked up among whole words,
then by its prefixes among stems, then, if it is long enough, one letter off. A phrase is tried only
where its rarest step was seen. Sentences longer than `WINDOW` words are read in overlapping
windows, and a part of a phrase is looked for at few places of each: so finding is meant to cost in
proportion to a message's length. tests/nlu/test_bounds.py searches for messages that cost more.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from nlu.keywords.matching.normalise import Word
from nlu.keywords.matching.phrases import REACH, Part, Phrase, Step
from nlu.keywords.matching.stems import Words

WINDOW = 60
OVERLAP = 15
MAX_PLACES = 12
"""How often one part of a phrase is looked for in one window."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a message: words `start` to `end` (inclusive), of which it named `used`."""

    phrase: int
    start: int
    end: int
    used: frozenset[int]


class Finder:
    """An index over phrases, which are known by their place in the list given.

    `exact`: only words without a letter astray.
    """

    def __init__(self, phrases: Sequence[Phrase], *, exact: bool = False) -> None:
        self._parts: list[list[tuple[tuple[int, int], ...]]] = []
        self._steps: dict[Step, int] = {}
        for phrase in phrases:
            self._parts.append([self._numbered(part) for part in phrase.parts])
        self._words = Words(self._steps, exact=exact)
        self._needs = [
            frozenset(step for part in parts for step, _ in part) for parts in self._parts
        ]
        self._tried = self._anchored()

    def find(self, words: Sequence[Word]) -> list[Found]:
        """Every phrase found in the words, in the order in which they begin; none reaches over the
        end of a sentence. Of those that begin together the first in the list is the first, so that
        a new phrase changes no order among others."""
        steps = self._looked_up(words)
        found: dict[Found, None] = {}
        for start, end in _windows(words):
            seen: dict[int, list[int]] = {}
            for place in range(start, end):
                for step in steps[place]:
                    seen.setdefault(step, []).append(place)
            for phrase in self._candidates(seen):
                for match in self._match(phrase, seen):
                    found[match] = None
        return sorted(found, key=lambda match: (match.start, match.phrase))

    def whole(self, words: Sequence[Word]) -> list[int]:
        """The phrases that these words, all of them, are; a single part only."""
        if not words or len(words) > WINDOW:
            return []
        seen: dict[int, list[int]] = {}
        for place, steps in enumerate(self._looked_up(words)):
            for step in steps:
                seen.setdefault(step, []).append(place)
        return [
            phrase
            for phrase in sorted(self._candidates(seen))
            if any(
                match.start == 0 and match.end == len(words) - 1
                for match in self._match(phrase, seen)
            )
        ]

    def _numbered(self, part: Part) -> tuple[tuple[int, int], ...]:
        return tuple(
            (self._steps.setdefault(step, len(self._steps)), gap)
            for step, gap in zip(part.steps, part.gaps, strict=True)
        )

    def _anchored(self) -> dict[int, list[int]]:
        """For each step, the phrases that are tried when it is seen: those it is rarest in."""
        uses: dict[int, int] = {}
        for needs in self._needs:
            for step in needs:
                uses[step] = uses.get(step, 0) + 1
        anchored: dict[int, list[int]] = {}
        for phrase, needs in enumerate(self._needs):
            anchor = min(needs, key=lambda step: (uses[step], step))
            anchored.setdefault(anchor, []).append(phrase)
        return anchored

    def _looked_up(self, words: Sequence[Word]) -> list[tuple[int, ...]]:
        known: dict[str, tuple[int, ...]] = {}
        for word in words:
            if word.text not in known:
                known[word.text] = self._words.steps(word.text)
        return [known[word.text] for word in words]

    def _candidates(self, seen: dict[int, list[int]]) -> Iterator[int]:
        for step in seen:
            for phrase in self._tried.get(step, ()):
                if all(need in seen for need in self._needs[phrase]):
                    yield phrase

    def _match(self, phrase: int, seen: dict[int, list[int]]) -> Iterator[Found]:
        places = [list(_places(part, seen))[:MAX_PLACES] for part in self._parts[phrase]]
        for chosen in product(*places):
            ordered = sorted(chosen)
            near = all(
                0 < after[0] - before[-1] <= REACH + 1 for before, after in pairwise(ordered)
            )
            if near:
                used = frozenset(place for part in ordered for place in part)
                yield Found(phrase, ordered[0][0], ordered[-1][-1], used)


def _places(part: tuple[tuple[int, int], ...], seen: dict[int, list[int]]) -> Iterable[list[int]]:
    """Where the steps of a part stand in their order, each at most its gap after the last."""
    ways: dict[int, list[int]] = {place: [place] for place in seen[part[0][0]]}
    for step, gap in part[1:]:
        longer: dict[int, list[int]] = {}
        there = set(seen[step])
        for last, way in ways.items():
            for place in range(last + 1, last + gap + 2):
                if place in there:
                    longer[place] = [*way, place]  # the latest start: the tightest way
        ways = longer
    return ways.values()


def _windows(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end].sentence == words[start].sentence:
            end += 1
        while end - start > WINDOW:
            yield start, start + WINDOW
            start += WINDOW - OVERLAP
        yield start, end
        start = end

"""Words without their vowels, as people write who are in a hurry: `кмп кйшт` is камап коюшту.

What is left of a word fits several, so words are compared, not restored: a word fits a step if any
word of the step leaves the same, or begins so. Only a message that has next to no vowels is read
so: below `MOST_VOWELS` lies nothing that was written with them.
"""

from collections.abc import Sequence

from nlu.keywords.matching.normalise import Word, normalise
from nlu.keywords.matching.phrases import Step
from nlu.keywords.matching.stems import note

MOST_VOWELS = 0.23
LEAST_WORDS, LEAST_LETTERS = 2, 5
"""A message of fewer words or letters says too little."""

MOST_WORDS = 30
"""Nobody in a hurry writes more; and a word without vowels fits many, so finding takes longer."""

BEGINNING = 3
"""From so many letters on, what is left of a word may lack one at its end; from one more on two."""

AS_IT_STANDS = frozenset({"mi"})
"""Words that are compared with their vowel: "my" isn't "me"."""

LEAST_STEM = 2
"""Letters that must be left of a stem."""

LEAST_WORD, LEAST_SHARED = 2, 5
"""Letters that each word of a phrase must have, and all of them together."""

LEAST_TOPIC_WORD, LEAST_TOPIC_SHARED = 3, 7
"""The same of a phrase that names a topic: where nobody is in danger a wrong guess is no help."""

_VOWELS = "aeiou"
_DROPPED = str.maketrans("", "", _VOWELS)


def is_vowelless(said: Sequence[Word]) -> bool:
    """Whether a message was written without vowels."""
    if len(said) > MOST_WORDS:
        return False
    letters = [word.text for word in said if not word.text.isdigit()]
    count = sum(map(len, letters))
    if len(letters) < LEAST_WORDS or count < LEAST_LETTERS:
        return False
    vowels = sum(word.count(vowel) for word in letters for vowel in _VOWELS)
    return vowels <= MOST_VOWELS * count


def bare(word: str) -> str:
    """What is left of a skeleton: its first letter, and no vowel after it."""
    return normalise(word[:1] + word[1:].translate(_DROPPED)).replace(" ", "")


class BareWords:
    """Word → numbers of the steps that it fits, as `stems.Words`, without vowels."""

    def __init__(self, steps: dict[Step, int]) -> None:
        self._whole: dict[str, tuple[int, ...]] = {}
        self._beginnings: dict[str, tuple[int, ...]] = {}
        self._stems: dict[str, tuple[int, ...]] = {}
        self._short: dict[str, tuple[int, ...]] = {}
        for step, number in steps.items():
            for word in step.words:
                if word.isalpha():
                    self._add(bare(word), number)
                    note(self._short, word, number)
                elif "*" in word:
                    left = bare(word.partition("*")[0])
                    if len(left) >= LEAST_STEM:
                        note(self._stems, left, number)

    def _add(self, left: str, number: int) -> None:
        note(self._whole, left, number)
        cut = 1 if len(left) < BEGINNING + 3 else 2
        for length in range(max(BEGINNING, len(left) - cut), len(left)):
            note(self._beginnings, left[:length], number)

    def steps(self, word: str) -> tuple[int, ...]:
        """The steps that a word fits."""
        if word in AS_IT_STANDS:
            return self._short.get(word, ())
        left = bare(word)
        found = {*self._whole.get(left, ()), *self._beginnings.get(left, ())}
        for length in range(LEAST_STEM, len(left) + 1):
            found.update(self._stems.get(left[:length], ()))
        return tuple(found)


def shares_enough(said: Sequence[Word], places: frozenset[int]) -> bool:
    """Whether the words of a phrase that was found are together long enough to mean it."""
    lengths = [len(said[place].text) for place in places]
    return len(lengths) > 1 and min(lengths) >= LEAST_WORD and sum(lengths) >= LEAST_SHARED


def names_a_topic(said: Sequence[Word], places: frozenset[int]) -> bool:
    """The same of a phrase that names a topic."""
    lengths = [len(said[place].text) for place in places]
    long = min(lengths) >= LEAST_TOPIC_WORD and sum(lengths) >= LEAST_TOPIC_SHARED
    return len(lengths) > 1 and long

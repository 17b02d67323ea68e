"""Search by words: how much of what is searched for stands in each text.

Words are compared by their beginnings, since Russian and Kazakh change the ends; a word that stands
in few texts counts for more (inverse document frequency).
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

_WORD = re.compile(r"\w+")
_SHORTEST, _LONGEST = 4, 6
_END = 2
"""Letters that a longer word may change at its end."""

_Name = TypeVar("_Name")


def stem(word: str) -> str:
    """The beginning by which a word is compared."""
    return word[: max(_SHORTEST, min(_LONGEST, len(word) - _END))]


def stems(text: str) -> frozenset[str]:
    """The beginnings of all words of a text."""
    return frozenset(map(stem, _WORD.findall(text.casefold().replace("ё", "е"))))


def shares(wanted: str, texts: Mapping[_Name, frozenset[str]]) -> dict[_Name, float]:
    """The share of the wanted stems that each text holds, 0 to 1. A text is given by its stems."""
    searched = stems(wanted)
    among = Counter(one for text in texts.values() for one in text & searched)
    weights = {one: math.log((len(texts) + 1) / (among[one] + 1)) for one in searched}
    whole = sum(weights.values()) or 1.0
    return {
        name: sum(weights[one] for one in text & searched) / whole for name, text in texts.items()
    }

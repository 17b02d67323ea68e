"""What an editor may write as a phrase, and how it becomes steps to look for.

A phrase is words in their order: `don't let me out`.

- `lock*` is any word that begins so; `*` may also stand inside (`чыгар*бай*`).
- `me/us` is either word; `<us>` is any word of the group `us` of the same file.
- `…` lets up to three other words stand between its neighbours.
- `+` joins parts that may come in any order, with up to four other words between them.

Words of six letters and more are also found with a letter missing, added or swapped with the next,
those of eight and more with a wrong one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nlu.keywords.matching.normalise import variants

GAP = 3
"""How many other words `…` lets pass."""

REACH = 4
"""How many other words may stand between two parts joined by `+`."""

LEAST_STEM = 4
"""Letters of a stem that may lose its last: a shorter one would begin too many words."""

_GROUP = re.compile(r"<([a-z_]+)>")


class PhraseError(ValueError):
    """A phrase that can't be read; the message tells an editor why."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a phrase: any of these skeletons. With a `*` in it, a skeleton is a pattern."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Steps in their order; `gaps[i]` is how many other words may come before step i."""

    steps: tuple[Step, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a lexicon. `weight` is its number of steps: the longer phrase is surer."""

    text: str
    line: int
    parts: tuple[Part, ...]

    @property
    def weight(self) -> int:
        return sum(len(part.steps) for part in self.parts)

    @property
    def form(self) -> tuple[tuple[tuple[int, tuple[str, ...]], ...], ...]:
        """What it comes down to: two phrases of one form are duplicates."""
        return tuple(
            tuple(
                (gap, tuple(sorted(step.words)))
                for gap, step in zip(part.gaps, part.steps, strict=True)
            )
            for part in self.parts
        )


def read(text: str, line: int, groups: Mapping[str, frozenset[str]]) -> Phrase:
    """Read one phrase. Raises `PhraseError`."""
    parts = tuple(_part(part, groups) for part in re.split(r"(?:^|\s)\+(?:\s|$)", text))
    return Phrase(text, line, parts)


@cache
def skeletons(word: str) -> frozenset[str]:
    """A word with or without `*`, in every writing that it stands for. Raises `PhraseError`."""
    pieces = word.split("*")
    if not pieces[0]:
        raise PhraseError(f"{word!r}: the first letters of a word must be given")
    found = [""]
    for number, piece in enumerate(pieces):
        written = variants(piece) if piece else ("",)
        if not written:
            raise PhraseError(f"{word!r} isn't one word: put a space where it has a sign")
        if number < len(pieces) - 1:
            written = tuple(dict.fromkeys(one for full in written for one in _stems(full)))
        found = [f"{before}*{new}" if before else new for before in found for new in written]
    if min(len(skeleton.split("*")[0]) for skeleton in found) < 2 and len(pieces) > 1:
        raise PhraseError(f"{word!r}: give at least two letters before `*`")
    return frozenset(found)


def _stems(skeleton: str) -> tuple[str, ...]:
    """A stem, and what is left of it before an ending with a vowel: `bermay*` is also the
    beginning of `bermayapti`, of which `normalise` leaves `bermapti`."""
    falls = len(skeleton) > LEAST_STEM and skeleton[-1] == "i" and skeleton[-2] in "aeo"
    return (skeleton, skeleton[:-1]) if falls else (skeleton,)


def _part(text: str, groups: Mapping[str, frozenset[str]]) -> Part:
    steps: list[Step] = []
    gaps: list[int] = []
    gap = 0
    for item in text.replace("...", "…").replace("…", " … ").split():
        if item == "…":
            gap = GAP
            continue
        steps.append(_step(item, groups))
        gaps.append(gap if len(steps) > 1 else 0)
        gap = 0
    if not steps:
        raise PhraseError("a phrase needs words on both sides of `+`")
    if gap or text.strip().startswith(("…", "...")):
        raise PhraseError("`…` stands between two words")
    return Part(tuple(steps), tuple(gaps))


@cache
def _words_alone(item: str) -> Step:
    """A step of words and no group. Kept, since most words stand in many phrases."""
    one, *others = item.split("/")
    return Step(skeletons(one).union(*map(skeletons, others)))


def _step(item: str, groups: Mapping[str, frozenset[str]]) -> Step:
    if "<" not in item:
        return _words_alone(item)
    found: set[str] = set()
    for word in item.split("/"):
        group = _GROUP.fullmatch(word)
        if group is None:
            found |= skeletons(word)
        elif group[1] in groups:
            found |= groups[group[1]]
        else:
            known = ", ".join(f"<{name}>" for name in sorted(groups)) or "none"
            raise PhraseError(f"there is no group {word}; this file has: {known}")
    return Step(frozenset(found))

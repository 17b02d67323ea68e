"""What changed between two wordings, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\{[^{}]*\}|\w[\w‘’'ʼ-]*|\s+|.", re.DOTALL)


class Change(StrEnum):
    """The fate of a piece between two versions of a text."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row with the same fate."""

    change: Change
    words: str


def changes(before: str, after: str) -> Iterator[Piece]:
    """Both wordings as one row of pieces."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(Change.KEPT, "".join(old[i1:i2]))
            continue
        if i1 != i2:
            yield Piece(Change.GONE, "".join(old[i1:i2]))
        if j1 != j2:
            yield Piece(Change.NEW, "".join(new[j1:j2]))

"""Two editors at once: what both changed, brought together sentence by sentence."""

import re
from collections.abc import Mapping

from merge3 import Merge3

_UNIT = re.compile(r"[^.!?…\n]*[.!?…]+[»”\")\]]*|[^.!?…\n]+|\n| +")


def sentences(words: str) -> list[str]:
    """A text in pieces that give it again when they are joined: sentences, line ends, blanks."""
    return [one for piece in _UNIT.findall(words) for one in _blanks_apart(piece)]


def merged(base: str, theirs: str, mine: str) -> str | None:
    """What both meant; None where both changed the same sentence in different ways."""
    if base == theirs or theirs == mine:
        return mine
    if base == mine:
        return theirs
    groups = Merge3(sentences(base), sentences(theirs), sentences(mine)).merge_groups()
    kept: list[str] = []
    for kind, *pieces in groups:
        if kind == "conflict":
            return None
        kept.extend(pieces[0])
    return "".join(kept)


def merged_fields(
    base: Mapping[str, str], theirs: Mapping[str, str], mine: Mapping[str, str]
) -> dict[str, str] | None:
    """The same for all fields of a text that were sent; None if one can't be brought together."""
    found = {}
    for name, words in mine.items():
        both = merged(base.get(name, ""), theirs.get(name, ""), words)
        if both is None:
            return None
        found[name] = both
    return found


def _blanks_apart(piece: str) -> list[str]:
    bare = piece.lstrip(" ")
    blanks = piece[: len(piece) - len(bare)]
    return [one for one in (blanks, bare) if one]

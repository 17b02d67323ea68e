"""Two editors at once: what both changed, brought together sentence by sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

_UNIT = re.compile(r"[^.!?…\n]*[.!?…]+[»”\")\]]*|[^.!?…\n]+|\n| +")


def sentences(words: str) -> list[str]:
    """A text in pieces that give it again when they are joined: sentences, line ends, blanks."""
    return [one for piece in _UNIT.findall(words) for one in _blanks_apart(piece)]


def merged(base: str, theirs: str, mine: str) -> str | None:
    """The text with both changes; None where both changed the same sentence in different ways."""
    if base == theirs or theirs == mine:
        return mine
    if base == mine:
        return theirs
    kept = three_way(sentences(base), sentences(theirs), sentences(mine))
    return None if kept is None else "".join(kept)


def merged_fields(
    base: Mapping[str, str], theirs: Mapping[str, str], mine: Mapping[str, str]
) -> dict[str, str] | None:
    """All fields of a text that were sent, each with both changes; None if one can't be brought
    together."""
    found = {}
    for name, words in mine.items():
        both = merged(base.get(name, ""), theirs.get(name, ""), words)
        if both is None:
            return None
        found[name] = both
    return found


def three_way(base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> list[str] | None:
    """Pieces as both sides meant them; None where both changed the same ones differently."""
    kept: list[str] = []
    at = (0, 0, 0)
    for start, in_theirs, in_mine, size in _unchanged(base, theirs, mine):
        was = base[at[0] : start]
        other, own = theirs[at[1] : in_theirs], mine[at[2] : in_mine]
        if own == was or other == own:
            kept += other
        elif other == was:
            kept += own
        else:
            return None
        kept += base[start : start + size]
        at = (start + size, in_theirs + size, in_mine + size)
    return kept


def _unchanged(
    base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Runs that neither side changed: where they begin in each, and how long they are. The last
    one is empty, and behind the end of all."""
    others = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    owns = SequenceMatcher(None, base, mine, autojunk=False).get_matching_blocks()
    i = j = 0
    while i < len(others) and j < len(owns):
        other, own = others[i], owns[j]
        start = max(other.a, own.a)
        end = min(other.a + other.size, own.a + own.size)
        if end > start:
            yield start, start - other.a + other.b, start - own.a + own.b, end - start
        if other.a + other.size < own.a + own.size:
            i += 1
        else:
            j += 1
    yield len(base), len(theirs), len(mine), 0


def _blanks_apart(piece: str) -> list[str]:
    bare = piece.lstrip(" ")
    blanks = piece[: len(piece) - len(bare)]
    return [one for one in (blanks, bare) if one]

"""What only several phrases of a message mean together, wherever each of them stands.

Cues: a farewell has no word of dying, and a message that is nothing but a place has no cry; each
part of it is harmless ("I gave my laptop to my brother"). Phrases of enough different groups of
one kind (`together` in the lexicon) are danger.

Frames of calm: what the model takes for danger though it is everyday: a lock that needs repair, a
change of site with its pay. All groups of a frame (`calm`) must be in the message, and nothing of
its `unless`; then the model's alarm doesn't count, if the keywords hear no danger but in the words
of the frame itself.
"""

from collections.abc import Iterable, Sequence

from nlu.keywords.entries import Entry, Use
from nlu.keywords.matching.finder import Found

ENOUGH = {"urgent_danger": 3}
"""Groups of cues that are danger, by its kind; two of the others. A place is a matter of three:
where, where inside, how many people or how soon."""

PLACE_WORDS = 20
"""A message of more words is more than a place."""

UNLESS = "unless"
"""The group of a frame of which nothing may be in the message."""

_Hits = Iterable[tuple[Entry, Found]]


def cues_of(found: _Hits, length: int) -> list[Entry]:
    """The cues that are danger together, in a message of `length` words."""
    heard: dict[tuple[str, str], dict[str, Entry]] = {}
    for entry, _ in found:
        if entry.use is Use.CUE and (entry.intent not in ENOUGH or length <= PLACE_WORDS):
            heard.setdefault((entry.locale, entry.intent), {})[entry.group] = entry
    return [
        entry
        for (_, kind), groups in heard.items()
        if len(groups) >= ENOUGH.get(kind, 2)
        for entry in groups.values()
    ]


class Calm:
    """The frames of a lexicon."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._groups: dict[tuple[str, str], set[str]] = {}
        for entry in entries:
            if entry.use is Use.CALM:
                self._groups.setdefault((entry.locale, entry.frame), set()).add(entry.group)

    def told(self, found: _Hits) -> frozenset[int]:
        """The words that every phrase of a told frame stands on; none where no frame is told."""
        groups: dict[tuple[str, str], set[str]] = {}
        places: dict[tuple[str, str], set[int]] = {}
        for entry, match in found:
            if entry.use is Use.CALM:
                frame = entry.locale, entry.frame
                groups.setdefault(frame, set()).add(entry.group)
                places.setdefault(frame, set()).update(match.used)
        told = [frame for frame in groups if groups[frame] == self._groups[frame] - {UNLESS}]
        return frozenset(place for frame in told for place in places[frame])

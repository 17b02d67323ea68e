"""Finds how a message may go on with what was said before (`flows.follow_ups`)."""

from collections.abc import Iterable, Sequence

from flows.follow_ups import FollowUp
from nlu.keywords.entries import Entry, Use
from nlu.keywords.matching.finder import Finder
from nlu.keywords.matching.normalise import Word

MOST_WORDS = 12
"""A longer message isn't half a sentence."""

NUMBER = "1"
"""Every number in figures is written so in the lexicon."""

_ANSWERS = frozenset({FollowUp.YES, FollowUp.NO})


class FollowUpFinder:
    """An index over the phrases of `lexicon/follow_ups`."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        own = [entry for entry in entries if entry.use is Use.FOLLOW_UP]
        fillers = [entry.phrase for entry in entries if entry.use is Use.FILLER]
        self._fillers = Finder(fillers, exact=True)
        self._anywhere = [entry for entry in own if not entry.alone]
        self._finder = Finder([entry.phrase for entry in self._anywhere], exact=True)
        self._whole = [entry for entry in own if entry.alone]
        self._whole_finder = Finder([entry.phrase for entry in self._whole], exact=True)

    def kinds(self, said: Sequence[Word]) -> frozenset[FollowUp]:
        """The kinds that these words may be; none of a long message."""
        if not said or len(said) > MOST_WORDS:
            return frozenset()
        plain = [Word(NUMBER if word.text.isdigit() else word.text) for word in said]
        found = [self._whole[phrase] for phrase in self._whole_finder.whole(plain)]
        if not found:
            found = self._answers(plain)
        if not found:
            found = [self._anywhere[match.phrase] for match in self._finder.find(plain)]
        return frozenset(entry.follow_up for entry in found if entry.follow_up is not None)

    def _answers(self, plain: Sequence[Word]) -> list[Entry]:
        """The yes or no that these words are without those that add nothing to an answer: "it is
        safe now", "sorry, I can't"."""
        adding = [word for word in plain if not self._fillers.whole([word])]
        if not 0 < len(adding) < len(plain):
            return []
        found = (self._whole[phrase] for phrase in self._whole_finder.whole(adding))
        return [entry for entry in found if entry.follow_up in _ANSWERS]

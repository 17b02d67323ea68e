"""Finds how a message may go on with what was said before (`flows.follow_ups`)."""

from collections.abc import Iterable, Sequence

from flows.follow_ups import FollowUp
from nlu.keywords.entries import Entry, Use
from nlu.keywords.matching.finder import Finder
from nlu.keywords.matching.normalise import Word, words

MOST_WORDS = 12
"""A longer message isn't half a sentence."""

NUMBER = "1"
"""Every number in figures is written so in the lexicon."""

_AT_THE_END = frozenset({FollowUp.PUNISHED})
"""Kinds of follow-up that are heard in the last `MOST_WORDS` words of a longer message: "they made
us cheat people on the phone, day and night, and now I am afraid, will they jail me?"."""

_ANSWERS = frozenset({FollowUp.YES, FollowUp.NO})

_BESIDE = {
    word.text
    for word in words(
        "сейчас щас счас пожалуйста пж now please pls sorry қазір әзір әзірше өтінемін азыр "
        "азырынча суранам hozir hozircha iltimos ҳозир ҳоло илтимос лутфан"
    )
}
"""What an answer is heard beside. No cry for haste or help: "help, danger" is more than a no; nor
"already", with which "I can't" is despair."""

_VAGUE = {word.text for word in words("есть бар bor ҳаст there мүмкін балким шояд balki maybe")}
"""Beside "now" these tell that somebody is there, or that nobody knows."""


class FollowUpFinder:
    """An index over the phrases of `lexicon/follow_ups`."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        own = [entry for entry in entries if entry.use is Use.FOLLOW_UP]
        self._anywhere = [entry for entry in own if not entry.alone]
        self._finder = Finder([entry.phrase for entry in self._anywhere], exact=True)
        self._whole = [entry for entry in own if entry.alone]
        self._whole_finder = Finder([entry.phrase for entry in self._whole], exact=True)

    def kinds(self, said: Sequence[Word]) -> frozenset[FollowUp]:
        """The kinds that these words may be; of a long message only what is asked at its end."""
        if not said:
            return frozenset()
        if len(said) > MOST_WORDS:
            return self.kinds(said[-MOST_WORDS:]) & _AT_THE_END
        plain = [Word(NUMBER if word.text.isdigit() else word.text) for word in said]
        found = [self._whole[phrase] for phrase in self._whole_finder.whole(plain)]
        if not found:
            found = self._answers(plain)
        if not found:
            found = [self._anywhere[match.phrase] for match in self._finder.find(plain)]
        return frozenset(entry.follow_up for entry in found if entry.follow_up is not None)

    def _answers(self, plain: Sequence[Word]) -> list[Entry]:
        """The yes or no that these words are without "now" and "please": "it is safe now"."""
        adding = [word for word in plain if word.text not in _BESIDE]
        if not 0 < len(adding) < len(plain):
            return []
        if not _VAGUE.isdisjoint(word.text for word in adding):
            return []
        found = (self._whole[phrase] for phrase in self._whole_finder.whole(adding))
        return [entry for entry in found if entry.follow_up in _ANSWERS]

"""Where in a message a danger phrase doesn't count.

Negated; part of an idiom; in a sentence about a film or a figure of speech; in a sentence about the
past or one that asks in general, unless its clause also says "now"; in an account (`news`).
"""

from collections.abc import Iterable, Sequence

from nlu.keywords.entries import Entry, Use
from nlu.keywords.first_person import TURKIC
from nlu.keywords.matching.finder import Found
from nlu.keywords.matching.normalise import Word
from nlu.keywords.news import accounts

GUARD_REACH = 10
"""How many words away a guard still speaks about a danger phrase of the same sentence."""

_GUARDED_BY = dict.fromkeys(TURKIC, TURKIC)
"""Whose guards count for the phrases of a locale: its own; these four find each other's words."""


def dangers_that_count(
    said: Sequence[Word], found: Sequence[tuple[Entry, Found]], alone: Iterable[Entry]
) -> list[Entry]:
    """The danger entries among what was found, without those that a guard takes back.

    `alone` are entries that are the whole message: nothing stands beside them to guard them.
    """
    heard = [(entry, match) for entry, match in found if entry.use is Use.DANGER]
    guards = {locale: _Guards(locale, said, found) for locale in {e.locale for e, _ in heard}}
    counted = [
        entry for entry, match in heard if guards[entry.locale].allow(match, sure=entry.sure)
    ]
    return counted + [entry for entry in alone if entry.use is Use.DANGER]


class _Guards:
    """Where in a message danger phrases of one locale don't count."""

    def __init__(
        self, locale: str, said: Sequence[Word], found: Sequence[tuple[Entry, Found]]
    ) -> None:
        self._said = said
        self._before: set[int] = set()
        self._after: set[int] = set()
        self._harmless: set[int] = set()
        self._idioms: list[frozenset[int]] = []
        self._past: set[int] = set()
        self._clause_taken_back: set[int] = set()
        said_of_past: set[int] = set()
        now: set[int] = set()
        for entry, match in found:
            if entry.locale not in _GUARDED_BY.get(locale, {locale}):
                continue
            match entry.use:
                case Use.NOT_BEFORE:
                    self._before.add(match.end)
                case Use.NOT_AFTER:
                    self._after.add(match.start)
                case Use.NOT_DANGER:
                    self._harmless |= self._around(match)
                    self._clause_taken_back.add(said[match.start].clause)
                case Use.IDIOM:
                    self._idioms.append(match.used)
                case Use.PAST:
                    self._past |= self._around(match)
                    self._clause_taken_back.add(said[match.start].clause)
                    said_of_past |= match.used
                case Use.NOW:
                    now.add(match.start)
                case _:
                    pass
        # "now I am well" says that it is over
        self._now = {said[place].clause for place in now - said_of_past}
        self._accounts = accounts(said, found, locale)

    def allow(self, match: Found, *, sure: bool = False) -> bool:
        """Whether a danger phrase found here counts. To a `sure` one, only its own clause speaks:
        it stands in long questions whose other clauses tell of other things, and of the past."""
        places = range(match.start, match.end + 1)
        if self._negated(match):
            return False
        if sure:
            clauses = {self._said[place].clause for place in match.used}
            now = not clauses.isdisjoint(self._now)
            return now or clauses.isdisjoint(self._clause_taken_back)
        if not self._harmless.isdisjoint(places):
            return False
        if self._said[match.start].sentence in self._accounts:
            return False
        if any(self._means_other(idiom, match) for idiom in self._idioms):
            return False
        now = any(self._said[place].clause in self._now for place in match.used)
        return now or self._past.isdisjoint(places)

    @staticmethod
    def _means_other(idiom: frozenset[int], match: Found) -> bool:
        """Whether a word of the danger phrase belongs to an idiom that the phrase doesn't know."""
        return bool(idiom & match.used) and (len(idiom) == 1 or not idiom <= match.used)

    def _negated(self, match: Found) -> bool:
        first, last = match.start, match.end
        inside = set(range(first, last + 1)) - match.used
        if inside & (self._before | self._after):
            return True
        before, after = first - 1, last + 1
        return (before in self._before and self._together(before, first)) or (
            after in self._after and self._together(last, after)
        )

    def _together(self, one: int, other: int) -> bool:
        return self._said[one].clause == self._said[other].clause

    def _around(self, guard: Found) -> set[int]:
        """The words of its sentence that a guard speaks about."""
        first = max(0, guard.start - GUARD_REACH)
        last = min(len(self._said) - 1, guard.end + GUARD_REACH)
        sentence = self._said[guard.start].sentence
        return {p for p in range(first, last + 1) if self._said[p].sentence == sentence}

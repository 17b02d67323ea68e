"""The local recogniser: finds the lexicon's phrases in a message. No network, no model.

It is the safety net under the model: a clear cry for help is heard while the model is down, in any
script, with a letter wrong. What guards it against false alarms is in the lexicon as well: a danger
phrase doesn't count where a negation stands directly before it, inside it or (where a language
negates afterwards) directly after it; nor near an idiom, a film, a joke; nor near a word of the
past, unless the same clause also says "now".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.events import Parse, Source
from nlu.finder import Finder, Found
from nlu.intents import EMERGENCIES
from nlu.lexicon import Entry, Lexicon, Use
from nlu.normalise import Word, words

GUARD_REACH = 10
"""How many words away a guard still speaks about a danger phrase of the same sentence."""

SHORT_MESSAGE = 12
"""A message of more words than this is never taken for one of the short forms."""

SURE = 1.0
TOPIC_CONFIDENCE = 0.7
"""Of a topic phrase. Above every threshold in the flows, and below certainty."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """What the keywords heard.

    `danger` is the kind of danger (an intent) or None. `short`: the message is nothing but a known
    short form, whose intent is in `asked`. `asked` is what the person asks for in so many words: a
    person, erasure, a language (then `wanted` may name its locale), or a short form. `topic` is a
    weaker guess. `locale` is the file that the decisive phrase stands in; a hint, no more.
    """

    danger: str | None = None
    watched: bool = False
    short: bool = False
    asked: str | None = None
    wanted: str | None = None
    topic: str | None = None
    locale: str | None = None


class Keywords:
    """A lexicon made ready for reading messages. Building takes a moment: build it once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = [entry for entry in lexicon.entries if not entry.alone]
        self._finder = Finder([entry.phrase for entry in self._entries])
        self._whole = [e for e in lexicon.entries if e.alone and e.use is not Use.FILLER]
        self._whole_finder = Finder([entry.phrase for entry in self._whole])
        fillers = [entry for entry in lexicon.entries if entry.use is Use.FILLER]
        self._fillers = Finder([entry.phrase for entry in fillers])

    def recognise(self, text: str) -> Parse | None:
        """What the keywords alone make of a message; None when they know nothing in it."""
        parse = as_parse(self.spot(text))
        return None if parse == Parse() else parse

    def spot(self, text: str) -> Spotted:
        """Everything that the lexicon knows in a message."""
        said = words(text)
        found = [(self._entries[match.phrase], match) for match in self._finder.find(said)]
        alone = self._alone(said)
        dangers = _dangers(said, found, alone)
        kinds = {entry.intent for entry in dangers}
        danger = next((kind for kind in EMERGENCIES if kind in kinds), None)
        hints = [e for e, _ in found if e.use is Use.WATCHED]
        hints += [e for e in alone if e.use is Use.WATCHED]
        watched = bool(hints) or any(entry.watched for entry in dangers)
        short = [entry for entry in alone if entry.use in {Use.SHORT, Use.ASKED}]
        asked = short or [entry for entry, _ in found if entry.use is Use.ASKED]
        topics = [entry for entry, _ in found if entry.use is Use.TOPIC]
        topic = max(topics, key=lambda entry: entry.phrase.weight, default=None)
        chosen = _best(asked, text)
        decisive = next((e for e in dangers if e.intent == danger), None) or chosen or topic
        return Spotted(
            danger=danger,
            watched=watched,
            short=bool(short) and danger is None,
            asked=chosen.intent if chosen else None,
            wanted=chosen.wanted if chosen else None,
            topic=topic.intent if topic else None,
            locale=decisive.locale if decisive else None,
        )

    def reasons(self, text: str) -> list[str]:
        """The danger phrases that count in a message, as `file:line: phrase`; for editors."""
        said = words(text)
        found = [(self._entries[match.phrase], match) for match in self._finder.find(said)]
        return [
            f"{entry.locale}.yml:{entry.phrase.line}: {entry.phrase.text}"
            for entry in _dangers(said, found, self._alone(said))
        ]

    def _alone(self, said: Sequence[Word]) -> list[Entry]:
        """The phrases that the message is, but for words that add nothing and repetitions."""
        if not said or len(said) > SHORT_MESSAGE:
            return []
        plain = _once(said)
        found = self._whole_finder.whole(_unbroken(plain))
        if not found:
            adding = [word for word in plain if not self._fillers.whole([Word(word.text)])]
            found = self._whole_finder.whole(_unbroken(_once(adding)))
        return [self._whole[phrase] for phrase in found]


def as_parse(spotted: Spotted) -> Parse:
    """The keywords' own answer, for when there is no other."""
    danger = spotted.danger is not None
    intent, confidence = None, 0.0
    if spotted.danger:
        intent, confidence = spotted.danger, SURE
    elif spotted.asked:
        intent, confidence = spotted.asked, SURE
    elif spotted.topic:
        intent, confidence = spotted.topic, TOPIC_CONFIDENCE
    return Parse(
        intent=intent,
        confidence=confidence,
        urgent=danger,
        urgency_score=SURE if danger else 0.0,
        locale=spotted.wanted,
        source=Source.KEYWORDS if intent or spotted.watched else Source.NOBODY,
        watched=spotted.watched,
    )


def _dangers(
    said: Sequence[Word], found: Sequence[tuple[Entry, Found]], alone: Iterable[Entry]
) -> list[Entry]:
    heard = [(entry, match) for entry, match in found if entry.use is Use.DANGER]
    guards = {locale: _Guards(locale, said, found) for locale in {e.locale for e, _ in heard}}
    counted = [entry for entry, match in heard if guards[entry.locale].allow(match)]
    return counted + [entry for entry in alone if entry.use is Use.DANGER]


_TURKIC = {"kk", "ky", "uz", "uz-Cyrl"}
_GUARDED_BY = dict.fromkeys(_TURKIC, _TURKIC)
"""Whose guards count for the phrases of a locale: its own; these four find each other's words."""


class _Guards:
    """Where in a message danger phrases of one locale don't count."""

    def __init__(
        self, locale: str, said: Sequence[Word], found: Iterable[tuple[Entry, Found]]
    ) -> None:
        self._said = said
        self._before: set[int] = set()
        self._after: set[int] = set()
        self._harmless: list[Found] = []
        self._past: list[Found] = []
        self._now: set[int] = set()
        for entry, match in found:
            if entry.locale not in _GUARDED_BY.get(locale, {locale}):
                continue
            match entry.use:
                case Use.NOT_BEFORE:
                    self._before.add(match.end)
                case Use.NOT_AFTER:
                    self._after.add(match.start)
                case Use.NOT_DANGER:
                    self._harmless.append(match)
                case Use.PAST:
                    self._past.append(match)
                case Use.NOW:
                    self._now.add(said[match.start].clause)
                case _:
                    pass

    def allow(self, match: Found) -> bool:
        """Whether a danger phrase found here counts."""
        if self._negated(match) or any(self._near(guard, match) for guard in self._harmless):
            return False
        now = any(self._said[place].clause in self._now for place in match.used)
        return now or not any(self._near(guard, match) for guard in self._past)

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

    def _near(self, guard: Found, match: Found) -> bool:
        same = self._said[guard.start].sentence == self._said[match.start].sentence
        apart = max(guard.start - match.end, match.start - guard.end)
        return same and apart <= GUARD_REACH


def _best(asked: Sequence[Entry], text: str) -> Entry | None:
    """The longest phrase; of both writings of Uzbek, the one that most of the message is in."""
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in text)
    script = "uz-Cyrl" if cyrillic > sum(map(str.isalpha, text)) / 2 else "uz"

    def rank(entry: Entry) -> tuple[int, bool, bool]:
        return entry.phrase.weight, entry.wanted == script, entry.wanted is not None

    return max(asked, key=rank, default=None)


def _once(said: Sequence[Word]) -> list[Word]:
    """Without words that only repeat the one before."""
    return [
        word for place, word in enumerate(said) if not place or said[place - 1].text != word.text
    ]


def _unbroken(said: Sequence[Word]) -> list[Word]:
    return [Word(word.text) for word in said]

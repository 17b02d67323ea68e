"""The local recogniser: finds the lexicon's phrases in a message. No network, no model.

It is the safety net under the model: a clear cry for help is heard while the model is down, in any
script, with a letter wrong. What guards it against false alarms is in the lexicon as well: a danger
phrase doesn't count where a negation stands directly before it, inside it or (where a language
negates afterwards) directly after it; nor near an idiom, a film, a joke; nor near a word of the
past, unless the same clause also says "now"; nor in an account of other people, as news is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.events import FULL_SCORE, Parse, Source
from flows.follow_ups import FollowUp
from flows.signals import SILENCING, Signal
from nlu.intents import EMERGENCIES, NAMED, SMALL_TALK, TOPICS
from nlu.keywords.emoji import calls, emoji_signals, is_only_emoji
from nlu.keywords.entries import Entry, Use
from nlu.keywords.first_person import kindred, speaks
from nlu.keywords.going_on import FollowUpFinder
from nlu.keywords.guards import dangers_that_count
from nlu.keywords.lexicon import Lexicon
from nlu.keywords.matching.finder import Finder, Found
from nlu.keywords.matching.normalise import Word, words
from nlu.keywords.matching.stems import Words
from nlu.keywords.papers import is_about_paper
from nlu.keywords.places import is_only_place
from nlu.keywords.restoring import Restoring
from nlu.keywords.together import Calm, cues_of
from nlu.keywords.vowels import Vowels

SHORT_MESSAGE = 12
"""A message of more words than this is never taken for one of the short forms."""

_MADE_OF = SILENCING - {Signal.STRANGER}
"""Signals whose phrases may make up a message together; what a stranger asks stands alone."""

_PLAIN_DANGER = "urgent_danger"

NOT_WATCHED = "not_watched"
_QUESTION = re.compile(r"[^.!?\n]*\?")
"""A sentence that ends in a question mark."""

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
    `signals`: what is told of the situation; `only_signal`: and nothing else is. `topics`: every
    topic that was guessed, the surest first; `named`: these, and `ask_privacy`. `sure`: the danger
    is one whatever the model makes of the rest; `calm`: it is an everyday matter that sounds like
    one (`nlu.keywords.together`). `kinds`: how it may go on with what was said before.
    """

    danger: str | None = None
    watched: bool = False
    short: bool = False
    asked: str | None = None
    wanted: str | None = None
    topic: str | None = None
    locale: str | None = None
    signals: frozenset[Signal] = frozenset()
    only_signal: bool = False
    topics: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    sure: bool = False
    calm: bool = False
    kinds: frozenset[FollowUp] = frozenset()


class Keywords:
    """A lexicon made ready for reading messages. Building takes a moment: build it once."""

    def __init__(self, lexicon: Lexicon) -> None:
        told = [entry for entry in lexicon.entries if entry.use is Use.SIGNAL]
        self._signals = [entry for entry in told if not entry.alone]
        self._signal_finder = Finder([entry.phrase for entry in self._signals], exact=True)
        self._alone_signals = [entry for entry in told if entry.alone]
        self._alone_signal_finder = Finder(
            [entry.phrase for entry in self._alone_signals], exact=True
        )
        self._follow_ups = FollowUpFinder(lexicon.entries)
        own = [e for e in lexicon.entries if e.use not in {Use.SIGNAL, Use.FOLLOW_UP}]
        anywhere = [entry for entry in own if not entry.alone]
        self._entries = [e for e in anywhere if e.use not in {Use.WRITTEN, Use.NEAR}]
        self._finder = Finder([entry.phrase for entry in self._entries])
        self._written = [entry for entry in anywhere if entry.use is Use.WRITTEN]
        self._written_finder = Finder([entry.phrase for entry in self._written], exact=True)
        self._near = [entry for entry in anywhere if entry.use is Use.NEAR]
        self._near_finder = Finder([entry.phrase for entry in self._near])
        self._whole = [e for e in own if e.alone and e.use is not Use.FILLER]
        self._whole_finder = Finder([entry.phrase for entry in self._whole])
        self._calm = Calm(anywhere)
        self._words_of: dict[str, Words] = {}
        fillers = [entry for entry in lexicon.entries if entry.use is Use.FILLER]
        self._fillers = Finder([entry.phrase for entry in fillers])
        parts = (part for entry in lexicon.entries for part in entry.phrase.parts)
        self._restoring = Restoring(step for part in parts for step in part.steps)
        self._vowels = Vowels()

    def restored(self, text: str, said: Sequence[Word] | None = None) -> str:
        """The text that was meant: on the right keyboard, in letters that are known
        (`nlu.keywords.restoring`), with its vowels (`nlu.keywords.vowels`). `said`: its words,
        from whoever has them."""
        return self.with_vowels(self.in_right_letters(text, words(text) if said is None else said))

    def in_right_letters(self, text: str, said: Sequence[Word]) -> str:
        """The text on the right keyboard, in letters that are known. `said`: its words."""
        return self._restoring.restore(text, said)

    def with_vowels(self, text: str) -> str:
        """The text with the vowels that were left out of it."""
        return self._vowels.put_back(text)

    def spot(self, text: str, said: Sequence[Word] | None = None) -> Spotted:
        """Everything that the lexicon knows in a message. `said`: its words, from whoever has
        them."""
        said = words(text) if said is None else said
        if is_only_emoji(text):
            told = emoji_signals(text)
            if calls(text):
                return Spotted(danger=_PLAIN_DANGER, sure=True, signals=told)
            if not said or told:
                return Spotted(short=True, signals=told, only_signal=bool(told))
        found = self._found(said)
        alone = self._alone(said)
        calm = self._calm.told(found)
        dangers = self._dangers(said, found, alone, calm)
        cues = cues_of(found, len(said))
        dangers += cues
        kinds = {entry.intent for entry in dangers}
        only_place = is_only_place(text)
        if only_place:
            kinds.add(_PLAIN_DANGER)
        danger = next((kind for kind in EMERGENCIES if kind in kinds), None)
        hints = [e for e, _ in found if e.use is Use.WATCHED]
        hints += [e for e in alone if e.use is Use.WATCHED]
        short = [entry for entry in alone if entry.use in {Use.SHORT, Use.ASKED}]
        asked = short or [entry for entry, _ in found if entry.use is Use.ASKED]
        nobody_looks = any(entry.intent == NOT_WATCHED for entry in asked)
        if nobody_looks and self._asks_of_watchers(text):
            nobody_looks = False
            asked = [entry for entry in asked if entry.intent != NOT_WATCHED]
            short = [entry for entry in short if entry.intent != NOT_WATCHED]
        watched = (bool(hints) and not nobody_looks) or any(entry.watched for entry in dangers)
        topics = [entry for entry, _ in found if entry.use is Use.TOPIC]
        topics.sort(key=lambda entry: (entry.intent in SMALL_TALK, -entry.phrase.weight))
        topic = topics[0] if topics else None
        chosen = _best(asked, text)
        signals, only_signal = self._told(said, found)
        about_other = topic or is_about_paper(said)
        if about_other and not short and chosen and chosen.intent == "change_language":
            chosen = None  # a lawyer, a form or the police in that language is what it is about
        if chosen and chosen.intent == "deny" and Signal.WHAT_TO_DO in signals:
            chosen, short = None, []  # Kazakh "енді не" is "now what", and "не" a Tajik no
        decisive = next((e for e in dangers if e.intent == danger), None) or chosen or topic
        return Spotted(
            danger=danger,
            watched=watched,
            short=bool(short) and danger is None,
            asked=chosen.intent if chosen else None,
            wanted=_in_its_script(chosen, text) if chosen else None,
            topic=topic.intent if topic else None,
            locale=decisive.locale if decisive else None,
            signals=signals,
            only_signal=only_signal and danger is None,
            topics=tuple(dict.fromkeys(e.intent for e in [*asked, *topics] if e.intent in TOPICS)),
            named=NAMED & {entry.intent for entry in [*asked, *topics]},
            sure=only_place or bool(cues) or any(e.sure or e.alone for e in dangers),
            calm=danger is None and not watched and bool(calm),
            kinds=self._follow_ups.kinds(said),
        )

    def _asks_of_watchers(self, text: str) -> bool:
        """Whether what would tell, as a part of a message, that nobody looks on is asked: "may I
        write? nobody sees this?"."""
        asked = (words(sentence) for sentence in _QUESTION.findall(text))
        return any(
            self._entries[match.phrase].intent == NOT_WATCHED
            for sentence in asked
            for match in self._finder.find(sentence)
        )

    def is_only(self, intent: str, text: str) -> bool:
        """Whether a message is nothing but a short form that asks for `intent`."""
        if not self.has_word_of(intent, text):
            return False
        spotted = self.spot(text)
        return spotted.short and spotted.asked == intent

    def has_word_of(self, intent: str, text: str) -> bool:
        """Whether a word of such a short form is in a message, as it is in few: sooner than `spot`,
        and never wrong in saying no."""
        if intent not in self._words_of:
            phrases = [e.phrase for e in self._whole if e.intent == intent]
            steps = {step for phrase in phrases for part in phrase.parts for step in part.steps}
            self._words_of[intent] = Words({step: n for n, step in enumerate(steps)})
        known = self._words_of[intent]
        return any(known.steps(word.text) for word in words(text))

    def is_personal(self, said: Sequence[Word], locale: str) -> bool:
        """Whether somebody speaks of themselves, of now or for help, in the language of `locale`:
        by `near` words, or by endings."""
        near = (self._near[match.phrase].locale for match in self._near_finder.find(said))
        if any(kindred(one) == kindred(locale) for one in near):
            return True
        return any(speaks(word.text, locale) for word in said)

    def reasons(self, text: str) -> list[str]:
        """The danger phrases that count in a message, as `file:line: phrase`; for editors."""
        said = words(text)
        found, alone = self._found(said), self._alone(said)
        return [
            f"{entry.locale}.yml:{entry.phrase.line}: {entry.phrase.text}"
            for entry in self._dangers(said, found, alone, self._calm.told(found))
            + cues_of(found, len(said))
        ]

    @staticmethod
    def _dangers(
        said: Sequence[Word],
        found: Sequence[tuple[Entry, Found]],
        alone: Sequence[Entry],
        calm: frozenset[int],
    ) -> list[Entry]:
        """The danger phrases that count, without what the words of an everyday matter explain."""
        rest = [
            (entry, match)
            for entry, match in found
            if entry.use is not Use.DANGER or entry.sure or match.used.isdisjoint(calm)
        ]
        return dangers_that_count(said, rest, alone)

    def _found(self, said: Sequence[Word]) -> list[tuple[Entry, Found]]:
        """What stands anywhere in a message; what tells an account only where danger is heard.

        A word that takes cries back is never recognised by a typing error, nor is a word of
        danger with an error in it taken for such a word.
        """
        found = [(self._entries[match.phrase], match) for match in self._finder.find(said)]
        if any(entry.use is Use.DANGER for entry, _ in found):
            written = self._written_finder.find(said)
            if written:
                found += [(self._written[match.phrase], match) for match in written]
                near = self._near_finder.find(said)
                found += [(self._near[match.phrase], match) for match in near]
        return found

    def _alone(self, said: Sequence[Word]) -> list[Entry]:
        """The phrases that the message is, but for words that add nothing and repetitions."""
        if not said or len(said) > SHORT_MESSAGE:
            return []
        plain = _once(said)
        return [self._whole[phrase] for phrase in self._all_of(self._whole_finder, plain)]

    def _all_of(self, finder: Finder, plain: Sequence[Word]) -> list[int]:
        """The phrases that these words are, if need be without those that add nothing."""
        found = finder.whole(_unbroken(plain))
        if not found:
            adding = [word for word in plain if not self._fillers.whole([Word(word.text)])]
            found = finder.whole(_unbroken(_once(adding)))
        return found

    def _told(
        self, said: Sequence[Word], found: Sequence[tuple[Entry, Found]]
    ) -> tuple[frozenset[Signal], bool]:
        """The signals in a message, and whether it is nothing but one. A negation right before a
        phrase takes it back."""
        if said and len(said) <= SHORT_MESSAGE:
            whole = self._all_of(self._alone_signal_finder, _once(said))
            if whole:
                return frozenset(_signal(self._alone_signals[phrase]) for phrase in whole), True
        negated = {
            (entry.locale, match.end + 1) for entry, match in found if entry.use is Use.NOT_BEFORE
        }
        told = [
            (_signal(self._signals[match.phrase]), match)
            for match in self._signal_finder.find(said)
            if (self._signals[match.phrase].locale, match.start) not in negated
        ]
        silence = self._made_of(said, told)
        return silence or frozenset(signal for signal, _ in told), bool(silence)

    def _made_of(
        self, said: Sequence[Word], told: Sequence[tuple[Signal, Found]]
    ) -> frozenset[Signal]:
        """Signals after which nothing is sent unasked, of a short message that is nothing but
        several of their phrases and the small words of an answer: "all is fine, never mind, I
        sorted it out myself", "wait, he is here already, later"; none where a word is left over,
        or only leave is taken. Too many ways lead there for each to stand in the lexicon as a
        whole message."""
        if len(said) > SHORT_MESSAGE:
            return frozenset()
        alone = self._alone_signal_finder.find(said)
        heard = [*told, *((_signal(self._alone_signals[match.phrase]), match) for match in alone)]
        silent = [(signal, match) for signal, match in heard if signal in _MADE_OF]
        if all(signal is Signal.LATER for signal, _ in silent):
            return frozenset()
        used = {place for _, match in silent for place in match.used}
        used |= {
            place
            for match in self._whole_finder.find(said)
            if self._whole[match.phrase].intent in SMALL_TALK
            for place in match.used
        }
        rest = [Word(word.text) for place, word in enumerate(said) if place not in used]
        if any(not self._fillers.whole([word]) for word in rest):
            return frozenset()
        return frozenset(signal for signal, _ in silent)


def _signal(entry: Entry) -> Signal:
    assert entry.signal is not None  # noqa: S101 - only entries that have one are looked for
    return entry.signal


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
        urgency_score=FULL_SCORE if danger else 0.0,
        locale=spotted.wanted,
        source=Source.KEYWORDS if intent or spotted.watched else Source.NOBODY,
        watched=spotted.watched,
        signals=spotted.signals,
        topics=spotted.topics,
        named=spotted.named,
        kinds=spotted.kinds,
    )


def _best(asked: Sequence[Entry], text: str) -> Entry | None:
    """The longest phrase; of both writings of Uzbek, the one that most of the message is in."""
    script = "uz-Cyrl" if _is_cyrillic(text) else "uz"

    def rank(entry: Entry) -> tuple[int, bool, bool]:
        return entry.phrase.weight, entry.wanted == script, entry.wanted is not None

    return max(asked, key=rank, default=None)


def _in_its_script(entry: Entry, text: str) -> str | None:
    """The locale that is asked for. Who asks for Uzbek without naming letters gets those that they
    write its name in, or the most of the message; the phrases of `uz-Cyrl.yml` name theirs, and
    each writing is found by both files."""
    asks = any(name in text.casefold() for name in ("lotin", "лотин", "латин", "latin", "zbek"))
    own = entry.wanted == entry.locale == "uz"
    return "uz-Cyrl" if own and not asks and _is_cyrillic(text) else entry.wanted


def _is_cyrillic(text: str) -> bool:
    return sum("Ѐ" <= letter <= "ӿ" for letter in text) > sum(map(str.isalpha, text)) / 2


def _once(said: Sequence[Word]) -> list[Word]:
    """Without words that only repeat the one before."""
    return [
        word for place, word in enumerate(said) if not place or said[place - 1].text != word.text
    ]


def _unbroken(said: Sequence[Word]) -> list[Word]:
    return [Word(word.text) for word in said]

"""What a message means: a command, then the keywords, then the model, then "not understood"."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from flows.events import ANSWERS, FULL_SCORE, Parse, Source
from flows.signals import MINUTES_COUNT, SILENCING, Signal
from nlu.clauses import SCORE as CLAUSE_SCORE
from nlu.clauses import clauses
from nlu.client import Heard, ModelUnavailable
from nlu.greetings import GREET, after_greeting, joined
from nlu.intents import EMERGENCIES, LOCALES, SIGNAL_CONFIDENCE, SMALL_TALK, TOPICS
from nlu.keywords import SURE, Keywords, Spotted, as_parse
from nlu.keywords import TOPIC_CONFIDENCE as NAMED_CONFIDENCE
from nlu.keywords.locale_guess import guess
from nlu.keywords.matching.normalise import Word, words
from nlu.keywords.papers import is_about_paper
from nlu.keywords.vowels import is_vowelless
from nlu.suggested import suggested

COMMANDS = {
    "delete": "delete_my_data",
    "language": "change_language",
    "operator": "ask_human",
    "privacy": "ask_privacy",
    "menu": "greet",
    "help": "greet",
}
"""Telegram commands → intents; the menu is what a greeting starts. `/start` is no message."""

CHANGE_LANGUAGE = "change_language"
ASK_HUMAN = "ask_human"
OUT_OF_SCOPE = "out_of_scope"
GOODBYE = "goodbye"

LOCALE_WORDS = 3
"""A shorter message never switches the language: it may be a loanword or a name."""

LOCALE_CONFIDENCE = 0.8
AGREED_LOCALE_CONFIDENCE = 0.5
"""Enough when the letters and small words point to the same locale."""

EMERGENCY_CONFIDENCE = 0.6
"""Above this the model's kind of danger is taken, not the keywords' (the flows' threshold)."""

CALM_SCORE = 0.019
"""Below this the model is certain that nobody is in danger, and the keywords alone raise no alarm
(docs/decisions/0021)."""

CALM_LETTERS = 250
"""Of a longer message the model may not have read every part, and the keywords count whatever it
says (the model reads 150 tokens of two letters or more)."""

OTHER_CONFIDENCE = 0.7
"""Above this the model's topic is taken, though the message also names a language."""

SURE_OF_OTHERS = 0.9
"""From here on the model's intent of those in `_OF_OTHERS` outdoes a human named in words."""

_OF_OTHERS = frozenset({"ask_helping_someone", "ask_bot_identity", OUT_OF_SCOPE})

NAMED_WORDS = 2
"""So few words that name a topic are about it, whatever small talk the model hears in them."""

SHORT_SIGNALS = SILENCING
"""Short messages that are nothing but one of these are answered by the keywords alone."""

_GOES_WITH_AN_ANSWER = SILENCING | {Signal.HE_HAS_GONE}
"""Signals that a short yes or no may be told by: "not now", "nobody is here"."""

TOPIC_CONFIDENCE = 0.4
"""As sure of a topic the model must be (the flows' usual threshold)."""

_SELF_HARM, _ILLNESS = "self_harm", "medical_emergency"
_NOT_OF_SELF_HARM = frozenset({Signal.BURNT, Signal.GIVING_BIRTH})
"""Facts told in words: what the model alone takes for self-harm beside them is an illness."""

ANSWER_WORDS = 3
"""A longer message answers yes or no only if it begins with the word itself."""

_MOST_OF_MODEL = 0.999999
"""`FULL_SCORE` is for words alone (`Parse.danger_in_words`), however sure the model is."""

_NOT = "не"
"""In Tajik a no. In Russian it denies the word after it: "не ранен" says no to something else than
what was asked. Whole answers ("не могу") are the lexicon's."""

NO_ANSWER_CONFIDENCE = 0.39
"""What is left of the model's yes or no in such a message: too little to answer a question."""

_COMMAND = re.compile(r"/([a-z]+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL | re.IGNORECASE)


def command(text: str) -> Parse | None:
    """The parse of a command such as `/delete` or `/language@our_bot uz`; None for anything else.

    Pure and instant. An argument counts for `/language` alone, and only when it names a locale.
    """
    found = _COMMAND.fullmatch(text.strip())
    intent = COMMANDS.get(found[1].lower()) if found else None
    if found is None or intent is None:
        return None
    named = (found[2] or "").strip().lower()
    wanted = next((locale for locale in LOCALES if locale.lower() == named), None)
    return Parse(
        intent=intent,
        confidence=SURE,
        locale=wanted if intent == CHANGE_LANGUAGE else None,
        source=Source.COMMAND,
    )


class Hears(Protocol):
    """The model, however it is reached (`nlu.client.ModelClient`)."""

    async def hear(self, text: str) -> Heard:
        """Hear a message. Raises `ModelUnavailable`."""


class Recogniser:
    """Understands messages. Without a client it understands what the keywords do.

    A message that is nothing but a known short form ("yes", "оператор", "o'zbekcha") is answered by
    the keywords alone. That saves such turns the model's time, and they are most of a dialogue; it
    costs that the model's own view of them is never heard. Every other message goes to the model
    as well, also where the keywords heard danger: danger counts if either hears it, unless the
    model is certain that there is none (`CALM_SCORE`); a guard of the lexicon never silences the
    model. While the model is down nothing waits for it, and the keywords count.

    `crowded`: whether a message would have to wait for the model. Then danger that the keywords
    heard doesn't: who is in danger is answered first, by what is known already.
    """

    def __init__(
        self,
        keywords: Keywords,
        client: Hears | None = None,
        crowded: Callable[[], bool] = lambda: False,
    ) -> None:
        self._keywords = keywords
        self._client = client
        self._crowded = crowded

    async def parse(self, text: str) -> Parse:
        """Understand a message. Never raises; never logs what was said."""
        given = command(text)
        if given is not None:
            return given
        said = words(text)
        typed = self._keywords.in_right_letters(text, said)
        vowelless = is_vowelless(typed)  # on a wrong keyboard next to nothing has vowels
        meant = self._keywords.with_vowels(typed)
        if meant != text:
            text, said = meant, words(meant)
        spotted = self._keywords.spot(text, said)
        own = as_parse(spotted)
        if spotted.short or (spotted.only_signal and spotted.signals <= SHORT_SIGNALS):
            return own
        hurried = spotted.danger is not None and self._crowded()
        rest = "" if self._client is None else self._after_greeting(text)
        parts = self._clauses(text, said, spotted)
        heard = None if hurried else await self._hear_all(text, rest, parts)
        if heard is None:
            unread = self._client is not None and not hurried and bool(text.strip())
            own = replace(own, unread=unread)
            unnamed = own.intent == CHANGE_LANGUAGE and own.locale is None
            return own if unnamed else replace(own, locale=own.locale or _guessed(text, said))
        if _is_only_signal(spotted) or spotted.calm:
            heard = replace(heard, urgent=False, urgency_score=0.0)
        of_a_paper = heard.intent == CHANGE_LANGUAGE and is_about_paper(said)
        unread = heard.intent == OUT_OF_SCOPE and vowelless  # the model read a guess at the words
        if of_a_paper or unread or _is_misheard(heard, spotted, said):
            heard = replace(heard, intent=OUT_OF_SCOPE, confidence=0.0)
        calm = heard.urgency_score < CALM_SCORE and len(text) <= CALM_LETTERS
        if calm and not (spotted.sure or vowelless):
            spotted = replace(spotted, danger=None)
        parse = combine(spotted, self._answering(text, heard, spotted), _locale(text, said, heard))
        return replace(parse, suggested=suggested(heard, len(said)))

    async def _hear_all(self, text: str, rest: str, parts: Sequence[str]) -> Heard | None:
        """Where all that was heard is a greeting, what follows it counts as well; and danger in a
        clause does. All are asked at once, so that one deadline holds; it costs such a message
        further readings."""
        if not rest and not parts:
            return await self._hear(text)
        asked = [text, *([rest] if rest else []), *parts]
        heard, *others = await asyncio.gather(*map(self._hear, asked))
        if heard is None:
            return None
        second = others[0] if rest else None
        if second is not None and heard.intent == GREET:
            heard = joined(heard, second, len(rest.split()))
        told = [one.urgency_score for one in others[len(others) - len(parts) :] if one is not None]
        loudest = max(told, default=0.0)
        if loudest < CLAUSE_SCORE or heard.urgent:
            return heard
        return replace(heard, urgent=True, urgency_score=loudest)

    def _clauses(self, text: str, said: Sequence[Word], spotted: Spotted) -> list[str]:
        """The clauses that the model is asked about as well: of a person's own long message, while
        nobody has to wait for it."""
        if self._client is None or spotted.danger is not None or self._crowded():
            return []
        found = clauses(text)
        return found if found and self._keywords.is_personal(said, guess(text) or "ru") else []

    def _after_greeting(self, text: str) -> str:
        greets = partial(self._keywords.is_only, GREET)
        return after_greeting(text, greets, partial(self._keywords.has_word_of, GREET))

    def short(self, text: str) -> Parse:
        """A command, or what the keywords alone hear; instant, and nothing leaves the process."""
        return command(text) or as_parse(self._keywords.spot(self._keywords.restored(text)))

    def _answering(self, text: str, heard: Heard, spotted: Spotted) -> Heard:
        """ "I am not joking" and "I can't breathe" sound like a no, and must not answer "Is it safe
        to write?"."""
        said = text.split()
        tells = bool(spotted.signals - _GOES_WITH_AN_ANSWER)
        denies = len(said) > 1 and said[0].lower() == _NOT and heard.locale != "tg"
        if heard.intent not in ANSWERS or (len(said) <= ANSWER_WORDS and not tells and not denies):
            return heard
        begins = not denies and self.short(said[0]).intent == heard.intent
        if begins and Signal.WHAT_TO_DO not in spotted.signals:
            return heard  # in Kazakh "не істейін" asks what to do
        return replace(heard, confidence=min(heard.confidence, NO_ANSWER_CONFIDENCE))

    async def _hear(self, text: str) -> Heard | None:
        if self._client is None or not text.strip():
            return None
        try:
            return await self._client.hear(text)
        except ModelUnavailable:
            return None


def combine(spotted: Spotted, heard: Heard, locale: str | None) -> Parse:
    """Keywords and model together. Danger is what either heard.

    Intent: a person or erasure asked for in so many words; else the model's. A language named
    within a sentence is asked for unless the model is sure that the sentence is about something
    else (an interpreter, a contract). A burn or a birth told in words is no self-harm. Where only
    the keywords heard danger, a special kind of it (self-harm, illness, a child) names the intent;
    plain danger leaves the model's topic standing, as `urgent` alone starts the same flow.
    """
    guessed = heard.intent == _SELF_HARM and spotted.danger != _SELF_HARM
    if guessed and spotted.signals & _NOT_OF_SELF_HARM:
        heard = replace(heard, intent=_ILLNESS)
    intent, confidence, source = heard.intent, heard.confidence, Source.MODEL
    emergency = heard.intent in EMERGENCIES and heard.confidence >= EMERGENCY_CONFIDENCE
    other = heard.intent != CHANGE_LANGUAGE and heard.confidence >= OTHER_CONFIDENCE
    wanted = spotted.wanted if emergency or spotted.danger or not other else None
    if spotted.danger and not emergency:
        if spotted.danger != "urgent_danger" or not heard.urgent:
            intent, confidence, source = spotted.danger, SURE, Source.KEYWORDS
    elif spotted.asked == CHANGE_LANGUAGE:
        if not other:  # only a named locale is the keywords' own answer: else the flow has to ask
            intent, confidence = spotted.asked, SURE
            source = Source.KEYWORDS if wanted else Source.MODEL
    elif spotted.asked and not emergency and not _is_about_others(spotted, heard):
        intent, confidence, source = spotted.asked, SURE, Source.KEYWORDS
    elif spotted.topic and _is_unsure(heard):
        intent, confidence, source = spotted.topic, NAMED_CONFIDENCE, Source.KEYWORDS
    return Parse(
        intent=intent,
        confidence=confidence,
        urgent=heard.urgent or spotted.danger is not None,
        urgency_score=FULL_SCORE if spotted.danger else min(heard.urgency_score, _MOST_OF_MODEL),
        locale=wanted or locale,
        source=source,
        watched=spotted.watched,
        signals=spotted.signals,
        topics=_topics(spotted, heard),
        named=spotted.named,
        kinds=spotted.kinds,
        guessed=_guessed_signal(heard),
    )


def _guessed_signal(heard: Heard) -> Signal | None:
    """The signal that the model hears, if it is sure enough."""
    if heard.signal is None or heard.signal_confidence < SIGNAL_CONFIDENCE[heard.signal]:
        return None
    return Signal(heard.signal)


def _is_only_signal(spotted: Spotted) -> bool:
    """Whether a message is nothing but signals, none of them of danger where minutes count."""
    return spotted.only_signal and not spotted.signals & MINUTES_COUNT


def _is_misheard(heard: Heard, spotted: Spotted, said: Sequence[Word]) -> bool:
    """Whether words of the lexicon tell that the model's intent is none."""
    only_signal = _is_only_signal(spotted)
    if (only_signal or spotted.calm) and heard.intent in EMERGENCIES:
        return True
    if only_signal and Signal.STATE_ASKED in spotted.signals and heard.intent in TOPICS:
        return True  # "is it long?" names no topic that the model could know
    if heard.intent == GOODBYE and Signal.HE_HAS_GONE in spotted.signals:
        return True  # it isn't said in parting
    # a topic's name by itself, misspelt, resembles some small word
    few = len(said) <= NAMED_WORDS
    return heard.intent in SMALL_TALK and spotted.topic is not None and few


def _is_about_others(spotted: Spotted, heard: Heard) -> bool:
    """Whether words that ask for a human are surely about another one: "how to talk to someone who
    was trafficked". Whoever names a topic beside them is given a human."""
    elsewhere = heard.intent in _OF_OTHERS and heard.confidence >= SURE_OF_OTHERS
    return spotted.asked == ASK_HUMAN and elsewhere


def _is_unsure(heard: Heard) -> bool:
    """Whether a topic that words name counts for more than what the model hears: next to nothing,
    or a language or a person, where no keyword heard that one is asked for."""
    wish = heard.intent == ASK_HUMAN and heard.confidence < OTHER_CONFIDENCE
    nothing = heard.confidence < TOPIC_CONFIDENCE or heard.intent == CHANGE_LANGUAGE or wish
    return nothing and not heard.urgent


def _topics(spotted: Spotted, heard: Heard) -> tuple[str, ...]:
    """All topics that were heard: the model's first, where it is sure enough of one."""
    own = spotted.topics
    sure = heard.intent in TOPICS and heard.confidence >= TOPIC_CONFIDENCE
    return tuple(dict.fromkeys([heard.intent, *own] if sure and heard.intent else own))


def _locale(text: str, said: Sequence[Word], heard: Heard) -> str | None:
    """The locale of a message that is long enough to tell, when it is sure."""
    if heard.locale is None or _letter_words(said) < LOCALE_WORDS:
        return None
    if heard.locale_confidence >= LOCALE_CONFIDENCE:
        return heard.locale
    agreed = heard.locale_confidence >= AGREED_LOCALE_CONFIDENCE and guess(text) == heard.locale
    return heard.locale if agreed else None


def _guessed(text: str, said: Sequence[Word]) -> str | None:
    return guess(text) if _letter_words(said) >= LOCALE_WORDS else None


def _letter_words(said: Sequence[Word]) -> int:
    """A number is the same in every language."""
    return sum(not word.text.isdigit() for word in said)

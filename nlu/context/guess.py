"""A signal that the model alone hears counts where somebody is in danger and nothing else is known.

Phrases never have all the ways of saying that somebody comes, or has taken the phone. In a calm
conversation a guess would do more harm than good, so there it counts for nothing. That it is
somebody else who is in danger is guessed of the words that tell of it first, and of no others.
"""

from dataclasses import replace

from flows.events import ANSWERS, Parse
from flows.follow_ups import ABOUT_PAGE, FollowUp
from flows.signals import NEAR, RETRACTIONS, Signal
from nlu.context.asking import asks
from nlu.context.in_danger import BY_WORDS, SURE_OF_A_TOPIC, tells_of_danger
from nlu.context.situation import Situation
from nlu.intents import TOPICS
from nlu.keywords.matching.normalise import words

ANOTHER_READS = NEAR | {Signal.STRANGER}
"""Signals that count though the model is sure of a topic: an answer would be read by others."""

MOST_WORDS_OF_A_STRANGER = 14
"""Who has taken a phone asks in few words: in the development dialogues none of 119 such messages
has more. A longer one told what the other threatens: "if I leave she'll write that I stole"."""

_OWN = frozenset({Signal.OWN_MINOR, Signal.HELD, Signal.ESCAPED, Signal.NOT_MY_PHONE})
"""Facts of who writes."""

_ANSWERED = TOPICS | {"ask_privacy", "ask_bot_identity"}
"""Intents with an answer of their own, which a guessed question would take away."""


_FACTS_OF_A_WITNESS = frozenset({Signal.ABROAD, Signal.OWN_CHILD, Signal.THIRD_PARTY})
"""Signals that a witness or a relative tells beside a plan to act themselves (`Signal.FOLLOW`):
"I'm in Bishkek, tomorrow I come with my brothers and get her out"."""

_ASKED_BY_A_WITNESS = frozenset({Signal.STATE_ASKED, Signal.WHAT_TO_DO})
"""Signals that a witness asks beside such a plan: "we break the door, what do you say?"."""

_ASKS_NOTHING = RETRACTIONS | {Signal.LATER}
"""Signals that no question tells: a guess that a cry is taken back, or leave is taken, counts for
nothing in "won't you tell my mother?"."""


def with_guess(parse: Parse, text: str, situation: Situation) -> Parse:
    """The reading with the guessed signal among its signals if it counts, else without a guess. A
    guess answers no question: "nobody is here", misheard, would say that it is safe to write. And
    a guessed stranger stays a guess: who seems to be one is told that line and no more."""
    if parse.guessed is None:
        return parse
    if parse.guessed is Signal.THIRD_PARTY:
        counts = _tells_of_another(parse, situation)
    else:
        counts = _counts(parse, parse.guessed, text, situation)
    if not counts:
        return replace(parse, guessed=None)
    if parse.guessed is Signal.STRANGER:
        return parse
    return replace(parse, signals=parse.signals | {parse.guessed})


def _tells_of_another(parse: Parse, situation: Situation) -> bool:
    """Whether the message tells of danger first, and words tell of none of the writer's own."""
    return tells_of_danger(parse) and not situation.in_emergency and not parse.signals & _OWN


def _counts(parse: Parse, guessed: Signal, text: str, situation: Situation) -> bool:
    if (
        not situation.in_emergency
        or _is_known(parse, situation)
        or _answers_yes_or_no(parse, situation)
    ):
        return False
    if guessed in _ASKS_NOTHING and asks(text, parse.locale):
        return False
    if guessed is Signal.STRANGER and _is_ones_own(parse, text):
        return False
    if guessed is Signal.STATE_ASKED and parse.follow_up in parse.kinds & ABOUT_PAGE:
        return False  # "for how long?" after a page is about the page
    surely = parse.intent in _ANSWERED and parse.confidence >= SURE_OF_A_TOPIC
    return guessed in ANOTHER_READS or not surely


def _is_ones_own(parse: Parse, text: str) -> bool:
    """Whether no stranger asks it: a story, "will you tell my mother?", "shall I tell her?"."""
    asks = parse.kinds & {FollowUp.CHILD_NEXT, FollowUp.TELL_ADULT}
    return len(words(text)) > MOST_WORDS_OF_A_STRANGER or bool(asks)


def _answers_yes_or_no(parse: Parse, situation: Situation) -> bool:
    """Whether the model is sure of a yes or a no while that is asked: "yes I'll write" isn't "I'll
    write later"."""
    asked = any(button.value in ANSWERS.values() for button in situation.buttons)
    return asked and parse.intent in ANSWERS and parse.confidence >= SURE_OF_A_TOPIC


def _is_known(parse: Parse, situation: Situation) -> bool:
    """Whether words of the lexicon tell what it is about, or the open question is answered."""
    told = parse.signals - _beside_a_plan(parse, situation)
    words = bool(told or parse.named) or parse.source in BY_WORDS
    return words or bool(parse.answer)


def _beside_a_plan(parse: Parse, situation: Situation) -> frozenset[Signal]:
    """The signals that leave room for the guess that a witness means to act themselves."""
    if parse.guessed is not Signal.FOLLOW:
        return frozenset()
    return _FACTS_OF_A_WITNESS | (_ASKED_BY_A_WITNESS if situation.about_other else frozenset())

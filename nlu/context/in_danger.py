"""Words of somebody in danger that are no answer: what must not silence us, and what must.

A no to something else would be taken for "it isn't safe to write"; few words that nobody
understands may tell that somebody has come.
"""

from flows.events import Parse, Source
from flows.follow_ups import FollowUp
from flows.signals import QUESTIONS, Signal
from nlu.context.asking import asks, goes_on_with_if
from nlu.context.situation import Situation
from nlu.context.small_words import BEGINNINGS
from nlu.intents import EMERGENCIES, SMALL_TALK, TOPICS
from nlu.keywords.matching.normalise import words

NOT_IN_DANGER = "not_in_danger"
"""A value of the safety question alone."""

FEW_NO_WORDS, MOST_NO_WORDS = 2, 3
"""Of a no to it that the model alone hears; of one that begins with the word itself."""

MOST_YES_WORDS = 3
"""Of a yes before a question."""

HEARD = 0.4
"""From here on an intent counts as heard (the flows' usual threshold)."""

HALF_SURE_OF_A_TOPIC = 0.5
"""From here on such a question is about a topic."""

_NOT = words("не")[0].text
"""In Tajik a no."""

UNEXPLAINED_WORDS = 6
"""More words, of which none is known, tell a story rather than that somebody comes."""

SURE_OF_A_TOPIC = 0.75
"""From here on the model's intent tells what the words are about."""

_IDENTITY = "ask_bot_identity"
_WHO = {
    word.text
    for word in words(
        "who whos whose whom кто кем кому чей чья чьи кім кімге кімсің кімсіз кіммен кімнің ким "
        "кимге кимсиң кимсиз кимсан кимга кимнинг кимдин kim kimga kimsan kimsiz kimning кист "
        "кистӣ кистед кистет"
    )
}
"""Words of who asks who this is, but for Tajik's "ки", which joins sentences as well. "Are you a
robot?" and "do you want money for it?" ask something else."""

BY_WORDS = frozenset({Source.KEYWORDS, Source.COMMAND})
_TOLD_OF = frozenset(EMERGENCIES) - {"urgent_danger"}


def tells_of_danger(parse: Parse) -> bool:
    """Whether the reading alarms, or hears one of the emergencies."""
    return parse.urgent or (parse.intent in EMERGENCIES and parse.confidence >= HEARD)


def is_another_no(parse: Parse, text: str, situation: Situation) -> bool:
    """Whether the safety question is open, and the model hears a no in words that deny something
    else: "nobody is beside me", "I haven't drunk it". Taken for its answer they'd silence us."""
    asked = any(button.value == NOT_IN_DANGER for button in situation.buttons)
    guessed = parse.intent == "deny" and parse.source is Source.MODEL
    if not asked or not guessed or FollowUp.NO in parse.kinds:
        return False
    said = [word.text for word in words(text)]
    begins = not BEGINNINGS["no"].isdisjoint(said[:1]) or said[:1] == [_NOT]
    return len(said) > (MOST_NO_WORDS if begins else FEW_NO_WORDS)


def says_yes_and_asks(parse: Parse, text: str) -> bool:
    """Whether it answers the safety question by a yes that stands apart, and asks one thing that
    is known: "yes I can. will they put me in prison for it?". Not where anything else is told: he
    may have come."""
    said = words(text)
    first = [word.text for word in said if word.clause == 0]
    apart = len(first) <= MOST_YES_WORDS and bool(said) and said[-1].clause == 1
    begins = not BEGINNINGS["yes"].isdisjoint(first[:1])
    heard = parse.intent in TOPICS and parse.confidence >= HALF_SURE_OF_A_TOPIC
    known = heard or bool(parse.named or parse.signals)
    told = bool(parse.signals - QUESTIONS) or parse.watched
    return apart and begins and known and not told and asks(text, parse.locale)


def is_a_way_out(parse: Parse, text: str, situation: Situation) -> bool:
    """Whether somebody in danger, who hasn't spoken of dying, asks about a window or a wall: they
    mean to get away, and it is the model alone that hears a wish to die or more of the same danger.
    They are answered as who is held. Whoever asks nothing ("I'll jump") may want to die, and
    words of dying, of illness or of a child stay what they are."""
    in_danger = situation.in_emergency and not situation.thinks_of_dying
    if not in_danger or FollowUp.WAY_OUT not in parse.kinds:
        return False
    told = bool(parse.signals - QUESTIONS - {Signal.HELD}) or parse.watched
    asked = asks(text, parse.locale) or goes_on_with_if(text)
    return not parse.danger_in_words and not told and asked


def is_unexplained(parse: Parse, text: str) -> bool:
    """Whether words of somebody in danger may tell that somebody has come or has the phone: few in
    which the model suspects new danger, and which tell nothing that is known ("car is here its
    him"), or a question who this is. Illness, a child and the wish to die have flows that know what
    to say."""
    if parse.intent == _IDENTITY and not _WHO.isdisjoint(word.text for word in words(text)):
        return True
    if not parse.urgent:
        return False
    known = bool(parse.signals or parse.guessed or parse.kinds or parse.named or parse.answer)
    if known or parse.follow_up not in {None, FollowUp.DETAIL} or parse.source in BY_WORDS:
        return False
    if parse.danger_in_words or parse.intent in _TOLD_OF:
        return False
    surely = parse.intent in SMALL_TALK | TOPICS and parse.confidence >= SURE_OF_A_TOPIC
    few = len(words(text)) <= UNEXPLAINED_WORDS
    return few and not surely and not asks(text, parse.locale)

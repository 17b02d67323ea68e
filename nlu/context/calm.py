"""Danger that the model alone hears, and the context doesn't: "he", "16 months", "and my wife?".

Without a question before them such words are a fragment of a cry, which is how the model learnt
them. With one they are an answer. And whoever has read a page and writes on is rarely in danger
where the model only suspects it. Danger that the keywords hear, or that signals tell, is never
taken back.
"""

from dataclasses import replace

from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.signals import Signal
from nlu.context.buttons import chosen
from nlu.context.in_danger import HEARD
from nlu.context.situation import Situation
from nlu.intents import EMERGENCIES

VERY_LOUD = 0.97
"""From here on the model's alarm stands, but in two or three words that are an answer."""

LOUD = 0.45
"""Below this it is taken back in a few words of any kind, while something is open."""

ANSWER_WORDS = 3
FEW_WORDS = 4
MOST_WORDS = 8

FOLLOWS = 0.7
"""Below this it is taken back in a message that follows a page, however long it is. Of the cries in
such a place in the development dialogues the faintest has 0.73 (docs/decisions/0035)."""

FOLLOWS_WITH_A_TOPIC = 0.97
"""The same where the model's intent is papers, pay or a court, or that it is about nothing here.
In the development dialogues a dozen calm messages lie between the two bounds in such a place
("there is no contract, only voice notes"); of the 192 cries that come after calm talk none does."""

SURE_OF_DANGER = 0.8
"""From here on the model surely hears an emergency as the intent, and its alarm stands."""

FOLLOWS_WITH_A_NAME = 0.85
"""The same where words name such a topic, and the model half hears an emergency."""

HALF_SURE_OF_DANGER = 0.6
"""From here on a topic that words name doesn't calm what the model hears."""

SURE_OF_A_CHILD = 0.85
"""Below this the model's belief that a child is in danger is taken back, if all that was told is
that the child is the writer's own: "my son is 7, the school won't take him". Of the development
set's cries of that kind the faintest has 0.90."""

_CALM = frozenset(
    {
        Signal.ALL_FINE,
        Signal.JOKE,
        Signal.LATER,
        Signal.STATE_ASKED,
        Signal.WHAT_TO_DO,
        Signal.UNNAMED,
        Signal.LEGAL_ASKED,
        Signal.AFRAID,
        Signal.OWN_CHILD,
        Signal.ABROAD,
        Signal.CANNOT_CALL,
        Signal.CALL_ASKED,
    }
)
"""Signals that tell of no harm."""

_ANSWERED = _CALM | {Signal.HE_HAS_GONE}
"""Signals of whole answers: "I am alone" is a no where it is asked who is there."""

_FAMILY_THREATENED = "ask_family_threat"

_OFFER, _OF_AN_OFFER = "ask_online_recruitment", _CALM | {Signal.MEETING}
"""The page on offers of work, and signals that tell of no harm after it: "he says, tell nobody" is
what the page warns of."""

_CALM_TOPICS = frozenset(
    {
        "ask_labour_contract",
        "ask_unpaid_wages",
        "ask_immigration_status",
        "ask_legal_help",
        "ask_testifying",
        "ask_identification",
        "ask_reflection_period",
        "ask_interpreter",
        "ask_embassy",
        "ask_online_recruitment",
        "out_of_scope",
    }
)
"""Intents beside which a suspicion weighs less: papers, pay, a court. Not the others, in whose
words danger is told: "I need a shelter, I'm outside now, he is looking for me"."""

_PLAIN = frozenset(FollowUp) - {
    FollowUp.FOR_WHOM,
    FollowUp.SPAN,
    FollowUp.WAY_OUT,
    FollowUp.TOOK,
    FollowUp.PUNISHED,
}
"""Kinds of follow-up that take an alarm back in a short answer. Not among them: whoever is asked
after ("and my sister?") may be in danger, as the rest of the words tell; a length of time tells
nothing; a window is danger wherever nobody is known to be held, and so may be what was drunk;
"he will punish me" may be about the boss."""


GROWN_UP = range(18, 100)
"""Ages that are no child's."""


def is_grown_age(parse: Parse, text: str) -> bool:
    """Whether the model alone hears a child in danger in a few words that tell a grown-up's age:
    "she is 19"."""
    if parse.intent != "minor_at_risk" or parse.danger_in_words or parse.signals - _CALM:
        return False
    said = text.split()
    ages = [int(one) for word in said if (one := word.strip(".,!?)(")).isdecimal()]
    return len(said) <= FEW_WORDS and bool(ages) and all(age in GROWN_UP for age in ages)


def is_ones_own_child(parse: Parse) -> bool:
    """Whether the model alone, and not surely, hears danger in a parent's words about a child."""
    guessed = parse.intent == "minor_at_risk" and parse.urgency_score < SURE_OF_A_CHILD
    return guessed and parse.signals == {Signal.OWN_CHILD} and not parse.watched


def calmed(parse: Parse, text: str, count: int, situation: Situation) -> Parse:
    """The reading without an alarm that a short answer can't be. `count`: of its words."""
    if not parse.urgent and parse.intent not in EMERGENCIES:
        return parse
    if situation.in_emergency:
        calm = _answers_question(parse, situation)  # "not safe", to "is it safe?"
    else:
        calm = _is_answer(parse, text, count, situation) or _follows(parse, situation)
    if not calm:
        return parse
    intent = None if parse.intent in EMERGENCIES else parse.intent
    confidence = 0.0 if intent is None else parse.confidence
    return replace(parse, urgent=False, urgency_score=0.0, intent=intent, confidence=confidence)


def _answers_question(parse: Parse, situation: Situation) -> bool:
    """Whether it is a yes or no and nothing else, and one of them is asked for."""
    values = {button.value for button in situation.buttons}
    answers = {kind.value for kind in parse.kinds & {FollowUp.YES, FollowUp.NO}}
    return bool(answers & values) and not parse.signals - _ANSWERED


def _is_answer(parse: Parse, text: str, count: int, situation: Situation) -> bool:
    if parse.danger_in_words or parse.watched or parse.signals - _CALM:
        return False
    if FollowUp.SPAN in parse.kinds and parse.intent == "minor_at_risk":
        return True  # sixteen weeks are no age
    plain = parse.kinds & _PLAIN
    if plain and count <= ANSWER_WORDS:
        return True
    if parse.urgency_score < LOUD and count <= FEW_WORDS:
        return True
    if count > MOST_WORDS or parse.urgency_score >= VERY_LOUD:
        return False
    asked_after = FollowUp.FOR_WHOM in parse.kinds and ("?" in text or count <= ANSWER_WORDS - 1)
    told = bool(plain) or asked_after or Signal.ALL_FINE in parse.signals
    return told or bool(chosen(text, situation.buttons))  # "count it for me"


def _follows(parse: Parse, situation: Situation) -> bool:
    """Whether it goes on after a page, tells of no harm, and the model is far from sure."""
    if parse.intent in EMERGENCIES and parse.confidence >= SURE_OF_DANGER:
        return False
    if parse.intent == _FAMILY_THREATENED:
        return False  # "if you run I'll send men to your wife" is told after a page as well
    calm = parse.intent in _CALM_TOPICS and parse.confidence >= HEARD
    half_sure = parse.intent in EMERGENCIES and parse.confidence >= HALF_SURE_OF_DANGER
    named = not (half_sure or parse.named.isdisjoint(_CALM_TOPICS))
    bound = FOLLOWS_WITH_A_TOPIC if calm else FOLLOWS_WITH_A_NAME if named else FOLLOWS
    suspected = parse.urgency_score < bound
    harmless = _OF_AN_OFFER if situation.topic == _OFFER else _CALM
    return (
        bool(situation.topic) and suspected and not parse.watched and not parse.signals - harmless
    )

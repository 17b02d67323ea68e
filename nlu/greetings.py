"""What a message says after its greeting: the model hears the greeting first, and it may drown
the rest ("hello, the boss has my passport").
"""

from collections.abc import Callable
from dataclasses import replace

from nlu.client import Heard

GREET, NOTHING = "greet", "out_of_scope"

GREETING_WORDS = 3
"""Of the longest greeting that is looked for."""

LEAST_REST = 2
"""Words that must follow; one is a name, or part of the greeting."""

REST_CONFIDENCE = 0.5
"""Below this the rest says too little to count for more than the greeting."""

LONG_REST = 6
"""So many words after a greeting are what the message is about, however unsure the model is."""


def after_greeting(
    text: str, greets: Callable[[str], bool], may_greet: Callable[[str], bool]
) -> str:
    """The message without the greeting it begins with; "" if it is nothing more. `greets`:
    whether some words are a greeting and nothing else; `may_greet`: whether one of them may be of
    a greeting, which is sooner known."""
    said = text.split()
    if not may_greet(" ".join(said[:GREETING_WORDS])):
        return ""
    for count in range(min(GREETING_WORDS, len(said) - LEAST_REST), 0, -1):
        if greets(" ".join(said[:count])):
            return " ".join(said[count:])
    return ""


def joined(whole: Heard, rest: Heard, count: int) -> Heard:
    """Put together what was heard in a message and in what follows its greeting, `count` words.
    Danger is what either has."""
    urgent = whole.urgent or rest.urgent
    score = max(whole.urgency_score, rest.urgency_score)
    enough = rest.confidence >= REST_CONFIDENCE or count >= LONG_REST
    tells = rest.intent not in {GREET, NOTHING} and enough
    decisive = rest if tells else whole
    return replace(
        whole,
        intent=decisive.intent,
        confidence=decisive.confidence,
        ranking=decisive.ranking,
        urgent=urgent,
        urgency_score=score,
    )

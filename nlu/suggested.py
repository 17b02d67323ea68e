"""Intents that the model's ranking holds possible: topics to be offered as buttons, where it isn't
sure which one is meant."""

from nlu.client import Heard
from nlu.intents import EMERGENCIES, NAMED

LEAST_CONFIDENCE = 0.1
"""An intent of less is not held possible: of the development set's 86 calm messages that weren't
understood, 54 had the right topic among the first three, one of them with less."""

LEAST_WORDS = 3
"""Fewer words are half an answer, and whatever the model makes of them is chance."""

SELF_CHECK = "ask_am_i_victim"

_TO_SUGGEST = NAMED | {SELF_CHECK, *EMERGENCIES}


def suggested(heard: Heard, count: int) -> tuple[str, ...]:
    """The topics and emergencies that the model holds possible, the likeliest first. `count`: of
    the message's words."""
    if count < LEAST_WORDS:
        return ()
    possible = (name for name, surely in heard.ranking if surely >= LEAST_CONFIDENCE)
    return tuple(name for name in possible if name in _TO_SUGGEST)

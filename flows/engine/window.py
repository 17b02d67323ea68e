"""Whoever is held and asks about a window is told not to, and the number."""

from flows.builtin import SELF_HARM_TOPIC
from flows.engine import known
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_about_other, thinks_of_dying
from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.signals import FIRST_AID, Signal

WARNING = "utter_danger_window"
"""To whoever asks whether to get out by a window: not to, and the number."""


def warn(walk: Walk, parse: Parse) -> bool:
    """Warn whoever asks about a window while somebody else may read it, or asks it for another
    person: what is told to the held is too long for the one and isn't theirs for the other.
    Returns whether they were warned."""
    told_less = known.is_read(walk.conversation) or is_about_other(walk)
    if not (told_less and walk.conversation.in_danger and is_asked_about(walk, parse)):
        return False
    walk.say(WARNING)
    return True


def is_asked_about(walk: Walk, parse: Parse) -> bool:
    """Whether who is held, or somebody else for them, asks whether to get out by a window. Not who
    has got out, nor where there is fire or first aid to tell of, nor who thinks of dying; and a
    witness who asks whether to go there is told that."""
    otherwise = FIRST_AID | {Signal.ESCAPED}
    if is_about_other(walk):
        otherwise |= {Signal.FOLLOW}
    if parse.signals & otherwise or parse.intent == SELF_HARM_TOPIC or thinks_of_dying(walk):
        return False
    return FollowUp.WAY_OUT in parse.kinds and Signal.HELD in parse.signals

"""Whoever is with the police or in migration detention: 112 isn't offered to them.

What helps there is an interpreter, a lawyer, and to ask before signing: the page on being detained
answers what to say and what to sign.
"""

from flows.engine import briefly, receipt, whose_danger
from flows.engine.walk import Walk
from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.signals import Signal

_DETAINED = "ask_detained"


def are_told_of(parse: Parse) -> bool:
    """Whether words say that officials have them, and nothing that is danger by itself. Whoever
    asks how long they may be held may be held by anybody."""
    told = _DETAINED in parse.named and FollowUp.HOW_LONG not in parse.kinds
    return told and not parse.danger_in_words and Signal.HELD not in parse.signals


def answer(walk: Walk, parse: Parse) -> bool:
    """Answer what to say and whether to sign there. Returns whether it was asked."""
    asked = Signal.CALL_ASKED in parse.signals or FollowUp.SIGN in parse.kinds
    if not asked or not whose_danger.is_with_officials(walk):
        return False
    page, _ = walk.library.triggers[_DETAINED]
    if not briefly.say_topic(walk, page):
        walk.say(receipt.QUIET)
    return True

"""The receipt for a message of somebody in danger while no operator has claimed the ticket.

Whoever asks "is somebody coming?" may read a yes into a friendly word, so it is the plain truth:
the operators have it, nobody has answered, nobody is on the way.
"""

from datetime import timedelta

from flows.clocks import TOLD_AGAIN_AFTER
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_with_officials

FULL = "utter_nobody_answered"
SHORT = "utter_received"
QUIET = "utter_received_quiet"
"""While somebody may be looking on: one neutral word."""


def give(walk: Walk, pause: timedelta | None) -> None:
    """In full the first time and after a pause, else in one short line. `pause`: since the
    person's last message; None for their first."""
    if FULL not in walk.conversation.told or (pause is not None and pause >= TOLD_AGAIN_AFTER):
        give_in_full(walk)
    else:
        walk.say(QUIET if walk.conversation.may_be_read else SHORT)


def give_in_full(walk: Walk) -> None:
    """All of the truth, whoever asks for it; without a number to who is with officials already."""
    if walk.conversation.may_be_read:
        walk.say(QUIET)
    else:
        walk.remember_told(FULL)
        walk.say(SHORT if is_with_officials(walk) else FULL)

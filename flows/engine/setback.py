"""The store has lost its last writes while a ticket was open: the request for a human stays.

What is remembered elsewhere of an open conversation is little (`essentials`). The person begins
anew in the dialogue; operators are told that messages may be missing, and called again.
"""

from dataclasses import replace

from flows.conversation import Conversation
from flows.effects import Notice
from flows.engine import known
from flows.engine.walk import Walk
from flows.flood import Flood
from flows.status import Status


def essentials(conversation: Conversation) -> Conversation:
    """The part of a conversation that must outlive a loss of the store: who has it, how urgent it
    is, in which language, whether somebody may be looking or has the phone, and the clocks. Not
    where the dialogue stands."""
    return replace(
        conversation,
        frames=(),
        slots={},
        misunderstood=0,
        told=(),
        flood=Flood(),
        said=(),
        script="",
        facts=known.lasting(conversation.facts),
    )


def set_back(walk: Walk) -> None:
    """Operators learn that something may be missing; whoever waits, waits with fresh clocks.

    An alert that was on its way may be lost as well, so it is given again. The person is told
    nothing: they may not be alone, and what they asked for still holds.
    """
    walk.notify(Notice.SET_BACK)
    if walk.status is Status.QUEUED and walk.conversation.snoozed_until is None:
        walk.wait_for_human()

"""The person did something, whatever it was: they are back, or somebody else is, or it is a flood.

Comes before what a message or a button means.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from flows import flood
from flows.clocks import NEW_VISIT_AFTER
from flows.conversation import Conversation
from flows.effects import Notice
from flows.engine.walk import Walk
from flows.events import TimerKind
from flows.status import Change, Status


def acted(walk: Walk, message: str = "", *, returns: bool = True) -> None:
    """The person did something: they are back, and the silence is over. `returns`: whether a closed
    request is over for good with it; else their next word still reopens it."""
    if walk.status is Status.CLOSED and returns:
        walk.change(Change.RETURN)
    if walk.status is not Status.HUMAN:  # what goes to an operator is nobody else's business
        walk.set(
            flood=flood.after(walk.conversation.flood, message, pause(walk.conversation, walk.now))
        )
    if walk.conversation.snoozed_until is not None:
        walk.cancel(TimerKind.SNOOZE_OVER)
        walk.notify(Notice.WOKEN)
        walk.wait_for_human()
    walk.set(heard_at=walk.now, unexplained=False)
    if walk.conversation.in_emergency:
        walk.watch_silence()


def begins_anew(walk: Walk, silence: timedelta | None) -> bool:
    """Whether so much time has passed that somebody else may hold the phone."""
    return walk.conversation.noticed and silence is not None and silence >= NEW_VISIT_AFTER


def held_back(walk: Walk) -> bool:
    """Whether a flood goes unanswered, after one neutral line where nothing else was said."""
    state = _counted(walk.conversation, walk.conversation.flood)
    wanted = flood.answer(state)
    if wanted is flood.Answer.ONE_LINE:
        walk.set(flood=replace(state, told=True))
        if walk.status is Status.BOT and not walk.conversation.misunderstood:
            walk.say("utter_flood")
    return wanted is not flood.Answer.AS_USUAL


def is_flooding(conversation: Conversation, message: str, now: datetime) -> bool:
    """Whether a message that comes now is one too many: unless it must be heard, it will go
    unanswered. Changes nothing; for whoever has to understand the message first."""
    if conversation.flood.same < flood.ANSWERED and conversation.flood.level <= flood.ROOM - 1:
        return False  # whatever it says, it isn't
    state = flood.after(conversation.flood, message, pause(conversation, now))
    return flood.answer(_counted(conversation, state)) is not flood.Answer.AS_USUAL


def pause(conversation: Conversation, now: datetime) -> timedelta | None:
    """How long the person had done nothing; None if this is the first time."""
    heard = conversation.heard_at
    return None if heard is None else max(now - heard, timedelta())


def _counted(conversation: Conversation, state: flood.Flood) -> flood.Flood:
    """Somebody in danger may well repeat themselves."""
    return replace(state, same=0) if conversation.in_danger else state

"""`advance`: one event in, the next conversation and the effects out.

Theory of operation. Everything that a conversation can do is decided here, as a function of the
flows, the conversation, the event and the time; nothing is sent, stored or measured here. A turn
is walked with a `Walk`, which collects effects while it replaces the frozen conversation.
Each kind of event has a module that says what it leads to: the person's words (`hearing`), their
buttons (`choosing`, `answering`), what isn't taken (`declining`), a person who goes (`leaving`),
operators (`operating`) and timers (`timers`); what is short stands here.
"""

from datetime import datetime

from flows.builtin import MENU_FLOW, SEEN_AGAIN_FLOW, START_FLOW
from flows.conversation import Conversation, Turn
from flows.effects import Notice
from flows.engine import activity, erasing, leaving
from flows.engine.answering import take_answer
from flows.engine.choosing import choose
from flows.engine.declining import decline
from flows.engine.hearing import hear
from flows.engine.operating import operate
from flows.engine.setback import set_back
from flows.engine.timers import wake
from flows.engine.walk import Walk
from flows.events import (
    BlockLifted,
    ChoiceMade,
    ErasureOrdered,
    Event,
    ExitAsked,
    NotCorrected,
    PersonLeft,
    PersonReturned,
    QuestionAnswered,
    SessionStarted,
    SetBack,
    StepTried,
    TimedOut,
    UnsupportedSent,
    UserUttered,
)
from flows.format.model import Library
from flows.status import Status


def advance(library: Library, conversation: Conversation, event: Event, now: datetime) -> Turn:
    """Take one turn: the conversation and effects that follow from an event. Raises
    `IllegalTransition` for an operator's act that this status doesn't allow."""
    walk = Walk(library, conversation, now)
    match event:
        case SessionStarted():
            _start(walk, event)
        case UserUttered():
            hear(walk, event)
        case ChoiceMade():
            choose(walk, event)
        case QuestionAnswered():
            take_answer(walk, event)
        case UnsupportedSent():
            decline(walk, event)
        case ExitAsked():
            leaving.exit_chat(walk)
        case ErasureOrdered():
            walk.erase()
        case PersonLeft():
            leaving.block(walk)
        case PersonReturned():
            leaving.unblock(walk)
        case BlockLifted():
            walk.set(muted_until=None)
        case NotCorrected():
            walk.notify(Notice.NOT_CORRECTED)
        case SetBack():
            set_back(walk)
        case TimedOut(kind):
            wake(walk, kind)
        case StepTried(flow, step, slots):
            walk.go_to(flow, step, dict(slots))
        case _:
            operate(walk, event)
    erasing.end_hidden_question(walk, conversation)
    return Turn(walk.conversation, tuple(walk.effects))


def _start(walk: Walk, event: SessionStarted) -> None:
    anew = activity.begins_anew(walk, activity.pause(walk.conversation, walk.now))
    activity.acted(walk)
    if walk.status is Status.HUMAN:
        return
    if walk.status is Status.QUEUED:
        walk.say("utter_still_waiting")
        return
    walk.hint = event.hint
    if activity.held_back(walk):
        return
    if anew:
        walk.start(SEEN_AGAIN_FLOW)
    else:
        walk.start(MENU_FLOW if walk.conversation.noticed else START_FLOW)

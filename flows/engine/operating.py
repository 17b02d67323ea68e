"""Events of operators: claim, reply, release, transfer, snooze, block, close."""

from datetime import datetime
from typing import assert_never

from flows import clocks
from flows.builtin import FALLBACK_LOCALE
from flows.conversation import OPEN, Conversation
from flows.effects import (
    AskQuestion,
    Correct,
    DeleteMessage,
    RelayToPerson,
    Reprioritise,
    SendText,
)
from flows.engine.timers import owe_answer, put_back
from flows.engine.walk import Walk
from flows.events import (
    OperatorAsked,
    OperatorBlocked,
    OperatorClaimed,
    OperatorCorrected,
    OperatorDeleted,
    OperatorEvent,
    OperatorPrioritised,
    OperatorReleased,
    OperatorRequeued,
    OperatorSentText,
    OperatorSnoozed,
    OperatorTransferred,
    OperatorUttered,
    TicketClosed,
    TimerKind,
)
from flows.status import Change, IllegalTransition, Status, changed
from flows.urgency import Urgency


def operate(walk: Walk, event: OperatorEvent) -> None:
    """An operator acts. Raises `IllegalTransition` where the status doesn't allow it."""
    match event:
        case OperatorClaimed():
            walk.change(Change.CLAIM)
            walk.cancel(*clocks.WAITING, TimerKind.SNOOZE_OVER)
            owe_answer(walk)
            walk.say_unasked("utter_operator_joined")
        case OperatorUttered(text, ref, claimed_at):
            _speak(walk)
            silent = arrives_silently(walk.conversation, claimed_at)
            walk.effects.append(RelayToPerson(text, silent, ref))
        case OperatorSentText(text_ids):
            _speak(walk)
            locale = walk.conversation.locale or FALLBACK_LOCALE
            silent = walk.conversation.watched
            walk.effects += [SendText(text_id, locale, silent) for text_id in text_ids]
            walk.remember_said(*text_ids)
        case OperatorAsked(question, ref):
            _speak(walk)
            locale = walk.conversation.locale or FALLBACK_LOCALE
            walk.effects.append(AskQuestion(question, locale, walk.conversation.watched, ref))
        case OperatorCorrected(text, ref):
            _speak(walk)
            walk.effects.append(Correct(text, ref))
        case OperatorDeleted(ref):
            changed(walk.status, Change.RELEASE)
            walk.effects.append(DeleteMessage(ref))
        case OperatorReleased():
            walk.change(Change.RELEASE)
            walk.say_unasked("utter_operator_left")  # before what they said of its being safe ends
            walk.settle()
        case OperatorRequeued():
            put_back(walk)
        case OperatorTransferred():
            _must_be_open(walk)
            if walk.status is Status.HUMAN:
                put_back(walk, "utter_operator_transferred")
        case OperatorPrioritised(urgency):
            _prioritise(walk, urgency)
        case OperatorSnoozed(until):
            _must_be_open(walk)
            if walk.status is Status.HUMAN:
                put_back(walk, "utter_operator_snoozed")
            walk.cancel(*clocks.WAITING)
            walk.start_timer(TimerKind.SNOOZE_OVER, until - walk.now)
        case OperatorBlocked(until):
            _must_be_open(walk)
            _close(walk, "utter_muted")
            walk.set(muted_until=min(until, walk.now + clocks.MOST_BLOCK), closed_at=None)
        case TicketClosed():
            claimed = walk.status is Status.HUMAN
            _close(walk, "utter_closed" if claimed else "utter_closed_unanswered")
        case _:
            assert_never(event)


def reopens(conversation: Conversation, walk: Walk) -> bool:
    """Whether the next message belongs to the ticket that was closed a short while ago."""
    closed = conversation.closed_at
    return (
        conversation.status is Status.CLOSED
        and closed is not None
        and walk.now - closed <= clocks.REOPENS_WITHIN
    )


def arrives_silently(conversation: Conversation, claimed_at: datetime | None) -> bool:
    """Whether an operator's words make no sound on the person's phone: while somebody may be
    looking, and in an emergency until the person has written to the human who came. The program
    was silent there until then, and nobody knows yet whether a sound does harm."""
    if conversation.watched:
        return True
    if not conversation.in_emergency or claimed_at is None:
        return False
    heard = conversation.heard_at
    return heard is None or heard <= claimed_at


def _speak(walk: Walk) -> None:
    """Only a human who has the conversation may speak; their silence is over."""
    changed(walk.status, Change.RELEASE)
    walk.cancel(TimerKind.OPERATOR_SILENT)


def _must_be_open(walk: Walk) -> None:
    if walk.status not in OPEN:
        raise IllegalTransition(walk.status, Change.CLOSE)


def _close(walk: Walk, text_id: str) -> None:
    had_ticket = walk.status in OPEN
    walk.change(Change.CLOSE)
    walk.say_unasked(text_id)  # before what they said of its being safe ends
    walk.settle()
    walk.set(closed_at=walk.now if had_ticket else None)


def _prioritise(walk: Walk, urgency: Urgency) -> None:
    """An operator knows better; the only way in which an urgency falls."""
    _must_be_open(walk)
    if urgency is walk.conversation.urgency:
        return
    raised = urgency > walk.conversation.urgency
    walk.set(urgency=urgency)
    walk.effects.append(Reprioritise(urgency))
    if urgency is not Urgency.EMERGENCY:
        walk.cancel(TimerKind.SILENT_AFTER_THREAT)
    else:
        walk.set(frames=(), slots={}, not_in_danger=False)  # no button takes an emergency back
        walk.watch_silence()
    kinds = {timer.kind for timer in walk.conversation.timers}
    snoozed = TimerKind.SNOOZE_OVER in kinds
    if walk.status is Status.QUEUED and (raised or not snoozed):
        walk.cancel(*clocks.WAITING, TimerKind.SNOOZE_OVER)
        walk.wait_for_human()
    elif TimerKind.OPERATOR_SILENT in kinds and raised:
        walk.cancel(TimerKind.OPERATOR_SILENT)
        owe_answer(walk)

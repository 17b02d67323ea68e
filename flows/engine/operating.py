"""What operators do to a conversation, and what the clocks of waiting lead to."""

from datetime import timedelta
from typing import assert_never

from flows.conversation import OPEN, Conversation
from flows.effects import (
    Alert,
    AlertLevel,
    Correct,
    Notice,
    RelayToPerson,
    Reprioritise,
    SendText,
    Unsend,
)
from flows.engine.walk import Walk
from flows.events import (
    OperatorClaimed,
    OperatorCorrected,
    OperatorEvent,
    OperatorMuted,
    OperatorPrioritised,
    OperatorReleased,
    OperatorRequeued,
    OperatorSentText,
    OperatorSlept,
    OperatorTransferred,
    OperatorUnsent,
    OperatorUttered,
    TicketClosed,
    TimerKind,
)
from flows.named import FALLBACK_LOCALE, WAITING_SINCE
from flows.status import Change, IllegalTransition, Status, changed
from flows.urgency import Urgency

OPERATOR_SILENT_AFTER = {
    Urgency.EMERGENCY: timedelta(minutes=2),
    Urgency.HIGH: timedelta(minutes=5),
    Urgency.NORMAL: timedelta(minutes=5),
}
"""A claimed ticket whose operator leaves the person without a word for this long waits again.

Counted from the claim, or from the first message that nobody has answered: counted from the
newest one, somebody who keeps calling for help would never be given to another operator.
"""

REOPENS_WITHIN = timedelta(hours=2)
"""Who writes again this soon after the close means the same request."""

MOST_MUTED = timedelta(hours=24)
"""As long as a conversation's state is kept; what isn't kept can't mute."""


def operate(walk: Walk, event: OperatorEvent) -> None:
    """An operator acts. Raises `IllegalTransition` where the status doesn't allow it."""
    match event:
        case OperatorClaimed():
            walk.change(Change.CLAIM)
            walk.cancel(*WAITING, TimerKind.SLEEP_OVER)
            owe_answer(walk)
            walk.say_unasked("utter_operator_joined")
        case OperatorUttered(text, ref):
            _speak(walk)
            walk.effects.append(RelayToPerson(text, walk.conversation.watched, ref))
        case OperatorSentText(text_ids):
            _speak(walk)
            locale = walk.conversation.locale or FALLBACK_LOCALE
            silent = walk.conversation.watched
            walk.effects += [SendText(text_id, locale, silent) for text_id in text_ids]
            walk.remember_said(*text_ids)
        case OperatorCorrected(text, ref):
            _speak(walk)
            walk.effects.append(Correct(text, ref))
        case OperatorUnsent(ref):
            changed(walk.status, Change.RELEASE)
            walk.effects.append(Unsend(ref))
        case OperatorReleased():
            walk.change(Change.RELEASE)
            walk.settle()
            walk.say_unasked("utter_operator_left")
        case OperatorRequeued():
            _put_back(walk)
        case OperatorTransferred():
            _must_be_open(walk)
            if walk.status is Status.HUMAN:
                _put_back(walk)
        case OperatorPrioritised(urgency):
            _prioritise(walk, urgency)
        case OperatorSlept(until):
            _must_be_open(walk)
            if walk.status is Status.HUMAN:
                _put_back(walk)
            walk.cancel(*WAITING)
            walk.start_timer(TimerKind.SLEEP_OVER, until - walk.now)
        case OperatorMuted(until):
            _must_be_open(walk)
            _close(walk, "utter_muted")
            walk.set(muted_until=min(until, walk.now + MOST_MUTED), closed_at=None)
        case TicketClosed():
            claimed = walk.status is Status.HUMAN
            _close(walk, "utter_closed" if claimed else "utter_closed_unanswered")
        case _:
            assert_never(event)


WAITING = (
    TimerKind.PUSH_AGAIN,
    TimerKind.CALL_SUPERVISORS,
    TimerKind.NOBODY_FREE,
    TimerKind.STILL_NOBODY,
)
"""The clocks of a ticket that nobody has claimed."""


def wake(walk: Walk, kind: TimerKind) -> None:
    """A timer is due. One that was cancelled in the meantime does nothing."""
    if kind not in {timer.kind for timer in walk.conversation.timers}:
        return
    walk.cancel(kind)
    queued, human = walk.status is Status.QUEUED, walk.status is Status.HUMAN
    match kind:
        case TimerKind.PUSH_AGAIN if queued:
            walk.effects.append(Alert(AlertLevel.AGAIN))
        case TimerKind.CALL_SUPERVISORS if queued:
            walk.effects.append(Alert(AlertLevel.SUPERVISORS))
            walk.say_unasked("utter_called_supervisors")
        case TimerKind.NOBODY_FREE if queued:
            walk.notify(Notice.NOBODY_CLAIMED)
            walk.say_unasked("utter_nobody_free")
        case TimerKind.STILL_NOBODY if queued and not walk.conversation.in_emergency:
            since = walk.conversation.waiting_since
            if since is not None:
                walk.say_unasked(WAITING_SINCE, since=since)
        case TimerKind.STILL_NOBODY if queued:
            walk.notify(Notice.STILL_UNCLAIMED)
            walk.effects.append(Alert(AlertLevel.BACKUP))
            walk.say_unasked("utter_still_nobody")
        case TimerKind.SILENT_AFTER_THREAT if walk.conversation.in_emergency:
            walk.notify(Notice.SILENT_AFTER_THREAT)
        case TimerKind.OPERATOR_SILENT if human:
            walk.notify(Notice.OPERATOR_SILENT)
            _put_back(walk)
        case TimerKind.SLEEP_OVER if queued:
            walk.notify(Notice.WOKEN)
            walk.wait_for_human()
        case _:
            pass


def owe_answer(walk: Walk) -> None:
    """From now on the operator's silence counts, if it doesn't already."""
    if TimerKind.OPERATOR_SILENT not in {timer.kind for timer in walk.conversation.timers}:
        after = OPERATOR_SILENT_AFTER[walk.conversation.urgency]
        walk.start_timer(TimerKind.OPERATOR_SILENT, after)


def reopens(conversation: Conversation, walk: Walk) -> bool:
    """Whether the next message belongs to the ticket that was closed a short while ago."""
    closed = conversation.closed_at
    return (
        conversation.status is Status.CLOSED
        and closed is not None
        and walk.now - closed <= REOPENS_WITHIN
    )


def _speak(walk: Walk) -> None:
    """Only a human who has the conversation may speak; their silence is over."""
    changed(walk.status, Change.RELEASE)
    walk.cancel(TimerKind.OPERATOR_SILENT)


def _must_be_open(walk: Walk) -> None:
    if walk.status not in OPEN:
        raise IllegalTransition(walk.status, Change.CLOSE)


def _put_back(walk: Walk) -> None:
    walk.change(Change.REQUEUE)
    walk.cancel(TimerKind.OPERATOR_SILENT)
    walk.wait_for_human()
    walk.say_unasked("utter_operator_requeued")


def _close(walk: Walk, text_id: str) -> None:
    had_ticket = walk.status in OPEN
    walk.change(Change.CLOSE)
    walk.settle()
    walk.set(closed_at=walk.now if had_ticket else None)
    walk.say_unasked(text_id)


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
    asleep = TimerKind.SLEEP_OVER in kinds
    if walk.status is Status.QUEUED and (raised or not asleep):
        walk.cancel(*WAITING, TimerKind.SLEEP_OVER)
        walk.wait_for_human()
    elif TimerKind.OPERATOR_SILENT in kinds and raised:
        walk.cancel(TimerKind.OPERATOR_SILENT)
        owe_answer(walk)

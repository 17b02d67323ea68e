"""Timers that are due, and the one that counts an operator's silence. Delays: `flows.clocks`."""

from flows.clocks import DUE, OPERATOR_SILENT_AFTER
from flows.effects import Alert
from flows.engine.walk import Walk
from flows.events import TimerKind
from flows.status import Change, Status


def wake(walk: Walk, kind: TimerKind) -> None:
    """Act on timers that are due. One that was cancelled in the meantime does nothing."""
    if kind not in {timer.kind for timer in walk.conversation.timers}:
        return
    walk.cancel(kind)
    due = DUE[kind]
    if walk.status not in due.statuses or (due.emergency and not walk.conversation.in_emergency):
        return
    if due.calm_text_id and not walk.conversation.in_emergency:
        if walk.conversation.waiting_since is not None:
            walk.say_unasked(due.calm_text_id, since=walk.conversation.waiting_since)
        return
    if due.notice is not None:
        walk.notify(due.notice)
    if due.alert is not None:
        walk.effects.append(Alert(due.alert))
    if due.text_id:
        walk.say_unasked(due.text_id)
    if due.waits_again:
        wait_again(walk)


def wait_again(walk: Walk) -> None:
    """The ticket waits with fresh timers; an operator who had it has it no more."""
    if walk.status is Status.HUMAN:
        put_back(walk)
    else:
        walk.wait_for_human()


def put_back(walk: Walk, text_id: str = "utter_operator_requeued") -> None:
    """An operator's ticket waits again. `text_id`: how the person is told. Raises
    `IllegalTransition` where nobody has it."""
    walk.change(Change.REQUEUE)
    walk.cancel(TimerKind.OPERATOR_SILENT)
    walk.wait_for_human()
    walk.say_unasked(text_id)


def owe_answer(walk: Walk) -> None:
    """From now on the operator's silence counts, if it doesn't already."""
    if TimerKind.OPERATOR_SILENT not in {timer.kind for timer in walk.conversation.timers}:
        after = OPERATOR_SILENT_AFTER[walk.conversation.urgency]
        walk.start_timer(TimerKind.OPERATOR_SILENT, after)

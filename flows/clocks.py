"""All delays, and what is due when one has passed. Nothing else in `flows` holds a time span.

A turn starts timers (`TimerKind`) as part of the conversation; `bot` wakes the conversation when
one is due, and `flows.engine.timers` does what the table `DUE` says. Other delays start nothing:
they are looked at when the person does something.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from flows.builtin import WAITING_SINCE
from flows.effects import AlertLevel, Notice
from flows.events import TimerKind
from flows.status import Status
from flows.urgency import Urgency

# -- while a ticket waits for an operator ----------------------------------------------------------

NOBODY_FREE_AFTER = {
    Urgency.EMERGENCY: timedelta(minutes=2),
    Urgency.HIGH: timedelta(minutes=3),
    Urgency.NORMAL: timedelta(minutes=3),
}
"""After this long without an operator the person is told the truth (scenario rule)."""

PUSH_AGAIN_AFTER = timedelta(seconds=60)
"""An emergency that nobody has claimed calls the operators once more."""

CALL_SUPERVISORS_AFTER = timedelta(seconds=180)
"""Then supervisors are called."""

STILL_NOBODY_AFTER = timedelta(minutes=10)
"""Then the person is told once more; in an emergency the backup is called as well."""

WAITING = (
    TimerKind.PUSH_AGAIN,
    TimerKind.CALL_SUPERVISORS,
    TimerKind.NOBODY_FREE,
    TimerKind.STILL_NOBODY,
)
"""The timers of a ticket that nobody has claimed."""


def waiting(urgency: Urgency) -> Mapping[TimerKind, timedelta]:
    """The timers that start when a ticket of this urgency begins to wait, each with its delay."""
    timers = {
        TimerKind.NOBODY_FREE: NOBODY_FREE_AFTER[urgency],
        TimerKind.STILL_NOBODY: STILL_NOBODY_AFTER,
    }
    if urgency is Urgency.EMERGENCY:
        timers |= {
            TimerKind.PUSH_AGAIN: PUSH_AGAIN_AFTER,
            TimerKind.CALL_SUPERVISORS: CALL_SUPERVISORS_AFTER,
        }
    return timers


# -- while an operator has it, and afterwards ------------------------------------------------------

OPERATOR_SILENT_AFTER = {
    Urgency.EMERGENCY: timedelta(minutes=2),
    Urgency.HIGH: timedelta(minutes=5),
    Urgency.NORMAL: timedelta(minutes=5),
}
"""A claimed ticket whose operator leaves the person without a word for this long waits again.

Counted from the claim, or from the first message that nobody has answered: counted from the
newest one, somebody who keeps calling for help would never be given to another operator.
"""

SILENT_AFTER_THREAT_AFTER = timedelta(minutes=15)
"""An emergency in which the person has written nothing for this long is marked."""

REOPENS_WITHIN = timedelta(hours=2)
"""Who writes again this soon after the close means the same request."""

MOST_BLOCK = timedelta(hours=24)
"""As long as a conversation's state is kept; what isn't kept can't block."""

# -- what the person's own pauses mean -------------------------------------------------------------

NEW_VISIT_AFTER = timedelta(minutes=30)
"""Whoever begins anew after such a silence may not be the one who wrote before (domain.md, R6)."""

WRITER_CHANGED_AFTER = timedelta(minutes=10)
WATCHED_WRITER_CHANGED_AFTER = timedelta(minutes=2)
"""A message in another script or language tells of another writer only after such a pause; a
shorter one once somebody may have been looking."""

ERASURE_LAPSES_AFTER = timedelta(minutes=2)
"""Whoever says yes to erasing later has probably been asked something else, by somebody else."""

QUESTION_LAPSES_AFTER = timedelta(hours=1)
"""Words are no answer to a question that was put longer ago; its buttons still are."""

TOLD_AGAIN_AFTER = timedelta(minutes=2)
"""Whoever waits for a human and writes after such a pause is told all of it again."""

ROOM_FOR_ONE_MORE_AFTER = timedelta(seconds=4)
"""After a pause of this length a flood has room for one more message."""

SAME_MESSAGE_WITHIN = timedelta(minutes=10)
"""The same message after a longer pause is a new one, and no part of a flood."""

# -- what is due -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """The consequence of a timer, where the conversation still has one of `statuses`.

    `notice` is shown on the ticket, `alert` calls operators, `text_id` is said to the person
    unasked; `emergency`: only while danger is open. `calm_text_id`: instead of all that is said
    where no danger is open; it names since when the ticket waits. `waits_again`: the ticket's
    timers start anew, and an operator who had it has it no more.
    """

    statuses: frozenset[Status]
    notice: Notice | None = None
    alert: AlertLevel | None = None
    text_id: str = ""
    calm_text_id: str = ""
    emergency: bool = False
    waits_again: bool = False


_QUEUED = frozenset({Status.QUEUED})
_HUMAN = frozenset({Status.HUMAN})

DUE: Mapping[TimerKind, Due] = MappingProxyType(
    {
        TimerKind.PUSH_AGAIN: Due(_QUEUED, alert=AlertLevel.AGAIN),
        TimerKind.CALL_SUPERVISORS: Due(
            _QUEUED, alert=AlertLevel.SUPERVISORS, text_id="utter_called_supervisors"
        ),
        TimerKind.NOBODY_FREE: Due(
            _QUEUED, notice=Notice.NOBODY_CLAIMED, text_id="utter_nobody_free"
        ),
        TimerKind.STILL_NOBODY: Due(
            _QUEUED,
            notice=Notice.STILL_UNCLAIMED,
            alert=AlertLevel.BACKUP,
            text_id="utter_still_nobody",
            calm_text_id=WAITING_SINCE,
        ),
        TimerKind.SILENT_AFTER_THREAT: Due(
            _QUEUED | _HUMAN, notice=Notice.SILENT_AFTER_THREAT, emergency=True
        ),
        TimerKind.OPERATOR_SILENT: Due(_HUMAN, notice=Notice.OPERATOR_SILENT, waits_again=True),
        TimerKind.SNOOZE_OVER: Due(_QUEUED, notice=Notice.WOKEN, waits_again=True),
    }
)
"""Each timer and its consequence; a timer that is due in another status does nothing."""

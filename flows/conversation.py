"""One person's state with the bot: frozen, small, without a name or an address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from flows.effects import Effect
from flows.events import TimerKind
from flows.flood import Flood
from flows.signals import Fact
from flows.status import Status
from flows.urgency import Urgency

OPEN = frozenset({Status.QUEUED, Status.HUMAN})
"""A ticket is open."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A place in a flow: the step that is asked, or comes next."""

    flow: str
    step: str


@dataclass(frozen=True, slots=True)
class Timer:
    """A wish to be woken. Timers are part of the state, so they survive a restart."""

    kind: TimerKind
    due: datetime


class WipeAfter(StrEnum):
    """When the messages in the person's chat are deleted; the person chooses."""

    HOUR = "hour"
    DAY = "day"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Conversation:
    """Everything that the next turn depends on.

    `frames`: the innermost flow is last. `told`: emergency flows that were already shown,
    and whether it was said that nobody has answered.
    `watched`: somebody may be looking, so nothing is sent unasked. `safe_to_write`: they have said
    so since, and what they ask is answered as anybody's. `noticed`: the first message
    (who this is, what is kept) was given. `misunderstood`: how often in a row. `flood`: whether
    too much comes at once. `wipe`: when the chat's messages are deleted. `said`: the last texts
    that the person was shown, by their ids, but for what everybody is shown. `topic`: what the
    last ticket was about. `closed_at`: when an operator closed it. `muted_until`: an operator has
    blocked this person, and plain requests rest until then (its name is stored).
    `child`: they say that they are under 18. `script`: of the last message that showed one
    (`flows.engine.writer_change`). `not_in_danger`: they have said so since danger was last heard;
    topics are answered again, and the ticket stays as urgent as it is. `facts`: what they said of
    the situation, in order; whose phone it is outlives the ticket. `hushed`: they fell silent
    because of somebody, and haven't said since that it is safe to write. `waiting_since`: when the
    open ticket was opened. `unexplained`: the last words in danger may tell that somebody has come
    or has the phone ("the car is here", "who is this"), so nothing is sent unasked until others are
    understood. `said_two`: two pages were said to the last message. `said_number`: what was said to
    it named 112 or 103.
    """

    locale: str | None = None
    status: Status = Status.BOT
    frames: tuple[Frame, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)
    urgency: Urgency = Urgency.NORMAL
    watched: bool = False
    safe_to_write: bool = False
    noticed: bool = False
    misunderstood: int = 0
    told: tuple[str, ...] = ()
    timers: tuple[Timer, ...] = ()
    heard_at: datetime | None = None
    flood: Flood = field(default_factory=Flood)
    wipe: WipeAfter = WipeAfter.DAY
    said: tuple[str, ...] = ()
    topic: str = ""
    closed_at: datetime | None = None
    muted_until: datetime | None = None
    child: bool = False
    script: str = ""
    not_in_danger: bool = False
    facts: tuple[Fact, ...] = ()
    hushed: bool = False
    waiting_since: datetime | None = None
    unexplained: bool = False
    said_two: bool = False
    said_number: bool = False

    @property
    def snoozed_until(self) -> datetime | None:
        """Until when an operator has snoozed the ticket."""
        due = (timer.due for timer in self.timers if timer.kind is TimerKind.SNOOZE_OVER)
        return next(due, None)

    @property
    def blocked_until(self) -> datetime | None:
        """Until when plain requests rest, since an operator blocked this person."""
        return self.muted_until

    @property
    def top(self) -> Frame | None:
        """The frame that the next answer belongs to."""
        return self.frames[-1] if self.frames else None

    @property
    def may_be_read(self) -> bool:
        """Whether somebody else may read an answer: nothing long is said, and nothing that tells
        what this is about."""
        return self.watched and not self.safe_to_write

    @property
    def in_emergency(self) -> bool:
        """A human is being looked for, or is there, because of danger."""
        return self.urgency is Urgency.EMERGENCY and self.status in OPEN

    @property
    def in_danger(self) -> bool:
        """In an emergency, and the person hasn't said that they are in no danger."""
        return self.in_emergency and not self.not_in_danger


@dataclass(frozen=True, slots=True)
class Turn:
    """An event's outcome: the conversation after it, and effects in order."""

    conversation: Conversation
    effects: tuple[Effect, ...]

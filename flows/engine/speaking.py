"""One turn in the making: the conversation, what is said, and timers."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from flows import clocks
from flows.builtin import ERASE_FLOW, EXIT_FLOW, FALLBACK_LOCALE, LANGUAGE_FLOW, NOTICE_TEXT
from flows.conversation import OPEN, Conversation, Timer
from flows.effects import Alert, AlertLevel, Effect, Notice, NotifyOperators, Utter
from flows.engine import known
from flows.events import TimerKind
from flows.format.model import Choice, Library, SlotType
from flows.status import Change, Status, changed
from flows.urgency import Urgency

MOST_SAID = 8
"""So many of the last texts are remembered, for whoever takes the conversation over."""

_UNREMARKABLE = re.compile(
    r"utter_(?:ask_(?!can_write|counting_date)\w+|operator_\w+|notice|waiting_for_operator|still_waiting"
    r"|received\w*|nobody_answered|plan_\w+|check_\w+)"
)
"""Not remembered: what everybody is told on the way to an operator, as naming it would hide what
matters; and the texts of the self-check and the planner, each of which gives an answer away that
the person was told would be forgotten. The question for a date is remembered: its answer may come
later (`Walk.fill_lapsed_date`)."""


class Speaking:
    """The first layer of a `Walk`."""

    def __init__(self, library: Library, conversation: Conversation, now: datetime) -> None:
        self.library = library
        self.conversation = conversation
        self.before = conversation
        self.now = now
        self.effects: list[Effect] = []
        self.hint: str | None = None
        self.suggested: tuple[Choice, ...] = ()
        self.said_two = False

    # -- the conversation ----------------------------------------------------------------------

    @property
    def status(self) -> Status:
        """The conversation's status at this point of the turn."""
        return self.conversation.status

    def set(self, **changes: Any) -> None:
        """Replace fields of the frozen conversation."""
        self.conversation = replace(self.conversation, **changes)

    def be_watched(self, **changes: Any) -> None:
        """From here on somebody may be looking, whatever was said before of its being safe."""
        self.set(watched=True, safe_to_write=False, **changes)

    def note_watched(self, **changes: Any) -> None:
        """As `be_watched`; operators are told, if it is new."""
        if not self.conversation.watched:
            self.notify(Notice.WATCHED)
        self.be_watched(**changes)

    def change(self, change: Change) -> None:
        """Move along the status table. Raises `IllegalTransition`."""
        self.set(status=changed(self.status, change))

    def settle(self) -> None:
        """A human's part is over: no frames, no timers, no urgency."""
        self.set(frames=(), slots={}, timers=(), urgency=Urgency.NORMAL, told=(), misunderstood=0)
        self.forget_facts()
        self.set(not_in_danger=False, safe_to_write=False)

    def forget_facts(self) -> None:
        """Forget the facts on the card of a ticket that ends, but for whose phone it is."""
        lasting = known.lasting(self.conversation.facts)
        self.set(facts=lasting, hushed=False, waiting_since=None)

    # -- saying --------------------------------------------------------------------------------

    def say(
        self, text_id: str, choices: tuple[Choice, ...] = (), *, since: datetime | None = None
    ) -> None:
        """Answer the person. Silent once danger is known or somebody may be looking.
        `since`: a moment that the text names."""
        silent = self.conversation.watched or self.conversation.in_emergency
        locale = self.conversation.locale or FALLBACK_LOCALE
        self.effects.append(
            Utter(text_id, locale, choices, silent, (*self.dates(), *_since(since)))
        )
        self.remember_said(text_id)

    def remember_said(self, *text_ids: str) -> None:
        """Operators are shown what the person has been told."""
        new = tuple(one for one in text_ids if not _UNREMARKABLE.fullmatch(one))
        said = tuple(one for one in self.conversation.said if one not in new)
        self.set(said=(*said, *new)[-MOST_SAID:])

    def remember_told(self, flow: str) -> None:
        """A flow for danger is offered once; the one that was told last stands last."""
        others = tuple(one for one in self.conversation.told if one != flow)
        self.set(told=(*others, flow))

    def dates(self) -> tuple[tuple[str, str], ...]:
        """The dates that a text may name."""
        return tuple(
            (name, value)
            for name, value in self.conversation.slots.items()
            if (slot := self.library.slots.get(name))  # an update may have removed it
            and slot.type is SlotType.DATE
            and value not in slot.values
        )

    def say_unasked(self, text_id: str, *, since: datetime | None = None) -> None:
        """Say something that the person didn't ask for: silently, and never while watched, nor on
        a phone that somebody else reads, nor after words that may have told of somebody."""
        may_be_seen = self.conversation.watched or known.is_read(self.conversation)
        if not (may_be_seen or self.conversation.unexplained):
            locale = self.conversation.locale or FALLBACK_LOCALE
            self.effects.append(Utter(text_id, locale, (), silent=True, args=_since(since)))
            self.remember_said(text_id)

    def notify(self, notice: Notice) -> None:
        """Show a notice on the ticket, if there is one."""
        if self.status in OPEN:
            self.effects.append(NotifyOperators(notice))

    def give_notice(self) -> bool:
        """The first message: who this is, what is kept. Once; says whether it was given now."""
        if self.conversation.noticed:
            return False
        self.set(noticed=True)
        self.say(NOTICE_TEXT)
        return True

    def introduce(self, flow: str) -> None:
        """Give the notice before any content but danger, erasure and the choice of language."""
        unannounced = {LANGUAGE_FLOW, ERASE_FLOW, EXIT_FLOW}
        direct = flow in unannounced or self.library.flows[flow].is_urgent
        if not direct and not self.conversation.in_danger and not self._is_hurried:
            self.give_notice()

    @property
    def _is_hurried(self) -> bool:
        """Whether signs of danger have just brought an operator, and nothing else was said."""
        return self.status is Status.QUEUED and self.conversation.urgency is Urgency.HIGH

    # -- timers --------------------------------------------------------------------------------

    def start_timer(self, kind: TimerKind, after: timedelta) -> None:
        """(Re)start a timer; there is one of a kind."""
        self.cancel(kind)
        self.set(timers=(*self.conversation.timers, Timer(kind, self.now + after)))

    def cancel(self, *kinds: TimerKind) -> None:
        """Stop timers; those that don't run are passed over."""
        kept = tuple(timer for timer in self.conversation.timers if timer.kind not in kinds)
        self.set(timers=kept)

    def wait_for_human(self) -> None:
        """The clocks of a waiting ticket."""
        urgency = self.conversation.urgency
        for kind, after in clocks.waiting(urgency).items():
            self.start_timer(kind, after)
        if urgency is Urgency.EMERGENCY:
            self.effects.append(Alert(AlertLevel.SHIFT))
            self.watch_silence()

    def watch_silence(self) -> None:
        """Notice when a person in danger stops writing."""
        self.start_timer(TimerKind.SILENT_AFTER_THREAT, clocks.SILENT_AFTER_THREAT_AFTER)


def _since(moment: datetime | None) -> tuple[tuple[str, str], ...]:
    """The moment that a text names, if it names one."""
    return () if moment is None else (("since", moment.isoformat(timespec="minutes")),)

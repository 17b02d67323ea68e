"""Definitions of flows, as `load` reads and `engine` walks them.

The words are Rasa CALM's (flow, step, collect, action, link, call, set_slots, noop, next), so its
documentation applies. Two extensions: `handover` steps, and slots that live in the flows' files.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from flows.builtin import MENU_FLOW
from flows.follow_ups import FollowUp
from flows.format.conditions import Condition
from flows.signals import Signal
from flows.urgency import Urgency

END = "END"


class SlotType(StrEnum):
    """How a slot is filled: by one of its values, or also by a date that the person writes."""

    CATEGORICAL = "categorical"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that a question fills. Its values become buttons, in this order."""

    name: str
    values: tuple[str, ...]
    type: SlotType = SlotType.CATEGORICAL


@dataclass(frozen=True, slots=True)
class Branch:
    """An arm of a `next:`: where to go when the condition holds (always, if there is none)."""

    when: Condition | None
    then: str


Next: TypeAlias = tuple[Branch, ...]
"""Tried in order. `load` makes the last one unconditional: the step below, or END."""


@dataclass(frozen=True, slots=True)
class ActionStep:
    """Say a text (`utter_…`) or do one of the helpline's own actions (`action_…`)."""

    id: str
    action: str
    next: Next = ()


@dataclass(frozen=True, slots=True)
class CollectStep:
    """Ask, offer the slot's values as buttons, and wait. `told_by`: intents, kinds of follow-up and
    signals that say yes to it, where they are told and not asked ("my passport is with him")."""

    id: str
    slot: str
    utter: str
    next: Next = ()
    told_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetSlotsStep:
    """Fill or clear slots; `None` clears."""

    id: str
    slots: tuple[tuple[str, str | None], ...]
    next: Next = ()


@dataclass(frozen=True, slots=True)
class NoopStep:
    """Only a place to branch."""

    id: str
    next: Next = ()


@dataclass(frozen=True, slots=True)
class LinkStep:
    """Leave this flow for another one; it doesn't come back."""

    id: str
    flow: str


@dataclass(frozen=True, slots=True)
class CallStep:
    """Walk another flow, then go on here."""

    id: str
    flow: str
    next: Next = ()


@dataclass(frozen=True, slots=True)
class HandoverStep:
    """Open a ticket for a human, or raise the urgency of the open one."""

    id: str
    topic: str
    urgency: Urgency
    next: Next = ()


Step: TypeAlias = (
    ActionStep | CollectStep | SetSlotsStep | NoopStep | LinkStep | CallStep | HandoverStep
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Starts a flow when the model hears this intent at least this surely."""

    intent: str
    threshold: float


@dataclass(frozen=True, slots=True)
class Flow:
    """A dialogue, as a file defines it. Its steps keep the order of the file.

    `brief`: what is said instead while an emergency waits for a human. `evergreen`: its buttons
    work for as long as they can be seen. `resumes`: goes on after another flow interrupted it.
    `aside`: is said without closing the question that is open. `answers`: signals that it answers
    while a human is looked for. `waits_with`: the kinds of danger in which it is offered then.
    `follow_ups`: kinds of questions that go on with this page, and the page and step that answer
    each; without an entry the page itself does. `begun_by`: the kind that begins this dialogue.
    """

    id: str
    description: str
    steps: tuple[Step, ...]
    triggers: tuple[Trigger, ...] = ()
    brief: str | None = None
    evergreen: bool = False
    resumes: bool = False
    aside: bool = False
    answers: tuple[Signal, ...] = ()
    waits_with: tuple[str, ...] = ()
    follow_ups: Mapping[FollowUp, tuple[str, str]] = field(default_factory=dict)
    begun_by: FollowUp | None = None
    file: str = ""
    line: int = 0

    def step(self, step_id: str) -> Step | None:
        """The step of that id; None when an update has removed it."""
        return next((step for step in self.steps if step.id == step_id), None)

    @property
    def is_page(self) -> bool:
        """Whether it is a page: something to read on a topic that a message can ask for."""
        asks = bool(self.steps) and isinstance(self.steps[0], CollectStep)
        return self.evergreen and bool(self.triggers) and asks and self.id != MENU_FLOW

    @property
    def hands_over(self) -> Urgency | None:
        """The highest urgency that a handover step of this flow asks for."""
        return max(
            (step.urgency for step in self.steps if isinstance(step, HandoverStep)), default=None
        )

    @property
    def topics(self) -> frozenset[str]:
        """The topics of this flow's handovers."""
        return frozenset(step.topic for step in self.steps if isinstance(step, HandoverStep))

    @property
    def is_urgent(self) -> bool:
        """Whether it hands over sooner than a plain request: nothing stands before it then."""
        return self.hands_over is not None and self.hands_over > Urgency.NORMAL

    @property
    def is_emergency(self) -> bool:
        """Whether this flow is for danger."""
        return self.hands_over is Urgency.EMERGENCY


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: one value of one question."""

    flow: str
    step: str
    slot: str
    value: str

    @property
    def id(self) -> str:
        """A short opaque id, the same in every process (Bot API, callback_data: 1-64 bytes)."""
        return _id(self.flow, self.step, self.slot, self.value)


@lru_cache(maxsize=4096)
def _id(*names: str) -> str:
    """Remembered: each question asks for those of all its buttons."""
    return hashlib.blake2s("\x1f".join(names).encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Library:
    """All flows and slots that are live together.

    `choices`: all buttons by their id; `offered`: those of a question, by its flow and step.
    `answers`: signal → the flow that answers it; `companions`: kind of danger → the flows that
    are offered one by one while a human is looked for. `pages`: the text of a page → its flow and
    step. `begun`: kind of follow-up → the flow that it begins.
    """

    flows: Mapping[str, Flow]
    slots: Mapping[str, Slot]
    choices: Mapping[str, Choice] = field(init=False)
    offered: Mapping[tuple[str, str], tuple[Choice, ...]] = field(init=False)
    triggers: Mapping[str, tuple[str, float]] = field(init=False)
    answers: Mapping[Signal, str] = field(init=False)
    companions: Mapping[str, tuple[str, ...]] = field(init=False)
    pages: Mapping[str, tuple[str, str]] = field(init=False)
    begun: Mapping[FollowUp, str] = field(init=False)

    def __post_init__(self) -> None:
        offered = {
            (flow.id, step.id): tuple(
                Choice(flow.id, step.id, step.slot, value) for value in self.slots[step.slot].values
            )
            for flow in self.flows.values()
            for step in flow.steps
            if isinstance(step, CollectStep)
        }
        triggers = {
            trigger.intent: (flow.id, trigger.threshold)
            for flow in self.flows.values()
            for trigger in flow.triggers
        }
        answers = {signal: flow.id for flow in self.flows.values() for signal in flow.answers}
        kinds = dict.fromkeys(kind for flow in self.flows.values() for kind in flow.waits_with)
        companions = {
            kind: tuple(flow.id for flow in self.flows.values() if kind in flow.waits_with)
            for kind in kinds
        }
        pages = {
            step.utter: (flow.id, step.id)
            for flow in self.flows.values()
            if flow.is_page
            for step in flow.steps
            if isinstance(step, CollectStep)
        }
        briefs = {
            flow.brief: (flow.id, flow.steps[0].id)
            for flow in self.flows.values()
            if flow.is_page and flow.brief
        }
        choices = {choice.id: choice for together in offered.values() for choice in together}
        begun = {flow.begun_by: flow.id for flow in self.flows.values() if flow.begun_by}
        object.__setattr__(self, "begun", begun)
        object.__setattr__(self, "choices", choices)
        object.__setattr__(self, "offered", offered)
        object.__setattr__(self, "triggers", triggers)
        object.__setattr__(self, "answers", answers)
        object.__setattr__(self, "companions", companions)
        object.__setattr__(self, "pages", {**briefs, **pages})

    def utter_of(self, choice: Choice) -> str:
        """The text id of the question that a button answers."""
        step = self.flows[choice.flow].step(choice.step)
        return step.utter if isinstance(step, CollectStep) else ""

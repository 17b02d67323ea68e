"""Walking through steps within one turn: what a button or an answer leads to.

A walk has four layers, each in a module of its own: what is said (`speaking`), the ticket
(`ticketing`), frames and steps (`stepping`), and here answers and buttons.
"""

from collections.abc import Callable

from flows.builtin import (
    ERASE_FLOW,
    EXIT_FLOW,
    MENU_FLOW,
    NOT_IN_DANGER,
    START_FLOW,
    WAITING_FLOW,
)
from flows.conversation import Conversation, Frame
from flows.engine.dates import read_date
from flows.engine.stepping import Stepping
from flows.format.model import (
    END,
    ActionStep,
    Choice,
    CollectStep,
    Library,
    LinkStep,
    Slot,
    SlotType,
)
from flows.status import Status

MOST_WORDS_WITH_A_DATE = 8
"""Of an answer to a question for a date that isn't open any more; a longer message tells more."""


class Walk(Stepping):
    """A turn in the making. Lives for one call of `advance` and never leaves it."""

    def fill_open_question(self, value: str) -> bool:
        """Answer the open question with a value, if it has that value."""
        current = self.current_step()
        if current is None:
            return False
        frame, step = current
        if not isinstance(step, CollectStep) or value not in self.library.slots[step.slot].values:
            return False
        self.take(Choice(frame.flow, step.id, step.slot, value))
        return True

    def open_slot(self) -> Slot | None:
        """The slot of the open question."""
        current = self.current_step()
        if current is None or not isinstance(current[1], CollectStep):
            return None
        return self.library.slots[current[1].slot]

    def fill_date(self, text: str) -> bool:
        """Answer an open question for a date, if the text holds one."""
        slot, current = self.open_slot(), self.current_step()
        if slot is None or current is None or slot.type is not SlotType.DATE:
            return False
        given = read_date(text, self.now.date())
        if given is None:
            return False
        self.set(slots={**self.conversation.slots, slot.name: given.isoformat()})
        self.move(current[1])
        self.run()
        return True

    def fill_lapsed_date(self, text: str) -> bool:
        """Answer the question for a date that was put lately and isn't open any more: who asks
        something else while they look for their paper comes back with a date alone."""
        given = read_date(text, self.now.date())
        if given is None or len(text.split()) > MOST_WORDS_WITH_A_DATE:
            return False
        for flow in self.library.flows.values():
            for step in flow.steps:
                if not isinstance(step, CollectStep) or step.utter not in self.conversation.said:
                    continue
                if self.library.slots[step.slot].type is SlotType.DATE:
                    self.set(frames=(), slots={})
                    self.push(flow.id)
                    self.set(slots={step.slot: given.isoformat()})
                    self.move(step)
                    self.run()
                    return True
        return False

    def take(self, choice: Choice) -> None:
        """Fill the slot and go on from the question's step."""
        step = self.library.flows[choice.flow].step(choice.step)
        assert step is not None  # noqa: S101 - `choices` are made from these very steps
        top = self.conversation.top
        old = top is None or (top.flow, top.step) != (choice.flow, choice.step)
        if old:
            self.set(frames=(Frame(choice.flow, choice.step),), slots={})
        self.set(slots={**self.conversation.slots, choice.slot: choice.value})
        self.move(step)
        if old:
            self.ask_language_before(self.leads_to(choice) or choice.flow)
        self.run()

    def leads_to(self, choice: Choice) -> str | None:
        """The flow that a button links straight to, if it does."""
        flow = self.library.flows[choice.flow]
        step = flow.step(choice.step)
        target = self.target(step, {choice.slot: choice.value}) if step else END
        following = flow.step(target)
        return following.flow if isinstance(following, LinkStep) else None

    def warns(self, choice: Choice) -> bool:
        """Whether the button says that somebody may be looking."""
        flow = self.library.flows[choice.flow]
        step = flow.step(choice.step)
        following = flow.step(self.target(step, {choice.slot: choice.value})) if step else None
        return isinstance(following, ActionStep) and following.action == "action_watched"

    def takes_danger_back(self, choice: Choice) -> bool:
        """Whether the button says that the person is in no danger."""
        return choice.value == NOT_IN_DANGER

    def leads_to_erasure(self, choice: Choice) -> bool:
        """Erasure and exit work in every status, also while a human has the conversation."""
        return not {ERASE_FLOW, EXIT_FLOW}.isdisjoint({choice.flow, self.leads_to(choice)})

    def still_honoured(self, choice: Choice) -> bool:
        """Old buttons that still do what they say: menus, and the ways to help and to erasure."""
        if self.library.flows[choice.flow].evergreen or self.leads_to_erasure(choice):
            return True
        if self.takes_danger_back(choice):
            return self.status is Status.QUEUED and self.conversation.in_danger
        if choice.flow == WAITING_FLOW:
            return self.status is Status.QUEUED and not self.conversation.in_emergency
        linked = self.leads_to(choice)
        return linked is not None and self.library.flows[linked].hands_over is not None

    def is_vital(self, choice: Choice) -> bool:
        """Buttons that work in any flood: help, danger, erasure, the language."""
        linked = self.leads_to(choice)
        helps = linked is not None and self.library.flows[linked].hands_over is not None
        vital = helps or self.leads_to_erasure(choice) or self.warns(choice)
        return vital or choice.slot == "locale" or self.conversation.in_danger

    def before_question(self, say: Callable[[], object]) -> None:
        """Say something more; the question that this turn has put, if there is one, stays last."""
        question = None if self.open_slot() is None else self.effects.pop()
        say()
        if question is not None:
            self.effects.append(question)

    def ask_again(self) -> None:
        """An outdated button: the current question once more, or the menu if there is none."""
        current = self.current_step()
        if current is not None and isinstance(current[1], CollectStep):
            self.ask(current[0], current[1])
        elif self.status is Status.QUEUED:
            self.say("utter_still_waiting")
        else:
            self.start(MENU_FLOW if self.conversation.noticed else START_FLOW)


def open_question(library: Library, conversation: Conversation) -> str | None:
    """The id of the text of the question that waits for an answer; None if none does."""
    top = conversation.top
    flow = library.flows.get(top.flow) if top else None
    step = flow.step(top.step) if flow and top else None
    return step.utter if isinstance(step, CollectStep) else None

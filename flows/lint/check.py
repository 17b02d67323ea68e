"""Lint of flows: what `load` can read and the engine could walk, but nobody should meet."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.builtin import ENGINE_FLOWS
from flows.engine.stepping import MAX_STEPS
from flows.format.model import (
    END,
    ActionStep,
    CallStep,
    CollectStep,
    Flow,
    HandoverStep,
    Library,
    LinkStep,
    Step,
)
from flows.lint.danger import unheard_danger
from flows.signals import Signal

ACTIONS = frozenset(
    {
        "action_set_locale",
        "action_watched",
        "action_unwatched",
        "action_safe_to_write",
        "action_not_in_danger",
        "action_withdraw",
        "action_erase",
        "action_exit",
        "action_wipe_hour",
        "action_wipe_day",
        "action_wipe_late",
        "action_count_days",
        "action_under_18",
        *(f"action_note_{signal.value}" for signal in Signal),
    }
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in the flows, with its place."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


Said = Iterator[tuple[str, str]]
"""(what is wrong, how to mend it): sentences without a full stop, for editors."""


def check(library: Library, intents: frozenset[str] | None = None) -> list[Fault]:
    """All faults, in the order of the files. `intents`: what can be heard, where that is known."""
    faults = [
        Fault(flow.file, flow.line, f"flow {flow.id!r}: {what}", mend)
        for flow in library.flows.values()
        for what, mend in (*_flow(flow, library), *_intents(flow, intents))
    ]
    for name in sorted(ENGINE_FLOWS - set(library.flows)):
        mend = "Put the flow back, or its old name: the program starts it by that name"
        faults.append(Fault("definitions", 1, f"the engine needs a flow {name!r}", mend))
    unused = {name for name, slot in library.slots.items() if slot.values} - _collected(library)
    for name in sorted(unused):
        mend = "Take the slot out, or ask its question with `collect`"
        faults.append(Fault("definitions", 1, f"no flow collects slot {name!r}", mend))
    if not faults:  # only what is whole can be walked
        faults = [
            Fault(flow.file, flow.line, f"flow {flow.id!r}: {what}", mend)
            for flow in library.flows.values()
            for what, mend in unheard_danger(flow, library)
        ]
    return sorted(faults, key=lambda fault: (fault.file, fault.line, fault.what))


def _intents(flow: Flow, intents: frozenset[str] | None) -> Said:
    for trigger in flow.triggers:
        if intents is not None and trigger.intent not in intents:
            yield (
                f"no message can have the intent {trigger.intent!r}",
                "Correct the name; the intents stand in nlu/intents.py",
            )


def _flow(flow: Flow, library: Library) -> Said:
    for step in flow.steps:
        if step.id not in _reached(flow, flow.steps[0].id):
            yield (
                f"step {step.id!r} is never reached",
                f"Lead to it with `then: {step.id}`, or take it out",
            )
        elif not _leaves(flow, step.id):
            yield (
                f"from step {step.id!r} there is no way to the end",
                "Give one of its answers `then: END` or a `link`, for example to the menu",
            )
        if isinstance(step, ActionStep):
            known = step.action.startswith("utter_") or step.action in ACTIONS
            if not known:
                yield (
                    f"there is no action {step.action!r}; texts begin with utter_",
                    "Correct the name",
                )
    if flow.is_emergency and _asks_first(flow):
        yield (
            "asks before it hands over; in danger a human is called at once",
            "Move the `handover` step to the top",
        )
    started = flow.triggers or flow.answers or flow.waits_with or flow.begun_by
    if not started and flow.id not in ENGINE_FLOWS and flow.id not in _entered(library):
        yield (
            "nothing starts it: it has no trigger, and no flow links to it or calls it",
            "Link to it from a menu, or take it out",
        )
    if _endless(flow, library):
        yield (
            f"can walk {MAX_STEPS} steps without a question or an end",
            "Break the circle: let one of its steps go to END or ask a question",
        )


def _leaves(flow: Flow, start: str) -> bool:
    """Whether some answers lead from this step to the end, or to another flow."""
    steps = [flow.step(step_id) for step_id in _reached(flow, start)]
    return any(isinstance(step, LinkStep) or (step and END in _ways(step)) for step in steps)


def _ways(step: Step) -> tuple[str, ...]:
    return () if isinstance(step, LinkStep) else tuple(branch.then for branch in step.next)


def _reached(flow: Flow, start: str) -> frozenset[str]:
    """The steps of this flow that can follow a step, with that step."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        step_id = waiting.pop()
        step = flow.step(step_id)
        if step is None or step_id in reached:
            continue
        reached.add(step_id)
        waiting.extend(_ways(step))
    return frozenset(reached)


def _asks_first(flow: Flow) -> bool:
    for step in flow.steps:
        if isinstance(step, HandoverStep):
            return False
        if isinstance(step, CollectStep | LinkStep | CallStep):
            return True
    return False


def _entered(library: Library) -> frozenset[str]:
    return frozenset(
        step.flow
        for flow in library.flows.values()
        for step in flow.steps
        if isinstance(step, LinkStep | CallStep)
    )


def _collected(library: Library) -> set[str]:
    return {
        step.slot
        for flow in library.flows.values()
        for step in flow.steps
        if isinstance(step, CollectStep)
    }


def _endless(flow: Flow, library: Library) -> bool:
    """Whether a circle of steps without a question can be entered: at the start, or by an answer.

    Conditions aren't judged: a circle that no answer can enter is not worth having either.
    """
    answered = (step for step in flow.steps if isinstance(step, CollectStep))
    entries = [flow.steps[0].id, *(target for step in answered for target in _ways(step))]
    seen: set[tuple[str, str]] = set()
    path: set[tuple[str, str]] = set()

    def circles(flow_id: str, step_id: str) -> bool:
        place = (flow_id, step_id)
        if place in path:
            return True
        step = library.flows[flow_id].step(step_id)
        if step_id == END or step is None or place in seen or isinstance(step, CollectStep):
            return False
        path.add(place)
        onward = [(flow_id, target) for target in _ways(step)]
        if isinstance(step, LinkStep | CallStep):
            onward.append((step.flow, library.flows[step.flow].steps[0].id))
        found = any(circles(*target) for target in onward)
        path.remove(place)
        seen.add(place)
        return found

    return any(circles(flow.id, entry) for entry in entries)

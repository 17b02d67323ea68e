"""Checks that every name in a step leads somewhere, on which the engine relies."""

from collections.abc import Mapping

from flows.errors import FlowError
from flows.follow_ups import FollowUp
from flows.format import conditions
from flows.format.model import END, CallStep, CollectStep, Flow, LinkStep, SetSlotsStep, Slot, Step
from flows.signals import Signal


def check_references(flows: Mapping[str, Flow], slots: Mapping[str, Slot]) -> None:
    """Raises `FlowError` for the first name that leads nowhere, or that two flows claim."""
    heard: dict[str, str] = {}
    begun: dict[FollowUp, str] = {}
    for flow in flows.values():
        if flow.begun_by in begun:
            raise FlowError(
                f"{flow.begun_by!s} already begins flow {begun[flow.begun_by]!r}",
                flow.file,
                flow.line,
            )
        if flow.begun_by is not None:
            begun[flow.begun_by] = flow.id
        for trigger in flow.triggers:
            if trigger.intent in heard:
                raise FlowError(
                    f"intent {trigger.intent!r} already starts flow {heard[trigger.intent]!r}",
                    flow.file,
                    flow.line,
                )
            heard[trigger.intent] = flow.id
        for kind, (page, step_id) in flow.follow_ups.items():
            target = flows.get(page)
            if target is None or not target.is_page or (step_id and target.step(step_id) is None):
                name = f"{page}.{step_id}".rstrip(".")
                raise FlowError(
                    f"flow {flow.id!r}: follow_ups: {kind}: there is no page {name!r}",
                    flow.file,
                    flow.line,
                )
    known = {*heard, *FollowUp, *Signal}
    for flow in flows.values():
        for step in flow.steps:
            missing = _missing(step, flow, flows, slots) or _untold(step, known)
            if missing:
                raise FlowError(f"flow {flow.id!r}: {missing}", flow.file, flow.line)


def _untold(step: Step, known: set[str]) -> str | None:
    if isinstance(step, CollectStep) and (unknown := [w for w in step.told_by if w not in known]):
        return f"told_by: {unknown[0]!r} is no intent, no kind of follow-up and no signal"
    return None


def _missing(
    step: Step, flow: Flow, flows: Mapping[str, Flow], slots: Mapping[str, Slot]
) -> str | None:
    match step:
        case LinkStep(_, target) | CallStep(_, target, _) if target not in flows:
            return f"there is no flow {target!r}"
        case CollectStep(_, slot, _, _) if slot not in slots:
            return f"there is no slot {slot!r}"
        case SetSlotsStep(_, pairs, _):
            for name, value in pairs:
                if name not in slots:
                    return f"there is no slot {name!r}"
                if value is not None and value not in slots[name].values:
                    return f"slot {name!r} has no value {value!r}"
        case _:
            pass
    if isinstance(step, LinkStep):
        return None
    for branch in step.next:
        if branch.then != END and flow.step(branch.then) is None:
            return f"there is no step {branch.then!r}"
        for leaf in conditions.comparisons(branch.when) if branch.when else ():
            if leaf.slot not in slots:
                return f"there is no slot {leaf.slot!r}"
            if isinstance(leaf, conditions.Equals) and leaf.value not in slots[leaf.slot].values:
                return f"slot {leaf.slot!r} has no value {leaf.value!r}"
    return None

"""A flow as boxes and arrows: steps in layers from the top, as far from the first as one has to
walk. Sizes are in the units of an SVG's view box."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.format.conditions import And, Condition, Equals, Filled, Not, Or
from flows.format.model import (
    END,
    ActionStep,
    CallStep,
    CollectStep,
    Flow,
    HandoverStep,
    LinkStep,
    SetSlotsStep,
    Step,
)

WIDTH, HEIGHT = 190, 46
ACROSS, DOWN = 24, 44


STEPS = ("say", "ask", "do", "handover", "flow", "set", "branch")
"""Kinds of boxes: `studio-step-KIND` names each."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step. `kind`: one of `STEPS`; `text_id`: what it says; `flow`: where it leads to;
    `x`, `y`: its upper left corner."""

    step: str
    kind: str
    text_id: str
    flow: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a box to another. `path`: an SVG path; `when`: the condition, or ""."""

    path: str
    when: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A flow as it is drawn. Sizes and places in pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def drawn(flow: Flow) -> Chart:
    """Lay out a flow."""
    layers = _layers(flow)
    widest = max(len(layer) for layer in layers)
    width = widest * (WIDTH + ACROSS) + ACROSS
    places: dict[str, tuple[int, int]] = {}
    for depth, layer in enumerate(layers):
        left = (width - len(layer) * (WIDTH + ACROSS) + ACROSS) // 2
        for at, step in enumerate(layer):
            places[step] = (left + at * (WIDTH + ACROSS), ACROSS + depth * (HEIGHT + DOWN))
    boxes = [_box(step, *places[step.id]) for step in flow.steps if step.id in places]
    arrows = [
        _arrow(places[step.id], places[to], when)
        for step in flow.steps
        if step.id in places
        for to, when in _ways(step)
        if to in places
    ]
    return Chart(width, ACROSS + len(layers) * (HEIGHT + DOWN), tuple(boxes), tuple(arrows))


def _layers(flow: Flow) -> list[list[str]]:
    """Steps by their distance from the first one; what nothing leads to comes last."""
    steps = {step.id: step for step in flow.steps}
    first = flow.steps[0].id
    depths = {first: 0}
    open_ends = [first]
    while open_ends:
        here = open_ends.pop(0)
        for to, _ in _ways(steps[here]):
            if to in steps and to not in depths:
                depths[to] = depths[here] + 1
                open_ends.append(to)
    deepest = max(depths.values())
    layers: list[list[str]] = [[] for _ in range(deepest + 1)]
    for step in flow.steps:
        if step.id in depths:
            layers[depths[step.id]].append(step.id)
    left = [step.id for step in flow.steps if step.id not in depths]
    return [*layers, left] if left else layers


def _ways(step: Step) -> Iterator[tuple[str, str]]:
    for branch in getattr(step, "next", ()):
        if branch.then != END:
            asked = step.slot if isinstance(step, CollectStep) else ""
            yield branch.then, "" if branch.when is None else condition_said(branch.when, asked)


def condition_said(condition: Condition, asked: str = "") -> str:
    """A condition as a definition has it, without `slots.`; of the slot that was just asked only
    the value."""
    match condition:
        case Filled(slot):
            return slot
        case Equals(slot, value):
            return value if slot == asked else f"{slot} = {value}"
        case Not(part):
            return f"not ({condition_said(part, asked)})"
        case And(parts):
            return " and ".join(condition_said(one, asked) for one in parts)
        case Or(parts):
            return " or ".join(condition_said(one, asked) for one in parts)


def _box(step: Step, x: int, y: int) -> Box:
    match step:
        case ActionStep(step_id, action, _):
            is_text = action.startswith("utter_")
            return Box(step_id, "say" if is_text else "do", action, "", x, y)
        case CollectStep(step_id, _, utter):
            return Box(step_id, "ask", utter, "", x, y)
        case HandoverStep(step_id, topic, _):
            return Box(step_id, "handover", topic, "", x, y)
        case LinkStep(step_id, flow) | CallStep(step_id, flow):
            return Box(step_id, "flow", "", flow, x, y)
        case SetSlotsStep(step_id, slots):
            return Box(step_id, "set", ", ".join(name for name, _ in slots), "", x, y)
        case _:
            return Box(step.id, "branch", "", "", x, y)


def _arrow(start: tuple[int, int], end: tuple[int, int], when: str) -> Arrow:
    x1, y1 = start[0] + WIDTH // 2, start[1] + HEIGHT
    x2, y2 = end[0] + WIDTH // 2, end[1]
    if y2 > y1:
        middle = (y1 + y2) // 2
        path = f"M{x1},{y1} C{x1},{middle} {x2},{middle} {x2},{y2}"
        return Arrow(path, when, x2, y2 - 7)
    # back, or beside: around the right side of both
    side = max(start[0], end[0]) + WIDTH + ACROSS // 2
    right1, right2 = start[0] + WIDTH, end[0] + WIDTH
    y1, y2 = start[1] + HEIGHT // 2, end[1] + HEIGHT // 2
    path = f"M{right1},{y1} C{side},{y1} {side},{y2} {right2},{y2}"
    return Arrow(path, when, side, (y1 + y2) // 2)

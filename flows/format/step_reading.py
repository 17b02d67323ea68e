"""Steps as they are written in a definition → `Step`.

A step may hold others, under the arms of its `next`; each gets an id and an explicit way on.
"""

from collections.abc import Mapping
from dataclasses import replace

from flows.format import conditions
from flows.format.document import Document
from flows.format.model import (
    END,
    ActionStep,
    Branch,
    CallStep,
    CollectStep,
    HandoverStep,
    LinkStep,
    Next,
    NoopStep,
    SetSlotsStep,
    Step,
)
from flows.format.yaml12 import YamlMapping, YamlSequence
from flows.urgency import Urgency

_STEP_KEYS: Mapping[str, frozenset[str]] = {
    "action": frozenset({"action", "id", "next"}),
    "collect": frozenset({"collect", "id", "utter", "next", "told_by"}),
    "link": frozenset({"link", "id"}),
    "call": frozenset({"call", "id", "next"}),
    "set_slots": frozenset({"set_slots", "id", "next"}),
    "noop": frozenset({"noop", "id", "next"}),
    "handover": frozenset({"handover", "id", "next"}),
}


def read_steps(document: Document, nodes: YamlSequence, what: str, prefix: str = "") -> list[Step]:
    """The steps of a list, then those nested under its `then:` and `else:` arms.

    Every step leaves with an explicit way on: its own `next`, else the step below it in its
    list, else the end of the flow. `what`: the flow, as a message names it. `prefix`: of the ids of
    steps that have none. Raises `FlowError`.
    """
    plain: list[Step] = []
    nested: list[Step] = []
    for number in range(len(nodes)):
        step, inner = _step(document, nodes, number, prefix, what)
        plain.append(step)
        nested += inner
    ways = [step.id for step in plain[1:]] + [END]
    return [_leading_to(step, way) for step, way in zip(plain, ways, strict=True)] + nested


def _step(
    document: Document, nodes: YamlSequence, number: int, prefix: str, what: str
) -> tuple[Step, list[Step]]:
    """One step of a list, and those nested in its `next`."""
    body = document.mapping(nodes[number], f"a step of {what}", nodes, number)
    kinds = [kind for kind in _STEP_KEYS if kind in body]
    if len(kinds) != 1:
        names = ", ".join(sorted(_STEP_KEYS))
        raise document.fault(f"a step of {what} is exactly one of: {names}", body)
    kind = kinds[0]
    document.known(body, _STEP_KEYS[kind], f"a step {kind!r}")
    step_id = document.word(body, "id", "step") if "id" in body else f"{prefix}{number}_{kind}"
    if step_id == END:
        raise document.fault(f"{END} is no id of a step: it ends the flow", body, "id")
    following, nested = _next(document, body, what, step_id)
    if kind == "call" and any(branch.when for branch in following):
        raise document.fault("what follows a call is decided in a noop step after it", body, "next")
    return _made(document, kind, step_id, body, following), nested


def _made(document: Document, kind: str, step_id: str, body: YamlMapping, following: Next) -> Step:
    match kind:
        case "action":
            return ActionStep(step_id, document.word(body, "action", "step"), following)
        case "collect":
            slot = document.word(body, "collect", "step")
            utter = document.word(body, "utter", "step") if "utter" in body else f"utter_ask_{slot}"
            told_by = _words(document, body, "told_by")
            return CollectStep(step_id, slot, utter, following, told_by)
        case "link":
            return LinkStep(step_id, document.word(body, "link", "step"))
        case "call":
            return CallStep(step_id, document.word(body, "call", "step"), following)
        case "set_slots":
            return SetSlotsStep(step_id, _assignments(document, body), following)
        case "handover":
            return _handover(document, step_id, body, following)
        case _:
            return NoopStep(step_id, following)


def _words(document: Document, body: YamlMapping, key: str) -> tuple[str, ...]:
    """The words in the list under a key of a step; none if it is left out."""
    if key not in body:
        return ()
    found = document.sequence(body[key], key, body, key)
    if not all(isinstance(word, str) for word in found):
        raise document.fault(f"{key} is a list of words", body, key)
    return tuple(str(word) for word in found)


def _assignments(document: Document, body: YamlMapping) -> tuple[tuple[str, str | None], ...]:
    pairs: list[tuple[str, str | None]] = []
    nodes = document.sequence(body["set_slots"], "set_slots", body, "set_slots")
    for number, node in enumerate(nodes):
        entry = document.mapping(node, "an entry of set_slots", nodes, number)
        for name, value in entry.items():
            if value is not None and not isinstance(value, str):
                raise document.fault(f"slot {name!r}: a quoted value, or null", entry, name)
            pairs.append((str(name), value))
    return tuple(pairs)


def _handover(document: Document, step_id: str, body: YamlMapping, following: Next) -> HandoverStep:
    node = document.mapping(body["handover"], "handover", body, "handover")
    document.known(node, {"topic", "urgency"}, "handover")
    word = document.word(node, "urgency", "handover")
    try:
        urgency = Urgency.from_word(word)
    except KeyError:
        known = ", ".join(level.word for level in Urgency)
        raise document.fault(f"urgency is one of: {known}", node, "urgency") from None
    return HandoverStep(step_id, document.word(node, "topic", "handover"), urgency, following)


def _next(
    document: Document, body: YamlMapping, what: str, step_id: str
) -> tuple[Next, list[Step]]:
    """The branches of a step, and the steps written inside them."""
    node = body.get("next")
    if node is None:
        return (), []
    if isinstance(node, str):
        return (Branch(None, str(node)),), []
    branches: list[Branch] = []
    nested: list[Step] = []
    arms = document.sequence(node, f"next in {what}", body, "next")
    for number, arm in enumerate(arms):
        entry = document.mapping(arm, f"an arm of next in {what}", arms, number)
        document.known(entry, {"if", "then", "else"}, "an arm of next")
        if branches and branches[-1].when is None:
            raise document.fault("nothing can follow `else`", entry)
        condition = None
        if "if" in entry:
            try:
                condition = conditions.parse(document.word(entry, "if", "an arm of next"))
            except conditions.ConditionError as error:
                raise document.fault(str(error), entry, "if") from None
        key = "then" if condition else "else"
        target = entry.get(key)
        if isinstance(target, YamlSequence) and target:
            inner = read_steps(document, target, what, f"{step_id}_{number}_")
            nested += inner
            branches.append(Branch(condition, inner[0].id))
        else:
            branches.append(Branch(condition, document.word(entry, key, "an arm of next")))
    return tuple(branches), nested


def _leading_to(step: Step, way: str) -> Step:
    """The step with an explicit way on for when none of its branches holds."""
    if isinstance(step, LinkStep) or (step.next and step.next[-1].when is None):
        return step
    return replace(step, next=(*step.next, Branch(None, way)))

"""YAML → `Library`. Every fault names its file and line; unknown and duplicate keys are refused.

YAML 1.2 (ruamel): `yes`, `no` and the locale `no` are words here, not booleans.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from flows import conditions
from flows.errors import FlowError
from flows.model import (
    END,
    ActionStep,
    Branch,
    CallStep,
    CollectStep,
    Flow,
    HandoverStep,
    Library,
    LinkStep,
    Next,
    NoopStep,
    SetSlotsStep,
    Slot,
    SlotType,
    Step,
    Trigger,
)
from flows.urgency import Urgency

DEFINITIONS = Path(__file__).parent / "definitions"

_STEP_KEYS: Mapping[str, frozenset[str]] = {
    "action": frozenset({"action", "id", "next"}),
    "collect": frozenset({"collect", "id", "utter", "next"}),
    "link": frozenset({"link", "id"}),
    "call": frozenset({"call", "id", "next"}),
    "set_slots": frozenset({"set_slots", "id", "next"}),
    "noop": frozenset({"noop", "id", "next"}),
    "handover": frozenset({"handover", "id", "next"}),
}
_FLOW_KEYS = frozenset(
    {"description", "nlu_trigger", "steps", "brief", "evergreen", "resumes", "aside"}
)


class _Reader:
    """Reads one file; keeps its name for the errors."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, message: str, node: Any, key: object = None) -> FlowError:
        line = 1
        if isinstance(node, CommentedMap | CommentedSeq):
            line = node.lc.line + 1
            if key is not None and node.lc.data and key in node.lc.data:
                line = node.lc.data[key][0] + 1
        return FlowError(message, self.file, line)

    def mapping(self, node: Any, what: str, parent: Any, key: object = None) -> CommentedMap:
        """`key`: where in its parent the node stands (for a list, the index)."""
        if not isinstance(node, CommentedMap):
            raise self.fail(f"{what} must be a mapping of keys to values", parent, key)
        return node

    def sequence(self, node: Any, what: str, parent: Any, key: object = None) -> CommentedSeq:
        if not isinstance(node, CommentedSeq):
            raise self.fail(f"{what} must be a list", parent, key)
        return node

    def known(self, node: CommentedMap, keys: Iterable[str], what: str) -> None:
        for key in node:
            if key not in keys:
                allowed = ", ".join(sorted(keys))
                raise self.fail(f"{what} has no key {key!r}; it may have: {allowed}", node, key)

    def word(self, node: CommentedMap, key: str, what: str) -> str:
        value = node.get(key)
        if not isinstance(value, str) or not value:
            raise self.fail(f"{what} needs a word at {key!r}", node, key)
        return str(value)

    def flag(self, node: CommentedMap, key: str) -> bool:
        value = node.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"{key!r} is true or false", node, key)
        return value

    # -- the parts of a file ------------------------------------------------------------------

    def slot(self, name: str, node: Any, parent: CommentedMap) -> Slot:
        body = self.mapping(node, f"slot {name!r}", parent, name)
        self.known(body, {"type", "values"}, f"slot {name!r}")
        try:
            slot_type = SlotType(body.get("type"))
        except ValueError:
            known = ", ".join(SlotType)
            raise self.fail(f"slot {name!r}: its type is one of: {known}", body, "type") from None
        if slot_type is SlotType.DATE and "values" not in body:
            return Slot(name, (), slot_type)
        values = self.sequence(body.get("values"), f"the values of slot {name!r}", body, "values")
        for value in values:
            if not isinstance(value, str):
                raise self.fail(
                    f'slot {name!r}: put the value in quotes: "{value}"', body, "values"
                )
        if not values or len(set(values)) != len(values):
            raise self.fail(f"slot {name!r} needs values, each once", body, "values")
        return Slot(name, tuple(str(value) for value in values), slot_type)

    def flow(self, flow_id: str, node: Any, parent: CommentedMap) -> Flow:
        what = f"flow {flow_id!r}"
        body = self.mapping(node, what, parent, flow_id)
        self.known(body, _FLOW_KEYS, what)
        steps = self.sequence(body.get("steps"), f"the steps of {what}", body, "steps")
        if not steps:
            raise self.fail(f"{what} has no steps", body, "steps")
        read = tuple(self.steps(steps, what, "", END))
        ids = [step.id for step in read]
        for step_id in ids:
            if ids.count(step_id) > 1:
                raise self.fail(f"{what} has two steps {step_id!r}", body, "steps")
        return Flow(
            id=flow_id,
            description=self.word(body, "description", what),
            steps=read,
            triggers=tuple(self.triggers(body, what)),
            brief=self.word(body, "brief", what) if "brief" in body else None,
            evergreen=self.flag(body, "evergreen"),
            resumes=self.flag(body, "resumes"),
            aside=self.flag(body, "aside"),
            file=self.file,
            line=parent.lc.data[flow_id][0] + 1,
        )

    def triggers(self, body: CommentedMap, what: str) -> Iterable[Trigger]:
        if "nlu_trigger" not in body:
            return
        nodes = self.sequence(body["nlu_trigger"], f"nlu_trigger of {what}", body, "nlu_trigger")
        for number, node in enumerate(nodes):
            entry = self.mapping(node, f"nlu_trigger of {what}", nodes, number)
            self.known(entry, {"intent"}, f"nlu_trigger of {what}")
            intent = self.mapping(entry.get("intent"), f"intent of {what}", entry, "intent")
            self.known(intent, {"name", "confidence_threshold"}, f"intent of {what}")
            threshold = intent.get("confidence_threshold", 0.0)
            number_given = isinstance(threshold, int | float) and not isinstance(threshold, bool)
            if not number_given or not 0 <= threshold <= 1:
                raise self.fail("confidence_threshold lies between 0 and 1", intent)
            yield Trigger(self.word(intent, "name", "intent"), float(threshold))

    def steps(self, nodes: CommentedSeq, what: str, prefix: str, end: str) -> list[Step]:
        """The steps of a list, then those nested under its `then:` and `else:` arms.

        Every step leaves with an explicit way on: its own `next`, else the step below it in its
        list, else `end`.
        """
        plain: list[Step] = []
        nested: list[Step] = []
        for number in range(len(nodes)):
            step, inner = self.step(nodes, number, prefix, what)
            plain.append(step)
            nested += inner
        ways = [step.id for step in plain[1:]] + [end]
        return [_leading_to(step, way) for step, way in zip(plain, ways, strict=True)] + nested

    def step(
        self, nodes: CommentedSeq, number: int, prefix: str, what: str
    ) -> tuple[Step, list[Step]]:
        """One step of a list, and those nested in its `next`."""
        body = self.mapping(nodes[number], f"a step of {what}", nodes, number)
        kinds = [kind for kind in _STEP_KEYS if kind in body]
        if len(kinds) != 1:
            names = ", ".join(sorted(_STEP_KEYS))
            raise self.fail(f"a step of {what} is exactly one of: {names}", body)
        kind = kinds[0]
        self.known(body, _STEP_KEYS[kind], f"a step {kind!r}")
        step_id = self.word(body, "id", "step") if "id" in body else f"{prefix}{number}_{kind}"
        if step_id == END:
            raise self.fail(f"{END} is no id of a step: it ends the flow", body, "id")
        following, nested = self.next(body, what, step_id)
        if kind == "call" and any(branch.when for branch in following):
            raise self.fail("what follows a call is decided in a noop step after it", body, "next")
        return self.made(kind, step_id, body, following), nested

    def made(self, kind: str, step_id: str, body: CommentedMap, following: Next) -> Step:
        match kind:
            case "action":
                return ActionStep(step_id, self.word(body, "action", "step"), following)
            case "collect":
                slot = self.word(body, "collect", "step")
                utter = self.word(body, "utter", "step") if "utter" in body else f"utter_ask_{slot}"
                return CollectStep(step_id, slot, utter, following)
            case "link":
                return LinkStep(step_id, self.word(body, "link", "step"))
            case "call":
                return CallStep(step_id, self.word(body, "call", "step"), following)
            case "set_slots":
                return SetSlotsStep(step_id, self.assignments(body), following)
            case "handover":
                return self.handover(step_id, body, following)
            case _:
                return NoopStep(step_id, following)

    def assignments(self, body: CommentedMap) -> tuple[tuple[str, str | None], ...]:
        pairs: list[tuple[str, str | None]] = []
        nodes = self.sequence(body["set_slots"], "set_slots", body, "set_slots")
        for number, node in enumerate(nodes):
            entry = self.mapping(node, "an entry of set_slots", nodes, number)
            for name, value in entry.items():
                if value is not None and not isinstance(value, str):
                    raise self.fail(f"slot {name!r}: a quoted value, or null", entry, name)
                pairs.append((str(name), value))
        return tuple(pairs)

    def handover(self, step_id: str, body: CommentedMap, following: Next) -> HandoverStep:
        node = self.mapping(body["handover"], "handover", body, "handover")
        self.known(node, {"topic", "urgency"}, "handover")
        word = self.word(node, "urgency", "handover")
        try:
            urgency = Urgency.from_word(word)
        except KeyError:
            known = ", ".join(level.word for level in Urgency)
            raise self.fail(f"urgency is one of: {known}", node, "urgency") from None
        return HandoverStep(step_id, self.word(node, "topic", "handover"), urgency, following)

    def next(self, body: CommentedMap, what: str, step_id: str) -> tuple[Next, list[Step]]:
        """The branches of a step, and the steps written inside them."""
        node = body.get("next")
        if node is None:
            return (), []
        if isinstance(node, str):
            return (Branch(None, str(node)),), []
        branches: list[Branch] = []
        nested: list[Step] = []
        arms = self.sequence(node, f"next in {what}", body, "next")
        for number, arm in enumerate(arms):
            entry = self.mapping(arm, f"an arm of next in {what}", arms, number)
            self.known(entry, {"if", "then", "else"}, "an arm of next")
            if branches and branches[-1].when is None:
                raise self.fail("nothing can follow `else`", entry)
            condition = None
            if "if" in entry:
                try:
                    condition = conditions.parse(self.word(entry, "if", "an arm of next"))
                except conditions.ConditionError as error:
                    raise self.fail(str(error), entry, "if") from None
            key = "then" if condition else "else"
            target = entry.get(key)
            if isinstance(target, CommentedSeq) and target:
                inner = self.steps(target, what, f"{step_id}_{number}_", END)
                nested += inner
                branches.append(Branch(condition, inner[0].id))
            else:
                branches.append(Branch(condition, self.word(entry, key, "an arm of next")))
        return tuple(branches), nested


def _leading_to(step: Step, way: str) -> Step:
    """The step with an explicit way on for when none of its branches holds."""
    if isinstance(step, LinkStep) or (step.next and step.next[-1].when is None):
        return step
    return replace(step, next=(*step.next, Branch(None, way)))


def load(directory: Path = DEFINITIONS) -> Library:
    """Read every `*.yml` of a folder. Raises `FlowError`."""
    files = sorted(directory.glob("*.yml"))
    if not files:
        raise FlowError(f"no flow definitions in {directory.name}")
    return load_texts({file.name: file.read_text(encoding="utf-8") for file in files})


def load_texts(texts: Mapping[str, str]) -> Library:
    """Read definitions from memory: file name → YAML. Raises `FlowError`."""
    flows: dict[str, Flow] = {}
    slots: dict[str, Slot] = {}
    for file, text in texts.items():
        reader = _Reader(file)
        document = reader.mapping(_yaml(text, file), "the file", None)
        reader.known(document, {"version", "slots", "flows"}, "a flow file")
        if document.get("version") != "3.1":
            raise reader.fail('the first line must be: version: "3.1"', document)
        for name, node in _section(document, "slots", reader).items():
            if name in slots:
                raise reader.fail(f"slot {name!r} exists twice", document["slots"], name)
            slots[str(name)] = reader.slot(str(name), node, document["slots"])
        for flow_id, node in _section(document, "flows", reader).items():
            if flow_id in flows:
                raise reader.fail(f"flow {flow_id!r} exists twice", document["flows"], flow_id)
            flows[str(flow_id)] = reader.flow(str(flow_id), node, document["flows"])
    _resolve(flows, slots)
    return Library(flows, slots)


def _section(document: CommentedMap, key: str, reader: _Reader) -> Mapping[Any, Any]:
    """The slots or the flows of a file; either may be left out."""
    if document.get(key) is None:
        return {}
    return reader.mapping(document[key], key, document, key)


def _yaml(text: str, file: str) -> Any:
    parser = YAML(typ="rt")
    parser.allow_duplicate_keys = False
    try:
        return parser.load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FlowError(f"not readable as YAML: {error.problem}", file, line) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise FlowError(f"not readable as YAML: {error.reason}", file, line) from None


def _resolve(flows: Mapping[str, Flow], slots: Mapping[str, Slot]) -> None:
    """What the engine relies on: every name in a step leads somewhere."""
    heard: dict[str, str] = {}
    for flow in flows.values():
        for trigger in flow.triggers:
            if trigger.intent in heard:
                raise FlowError(
                    f"intent {trigger.intent!r} already starts flow {heard[trigger.intent]!r}",
                    flow.file,
                    flow.line,
                )
            heard[trigger.intent] = flow.id
        for step in flow.steps:
            missing = _missing(step, flow, flows, slots)
            if missing:
                raise FlowError(f"flow {flow.id!r}: {missing}", flow.file, flow.line)


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

"""YAML → `Library`: the files of a folder, their slots and flows. Unknown keys are refused."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from flows.errors import FlowError
from flows.follow_ups import ABOUT_PAGE, OWN_DIALOGUES, FollowUp
from flows.format.document import Document
from flows.format.model import Flow, Library, Slot, SlotType, Trigger
from flows.format.references import check_references
from flows.format.step_reading import read_steps
from flows.format.yaml12 import YamlMapping
from flows.signals import Signal

DEFINITIONS = Path(__file__).parents[1] / "definitions"

_FLOW_KEYS = frozenset(
    {
        "description",
        "nlu_trigger",
        "steps",
        "brief",
        "evergreen",
        "resumes",
        "aside",
        "answers",
        "waits_with",
        "follow_ups",
        "begun_by",
    }
)


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
        document = Document(file, text)
        root = document.mapping(document.root, "the file", None)
        document.known(root, {"version", "slots", "flows"}, "a flow file")
        if root.get("version") != "3.1":
            raise document.fault('the first line must be: version: "3.1"', root)
        for name, node in _section(document, root, "slots").items():
            if name in slots:
                raise document.fault(f"slot {name!r} exists twice", root["slots"], name)
            slots[str(name)] = _slot(document, str(name), node, root["slots"])
        for flow_id, node in _section(document, root, "flows").items():
            if flow_id in flows:
                raise document.fault(f"flow {flow_id!r} exists twice", root["flows"], flow_id)
            flows[str(flow_id)] = _flow(document, str(flow_id), node, root["flows"])
    check_references(flows, slots)
    return Library(flows, slots)


def _section(document: Document, root: YamlMapping, key: str) -> Mapping[Any, Any]:
    """The slots or the flows of a file; either may be left out."""
    if root.get(key) is None:
        return {}
    return document.mapping(root[key], key, root, key)


def _slot(document: Document, name: str, node: Any, parent: YamlMapping) -> Slot:
    body = document.mapping(node, f"slot {name!r}", parent, name)
    document.known(body, {"type", "values"}, f"slot {name!r}")
    try:
        slot_type = SlotType(str(body.get("type")))
    except ValueError:
        known = ", ".join(SlotType)
        raise document.fault(f"slot {name!r}: its type is one of: {known}", body, "type") from None
    if slot_type is SlotType.DATE and "values" not in body:
        return Slot(name, (), slot_type)
    values = document.sequence(body.get("values"), f"the values of slot {name!r}", body, "values")
    for value in values:
        if not isinstance(value, str):
            raise document.fault(
                f'slot {name!r}: put the value in quotes: "{value}"', body, "values"
            )
    if not values or len(set(values)) != len(values):
        raise document.fault(f"slot {name!r} needs values, each once", body, "values")
    return Slot(name, tuple(str(value) for value in values), slot_type)


def _flow(document: Document, flow_id: str, node: Any, parent: YamlMapping) -> Flow:
    what = f"flow {flow_id!r}"
    body = document.mapping(node, what, parent, flow_id)
    document.known(body, _FLOW_KEYS, what)
    steps = document.sequence(body.get("steps"), f"the steps of {what}", body, "steps")
    if not steps:
        raise document.fault(f"{what} has no steps", body, "steps")
    read = tuple(read_steps(document, steps, what))
    ids = [step.id for step in read]
    for step_id in ids:
        if ids.count(step_id) > 1:
            raise document.fault(f"{what} has two steps {step_id!r}", body, "steps")
    return Flow(
        id=flow_id,
        description=document.word(body, "description", what),
        steps=read,
        triggers=tuple(_triggers(document, body, what)),
        brief=document.word(body, "brief", what) if "brief" in body else None,
        evergreen=document.flag(body, "evergreen"),
        resumes=document.flag(body, "resumes"),
        aside=document.flag(body, "aside"),
        answers=tuple(_signals(document, body, what)),
        waits_with=_words(document, body, "waits_with", what),
        follow_ups=dict(_follow_ups(document, body, flow_id, read[0].id)),
        begun_by=_begun_by(document, body, what),
        file=document.file,
        line=parent.lines[flow_id],
    )


def _follow_ups(
    document: Document, body: YamlMapping, flow_id: str, first: str
) -> Iterable[tuple[FollowUp, tuple[str, str]]]:
    """Each is `page`, `page.step`, or `.step` of this flow; "" for a page's first step."""
    if "follow_ups" not in body:
        return
    what = f"follow_ups of flow {flow_id!r}"
    entries = document.mapping(body["follow_ups"], what, body, "follow_ups")
    document.known(entries, set(ABOUT_PAGE), what)
    for kind in entries:
        flow, _, step = document.word(entries, kind, what).partition(".")
        own = first if not flow else ""
        yield FollowUp(kind), (flow or flow_id, step or own)


def _begun_by(document: Document, body: YamlMapping, what: str) -> FollowUp | None:
    if "begun_by" not in body:
        return None
    kind = document.word(body, "begun_by", what)
    if kind not in OWN_DIALOGUES:
        known = ", ".join(OWN_DIALOGUES)
        raise document.fault(f"{what} is begun by one of: {known}", body, "begun_by")
    return FollowUp(kind)


def _words(document: Document, body: YamlMapping, key: str, what: str) -> tuple[str, ...]:
    """The words in the list under a key; none if it is left out."""
    if key not in body:
        return ()
    found = document.sequence(body[key], f"{key} of {what}", body, key)
    if not all(isinstance(word, str) for word in found):
        raise document.fault(f"{key} of {what} is a list of words", body, key)
    return tuple(str(word) for word in found)


def _signals(document: Document, body: YamlMapping, what: str) -> Iterable[Signal]:
    for word in _words(document, body, "answers", what):
        try:
            yield Signal(word)
        except ValueError:
            known = ", ".join(Signal)
            raise document.fault(
                f"{what} answers {word!r}, which is no signal: {known}", body, "answers"
            ) from None


def _triggers(document: Document, body: YamlMapping, what: str) -> Iterable[Trigger]:
    if "nlu_trigger" not in body:
        return
    nodes = document.sequence(body["nlu_trigger"], f"nlu_trigger of {what}", body, "nlu_trigger")
    for number, node in enumerate(nodes):
        entry = document.mapping(node, f"nlu_trigger of {what}", nodes, number)
        document.known(entry, {"intent"}, f"nlu_trigger of {what}")
        intent = document.mapping(entry.get("intent"), f"intent of {what}", entry, "intent")
        document.known(intent, {"name", "confidence_threshold"}, f"intent of {what}")
        threshold = intent.get("confidence_threshold", 0.0)
        number_given = isinstance(threshold, int | float) and not isinstance(threshold, bool)
        if not number_given or not 0 <= threshold <= 1:
            raise document.fault("confidence_threshold lies between 0 and 1", intent)
        yield Trigger(document.word(intent, "name", "intent"), float(threshold))

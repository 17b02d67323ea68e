"""Which texts belong to a flow, by the flows that are live."""

from bench.understanding.dialogues.model import Names
from flows.builtin import ERASE_FLOW, ERASE_WITH_REQUEST_TEXT
from flows.format.model import ActionStep, CollectStep, Flow, Library
from flows.lint.texts import needed


def names(library: Library) -> Names:
    """All texts that some turn can say, and those of each flow: its page, its short form, and
    whatever its steps say."""
    topics = {flow.id: frozenset(_texts(flow)) for flow in library.flows.values()}
    return Names(frozenset(needed(library)), topics)


def _texts(flow: Flow) -> set[str]:
    said = {f"utter_{flow.id}", f"utter_{flow.id}_more"}
    if flow.id == ERASE_FLOW:
        said.add(ERASE_WITH_REQUEST_TEXT)  # what its question says while a request is open
    if flow.brief:
        said.add(flow.brief)
    for step in flow.steps:
        if isinstance(step, CollectStep):
            said.add(step.utter)
        elif isinstance(step, ActionStep) and step.action.startswith("utter_"):
            said.add(step.action)
    return said

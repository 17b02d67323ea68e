"""The texts that the flows need: the catalogue is asked before the start, not at night."""

from collections.abc import Iterator

from flows.events import Unsupported
from flows.format.model import ActionStep, CollectStep, Library

ENGINE_TEXTS = frozenset(
    {
        "utter_notice",
        "utter_received",
        "utter_nobody_answered",
        "utter_received_quiet",
        "utter_call_if_you_can",
        "utter_danger_window",
        "utter_ask_erase_confirmed_with_request",
        "utter_still_waiting",
        "utter_waiting_since",
        "utter_withdrawn",
        "utter_ask_rephrase",
        "utter_ask_which_topic",
        "utter_unread",
        "utter_out_of_scope",
        "utter_flood",
        "utter_detail",
        "utter_no_more",
        "utter_date_unclear",
        "utter_operator_joined",
        "utter_operator_left",
        "utter_operator_requeued",
        "utter_operator_transferred",
        "utter_operator_snoozed",
        "utter_closed",
        "utter_closed_unanswered",
        "utter_nobody_free",
        "utter_still_nobody",
        "utter_still_nobody_here",
        "utter_no_room",
        "utter_called_supervisors",
        "utter_muted",
        "utter_reopened",
        "utter_closed_hours",
        "utter_erased",
        "utter_erased_shortly",
        "utter_exit",
        "utter_one_press",
        "utter_question_over",
        "utter_write_it",
        *(f"utter_unsupported_{kind.value}" for kind in Unsupported),
    }
)
"""Said by the engine, or by erasure when it is done, and not by a step of a flow."""


def needed(library: Library) -> Iterator[str]:
    """Every text id that some turn can say, in no order, possibly twice."""
    yield from ENGINE_TEXTS
    for flow in library.flows.values():
        if flow.brief:
            yield flow.brief
        for step in flow.steps:
            match step:
                case ActionStep(_, action, _) if action.startswith("utter_"):
                    yield action
                case CollectStep():
                    yield step.utter
                case _:
                    pass


def questions(library: Library) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every question as (text id, slot, values): each value needs a label."""
    for flow in library.flows.values():
        for step in flow.steps:
            if isinstance(step, CollectStep):
                yield step.utter, step.slot, library.slots[step.slot].values

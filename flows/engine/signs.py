"""What calls a human by itself, before anybody is known to be in danger: means at hand, a border,
signs that somebody is watched."""

from flows.builtin import (
    BORDER_FLOW,
    MENU_FLOW,
    OUT_OF_SCOPE,
    SELF_HARM_FLOW,
    SIGNS_FLOW,
    UNDER_18_FLOW,
)
from flows.engine import briefly
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_about_other
from flows.events import Parse
from flows.signals import Signal
from flows.status import Status

_DOCUMENTS = "ask_documents_taken"
_NOT_AT_A_BORDER = frozenset({"self_harm", "medical_emergency", "minor_at_risk"})
"""Kinds of danger that are told of by themselves wherever they are."""


def begins_with(walk: Walk, parse: Parse) -> str:
    """The flow that signals start by themselves; "" for none."""
    signals = parse.signals
    if not walk.conversation.in_emergency:
        if Signal.MEANS_AT_HAND in signals and not parse.urgent:  # else danger names its own kind
            return SELF_HARM_FLOW
        if Signal.AT_BORDER in signals and _is_taken_across(walk, parse):
            return BORDER_FLOW
    if walk.status is Status.BOT and Signal.OWN_MINOR in signals:
        return UNDER_18_FLOW
    return ""


def _is_taken_across(walk: Walk, parse: Parse) -> bool:
    """Whether whoever writes from a border or an airport is in danger there, or has their papers in
    other hands. What is told is for them alone, and not for the ill."""
    if is_about_other(walk) or parse.intent in _NOT_AT_A_BORDER:
        return False
    return parse.urgent or _DOCUMENTS in {parse.intent, *parse.topics}


def are_heard(walk: Walk, parse: Parse) -> bool:
    """Whether signs short of danger were heard, and no operator has been asked for yet."""
    return walk.status is Status.BOT and (parse.watched or Signal.NOT_MY_PHONE in parse.signals)


def begin(walk: Walk, began: str, flow: str) -> None:
    """A human at this turn, because of what `begins_with` or `are_heard` found; what was asked in
    the same message is answered as well."""
    walk.start(began or SIGNS_FLOW)
    if flow and flow not in {OUT_OF_SCOPE, MENU_FLOW}:
        briefly.say_topic_too(walk, flow)

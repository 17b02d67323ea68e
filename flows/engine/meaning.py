"""The meaning of words at this point: a flow that they ask for, or an answer to the question."""

from flows.builtin import (
    CANCEL_FLOW,
    CHANGE_LANGUAGE_FLOW,
    ERASE_FLOW,
    LANGUAGE_NAMED_FLOW,
    OUT_OF_SCOPE,
    UNWATCHED_FLOW,
)
from flows.engine import erasing
from flows.engine.walk import Walk
from flows.events import ANSWERS, Parse, Source
from flows.format.model import Library
from flows.urgency import Urgency

LAST_WORDS = frozenset({"thanks", "goodbye", CANCEL_FLOW, OUT_OF_SCOPE, ERASE_FLOW})
"""Intents of last words: whoever says them isn't going on with a closed request."""

SEEN_SLOT = "seen_by_others"
"""Of the question who else can see the chat: "nobody is looking" is a no to it."""

SURE_OF_A_WISH = 0.7
"""From here on the model's belief that a human is asked for is enough to ask for one."""


def flow_for(library: Library, parse: Parse) -> str:
    """The flow that the words ask for, heard surely enough; "" when none does."""
    flow, threshold = library.triggers.get(parse.intent or "", ("", 0.0))
    spoken = parse.source in {Source.KEYWORDS, Source.COMMAND}
    if flow == CHANGE_LANGUAGE_FLOW and spoken and parse.locale:
        return LANGUAGE_NAMED_FLOW  # the message was the name of a language: no question needed
    return flow if parse.confidence >= threshold else ""


def is_guessed_wish(library: Library, parse: Parse) -> bool:
    """Whether the model alone believes that a human is asked for, and not surely: "none of the
    buttons fits". Then a human is offered: a request that nobody made wakes operators, and must be
    taken back."""
    flow = library.flows.get(flow_for(library, parse))
    wish = flow is not None and flow.hands_over is Urgency.NORMAL
    return wish and parse.source is Source.MODEL and parse.confidence < SURE_OF_A_WISH


def fills(walk: Walk, parse: Parse) -> bool:
    """Whether the words are an answer to the open question; then it is taken."""
    if parse.answer and walk.fill_open_question(parse.answer):
        return True
    flow = flow_for(walk.library, parse)
    if flow == CANCEL_FLOW:
        return any(walk.fill_open_question(value) for value in _answers_to_stop(walk))
    value = (
        ANSWERS.get(parse.intent or "") if parse.confidence >= erasing.ANSWER_CONFIDENCE else None
    )
    if flow == LANGUAGE_NAMED_FLOW:
        value = parse.locale
    if flow == UNWATCHED_FLOW and (slot := walk.open_slot()) and slot.name == SEEN_SLOT:
        value = "no"
    return value is not None and walk.fill_open_question(value)


def _answers_to_stop(walk: Walk) -> tuple[str, ...]:
    """Values that "stop" may answer: a no that only leaves things as they are, or falls silent.

    Never the question who can see the chat, and no wish for help once there is danger.
    """
    if walk.conversation.in_danger or erasing.is_asked(walk.conversation):
        return ("no",)
    return ("cancel", "stop")


def gets_through(library: Library, parse: Parse) -> bool:
    """Whether a message is heard however much comes at once: danger, and `always_answered`."""
    flow = flow_for(library, parse)
    dangerous = parse.urgent or (bool(flow) and library.flows[flow].is_emergency)
    return dangerous or always_answered(library, flow)


def always_answered(library: Library, flow: str) -> bool:
    """Whether no flood may swallow a message (danger has been answered before)."""
    if not flow:
        return False
    asks_for_human = library.flows[flow].hands_over is not None
    return asks_for_human or flow in {ERASE_FLOW, CHANGE_LANGUAGE_FLOW, LANGUAGE_NAMED_FLOW}


def goes_on(walk: Walk, flow: str, parse: Parse) -> bool:
    """Whether the message goes on with what was closed; one that asks for a human does anyway."""
    asks = bool(flow) and walk.library.flows[flow].hands_over is not None
    return parse.source is not Source.COMMAND and flow not in LAST_WORDS and not asks

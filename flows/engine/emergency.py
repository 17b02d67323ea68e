"""Danger, as it is heard, and what is said while a human is looked for because of it."""

from datetime import timedelta

from flows.builtin import (
    CHANGE_LANGUAGE_FLOW,
    CHILD_TOPIC,
    ERASE_FLOW,
    LANGUAGE_IN_DANGER_FLOW,
    UNWATCHED_FLOW,
)
from flows.engine import receipt
from flows.engine.walk import Walk
from flows.status import Status
from flows.urgency import Urgency


def call_human(walk: Walk, flow: str, pause: timedelta | None) -> None:
    """Danger: a human at this turn. Each kind of danger is told once, then only receipted.
    `pause`: since the person's last message; None for their first."""
    told = walk.conversation.told if walk.status is Status.QUEUED else ()
    walk.set(misunderstood=0)
    walk.hear_danger_again()
    if flow in told:
        walk.raise_urgency(Urgency.EMERGENCY)
        receipt.give(walk, pause)
        return
    if any(one in walk.library.flows for one in told):
        walk.tell(flow)
    else:
        walk.start(flow)


def answer(walk: Walk, flow: str, pause: timedelta | None) -> None:
    """While a human is looked for: a brief answer where a flow has one, else a receipt.
    `pause`: since the person's last message; None for their first."""
    brief = walk.library.flows[flow].brief if flow else None
    if flow and CHILD_TOPIC in walk.library.flows[flow].topics:
        walk.mark_child()
    if flow == ERASE_FLOW:
        walk.interrupt(flow)
    elif flow == CHANGE_LANGUAGE_FLOW:
        walk.ask_aside(LANGUAGE_IN_DANGER_FLOW)
    elif flow == UNWATCHED_FLOW:
        walk.tell(flow)
    elif brief:
        walk.say(brief)
    else:
        receipt.give(walk, pause)

"""Whose danger it is, and of which kind: it decides the words, and what may be asked."""

from flows.builtin import CHILD_TOPIC, DETAINED_FLOW, SELF_HARM_FLOW, SELF_HARM_TOPIC
from flows.engine import known
from flows.engine.walk import Walk
from flows.signals import Signal

THIRD_PARTY = "third_party"
"""A kind of waiting: somebody else is in danger. The other kinds are topics of tickets."""


def is_about_other(walk: Walk) -> bool:
    """Whether somebody writes of another person's danger, and not of their own."""
    return known.is_told_of_another(walk.conversation, Signal.THIRD_PARTY)


def thinks_of_dying(walk: Walk) -> bool:
    """Whether the ticket is of somebody who thinks of dying, of a child as well: silence would
    speak there."""
    if is_about_other(walk):
        return False
    return kind(walk) == SELF_HARM_TOPIC or SELF_HARM_FLOW in walk.conversation.told


def is_parent(walk: Walk) -> bool:
    """Whether a grown-up writes with a child of theirs, to whom no child's words are said."""
    return known.is_told_of_another(walk.conversation, Signal.OWN_CHILD)


def kind(walk: Walk) -> str:
    """Whom the danger is about decides first, then which kind of it was told last."""
    if is_about_other(walk):
        return THIRD_PARTY
    if walk.conversation.child:
        return CHILD_TOPIC
    for flow in reversed(walk.conversation.told):
        told = walk.library.flows.get(flow)
        if told is not None and told.is_emergency:
            return min(told.topics)
    return walk.conversation.topic


def is_with_officials(walk: Walk) -> bool:
    """Whether the police or migration officials have them, and no other kind of danger was told of
    since."""
    flows = walk.library.flows
    told = [one for one in walk.conversation.told if one in flows and flows[one].is_emergency]
    return told[-1:] == [DETAINED_FLOW]

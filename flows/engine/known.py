"""What the person has told already isn't asked again, and is what "what shall I do?" is about."""

from flows.conversation import Conversation
from flows.format.model import ActionStep, Flow, Library
from flows.signals import MINUTES_COUNT, Fact, Signal

NOTE = "action_note_"
"""Begins the actions that put a fact on the card: the rest names the signal."""

_SAY_AS_MUCH = {
    Signal.HURT: MINUTES_COUNT - {Signal.MEANS_AT_HAND} | {Signal.BURNT},
    Signal.MOVED: frozenset({Signal.AT_BORDER}),
    Signal.MEANS_AT_HAND: frozenset({Signal.SWALLOWED}),
    Signal.BLEEDING: frozenset({Signal.BLEEDING_PREGNANT}),
}
"""Facts that answer a question as well as the fact that its button would note."""


def is_told(conversation: Conversation, signal: Signal) -> bool:
    """Whether a fact of this kind stands on the card."""
    return signal in _latest(conversation)


def is_told_of_another(conversation: Conversation, signal: Signal) -> bool:
    """Whether it was told by somebody who hasn't said that they are under 18 themselves."""
    return is_told(conversation, signal) and not is_told(conversation, Signal.OWN_MINOR)


def is_exposed(conversation: Conversation) -> bool:
    """Whether somebody else looks on, or it is their phone, whatever was said of its being safe."""
    return conversation.watched or is_told(conversation, Signal.NOT_MY_PHONE)


def is_read(conversation: Conversation) -> bool:
    """Whether somebody else may read what is said: they look on, or it is their phone, and nobody
    has said since that it is safe."""
    return is_exposed(conversation) and not conversation.safe_to_write


def lasting(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that outlive a ticket: that the phone is somebody else's is as true after it."""
    return tuple(one for one in facts if one.signal is Signal.NOT_MY_PHONE)


def answering_fact(flow: Flow, conversation: Conversation) -> Signal | None:
    """The last fact that answers the question of a flow; None if nothing does. Which facts those
    are, its own buttons say: what they note."""
    actions = (step.action for step in flow.steps if isinstance(step, ActionStep))
    noted = {Signal(one.removeprefix(NOTE)) for one in actions if one.startswith(NOTE)}
    enough = noted.union(*(_SAY_AS_MUCH.get(one, frozenset()) for one in noted))
    return next((one for one in _latest(conversation) if one in enough), None)


def surely_answering_fact(flow: Flow, conversation: Conversation) -> Signal | None:
    """The fact of `answering_fact`, without what may be said of others as well ("they
    hold the girls"): there the question stays, which says "it isn't about me" as well."""
    found = answering_fact(flow, conversation)
    return None if found in {Signal.HELD, Signal.THIRD_PARTY} else found


def advised(library: Library, conversation: Conversation) -> str:
    """The flow that answers what was told last of the situation; "" for nothing. What is only
    asked, or tells of who may be reading, is no situation."""
    told = (one for one in _latest(conversation) if one in _SITUATIONS)
    return next((answering(library, conversation, one) for one in told), "")


def answering(library: Library, conversation: Conversation, signal: Signal) -> str:
    """The flow that answers a fact; "" for none. Whoever has told of bleeding in a pregnancy may
    have no wound to press, whatever else they say of the blood."""
    if signal is Signal.BLEEDING and is_told(conversation, Signal.BLEEDING_PREGNANT):
        signal = Signal.BLEEDING_PREGNANT
    return library.answers.get(signal, "")


_SITUATIONS = MINUTES_COUNT | {
    Signal.BURNT,
    Signal.HURT,
    Signal.COLD,
    Signal.THIRST,
    Signal.RANSOM,
    Signal.AT_BORDER,
    Signal.MOVED,
    Signal.ESCAPED,
    Signal.HELD,
    Signal.MEETING,
    Signal.PICTURES,
}


def _latest(conversation: Conversation) -> list[Signal]:
    return [one.signal for one in reversed(conversation.facts) if one.signal is not None]

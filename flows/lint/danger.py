"""Proof that danger is heard everywhere: every question is walked with an urgent message.

That is so by construction - `hearing` looks for danger before anything else that a message may mean
- so this finds only what a definition can spoil: an emergency flow that hands nothing over, or
says nothing.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from flows.conversation import Conversation, Frame, Turn
from flows.effects import Effect, OpenTicket, UpdateTicket, Utter
from flows.engine.advance import advance
from flows.errors import FlowError
from flows.events import Parse, UserUttered
from flows.format.model import CollectStep, Flow, Library
from flows.status import Status
from flows.urgency import Urgency

_NOW = datetime(2000, 1, 1, tzinfo=UTC)
"""Any time will do: no flow looks at the clock."""

_DANGER = UserUttered("", Parse(urgent=True))


def unheard_danger(flow: Flow, library: Library) -> Iterator[tuple[str, str]]:
    """(what, how to mend) for every question of a flow from which danger doesn't reach a human."""
    for step in flow.steps:
        if not isinstance(step, CollectStep):
            continue
        for status in (Status.BOT, Status.QUEUED):  # with a human it goes to the human as it is
            place = Conversation(
                status=status, locale="ru", noticed=True, frames=(Frame(flow.id, step.id),)
            )
            try:
                turn = advance(library, place, _DANGER, _NOW)
            except FlowError as error:
                yield str(error), "Break the circle in the flow `emergency`"
                return
            if not _reaches_a_human(turn):
                yield (
                    f"danger told at step {step.id!r} reaches no human",
                    "Let the flow `emergency` begin with `handover: {…, urgency: emergency}` and "
                    "a text",
                )
                return


def _reaches_a_human(turn: Turn) -> bool:
    """In this very turn, with the highest urgency, and the person is told something."""
    raised = any(_calls(effect) for effect in turn.effects)
    told = any(isinstance(effect, Utter) for effect in turn.effects)
    return raised and told and turn.conversation.urgency is Urgency.EMERGENCY


def _calls(effect: Effect) -> bool:
    match effect:
        case OpenTicket(urgency=urgency) | UpdateTicket(urgency=urgency):
            return urgency is Urgency.EMERGENCY
        case _:
            return False

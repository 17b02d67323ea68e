"""Pictures, voice messages, files: nothing of them is kept, and the person is told so."""

from flows.builtin import START_FLOW
from flows.effects import RelayUnsupported
from flows.engine import activity
from flows.engine.timers import owe_answer
from flows.engine.walk import Walk
from flows.events import UnsupportedSent
from flows.status import Status


def decline(walk: Walk, event: UnsupportedSent) -> None:
    """Say that it wasn't kept, and let an operator who is there or asked for know its kind."""
    activity.acted(walk, event.kind.value)
    walk.hint = event.hint
    if walk.status in {Status.QUEUED, Status.HUMAN}:
        walk.effects.append(RelayUnsupported(event.kind))
    if walk.status is Status.HUMAN:
        owe_answer(walk)
        return
    if activity.held_back(walk):
        return
    walk.say(f"utter_unsupported_{event.kind.value}")
    if walk.status is Status.BOT and walk.conversation.locale is None:
        walk.start(START_FLOW)

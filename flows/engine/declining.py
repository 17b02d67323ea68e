"""Pictures, voice messages, files: nothing of them is kept, and the person is told so."""

from flows.builtin import CAN_WRITE_FLOW, OFFER_PERSON_FLOW, START_FLOW
from flows.effects import RelayUnsupported
from flows.engine import activity, erasing
from flows.engine.timers import owe_answer
from flows.engine.walk import Walk
from flows.events import Unsupported, UnsupportedSent
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
    erasing.drop_question(walk)
    walk.say(f"utter_unsupported_{event.kind.value}")
    if walk.status is Status.BOT and walk.conversation.locale is None:
        walk.start(START_FLOW)
    elif event.kind is not Unsupported.STICKER:
        _go_on_without_words(walk)


def _go_on_without_words(walk: Walk) -> None:
    """Whoever can't write has buttons: those of the open question, of the danger, or a human's."""
    if walk.conversation.hushed:
        return
    if walk.conversation.in_danger:
        walk.say("utter_one_press")
        if walk.open_slot() is None:
            walk.push(CAN_WRITE_FLOW)
        walk.run()
    elif walk.status is Status.QUEUED:
        return  # their request is with the operators already
    elif walk.open_slot() is not None:
        walk.run()
    else:
        walk.start(OFFER_PERSON_FLOW)

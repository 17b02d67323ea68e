"""Presses of buttons: of the open question's, of old ones that still count, of forged ones."""

from flows.effects import RelayToOperator
from flows.engine import activity, erasing
from flows.engine.timers import owe_answer
from flows.engine.walk import Walk
from flows.events import ChoiceMade
from flows.status import Status


def choose(walk: Walk, event: ChoiceMade) -> None:
    """Go where the button leads, if it still counts; else ask the open question again."""
    pause = activity.pause(walk.conversation, walk.now)
    activity.acted(walk)
    choice = walk.library.choices.get(event.choice_id)
    top = walk.conversation.top
    if choice is None:
        if walk.status is not Status.HUMAN:
            walk.ask_again()
        return
    current = top is not None and (top.flow, top.step) == (choice.flow, choice.step)
    if walk.status in {Status.QUEUED, Status.HUMAN} and event.label:
        walk.effects.append(RelayToOperator(event.label))
        if walk.status is Status.HUMAN:
            owe_answer(walk)
    if erasing.must_ask_again(walk, choice, current=current, pause=pause):
        erasing.ask(walk)
        return
    if walk.status is Status.HUMAN and not walk.leads_to_erasure(choice):
        if current and walk.warns(choice):
            walk.note_watched()
        return
    honoured = current or walk.still_honoured(choice)
    if not (honoured and walk.is_vital(choice)) and activity.held_back(walk):
        return
    if honoured:
        walk.set(misunderstood=0)
        walk.take(choice)
        return
    walk.ask_again()

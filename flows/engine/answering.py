"""Answers to questions of the deck, which an operator has asked: they lead to no step of a flow."""

from flows.builtin import FALLBACK_LOCALE
from flows.conversation import OPEN
from flows.effects import RelayAnswer
from flows.engine import activity
from flows.engine.timers import owe_answer
from flows.engine.walk import Walk
from flows.events import QuestionAnswered
from flows.signals import SKIP, WRITE, Answer
from flows.status import Status


def take_answer(walk: Walk, event: QuestionAnswered) -> None:
    """Pass the answer on, once for a message; without a ticket say that nobody reads it."""
    activity.acted(walk, returns=False)
    given = event.answer
    if given is None or walk.status not in OPEN:
        if walk.status is Status.HUMAN or not activity.held_back(walk):
            walk.say("utter_question_over")
        return
    if _is_answered(walk, given):
        return
    if given.answer not in {SKIP, WRITE}:
        walk.note_answer(given)
    locale = walk.conversation.locale or FALLBACK_LOCALE
    walk.effects.append(RelayAnswer(given, locale))
    if given.answer == WRITE:
        walk.say("utter_write_it")
    elif walk.status is Status.HUMAN:
        owe_answer(walk)


def _is_answered(walk: Walk, given: Answer) -> bool:
    """Two presses can be under way before the buttons go."""
    said = (fact.answer for fact in walk.conversation.facts if fact.answer is not None)
    return any((one.question, one.ref) == (given.question, given.ref) for one in said)

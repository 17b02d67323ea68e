"""The situation that `nlu.context` is told: the open question's buttons, the page that is open."""

from datetime import datetime, timedelta

from bot.texts.publication import Publication
from flows.builtin import LANGUAGE_FLOW, SELF_HARM_FLOW
from flows.clocks import QUESTION_LAPSES_AFTER
from flows.conversation import Conversation
from flows.engine import erasing, known
from flows.engine.open_topic import earlier_topics, intent_of, open_page
from flows.format.model import CollectStep
from flows.signals import Signal
from nlu.context import Button, Situation


def situation(live: Publication, conversation: Conversation, now: datetime) -> Situation:
    """The situation that a message finds. The buttons of the question before erasing are left out:
    only a plain yes, "yes, erase" or its own button answers it; and those of the question which
    language to speak, whose names are known everywhere, and which nobody means by "the second". A
    question that has lapsed isn't open. Whoever fell silent is asked in so many words: somebody
    else may tell that nobody is there."""
    page = open_page(live.library, conversation, now)
    buttons = _buttons(live, conversation, now)
    return Situation(
        buttons=buttons,
        told_by=_told_by(live, conversation) if buttons and not conversation.hushed else (),
        topic=intent_of(live.library, page),
        answered=frozenset(live.library.flows[page].follow_ups) if page else frozenset(),
        earlier=earlier_topics(live.library, conversation) if page else frozenset(),
        in_emergency=conversation.in_emergency,
        thinks_of_dying=SELF_HARM_FLOW in conversation.told,
        about_other=known.is_told_of_another(conversation, Signal.THIRD_PARTY),
        held=any(known.is_told(conversation, one) for one in (Signal.HELD, Signal.MOVED)),
        erasing=erasing.is_asked(conversation),
        told=conversation.locale is not None and bool(conversation.said),
    )


def _buttons(live: Publication, conversation: Conversation, now: datetime) -> tuple[Button, ...]:
    top = conversation.top
    heard = conversation.heard_at
    pause = timedelta() if heard is None else now - heard
    if top is None or erasing.is_asked(conversation) or pause >= QUESTION_LAPSES_AFTER:
        return ()
    if top.flow == LANGUAGE_FLOW:
        return ()
    return tuple(
        Button(live.catalogue.label(live.library, choice, conversation.locale), choice.value)
        for choice in live.library.offered.get((top.flow, top.step), ())
    )


def _told_by(live: Publication, conversation: Conversation) -> tuple[str, ...]:
    top = conversation.top
    step = live.library.flows[top.flow].step(top.step) if top is not None else None
    return step.told_by if isinstance(step, CollectStep) else ()

"""Messages of the person: which flow they begin, which question they answer.

In this order: locale, danger, the answer to the open question, a flow that the words ask for, "not
understood". Danger comes before everything but the locale it is told in.
"""

from datetime import timedelta

from flows.builtin import (
    CANCEL_FLOW,
    EMERGENCY_FLOW,
    ERASE_FLOW,
    MENU_FLOW,
    OFFER_PERSON_FLOW,
    OUT_OF_SCOPE,
    SEEN_AGAIN_FLOW,
    START_FLOW,
    WAITING_FLOW,
)
from flows.clocks import TOLD_AGAIN_AFTER
from flows.effects import Notice, RelayToOperator
from flows.engine import (
    activity,
    briefly,
    emergency,
    erasing,
    facts,
    following,
    known,
    number,
    receipt,
    second_topic,
    signs,
    silence,
    suggesting,
    waiting,
    writer_change,
)
from flows.engine.meaning import always_answered, fills, flow_for, goes_on, is_guessed_wish
from flows.engine.operating import reopens
from flows.engine.timers import owe_answer
from flows.engine.walk import Walk
from flows.events import Parse, Source, UserUttered
from flows.format.model import SlotType
from flows.signals import RETRACTIONS
from flows.status import Status
from flows.urgency import Urgency


def hear(walk: Walk, event: UserUttered) -> None:
    """Answer the message, or pass it on to whoever has the conversation; both while one waits."""
    pause, returns = activity.pause(walk.conversation, walk.now), reopens(walk.conversation, walk)
    parse = event.parse
    strange = writer_change.has_changed(walk.conversation, event.text, parse, pause)
    walk.set(script=writer_change.script_of(event.text) or walk.conversation.script)
    activity.acted(walk, event.text)
    if walk.status is Status.HUMAN:
        if parse.source is Source.COMMAND and flow_for(walk.library, parse) == ERASE_FLOW:
            walk.start(ERASE_FLOW)
        elif erasing.lapse(walk, parse, pause) or not (
            erasing.is_asked(walk.conversation) and fills(walk, parse)
        ):
            erasing.drop_question(walk)
            if strange:
                walk.notify(Notice.STYLE_CHANGED)
            walk.effects.append(RelayToOperator(event.text))
            owe_answer(walk)
        return
    walk.hint = event.hint
    walk.speak(parse.locale)
    watched = silence.is_watched(walk, parse)
    if watched:
        walk.note_watched()
    waits = walk.status is Status.QUEUED
    if waits:
        walk.effects.append(RelayToOperator(event.text))
    _answer(walk, event, pause, returns=returns)
    walk.set(
        unexplained=silence.is_unexplained(walk, parse),
        said_two=walk.said_two,
        said_number=number.is_said(walk),
    )
    if watched:  # "yes, but quietly": still somebody may look on
        walk.set(safe_to_write=False)
    if strange:
        walk.notify(Notice.STYLE_CHANGED)
    if not waits and walk.status is Status.QUEUED:
        walk.effects.append(RelayToOperator(event.text))


def _answer(walk: Walk, event: UserUttered, pause: timedelta | None, *, returns: bool) -> None:
    """Answer a message that the bot may speak to."""
    flow = flow_for(walk.library, event.parse)
    parse = silence.heard(walk, event.parse, dangerous=_is_emergency(walk, flow))
    flow = flow_for(walk.library, parse)
    dangerous = _is_emergency(walk, flow)
    late_yes = erasing.lapse(walk, parse, pause)
    waiting.lapse(walk, pause)
    facts.note(walk, parse)
    began = signs.begins_with(walk, parse)
    dangerous = dangerous or _is_emergency(walk, began)
    silencing = silence.silencing(walk, parse, flow)
    dangerous = dangerous or parse.urgent
    if silencing in RETRACTIONS and erasing.is_refused(walk.conversation, parse):
        silencing = None  # "no, not needed" is about erasing
    queued = walk.status is Status.QUEUED
    if silencing is not None and (queued or not dangerous) and not silence.may_be_a_cry(parse):
        if dangerous:
            walk.hear_danger_again()
            walk.raise_urgency(Urgency.EMERGENCY)
        silence.fall_silent(walk, silencing)
        return
    if dangerous:
        known = next((one for one in (began, flow) if _is_emergency(walk, one)), EMERGENCY_FLOW)
        emergency.call_human(walk, known, parse, pause)
        number.keep_near(walk, parse)
        if silencing is not None:
            walk.be_watched(hushed=True)
        return
    if late_yes:
        erasing.ask(walk)
        return
    if returns and goes_on(walk, flow, parse):
        walk.reopen()
        if not flow:
            return
    _answer_calmly(walk, event, parse, flow, began, pause)


def _answer_calmly(
    walk: Walk, event: UserUttered, parse: Parse, flow: str, began: str, pause: timedelta | None
) -> None:
    """Answer what tells nothing of danger: an answer to the open question, what is said while one
    waits, signs, what goes on with a page, a topic; else it isn't understood."""
    safe = waiting.asks_whether_safe(walk)
    if walk.fill_date(event.text) or fills(walk, parse):
        walk.set(misunderstood=0)
        facts.answer_dying(walk, parse)
        if safe:
            waiting.answer_asked_too(walk, parse)
    elif not always_answered(walk.library, flow) and activity.held_back(walk):
        pass
    elif waiting.answer(walk, parse, flow, pause):
        walk.set(misunderstood=0)
        number.keep_near(walk, parse)
    elif walk.conversation.in_danger:
        emergency.answer(walk, flow, pause)
    elif began or signs.are_heard(walk, parse):
        walk.set(misunderstood=0)
        signs.begin(walk, began, flow)
    elif waiting.advise(walk, parse) or _gives_lapsed_date(walk, flow, event):
        walk.set(misunderstood=0)
    elif following.answer(walk, parse):
        pass
    elif flow and parse.intent != OUT_OF_SCOPE:
        walk.set(misunderstood=0)
        _say_pages(walk, event, parse, flow, pause)
    elif (slot := walk.open_slot()) and slot.type is SlotType.DATE:
        walk.say("utter_date_unclear")
    else:
        _not_understood(walk, parse, pause, out_of_scope=bool(flow))


def _say_pages(
    walk: Walk, event: UserUttered, parse: Parse, flow: str, pause: timedelta | None
) -> None:
    """Begin the flow that the words ask for, after the page of another topic that they name too."""
    greeted = flow == MENU_FLOW and parse.source is not Source.COMMAND
    *first, flow = second_topic.pages(walk, parse, flow, event.text)
    for page in first if walk.conversation.locale is not None else ():
        second_topic.say_first(walk, page, parse)
        walk.said_two = True
    if is_guessed_wish(walk.library, parse):
        flow = OFFER_PERSON_FLOW
    elif not first:
        walk.suggested = suggesting.beside_page(walk, flow, parse)
    again = greeted and activity.begins_anew(walk, pause)
    _begin(walk, SEEN_AGAIN_FLOW if again else flow, parse)


def _gives_lapsed_date(walk: Walk, flow: str, event: UserUttered) -> bool:
    """Whether a message that asks nothing else answers a question for a date that was put lately;
    then it is answered."""
    asks = bool(event.parse.named) or flow not in {"", OUT_OF_SCOPE}
    return not asks and walk.fill_lapsed_date(event.text)


def _is_emergency(walk: Walk, flow: str) -> bool:
    return bool(flow) and walk.library.flows[flow].is_emergency


def _begin(walk: Walk, flow: str, parse: Parse) -> None:
    """Begin the flow that the words ask for; an aside leaves the open question open. Whoever waits
    while somebody may be looking on is told the short form of a page, where it has one."""
    if flow == MENU_FLOW and not walk.conversation.noticed:
        walk.interrupt(START_FLOW)
    elif flow == CANCEL_FLOW:
        _stop(walk)
    elif walk.library.flows[flow].aside and walk.conversation.locale is not None:
        walk.tell(flow)
    elif _is_told_shortly(walk) and walk.library.flows[flow].brief is not None:
        briefly.say_topic(walk, flow)
    else:
        walk.interrupt(flow, following.begins_at(walk, flow, parse))


def _is_told_shortly(walk: Walk) -> bool:
    """Whether they wait, and somebody else may read it."""
    return walk.status is Status.QUEUED and known.is_read(walk.conversation)


def _stop(walk: Walk) -> None:
    """Nothing that was begun goes on, and a plain request is taken back; in danger or while
    somebody may be looking on its question is put again, with the button."""
    if walk.status is Status.QUEUED and silence.take_back(walk):
        return
    if walk.status is Status.QUEUED:
        walk.start(WAITING_FLOW)
    else:
        walk.start(MENU_FLOW if walk.conversation.noticed else START_FLOW)


def _not_understood(
    walk: Walk, parse: Parse, pause: timedelta | None, *, out_of_scope: bool
) -> None:
    """Asked which topic is meant or for other words, then offered a person, then shown what there
    is; after that quiet, so that a flood gets no echo.

    Other words wouldn't help while the model can't read any: then the ways that work are named.
    """
    times = walk.conversation.misunderstood + 1
    walk.set(misunderstood=times)
    if times == 1 and walk.conversation.locale is None:
        walk.start(START_FLOW)
    elif walk.status is Status.QUEUED:
        # the words are for the operator, who is asked for already
        if times == 1 or (pause is not None and pause >= TOLD_AGAIN_AFTER):
            walk.say(receipt.QUIET if walk.conversation.may_be_read else "utter_still_waiting")
    elif times == 1:
        noticed = walk.give_notice()
        if suggesting.ask(walk, parse) or (out_of_scope and noticed):
            return
        other_words = "utter_unread" if parse.unread else "utter_ask_rephrase"
        walk.say("utter_out_of_scope" if out_of_scope else other_words)
    elif not out_of_scope and times == 3:
        walk.interrupt(MENU_FLOW)
    elif not out_of_scope and (times == 2 or times % 5 == 0):
        walk.interrupt(OFFER_PERSON_FLOW)

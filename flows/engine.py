"""`advance`: one event in, the next conversation and the effects out.

Theory of operation. Everything that a conversation can do is decided here, as a function of the
flows, the conversation, the event and the time; nothing is sent, stored or measured here. A turn
is walked with a `Walk`, which collects effects while it replaces the frozen conversation.
Order within a turn of the person's: locale, danger, the answer to the open question, a flow that
the words ask for, "not understood". Danger comes before everything but the locale it is told in.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from flows import erasing, flood, style
from flows.conversation import Conversation, Turn
from flows.effects import (
    Notice,
    RelayToOperator,
    RelayUnsupported,
)
from flows.events import (
    ChoiceMade,
    ErasureOrdered,
    Event,
    ExitAsked,
    MuteLifted,
    NotCorrected,
    Parse,
    PersonLeft,
    PersonReturned,
    SessionStarted,
    Source,
    TimedOut,
    TimerKind,
    UnsupportedSent,
    UserUttered,
)
from flows.model import Library, SlotType
from flows.named import (
    CHANGE_LANGUAGE_FLOW,
    CHILD_TOPIC,
    ERASE_FLOW,
    LANGUAGE_IN_DANGER_FLOW,
    MENU_FLOW,
    START_FLOW,
    WAITING_FLOW,
)
from flows.operating import operate, owe_answer, reopens, wake
from flows.status import Change, Status
from flows.urgency import Urgency
from flows.walk import Walk

EMERGENCY_FLOW = "emergency"
"""Where danger goes that no flow's own trigger names."""

CANCEL_FLOW = "cancel"
OFFER_PERSON_FLOW = "offer_person"
LANGUAGE_NAMED_FLOW = "language_named"
OUT_OF_SCOPE = "out_of_scope"
SEEN_AGAIN_FLOW = "seen_again"
UNWATCHED_FLOW = "unwatched"

STILL_THERE = timedelta(minutes=2)
"""Whoever waits for a human and writes after such a pause hears that the request still stands."""

NEW_VISIT = timedelta(minutes=30)
"""Whoever begins anew after such a silence may not be the one who wrote before (domain.md, R6)."""

LAST_WORDS = frozenset({"thanks", "goodbye", CANCEL_FLOW, OUT_OF_SCOPE, ERASE_FLOW})
"""What somebody says who isn't going on with a request."""

ANSWERS = {"affirm": "yes", "deny": "no"}
"""Intents that answer a question which offers these values."""

ANSWER_CONFIDENCE = 0.5


def advance(library: Library, conversation: Conversation, event: Event, now: datetime) -> Turn:
    """One turn. Raises `IllegalTransition` for an operator's act that this status doesn't allow."""
    walk = Walk(library, conversation, now)
    erasing.forget_question(walk, event)
    match event:
        case SessionStarted():
            _start(walk, event)
        case UserUttered():
            _utter(walk, event)
        case ChoiceMade():
            _choose(walk, event)
        case UnsupportedSent():
            _decline(walk, event)
        case ExitAsked():
            _heard(walk)
            walk.exit()
        case ErasureOrdered():
            walk.erase()
        case PersonLeft():
            walk.notify(Notice.PERSON_LEFT)
        case PersonReturned():
            walk.notify(Notice.PERSON_RETURNED)
        case MuteLifted():
            walk.set(muted_until=None)
        case NotCorrected():
            walk.notify(Notice.NOT_CORRECTED)
        case TimedOut(kind):
            wake(walk, kind)
        case _:
            operate(walk, event)
    return Turn(walk.conversation, tuple(walk.effects))


def _heard(walk: Walk, message: str = "") -> None:
    """The person did something: they are back, and the silence is over."""
    if walk.status is Status.CLOSED:
        walk.change(Change.RETURN)
    if walk.status is not Status.HUMAN:  # what goes to an operator is nobody else's business
        walk.set(flood=flood.after(walk.conversation.flood, message, _pause(walk)))
    if walk.conversation.asleep_until is not None:
        walk.cancel(TimerKind.SLEEP_OVER)
        walk.notify(Notice.WOKEN)
        walk.wait_for_human()
    walk.set(heard_at=walk.now)
    if walk.conversation.in_emergency:
        walk.watch_silence()


def _pause(walk: Walk) -> timedelta | None:
    heard = walk.conversation.heard_at
    return None if heard is None else max(walk.now - heard, timedelta())


def _begins_anew(walk: Walk, pause: timedelta | None) -> bool:
    """Whether so much time has passed that somebody else may hold the phone."""
    return walk.conversation.noticed and pause is not None and pause >= NEW_VISIT


def _start(walk: Walk, event: SessionStarted) -> None:
    anew = _begins_anew(walk, _pause(walk))
    _heard(walk)
    if walk.status is Status.HUMAN:
        return
    if walk.status is Status.QUEUED:
        walk.say("utter_still_waiting")
        return
    walk.hint = event.hint
    if _held_back(walk):
        return
    if anew:
        walk.start(SEEN_AGAIN_FLOW)
    else:
        walk.start(MENU_FLOW if walk.conversation.noticed else START_FLOW)


def _utter(walk: Walk, event: UserUttered) -> None:
    pause, returns = _pause(walk), reopens(walk.conversation, walk)
    parse = event.parse
    strange = style.has_changed(walk.conversation, event.text, parse, pause)
    walk.set(script=style.script_of(event.text) or walk.conversation.script)
    _heard(walk, event.text)
    if walk.status is Status.HUMAN:
        if parse.source is Source.COMMAND and _flow_for(walk.library, parse) == ERASE_FLOW:
            walk.start(ERASE_FLOW)
        elif not (erasing.is_asked(walk.conversation) and _fills(walk, parse)):
            erasing.drop_question(walk)
            if strange:
                walk.notify(Notice.STYLE_CHANGED)
            walk.effects.append(RelayToOperator(event.text))
            owe_answer(walk)
        return
    walk.hint = event.hint
    walk.speak(parse.locale)
    if parse.watched and not walk.conversation.watched:
        walk.set(watched=True)
        walk.notify(Notice.WATCHED)
    waiting = walk.status is Status.QUEUED
    if waiting:
        walk.effects.append(RelayToOperator(event.text))
    _answer(walk, event, pause, returns=returns)
    if strange:
        walk.notify(Notice.STYLE_CHANGED)
    if not waiting and walk.status is Status.QUEUED:
        walk.effects.append(RelayToOperator(event.text))


def _fills(walk: Walk, parse: Parse) -> bool:
    """Whether the words are an answer to the open question; then it is taken."""
    flow = _flow_for(walk.library, parse)
    if flow == CANCEL_FLOW:
        return any(walk.fill_open_question(value) for value in _answers_to_stop(walk))
    value = ANSWERS.get(parse.intent or "") if parse.confidence >= ANSWER_CONFIDENCE else None
    if flow == LANGUAGE_NAMED_FLOW:
        value = parse.locale
    return value is not None and walk.fill_open_question(value)


def _answers_to_stop(walk: Walk) -> tuple[str, ...]:
    """What "stop" may answer: a no where that only leaves things as they are, or falls silent.

    Never the question who can see the chat, and no wish for help once there is danger.
    """
    if walk.conversation.in_emergency or erasing.is_asked(walk.conversation):
        return ("no",)
    return ("cancel", "stop")


def _answer(walk: Walk, event: UserUttered, pause: timedelta | None, *, returns: bool) -> None:
    """What the bot says to a message that it may speak to."""
    parse = event.parse
    flow = _flow_for(walk.library, parse)
    dangerous = bool(flow) and walk.library.flows[flow].is_emergency
    if parse.urgent or dangerous:
        _emergency(walk, flow if dangerous else EMERGENCY_FLOW)
        return
    if returns and _goes_on(walk, flow, parse):
        walk.reopen()
        if not flow:
            return
    if walk.fill_date(event.text) or _fills(walk, parse):
        walk.set(misunderstood=0)
    elif not _always_answered(walk, flow) and _held_back(walk):
        pass
    elif walk.conversation.in_emergency:
        _answer_in_emergency(walk, flow)
    elif flow and parse.intent != OUT_OF_SCOPE:
        walk.set(misunderstood=0)
        greeted = flow == MENU_FLOW and parse.source is not Source.COMMAND
        _begin(walk, SEEN_AGAIN_FLOW if greeted and _begins_anew(walk, pause) else flow)
    elif (slot := walk.open_slot()) and slot.type is SlotType.DATE:
        walk.say("utter_date_unclear")
    else:
        _not_understood(walk, pause, out_of_scope=bool(flow), unread=parse.unread)


def _begin(walk: Walk, flow: str) -> None:
    """What the words ask for; an aside leaves the open question open."""
    if flow == MENU_FLOW and not walk.conversation.noticed:
        walk.interrupt(START_FLOW)
    elif flow == CANCEL_FLOW:
        _stop(walk)
    elif walk.library.flows[flow].aside and walk.conversation.locale is not None:
        walk.tell(flow)
    else:
        walk.interrupt(flow)


def _stop(walk: Walk) -> None:
    """Nothing that was begun goes on. A request that waits isn't taken back by the way: its own
    question is put again, with the button."""
    if walk.status is Status.QUEUED:
        walk.start(WAITING_FLOW)
    else:
        walk.start(MENU_FLOW if walk.conversation.noticed else START_FLOW)


def _always_answered(walk: Walk, flow: str) -> bool:
    """What no flood may swallow (danger has been answered before)."""
    if not flow:
        return False
    asks_for_human = walk.library.flows[flow].hands_over is not None
    return asks_for_human or flow in {ERASE_FLOW, CHANGE_LANGUAGE_FLOW, LANGUAGE_NAMED_FLOW}


def _held_back(walk: Walk) -> bool:
    """Whether a flood goes unanswered, after one neutral line where nothing else was said."""
    state = walk.conversation.flood
    if walk.conversation.in_emergency:
        state = replace(state, same=0)  # somebody in danger may well repeat themselves
    wanted = flood.answer(state)
    if wanted is flood.Answer.ONE_LINE:
        walk.set(flood=replace(state, told=True))
        if walk.status is Status.BOT and not walk.conversation.misunderstood:
            walk.say("utter_flood")
    return wanted is not flood.Answer.AS_USUAL


def _goes_on(walk: Walk, flow: str, parse: Parse) -> bool:
    """Whether the message goes on with what was closed; one that asks for a human does anyway."""
    asks = bool(flow) and walk.library.flows[flow].hands_over is not None
    return parse.source is not Source.COMMAND and flow not in LAST_WORDS and not asks


def _answer_in_emergency(walk: Walk, flow: str) -> None:
    """While a human is looked for: a brief answer where a flow has one, else a receipt."""
    brief = walk.library.flows[flow].brief if flow else None
    if flow and CHILD_TOPIC in walk.library.flows[flow].topics:
        walk.mark_child()
    if flow == ERASE_FLOW:
        walk.interrupt(flow)
    elif flow == CHANGE_LANGUAGE_FLOW:
        walk.ask_aside(LANGUAGE_IN_DANGER_FLOW)
    elif flow == UNWATCHED_FLOW:
        walk.tell(flow)
    else:
        walk.say(brief or "utter_received")


def _emergency(walk: Walk, flow: str) -> None:
    """Danger: a human at this turn. Each kind of danger is told once, then only receipted."""
    told = walk.conversation.told if walk.status is Status.QUEUED else ()
    walk.set(misunderstood=0)
    if flow in told:
        walk.raise_urgency(Urgency.EMERGENCY)
        walk.say("utter_received")
        return
    if told:
        walk.tell(flow)
    else:
        walk.start(flow)


def _not_understood(
    walk: Walk, pause: timedelta | None, *, out_of_scope: bool, unread: bool
) -> None:
    """Asked once more, then offered a person; after that quiet, so that a flood gets no echo.

    Other words wouldn't help while the model can't read any: then the ways that work are named.
    """
    times = walk.conversation.misunderstood + 1
    walk.set(misunderstood=times)
    if times == 1 and walk.conversation.locale is None:
        walk.start(START_FLOW)
    elif walk.status is Status.QUEUED:
        if times == 1:
            walk.say("utter_received")  # the words are for the operator, who is asked for already
        elif pause is not None and pause >= STILL_THERE:
            walk.say("utter_still_waiting")  # "I'm afraid", and nothing comes back
    elif times == 1 and out_of_scope:
        if not walk.give_notice():
            walk.say("utter_out_of_scope")
    elif times == 1:
        walk.give_notice()
        walk.say("utter_unread" if unread else "utter_ask_rephrase")
    elif not out_of_scope and (times == 2 or times % 5 == 0):
        walk.interrupt(OFFER_PERSON_FLOW)


def _choose(walk: Walk, event: ChoiceMade) -> None:
    _heard(walk)
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
    if erasing.must_ask_again(walk, choice, current=current):
        erasing.ask(walk)
        return
    if walk.status is Status.HUMAN and not walk.leads_to_erasure(choice):
        if current and walk.warns(choice) and not walk.conversation.watched:
            walk.set(watched=True)
            walk.notify(Notice.WATCHED)
        return
    honoured = current or walk.still_honoured(choice)
    if not (honoured and walk.is_vital(choice)) and _held_back(walk):
        return
    if honoured:
        walk.set(misunderstood=0)
        walk.take(choice)
        return
    walk.ask_again()


def _decline(walk: Walk, event: UnsupportedSent) -> None:
    _heard(walk, event.kind.value)
    walk.hint = event.hint
    if walk.status in {Status.QUEUED, Status.HUMAN}:
        walk.effects.append(RelayUnsupported(event.kind))
    if walk.status is Status.HUMAN:
        owe_answer(walk)
        return
    if _held_back(walk):
        return
    walk.say(f"utter_unsupported_{event.kind.value}")
    if walk.status is Status.BOT and walk.conversation.locale is None:
        walk.start(START_FLOW)


def _flow_for(library: Library, parse: Parse) -> str:
    """The flow that the words ask for, heard surely enough; "" when none does."""
    flow, threshold = library.triggers.get(parse.intent or "", ("", 0.0))
    spoken = parse.source in {Source.KEYWORDS, Source.COMMAND}
    if flow == CHANGE_LANGUAGE_FLOW and spoken and parse.locale:
        return LANGUAGE_NAMED_FLOW  # the message was the name of a language: no question needed
    return flow if parse.confidence >= threshold else ""

"""Danger, as it is heard, and what is said while a human is looked for because of it."""

from dataclasses import replace
from datetime import timedelta

from flows.builtin import (
    CAN_WRITE_FLOW,
    CHANGE_LANGUAGE_FLOW,
    CHILD_TOPIC,
    DETAINED_FLOW,
    EMERGENCY_FLOW,
    ERASE_FLOW,
    LANGUAGE_IN_DANGER_FLOW,
    LANGUAGE_NAMED_FLOW,
    MEDICAL_FLOW,
    MINOR_FLOW,
    OTHER_PERSON_FLOW,
    SELF_HARM_FLOW,
    UNWATCHED_FLOW,
)
from flows.engine import briefly, facts, known, officials, receipt, silence, waiting, whose_danger
from flows.engine.following import TELL_ADULT
from flows.engine.walk import Walk
from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.signals import FIRST_AID, MINUTES_COUNT, Signal
from flows.status import Status
from flows.urgency import Urgency

CALL_112 = "utter_wait_call"

AS_SURE_AS_WORDS = 0.95
"""From here on what the model hears of danger to a child, or in a witness's words, is as sure as
words are: such a cry mustn't be answered by a question alone."""
LANGUAGE_CHANGED = "utter_language_changed"


def call_human(walk: Walk, flow: str, parse: Parse, pause: timedelta | None) -> None:
    """Danger: a human at this turn. Each kind of danger is told once; what is said further is
    answered as anything that is said while waiting. `pause`: since the person's last message;
    None for their first."""
    if whose_danger.is_about_other(walk) and (flow in _OWN_DANGER or _is_rescue(flow, parse)):
        flow = OTHER_PERSON_FLOW
    elif flow == MINOR_FLOW and whose_danger.is_parent(walk):
        flow = EMERGENCY_FLOW
    if flow == EMERGENCY_FLOW and officials.are_told_of(parse):
        flow = DETAINED_FLOW
    told = walk.conversation.told if walk.status is Status.QUEUED else ()
    walk.set(misunderstood=0)
    walk.hear_danger_again()
    hushed = walk.conversation.hushed
    if flow in told or _is_nothing_new(walk, flow, parse, told) or _is_only_back(walk, parse):
        walk.raise_urgency(Urgency.EMERGENCY)
        asked = _asked(walk, parse)
        # What is legal isn't answered behind a cry, so it stands in nothing's way here.
        told_of = not (parse.signals - {Signal.LEGAL_ASKED}).isdisjoint(walk.library.answers)
        if flow == MEDICAL_FLOW and not asked and not told_of:  # it is worse, or another is ill
            parse = replace(parse, signals=parse.signals | {Signal.HURT})
        if facts.answer_means(walk, parse):
            return
        if not asked and _tell_to_call(walk, parse, flow):
            return
        if not waiting.answer(walk, parse, asked, pause):
            receipt.give(walk, pause)
        return
    new = flow == EMERGENCY_FLOW or (flow == MEDICAL_FLOW and parse.signals & FIRST_AID)
    if new and facts.answer_fact(walk, parse):
        walk.raise_urgency(Urgency.EMERGENCY)  # danger is known: what is new has words of its own
        return
    if any(one in walk.library.flows for one in told):
        if not waiting.asks_whether_safe(walk):
            walk.set(frames=(), slots={})  # a yes after this isn't about what was asked before
        walk.tell(flow)
        if hushed:  # nobody knows who writes
            walk.set(hushed=False)
            walk.start(CAN_WRITE_FLOW)
    else:
        walk.start(flow)
        walk.set(hushed=False)  # the safety question is open now
        if flow in _WITH_FIRST_AID:
            facts.tell_of_dying_too(walk, parse)
        if flow in {EMERGENCY_FLOW, DETAINED_FLOW}:
            briefly.tell_page_too(walk, parse)


def _is_rescue(flow: str, parse: Parse) -> bool:
    """Whether a witness, who says that they will go there themselves, is taken by the model alone
    for somebody who thinks of dying: "I'll break that door, and not leave him in one piece"."""
    told = Signal.FOLLOW in parse.signals and not parse.signals & MINUTES_COUNT
    return told and flow == SELF_HARM_FLOW and not parse.danger_in_words


def _is_only_back(walk: Walk, parse: Parse) -> bool:
    """Whether who was silent says that the other one has gone, and the model alone hears danger in
    it: "it's me again, I sit in the bathroom". They are asked whether it is safe."""
    gone = Signal.HE_HAS_GONE in parse.signals
    return walk.conversation.hushed and gone and not parse.danger_in_words


def _is_nothing_new(walk: Walk, flow: str, parse: Parse, told: tuple[str, ...]) -> bool:
    """Whether it is plain danger that the model alone hears, where some kind of danger was told of:
    its text would say once more what the first one said, in place of an answer."""
    known = any(one in walk.library.flows and walk.library.flows[one].is_emergency for one in told)
    return flow == EMERGENCY_FLOW and known and not parse.danger_in_words


def _asked(walk: Walk, parse: Parse) -> str:
    """The flow of the topic that words name in what the model alone takes for danger once more; of
    any topic where a question is told in words as well: "how long may they hold us"; of privacy
    where it is asked whom we tell ("will you tell my mother? her heart is weak"), or who reads it
    on a phone that isn't theirs."""
    named = [one for one in parse.topics if one in parse.named]
    if parse.kinds & _QUESTIONS:
        return next((walk.library.triggers[one][0] for one in named or parse.topics), "")
    if parse.danger_in_words:
        return ""
    asked = parse.intent == silence.PRIVACY or FollowUp.WHO_KNOWS in parse.kinds
    if silence.PRIVACY in parse.named and (asked or Signal.NOT_MY_PHONE in parse.signals):
        named.append(silence.PRIVACY)
    return walk.library.triggers[named[0]][0] if named else ""


_QUESTIONS = frozenset(
    {FollowUp.HOW_LONG, FollowUp.WHO_DECIDES, FollowUp.COST, FollowUp.WITHOUT_PAPERS}
)
"""Kinds of question that no cry is put as."""


def _tell_to_call(walk: Walk, parse: Parse, flow: str) -> bool:
    """A witness who tells of danger anew, in words that are sure, is told anew to call, and a child
    whom to tell and when to call: it may have begun this minute. Returns whether they were; not
    twice in a row."""
    child = whose_danger.kind(walk) == CHILD_TOPIC and not whose_danger.thinks_of_dying(walk)
    child = child and flow != SELF_HARM_FLOW
    if not (child or flow == OTHER_PERSON_FLOW):
        return False
    sure = parse.danger_in_words or parse.urgency_score >= AS_SURE_AS_WORDS
    if not sure or walk.conversation.may_be_read:
        return False
    if facts.answer_fact(walk, parse):
        return True
    text = TELL_ADULT if child else CALL_112
    if walk.conversation.said[-1:] == (text,):
        return False
    walk.say(text)
    return True


_WITH_FIRST_AID = frozenset({EMERGENCY_FLOW, MEDICAL_FLOW})
"""Kinds whose first answer says as well what to do where minutes count. Whoever reports violence
is told not to step in, and nothing beside it."""

_OWN_DANGER = frozenset({EMERGENCY_FLOW, MINOR_FLOW})
"""Told to whoever is in danger; who reports somebody else's is told another flow."""


def answer(walk: Walk, flow: str, pause: timedelta | None) -> None:
    """While a human is looked for, what stays possible in danger; else a receipt.
    `pause`: since the person's last message; None for their first."""
    if flow == ERASE_FLOW:
        walk.interrupt(flow)
    elif flow == CHANGE_LANGUAGE_FLOW:
        walk.ask_aside(LANGUAGE_IN_DANGER_FLOW)
    elif flow == LANGUAGE_NAMED_FLOW and walk.conversation.locale != walk.before.locale:
        _speak_on(walk)
    elif flow == UNWATCHED_FLOW:
        walk.tell(flow)
    else:
        receipt.give(walk, pause)


def _speak_on(walk: Walk) -> None:
    """Say that the language has changed; in it the truth and the open question once more, which
    they may not have been able to read. One neutral word while somebody may be looking on."""
    if known.is_read(walk.conversation):
        walk.say(receipt.QUIET)
        return
    walk.say(LANGUAGE_CHANGED)
    if not waiting.is_told_gently(walk):
        receipt.give_in_full(walk)
    if walk.open_slot() is not None:
        walk.ask_again()

"""Answers to somebody who waits for a human.

Waiting isn't silence: facts are put on the card and answered, questions are answered, and where
nothing was asked the next small question of this kind of danger is put, one a message. After a
hint that somebody else may be reading it is (`flows.engine.silence`).
"""

from dataclasses import replace
from datetime import timedelta
from itertools import chain

from flows.builtin import (
    CAN_WRITE_FLOW,
    CHILD_TOPIC,
    MENU_FLOW,
    OUT_OF_SCOPE,
    SELF_HARM_TOPIC,
    WAITING_SINCE,
)
from flows.clocks import QUESTION_LAPSES_AFTER
from flows.engine import briefly, facts, following, known, officials, receipt, silence, window
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_about_other, kind, thinks_of_dying
from flows.events import Parse, Source
from flows.follow_ups import FollowUp
from flows.signals import FIRST_AID, QUESTIONS, Signal
from flows.status import Status
from flows.urgency import Urgency

_AMBULANCE = "ask_medical_help"
_HELPING = "helping_someone"
_POLICE = "ask_police"
_FIRST_DAYS = "ask_first_days"
"""Of the days after somebody was recognised: in danger "what do I do first" isn't about them."""

SHORTLY = "utter_danger_other"
"""To whoever asks what to do while somebody may be looking on: a line and a number."""

SWALLOWED, MOST_SWALLOWED = "utter_wait_swallowed", 2
"""What who has swallowed something is told, and how often of the last texts at most."""

_URGENT_ON_RETURN = frozenset({Signal.WHAT_TO_DO, Signal.HELD})
_ASKS_WHAT_TO_DO = frozenset({FollowUp.WAY_OUT, FollowUp.WHAT_NEXT})

SURE_ON_RETURN = 0.9
"""From here on what the model hears of danger on coming back is answered by `SHORTLY`."""

_HURT = FIRST_AID | {Signal.HURT}
"""Facts for which whoever is back reads the ambulance's number first."""


def lapse(walk: Walk, pause: timedelta | None) -> None:
    """Questions that were open for too long end before the words are looked at. Whoever left the
    safety question open while somebody may be looking is asked it anew, and so is who said yes to
    it so long ago."""
    if walk.conversation.locale is None or pause is None or pause < QUESTION_LAPSES_AFTER:
        return
    unanswered = asks_whether_safe(walk) and walk.conversation.may_be_read
    was_safe = walk.conversation.safe_to_write and silence.may_be_asked(walk)
    walk.set(hushed=walk.conversation.hushed or unanswered or was_safe, safe_to_write=False)
    if walk.conversation.frames:
        walk.set(frames=(), slots={})


def answer(walk: Walk, parse: Parse, flow: str, pause: timedelta | None) -> bool:
    """Answer somebody who waits. Returns whether anything was said to the message.
    `pause`: since the person's last message; None for their first."""
    if walk.status is not Status.QUEUED or flow in silence.STAYS_POSSIBLE:
        return False
    if (
        walk.conversation.hushed
        and facts.tells_of_dying(walk, parse)
        and facts.tell_fact(walk, parse)
    ):
        walk.set(hushed=False)
        return True
    if silence.may_be_another_in_silence(walk, parse, flow):
        silence.fall_silent(walk, Signal.STRANGER)
        return True
    if silence.is_back(walk, parse, pause):
        walk.set(hushed=False)
        walk.start(CAN_WRITE_FLOW)
        short = _in_short(walk, parse, flow)
        if short is not None and silence.may_be_asked(walk):
            walk.before_question(lambda: walk.say(short))
        return True
    if walk.conversation.hushed:
        silence.tell(walk, Signal.STRANGER)
        return True
    if officials.answer(walk, parse):
        return True
    if following.answer_child(walk, parse):
        return True
    if window.warn(walk, parse) or facts.tell_fact(walk, parse):
        return True
    if _asks_state(walk, parse, flow):
        tell_state(walk)
        return True
    if not walk.conversation.in_danger:
        return False
    if silence.may_be_another(walk, parse, flow):
        silence.fall_silent(walk, Signal.STRANGER)
        return True
    if following.answer_briefly(walk, parse):
        return True
    what_to_do = _asks_what_to_do(parse)
    if what_to_do and _tell_what_to_do(walk):
        return True
    again = facts.tells_the_last_again(walk, parse) and parse.intent not in parse.named
    asks = Signal.WHAT_TO_DO in parse.signals
    guessed = again or (asks and what_to_do and parse.intent == _FIRST_DAYS)
    if flow and flow != OUT_OF_SCOPE and not guessed and briefly.say_topic(walk, flow, parse=parse):
        return True
    if not is_told_gently(walk) and _is_due_in_full(walk, parse):
        first = receipt.FULL not in walk.conversation.told
        receipt.give_in_full(walk)
        if not (first and asks_whether_safe(walk)):
            _offer_next(walk)
    elif not _offer_next(walk):
        receipt.give(walk, pause)
    return True


def _in_short(walk: Walk, parse: Parse, flow: str) -> str | None:
    """The text that answers somebody who is back, short enough for a screen that others read: the
    ambulance's number if somebody is hurt, else the brief of the page that they ask for, else
    `WINDOW` if they ask about one, else `SHORTLY` if they are held, surely tell of danger, or ask
    what to do or of another way out; None if there is none."""
    named = [flow] if flow else [walk.library.triggers[one][0] for one in parse.topics]
    if parse.signals & _HURT:
        named.insert(0, walk.library.triggers[_AMBULANCE][0])
    briefs = (walk.library.flows[one].brief for one in named)
    asks = parse.signals & _URGENT_ON_RETURN or parse.kinds & _ASKS_WHAT_TO_DO
    sure = parse.danger_in_words or (parse.urgent and parse.urgency_score >= SURE_ON_RETURN)
    urgent = asks or sure
    last = window.WARNING if window.is_asked_about(walk, parse) else SHORTLY if urgent else None
    return next((one for one in briefs if one), last)


def _is_due_in_full(walk: Walk, parse: Parse) -> bool:
    """Whether the truth and the number are said once more: for the first time, or to words that are
    sure of danger, which may have begun this minute, unless it was said last."""
    if receipt.FULL not in walk.conversation.told:
        return True
    anew = parse.urgent and parse.danger_in_words
    return anew and receipt.FULL not in walk.conversation.said[-2:]


def _asks_what_to_do(parse: Parse) -> bool:
    """Whether it is asked what to do, in this danger and not about a topic that words name: what
    the model alone takes for a question about the first days is ("run away at night, in
    the cold?")."""
    if parse.intent == _FIRST_DAYS and parse.intent not in parse.named:
        return True
    if Signal.WHAT_TO_DO not in parse.signals:
        return False
    return parse.intent not in parse.named or parse.intent is None


def _tell_what_to_do(walk: Walk) -> bool:
    """What can be done in the situation that was told of, or for somebody else, if it isn't what
    was said last. Returns whether there was anything to say."""
    if walk.conversation.may_be_read:
        if walk.conversation.said[-1:] == (SHORTLY,):
            return False
        walk.say(SHORTLY)
        return True
    other = is_about_other(walk)
    flow = _HELPING if other else known.advised(walk.library, walk.conversation)
    if not flow or walk.conversation.told[-1:] == (flow,):
        return False
    walk.remember_told(flow)
    if other:
        return briefly.say_topic(walk, flow)
    walk.tell(flow)
    return True


def advise(walk: Walk, parse: Parse) -> bool:
    """Tell whoever reports somebody else, and asks whether to follow, to go there, to open the
    door, not to, also before anybody is asked for. Returns whether they were told."""
    page = walk.open_page()
    other = is_about_other(walk) or page == _HELPING
    if walk.status is not Status.BOT or Signal.FOLLOW not in parse.signals or not other:
        return False
    silence.tell(walk, Signal.FOLLOW)
    return True


def tell_state(walk: Walk) -> None:
    """Tell who has answered and who is coming: the truth, in one line where there is no danger."""
    since = walk.conversation.waiting_since
    if walk.conversation.in_danger and walk.conversation.may_be_read:
        walk.say(receipt.SHORT)  # they asked, and write themselves (else `silence.is_back`)
    elif walk.conversation.in_danger:
        receipt.give_in_full(walk)
    elif since is None:
        walk.say("utter_still_waiting")
    else:
        walk.say(WAITING_SINCE, since=since)


def answer_asked_too(walk: Walk, parse: Parse) -> None:
    """Answer what somebody in danger asks in the message in which they say that it is safe: by what
    a signal asks, else by the first of its topics that has something to say here. Nothing is said
    to whoever has answered that it isn't safe."""
    if not walk.conversation.in_danger or walk.conversation.hushed:
        return
    flows = [walk.library.triggers[one][0] for one in parse.topics]
    asked = replace(parse, signals=parse.signals & QUESTIONS)
    alone = walk.open_slot() is None
    walk.before_question(
        lambda: (
            facts.tell_fact(walk, asked)
            or any(briefly.say_topic(walk, one, buttons=alone) for one in flows)
        ),
    )


def _offer_next(walk: Walk) -> bool:
    """The next small question of this kind of danger; each is put once and may be ignored. Whoever
    has swallowed something is told to call an ambulance before the next, twice at most."""
    if walk.conversation.may_be_read:
        return False
    swallowed = walk.library.answers.get(Signal.SWALLOWED, "")
    said, told = walk.conversation.said, walk.conversation.told
    due = told[-1:] != (swallowed,) and said.count(SWALLOWED) < MOST_SWALLOWED
    if swallowed and due and known.is_told(walk.conversation, Signal.SWALLOWED):
        walk.remember_told(swallowed)
        walk.tell(swallowed)
        return True
    kinds = [SELF_HARM_TOPIC] if thinks_of_dying(walk) else []  # of a child as well, and first
    companions = [
        walk.library.companions.get(one, ()) for one in dict.fromkeys([*kinds, kind(walk)])
    ]
    for flow in chain.from_iterable(companions):
        if flow in walk.conversation.told or known.answering_fact(
            walk.library.flows[flow], walk.conversation
        ):
            continue
        walk.remember_told(flow)
        walk.start(flow)
        return True
    return False


def asks_whether_safe(walk: Walk) -> bool:
    """Whether the safety question is open: nothing else is asked before its first chance."""
    top = walk.conversation.top
    return top is not None and top.flow == CAN_WRITE_FLOW


def is_told_gently(walk: Walk) -> bool:
    """Whoever thinks of dying, and a child, are told that nobody is coming when they ask, or at the
    set times; not in place of an answer."""
    return kind(walk) in {SELF_HARM_TOPIC, CHILD_TOPIC}


def _asks_state(walk: Walk, parse: Parse, flow: str) -> bool:
    """Whether somebody is there, is coming, answers; in whatever words a waiting person asks."""
    if parse.source is Source.COMMAND:
        return False
    calls = bool(flow) and walk.library.flows[flow].hands_over is Urgency.NORMAL
    asks = Signal.STATE_ASKED in parse.signals
    if asks and flow and (not walk.conversation.in_danger or _names_another(parse)):
        asks = not walk.library.flows[flow].evergreen  # "how long must I wait for my wages?"
    return asks or calls or flow == MENU_FLOW  # "hello?" to nobody


def _names_another(parse: Parse) -> bool:
    """Whether words name a topic that isn't who may come: "if the police come, am I deported?"."""
    return parse.intent in parse.named and parse.intent != _POLICE

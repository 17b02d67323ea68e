"""What is said to somebody who waits for a human, and to whoever may hold the phone meanwhile.

Waiting isn't silence: facts are put on the card and answered, questions are answered, and where
nothing was asked the next small question of this kind of danger is put, one a message. After a
hint that somebody else may be reading, nothing is sent unasked, and nothing that was said before
is repeated or confirmed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from flows.builtin import (
    BORDER_FLOW,
    BOT_IDENTITY_FLOW,
    CAN_WRITE_FLOW,
    CHANGE_LANGUAGE_FLOW,
    CHILD_TOPIC,
    DANGER_TOPIC,
    ERASE_FLOW,
    GOODBYE_FLOW,
    LANGUAGE_NAMED_FLOW,
    MENU_FLOW,
    OUT_OF_SCOPE,
    SELF_HARM_FLOW,
    SELF_HARM_TOPIC,
    SIGNS_FLOW,
    UNDER_18_FLOW,
    UNWATCHED_FLOW,
    WAITING_SINCE,
)
from flows.clocks import QUESTION_LAPSES_AFTER
from flows.effects import Notice
from flows.engine import following, known, receipt
from flows.engine.meaning import ANSWERS
from flows.engine.walk import Walk
from flows.events import Parse, Source
from flows.format.model import ActionStep, CollectStep
from flows.signals import MINUTES_COUNT, QUESTIONS, RETRACTIONS, SILENCING, Signal
from flows.status import Status
from flows.urgency import Urgency

THIRD_PARTY = "third_party"
"""A kind of waiting: somebody else is in danger. The other kinds are topics of tickets."""

_STAYS_POSSIBLE = frozenset({ERASE_FLOW, CHANGE_LANGUAGE_FLOW, LANGUAGE_NAMED_FLOW, UNWATCHED_FLOW})
"""No question stands before these, whoever may have the phone."""

_DOCUMENTS = "ask_documents_taken"
_NOT_AT_A_BORDER = frozenset({"self_harm", "medical_emergency", "minor_at_risk"})
"""Kinds of danger that are told of by themselves wherever they are."""

_HELPING = "helping_someone"

_FOR_A_CHILD = frozenset({Signal.MEETING, Signal.PICTURES})
_FOR_THE_HELD = frozenset({Signal.HELD, Signal.MOVED, Signal.ESCAPED, Signal.AT_BORDER})

SHORTLY = "utter_danger_other"
"""To whoever asks what to do while somebody may be looking on: a line and a number."""

FIRST_AID = MINUTES_COUNT | {Signal.BURNT, Signal.COLD}
"""Facts that are answered by first aid and the ambulance's number."""

_TOLD_AT_ONCE = FIRST_AID - {Signal.MEANS_AT_HAND, Signal.SWALLOWED, Signal.COLD}
"""Told in the first answer to danger as well. Of who thinks of dying nothing: that flow says what
it has to say."""

_CALLS = frozenset({Signal.CANNOT_CALL, Signal.CALL_ASKED})
"""About calling 112 of Kazakhstan."""

_LONG = frozenset({Signal.HELD, Signal.MOVED})
"""Answered with more than may stand on a screen that somebody else reads."""

SURE_OF_A_WISH = 0.9
"""From here on the model's belief is enough to fall silent, or to ask whether to erase."""

_WISHES = frozenset({"goodbye", "delete_my_data"})
_IN_WORDS = frozenset({Source.KEYWORDS, Source.COMMAND})
"""Who asks by these has asked: nothing is guessed."""


_CONTRADICTED = RETRACTIONS | {Signal.LATER}
"""Signals of taking back and of leave: a cry in the same message contradicts them."""

# -- what was heard ------------------------------------------------------------------------------


SURE = 1.0
"""The score of danger that is heard in words, and not by the model alone."""


OUTWEIGHED = 0.97
"""Below this what the model alone takes for danger gives way to words that take it back. In the
development dialogues such words reach 0.954; the one cry among them has 0.981."""


def heard(walk: Walk, parse: Parse, *, dangerous: bool) -> Parse:
    """The message without what its own danger contradicts: "I was joking. No, really: they have
    locked four men in" takes nothing back. In an emergency, whose ticket stays open anyway, words
    that take it back or take leave outweigh what the model alone takes for danger: somebody else
    may have written them, or read what comes. Not where somebody thinks of dying: "nothing is
    needed any more" isn't taken lightly there; nor where the model is as sure as of few words that
    take something back: "it was a joke. Now the truth: she is being taken to Dubai"."""
    if walk.conversation.in_emergency and _is_guessed_wish(parse):
        parse = replace(parse, intent=None, confidence=0.0)
    if not parse.urgent and not dangerous:
        return parse
    guessed = parse.source is not Source.KEYWORDS and parse.urgency_score < OUTWEIGHED
    open_anyway = walk.conversation.in_emergency and _kind(walk) != SELF_HARM_TOPIC
    if guessed and open_anyway and parse.signals & _CONTRADICTED:
        return replace(parse, urgent=False, urgency_score=0.0, intent=None, confidence=0.0)
    return replace(parse, signals=parse.signals - _CONTRADICTED)


def _is_guessed_wish(parse: Parse) -> bool:
    """Whether the model alone believes that somebody takes leave, or wants all erased, and isn't
    sure, or facts are told in the same words: "we are five" was such a guess, after which nothing
    more would be said."""
    unsure = parse.confidence < SURE_OF_A_WISH or bool(parse.signals - SILENCING)
    return parse.intent in _WISHES and parse.source not in _IN_WORDS and unsure


def lapse(walk: Walk, pause: timedelta | None) -> None:
    """Questions that were open for too long end before the words are looked at. Whoever left the
    safety question open while somebody may be looking is asked it anew."""
    known = walk.conversation.locale is not None
    if known and pause is not None and pause >= QUESTION_LAPSES_AFTER and walk.conversation.frames:
        unanswered = _asks_whether_safe(walk) and walk.conversation.watched
        walk.set(frames=(), slots={}, hushed=walk.conversation.hushed or unanswered)


def note(walk: Walk, parse: Parse) -> None:
    """Note on the card what was said of the situation; an age only if it is the writer's own."""
    for signal in Signal:
        if signal in parse.signals:
            walk.note(signal, inferred=True)
    if Signal.OWN_MINOR in parse.signals:
        walk.mark_child()


def is_about_other(walk: Walk) -> bool:
    """Whether somebody writes of another person's danger, and not of their own."""
    return _is_told_of_another(walk, Signal.THIRD_PARTY)


def is_watched(walk: Walk, parse: Parse) -> bool:
    """Whether the words hint that somebody looks on. A witness who asks what can be done "while he
    is outside" tells of the other one's phone, and not of their own."""
    gone = Signal.HE_HAS_GONE in parse.signals
    return parse.watched and not (gone and is_about_other(walk))


def thinks_of_dying(walk: Walk) -> bool:
    """Whether the ticket is of somebody who thinks of dying: silence would speak there."""
    return _kind(walk) == SELF_HARM_TOPIC


def is_parent(walk: Walk) -> bool:
    """Whether a grown-up writes with a child of theirs, to whom no child's words are said."""
    return _is_told_of_another(walk, Signal.OWN_CHILD)


def _is_told_of_another(walk: Walk, signal: Signal) -> bool:
    """Whether it was told by somebody who hasn't said that they are under 18 themselves."""
    child = known.is_told(walk.conversation, Signal.OWN_MINOR)
    return known.is_told(walk.conversation, signal) and not child


def begins_with(walk: Walk, parse: Parse) -> str:
    """The flow that signals start by themselves; "" for none."""
    signals = parse.signals
    if not walk.conversation.in_emergency:
        if Signal.MEANS_AT_HAND in signals and not parse.urgent:  # else danger names its own kind
            return SELF_HARM_FLOW
        if Signal.AT_BORDER in signals and _is_taken_across(walk, parse):
            return BORDER_FLOW
    if walk.status is Status.BOT and Signal.OWN_MINOR in signals:
        return UNDER_18_FLOW
    return ""


def _is_taken_across(walk: Walk, parse: Parse) -> bool:
    """Whether whoever writes from a border or an airport is in danger there, or has their papers in
    other hands. What is told is for them alone, and not for the ill."""
    if is_about_other(walk) or parse.intent in _NOT_AT_A_BORDER:
        return False
    return parse.urgent or _DOCUMENTS in {parse.intent, *parse.topics}


def signs(walk: Walk, parse: Parse) -> bool:
    """Whether signs short of danger were heard, and no operator has been asked for yet."""
    return walk.status is Status.BOT and (parse.watched or Signal.NOT_MY_PHONE in parse.signals)


def begin(walk: Walk, began: str, flow: str) -> None:
    """A human at this turn for what `begins_with` or `signs` has found; what was asked in the same
    message is answered as well."""
    walk.start(began or SIGNS_FLOW)
    if flow and flow != OUT_OF_SCOPE:
        _say_topic_too(walk, flow)


_ANSWERED_OTHERWISE = frozenset({*RETRACTIONS, Signal.LATER, Signal.STRANGER})


# -- silence -------------------------------------------------------------------------------------


def silencing(walk: Walk, parse: Parse, flow: str) -> Signal | None:
    """The signal after which nothing is sent unasked, if one was heard."""
    if flow in _STAYS_POSSIBLE:
        return None
    found = next((one for one in Signal if one in SILENCING & parse.signals), None)
    if walk.status is Status.BOT and flow and found in _ANSWERED_OTHERWISE:
        return None  # nothing waits that could be taken back or told: what was asked is answered
    if found is None and walk.conversation.in_emergency:
        gone = parse.watched and not parse.signals and parse.intent not in ANSWERS
        return Signal.LATER if gone or flow == GOODBYE_FLOW else None
    return found


def fall_silent(walk: Walk, signal: Signal) -> None:
    """Somebody else may be reading. At most one short line is said, and only the first time;
    a stranger gets the same dull line each time, and so does whoever takes everything back."""
    urgent = walk.conversation.urgency > Urgency.NORMAL
    hushed = walk.conversation.hushed
    if signal in RETRACTIONS and not urgent:
        if not take_back(walk):
            _tell(walk, signal)
        return
    if signal is Signal.LATER and not urgent:
        _tell(walk, signal)
        return
    if signal in {Signal.HE_COMES, Signal.HE_IS_HERE}:
        walk.hand_over(DANGER_TOPIC, Urgency.HIGH)
    if not walk.conversation.watched:
        walk.set(watched=True)
        walk.notify(Notice.WATCHED)
    walk.set(hushed=walk.status is Status.QUEUED)
    dull = signal is Signal.STRANGER or signal in RETRACTIONS
    if dull or (signal is not Signal.HE_IS_HERE and not hushed):
        _tell(walk, signal)


def take_back(walk: Walk) -> bool:
    """Take a plain request back at a word. Returns whether it was: never in danger or with signs
    of it, nor while somebody may be looking on."""
    plain = walk.conversation.urgency is Urgency.NORMAL and not walk.conversation.watched
    if walk.status is not Status.QUEUED or not plain:
        return False
    walk.set(frames=(), slots={})
    walk.withdraw()
    walk.say("utter_withdrawn")
    return True


# -- waiting -------------------------------------------------------------------------------------


def answer(walk: Walk, parse: Parse, flow: str, pause: timedelta | None) -> bool:
    """Answer somebody who waits. Returns whether anything was said to the message.
    `pause`: since the person's last message; None for their first."""
    if walk.status is not Status.QUEUED or flow in _STAYS_POSSIBLE:
        return False
    if walk.conversation.hushed and _tells_of_dying(walk, parse) and _tell_fact(walk, parse):
        walk.set(hushed=False)
        return True
    if _is_back(walk, parse):
        walk.set(hushed=False)
        walk.start(CAN_WRITE_FLOW)
        return True
    if walk.conversation.hushed:
        _tell(walk, Signal.STRANGER)
        return True
    if _tell_fact(walk, parse):
        return True
    if _asks_state(walk, parse, flow):
        tell_state(walk)
        return True
    if not walk.conversation.in_danger:
        return False
    if _may_be_another(walk, parse, flow):
        fall_silent(walk, Signal.STRANGER)
        return True
    if following.answer_briefly(walk, parse):
        return True
    if _asks_what_to_do(parse) and _tell_what_to_do(walk):
        return True
    guessed = _tells_the_last_again(walk, parse) and parse.intent not in parse.named
    if flow and flow != OUT_OF_SCOPE and not guessed and say_topic(walk, flow):
        return True
    if not _is_told_gently(walk) and _is_due_in_full(walk, parse):
        first = receipt.FULL not in walk.conversation.told
        receipt.give_in_full(walk)
        if not (first and _asks_whether_safe(walk)):
            _offer_next(walk)
    elif not _offer_next(walk):
        receipt.give(walk, pause)
    return True


def _is_due_in_full(walk: Walk, parse: Parse) -> bool:
    """Whether the truth and the number are said once more: for the first time, or to words that are
    sure of danger, which may have begun this minute, unless it was said last."""
    if receipt.FULL not in walk.conversation.told:
        return True
    anew = parse.urgent and parse.urgency_score >= SURE
    return anew and receipt.FULL not in walk.conversation.said[-2:]


def _asks_what_to_do(parse: Parse) -> bool:
    """Whether it is asked what to do, in this danger and not about a topic that words name."""
    if Signal.WHAT_TO_DO not in parse.signals:
        return False
    return parse.intent not in parse.named or parse.intent is None


def _tell_what_to_do(walk: Walk) -> bool:
    """What can be done in the situation that was told of, or for somebody else, if it isn't what
    was said last. Returns whether there was anything to say."""
    if walk.conversation.watched:
        if _asks_whether_safe(walk):
            return False
        walk.say(SHORTLY)
        return True
    other = is_about_other(walk)
    flow = _HELPING if other else known.advised(walk.library, walk.conversation)
    if not flow or walk.conversation.told[-1:] == (flow,):
        return False
    walk.remember_told(flow)
    if other:
        return say_topic(walk, flow)
    walk.tell(flow)
    return True


def advise(walk: Walk, parse: Parse) -> bool:
    """Tell whoever reports somebody else, and asks whether to follow, to go there, to open the
    door, not to, also before anybody is asked for. Returns whether they were told."""
    page = walk.open_page()
    other = is_about_other(walk) or page == _HELPING
    if walk.status is not Status.BOT or Signal.FOLLOW not in parse.signals or not other:
        return False
    _tell(walk, Signal.FOLLOW)
    return True


def tell_state(walk: Walk) -> None:
    """Tell who has answered and who is coming: the truth, in one line where there is no danger."""
    since = walk.conversation.waiting_since
    if walk.conversation.in_danger and walk.conversation.watched:
        walk.say(receipt.SHORT)  # they have asked, and are the ones who write (else `_is_back`)
    elif walk.conversation.in_danger:
        receipt.give_in_full(walk)
    elif since is None:
        walk.say("utter_still_waiting")
    else:
        walk.say(WAITING_SINCE, since=since)


def say_topic(walk: Walk, flow: str, *, buttons: bool = True) -> bool:
    """The short form of a topic, or its first text with buttons that work on their own; nothing
    long while somebody may be looking on. Returns whether there is any."""
    topic = walk.library.flows[flow]
    first = topic.steps[0]
    if topic.brief is not None:
        walk.say(topic.brief)
    elif topic.aside and isinstance(first, ActionStep):
        walk.tell(flow)
    elif topic.evergreen and isinstance(first, CollectStep) and not walk.conversation.watched:
        walk.say(first.utter, walk.library.offered[flow, first.id] if buttons else ())
    else:
        return False
    return True


def tell_page_too(walk: Walk, parse: Parse) -> None:
    """A first message that the model alone takes for danger may be a long story about wages or a
    passport: what it asks is answered as well. Words that are sure are answered as danger only."""
    flow = next((walk.library.triggers[one][0] for one in parse.topics), "")
    if not flow or parse.urgency_score >= SURE or walk.conversation.watched:
        return
    _say_topic_too(walk, flow)


def _say_topic_too(walk: Walk, flow: str) -> None:
    """The topic as well; where a question is open, only that has buttons."""
    alone = walk.open_slot() is None
    _before_question(walk, lambda: say_topic(walk, flow, buttons=alone))


def _before_question(walk: Walk, say: Callable[[], object]) -> None:
    """Say something more; the question that this turn has put, if there is one, stays last."""
    question = None if walk.open_slot() is None else walk.effects.pop()
    say()
    if question is not None:
        walk.effects.append(question)


def _offer_next(walk: Walk) -> bool:
    """The next small question of this kind of danger; each is put once and may be ignored."""
    if walk.conversation.watched:
        return False
    for flow in walk.library.companions.get(_kind(walk), ()):
        if flow in walk.conversation.told or known.answering_fact(
            walk.library.flows[flow], walk.conversation
        ):
            continue
        walk.remember_told(flow)
        walk.start(flow)
        return True
    return False


def _asks_whether_safe(walk: Walk) -> bool:
    """Whether the safety question is open: nothing else is asked before its first chance."""
    top = walk.conversation.top
    return top is not None and top.flow == CAN_WRITE_FLOW


def _is_told_gently(walk: Walk) -> bool:
    """Whoever thinks of dying, and a child, are told that nobody is coming when they ask, or at the
    set times; not in place of an answer."""
    return _kind(walk) in {SELF_HARM_TOPIC, CHILD_TOPIC}


def _asks_state(walk: Walk, parse: Parse, flow: str) -> bool:
    """Whether somebody is there, is coming, answers; in whatever words a waiting person asks."""
    if parse.source is Source.COMMAND:
        return False
    calls = bool(flow) and walk.library.flows[flow].hands_over is Urgency.NORMAL
    asks = Signal.STATE_ASKED in parse.signals
    if asks and flow and not walk.conversation.in_danger:
        asks = not walk.library.flows[flow].evergreen  # "how long must I wait for my wages?"
    return asks or calls or flow == MENU_FLOW  # "hello?" to nobody


def _is_back(walk: Walk, parse: Parse) -> bool:
    """Whether the safety question comes again: silence is over, and nobody knows who writes.
    Whoever has asked as a stranger isn't asked it before they say that they are back."""
    if not walk.conversation.hushed:
        return False
    back = parse.urgent or Signal.HE_HAS_GONE in parse.signals
    return back or _last_silencing(walk) is not Signal.STRANGER


def _may_be_another(walk: Walk, parse: Parse, flow: str) -> bool:
    """Whether someone asks who this is in words that the lexicon doesn't know ("who is it that my
    girl writes to"): it may be whoever took the phone from a person in danger. They are told the
    stranger's line, and are asked whether it is safe when they write on. Not a witness, nor who
    thinks of dying: a dull line would leave them alone."""
    asks = flow == BOT_IDENTITY_FLOW and parse.unexplained
    return asks and not (is_about_other(walk) or thinks_of_dying(walk))


def _last_silencing(walk: Walk) -> Signal | None:
    facts = reversed(walk.conversation.facts)
    return next((fact.signal for fact in facts if fact.signal in SILENCING), None)


def _tells_of_dying(walk: Walk, parse: Parse) -> bool:
    """Whether minutes count, and what is to be done can be told whoever reads; not to a stranger,
    who is told nothing."""
    silent = parse.signals & SILENCING or _last_silencing(walk) is Signal.STRANGER
    return bool(parse.signals & MINUTES_COUNT) and not silent


def tell_of_dying_too(walk: Walk, parse: Parse) -> None:
    """Tell what to do where minutes count in the first answer to danger as well; the question
    stays last. It isn't remembered as told: whoever comes back to it reads it once more."""
    told = next((one for one in Signal if one in parse.signals & _TOLD_AT_ONCE), None)
    if told is None or walk.conversation.watched or walk.open_slot() is None:
        return
    flow = walk.library.answers[told]
    _before_question(walk, lambda: walk.tell(flow))


def answer_dying(walk: Walk, parse: Parse) -> None:
    """Answer what minutes count for, though the same message answers a question. Nothing is said to
    whoever has answered that it isn't safe to write."""
    if parse.signals & MINUTES_COUNT and not walk.conversation.watched:
        answer_fact(walk, parse)


def answer_fact(walk: Walk, parse: Parse) -> bool:
    """Answer the gravest thing that was said to somebody whose danger operators know already.
    Returns whether there was any; nothing is said here to whoever fell silent."""
    known = walk.status is Status.QUEUED and walk.conversation.in_danger
    return known and not walk.conversation.hushed and _tell_fact(walk, parse)


def _tell_fact(walk: Walk, parse: Parse) -> bool:
    """Answer the gravest thing that was said, unless that was told last."""
    for signal in Signal:
        flow = _answer_to(walk, signal)
        if not flow or signal in SILENCING or signal not in parse.signals:
            continue
        said_last = walk.conversation.told[-1:] == (flow,) and signal not in QUESTIONS
        if _suits(walk, signal, parse) and not said_last:
            walk.remember_told(flow)
            walk.tell(flow)
            return True
    return False


def _tells_the_last_again(walk: Walk, parse: Parse) -> bool:
    """Whether what was answered last is told once more: no page that the model guesses at."""
    last = walk.conversation.told[-1:]
    return any((_answer_to(walk, signal),) == last for signal in parse.signals)


def _answer_to(walk: Walk, signal: Signal) -> str:
    """The flow that answers a signal; "" for none. "Shall I go?" is one question to a witness,
    another one to a child who is called somewhere, and a third to whoever is in danger. Where 112
    is another country's, neither money on the phone nor what is asked there is what is lacking."""
    if signal is Signal.FOLLOW and _kind(walk) == CHILD_TOPIC:
        signal = Signal.MEETING
    elif signal in _CALLS and known.is_told(walk.conversation, Signal.ABROAD):
        signal = Signal.ABROAD
    elif signal is Signal.FOLLOW and not is_about_other(walk):
        own = known.advised(walk.library, walk.conversation)
        return own or walk.library.answers.get(signal, "")
    return walk.library.answers.get(signal, "")


def _suits(walk: Walk, signal: Signal, parse: Parse) -> bool:
    """A child's words are for a child, and a witness is told nothing that only the held can do.
    Whoever names what they are afraid of ("of the police") is answered about that."""
    if signal is Signal.AFRAID and parse.named:
        return False
    if signal in _FOR_A_CHILD and _kind(walk) != CHILD_TOPIC:
        return False
    if signal in _FOR_THE_HELD and is_about_other(walk):
        return False
    if signal in _LONG and walk.conversation.watched:
        return False
    return walk.conversation.urgency > Urgency.NORMAL or signal in {Signal.UNNAMED, Signal.FOLLOW}


def _tell(walk: Walk, signal: Signal) -> None:
    flow = walk.library.answers.get(signal)
    if flow is None:
        walk.say(receipt.QUIET)
    else:
        walk.tell(flow)


def _kind(walk: Walk) -> str:
    """Whom the danger is about decides first, then which kind of it was told last."""
    if is_about_other(walk):
        return THIRD_PARTY
    if walk.conversation.child:
        return CHILD_TOPIC
    for flow in reversed(walk.conversation.told):
        told = walk.library.flows.get(flow)
        if told is not None and told.is_emergency:
            return min(told.topics)
    return walk.conversation.topic

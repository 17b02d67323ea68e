"""Answers to somebody who waits for a human.

Waiting isn't silence: facts are put on the card and answered, questions are answered, and where
nothing was asked the next small question of this kind of danger is put, one a message. After a
hint that somebody else may be reading it is (`flows.engine.silence`).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from flows.builtin import (
    BORDER_FLOW,
    CAN_WRITE_FLOW,
    CHILD_TOPIC,
    MENU_FLOW,
    OUT_OF_SCOPE,
    SELF_HARM_FLOW,
    SELF_HARM_TOPIC,
    SIGNS_FLOW,
    UNDER_18_FLOW,
    WAITING_SINCE,
)
from flows.clocks import QUESTION_LAPSES_AFTER
from flows.engine import following, known, receipt, silence
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_about_other, kind, thinks_of_dying
from flows.events import Parse, Source
from flows.follow_ups import FollowUp
from flows.format.model import ActionStep, CollectStep
from flows.signals import FIRST_AID, MINUTES_COUNT, QUESTIONS, SILENCING, Signal
from flows.status import Status
from flows.urgency import Urgency

_AMBULANCE = "ask_medical_help"
_DOCUMENTS = "ask_documents_taken"
_DEPORTED = "ask_immigration_status"
_MINORS = "ask_minors"
_NOT_AT_A_BORDER = frozenset({"self_harm", "medical_emergency", "minor_at_risk"})
"""Kinds of danger that are told of by themselves wherever they are."""

_HELPING = "helping_someone"

_POLICE = "ask_police"
_FIRST_DAYS = "ask_first_days"
"""Of the days after somebody was recognised: in danger "what do I do first" isn't about them."""

_FOR_A_CHILD = frozenset({Signal.MEETING, Signal.PICTURES})
_FOR_THE_HELD = frozenset({Signal.HELD, Signal.MOVED, Signal.ESCAPED, Signal.AT_BORDER})

SHORTLY = "utter_danger_other"
"""To whoever asks what to do while somebody may be looking on: a line and a number."""

WINDOW = "utter_danger_window"
"""To whoever asks whether to get out by a window: not to, and the number."""

SWALLOWED, MOST_SWALLOWED = "utter_wait_swallowed", 2
"""What who has swallowed something is told, and how often of the last texts at most."""

_URGENT_ON_RETURN = frozenset({Signal.WHAT_TO_DO, Signal.HELD})
_ASKS_WHAT_TO_DO = frozenset({FollowUp.WAY_OUT, FollowUp.WHAT_NEXT})

_HURT = FIRST_AID | {Signal.HURT}
"""Facts for which whoever is back reads the ambulance's number first."""

_TOLD_AT_ONCE = FIRST_AID - {Signal.MEANS_AT_HAND, Signal.SWALLOWED, Signal.COLD}
"""Told in the first answer to danger as well. Of who thinks of dying nothing: that flow says what
it has to say."""

_TO_A_WITNESS = sorted(Signal, key=lambda one: one not in MINUTES_COUNT | {Signal.FOLLOW})
"""The order in which signals are answered to who reports somebody else's danger: whoever means to
go there is told not to before anything that can wait."""

_CALLS = frozenset({Signal.CANNOT_CALL, Signal.CALL_ASKED})
"""About calling 112 of Kazakhstan."""

_SURE_OF_A_PAGE = 0.7
"""From here on the model's topic counts as words that name it."""

_BEFORE_THE_LAW = frozenset({Signal.STATE_ASKED, Signal.CALL_ASKED, Signal.FAULT})
"""Questions that are answered where the same words may ask what is legal."""

_WHETHER_LEGAL = frozenset({"ask_rights", "ask_am_i_victim"})
"""Topics whose words ask whether somebody may do this, and name nothing more."""

_LONG = frozenset({Signal.HELD, Signal.MOVED})
"""Answered with more than may stand on a screen that somebody else reads."""


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


def note(walk: Walk, parse: Parse) -> None:
    """Note on the card what was said of the situation; an age only if it is the writer's own."""
    for signal in Signal:
        if signal in parse.signals:
            walk.note(signal, inferred=True)
    if Signal.OWN_MINOR in parse.signals:
        walk.mark_child()


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
    if flow and flow not in {OUT_OF_SCOPE, MENU_FLOW}:
        _say_topic_too(walk, flow)


def answer(walk: Walk, parse: Parse, flow: str, pause: timedelta | None) -> bool:
    """Answer somebody who waits. Returns whether anything was said to the message.
    `pause`: since the person's last message; None for their first."""
    if walk.status is not Status.QUEUED or flow in silence.STAYS_POSSIBLE:
        return False
    if walk.conversation.hushed and _tells_of_dying(walk, parse) and _tell_fact(walk, parse):
        walk.set(hushed=False)
        return True
    if silence.may_be_another_in_silence(walk, parse, flow):
        silence.fall_silent(walk, Signal.STRANGER)
        return True
    if silence.is_back(walk, parse):
        walk.set(hushed=False)
        walk.start(CAN_WRITE_FLOW)
        short = _in_short(walk, parse, flow)
        if short is not None and silence.may_be_asked(walk):
            _before_question(walk, lambda: walk.say(short))
        return True
    if walk.conversation.hushed:
        silence.tell(walk, Signal.STRANGER)
        return True
    if _warn_of_window(walk, parse) or _tell_fact(walk, parse):
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
    again = _tells_the_last_again(walk, parse) and parse.intent not in parse.named
    guessed = again or (what_to_do and parse.intent == _FIRST_DAYS)
    if flow and flow != OUT_OF_SCOPE and not guessed and say_topic(walk, flow, parse=parse):
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
    `WINDOW` if they ask about one, else `SHORTLY` if they are held, or ask what to do or of another
    way out; None if there is none."""
    named = [flow] if flow else [walk.library.triggers[one][0] for one in parse.topics]
    if parse.signals & _HURT:
        named.insert(0, walk.library.triggers[_AMBULANCE][0])
    briefs = (walk.library.flows[one].brief for one in named)
    urgent = parse.signals & _URGENT_ON_RETURN or parse.kinds & _ASKS_WHAT_TO_DO
    last = WINDOW if _asks_of_window(walk, parse) else SHORTLY if urgent else None
    return next((one for one in briefs if one), last)


def _asks_of_window(walk: Walk, parse: Parse) -> bool:
    """Whether who is held, or somebody else for them, asks whether to get out by a window. Not who
    has got out, nor where there is fire or first aid to tell of, nor who thinks of dying; and a
    witness who asks whether to go there is told that."""
    otherwise = FIRST_AID | {Signal.ESCAPED}
    if is_about_other(walk):
        otherwise |= {Signal.FOLLOW}
    if parse.signals & otherwise or parse.intent == SELF_HARM_TOPIC or thinks_of_dying(walk):
        return False
    return FollowUp.WAY_OUT in parse.kinds and Signal.HELD in parse.signals


def _warn_of_window(walk: Walk, parse: Parse) -> bool:
    """Warn whoever asks about a window while somebody else may read it, or asks it for another
    person: what is told to the held is too long for the one and isn't theirs for the other.
    Returns whether they were warned."""
    told_less = known.is_read(walk.conversation) or is_about_other(walk)
    if not (told_less and walk.conversation.in_danger and _asks_of_window(walk, parse)):
        return False
    walk.say(WINDOW)
    return True


def _is_due_in_full(walk: Walk, parse: Parse) -> bool:
    """Whether the truth and the number are said once more: for the first time, or to words that are
    sure of danger, which may have begun this minute, unless it was said last."""
    if receipt.FULL not in walk.conversation.told:
        return True
    anew = parse.urgent and parse.danger_in_words
    return anew and receipt.FULL not in walk.conversation.said[-2:]


def _asks_what_to_do(parse: Parse) -> bool:
    """Whether it is asked what to do, in this danger and not about a topic that words name."""
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


def say_topic(walk: Walk, flow: str, *, buttons: bool = True, parse: Parse | None = None) -> bool:
    """The short form of a topic, or its first text with buttons that work on their own; nothing
    long while somebody may be looking on. Where `parse` asks how long, the text that says it.
    Returns whether there is any."""
    topic = walk.library.flows[flow]
    step = "" if parse is None else following.begins_at(walk, flow, parse)
    first = topic.step(step) if step else topic.steps[0]
    read = known.is_read(walk.conversation)
    if topic.brief is not None and (not step or read):
        walk.say(topic.brief)
    elif topic.aside and isinstance(first, ActionStep):
        walk.tell(flow)
    elif topic.evergreen and isinstance(first, CollectStep) and not read:
        walk.say(first.utter, walk.library.offered[flow, first.id] if buttons else ())
    else:
        return False
    return True


def tell_page_too(walk: Walk, parse: Parse) -> None:
    """A first message that the model alone takes for danger may be a long story about wages or a
    passport: what it asks is answered as well. Words that are sure are answered as danger only."""
    flow = next((walk.library.triggers[one][0] for one in parse.topics), "")
    if not flow or parse.danger_in_words or walk.conversation.may_be_read:
        return
    _say_topic_too(walk, flow)


def _say_topic_too(walk: Walk, flow: str) -> None:
    """The topic as well; where a question is open, only that has buttons."""
    alone = walk.open_slot() is None
    _before_question(walk, lambda: say_topic(walk, flow, buttons=alone))


def answer_asked_too(walk: Walk, parse: Parse) -> None:
    """Answer what somebody in danger asks in the message in which they say that it is safe: by what
    a signal asks, else by the first of its topics that has something to say here. Nothing is said
    to whoever has answered that it isn't safe."""
    if not walk.conversation.in_danger or walk.conversation.hushed:
        return
    flows = [walk.library.triggers[one][0] for one in parse.topics]
    asked = replace(parse, signals=parse.signals & QUESTIONS)
    alone = walk.open_slot() is None
    _before_question(
        walk,
        lambda: (
            _tell_fact(walk, asked) or any(say_topic(walk, one, buttons=alone) for one in flows)
        ),
    )


def _before_question(walk: Walk, say: Callable[[], object]) -> None:
    """Say something more; the question that this turn has put, if there is one, stays last."""
    question = None if walk.open_slot() is None else walk.effects.pop()
    say()
    if question is not None:
        walk.effects.append(question)


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
    for flow in walk.library.companions.get(kind(walk), ()):
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


def _tells_of_dying(walk: Walk, parse: Parse) -> bool:
    """Whether minutes count, and what is to be done can be told whoever reads; not to a stranger,
    who is told nothing."""
    silent = parse.signals & SILENCING or silence.last_silencing(walk) is Signal.STRANGER
    return bool(parse.signals & MINUTES_COUNT) and not silent


def tell_of_dying_too(walk: Walk, parse: Parse) -> None:
    """Tell what to do where minutes count in the first answer to danger as well; the question
    stays last. It isn't remembered as told: whoever comes back to it reads it once more."""
    told = next((one for one in Signal if one in parse.signals & _TOLD_AT_ONCE), None)
    if told is None or walk.conversation.may_be_read or walk.open_slot() is None:
        return
    flow = walk.library.answers[told]
    _before_question(walk, lambda: walk.tell(flow))


def answer_dying(walk: Walk, parse: Parse) -> None:
    """Answer what minutes count for, though the same message answers a question. Nothing is said to
    whoever has answered that it isn't safe to write."""
    if parse.signals & MINUTES_COUNT and not walk.conversation.may_be_read:
        answer_fact(walk, parse)


def answer_fact(walk: Walk, parse: Parse) -> bool:
    """Answer the gravest thing that was said to somebody whose danger operators know already.
    Returns whether there was any; nothing is said here to whoever fell silent."""
    known = walk.status is Status.QUEUED and walk.conversation.in_danger
    return known and not walk.conversation.hushed and _tell_fact(walk, parse)


def _tell_fact(walk: Walk, parse: Parse) -> bool:
    """Answer the gravest thing that was said, unless that was told last."""
    for signal in _TO_A_WITNESS if is_about_other(walk) else Signal:
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
    if signal is Signal.FOLLOW and kind(walk) == CHILD_TOPIC:
        signal = Signal.MEETING
    elif signal in _CALLS and known.is_told(walk.conversation, Signal.ABROAD):
        signal = Signal.ABROAD
    elif signal is Signal.FOLLOW and not is_about_other(walk):
        own = known.advised(walk.library, walk.conversation)
        return own or walk.library.answers.get(signal, "")
    return walk.library.answers.get(signal, "")


def _suits(walk: Walk, signal: Signal, parse: Parse) -> bool:
    """A child's words are for a child, and a witness is told nothing that only the held can do.
    Whoever names what they are afraid of ("of the police"), or what may not be legal, is answered
    about that, and so is who asks whether they are deported if they call."""
    if signal is Signal.AFRAID and parse.named:
        return False
    if signal is Signal.LEGAL_ASKED and not _asks_what_is_legal(walk, parse):
        return False
    if signal is Signal.CALL_ASKED and _DEPORTED in parse.named:
        return False
    if signal is Signal.MOVED and _asks_about_minors(parse):
        return False
    if signal in _FOR_A_CHILD and kind(walk) != CHILD_TOPIC:
        return False
    if signal in _FOR_THE_HELD and is_about_other(walk):
        return False
    if signal in _LONG and walk.conversation.may_be_read:
        return False
    return walk.conversation.urgency > Urgency.NORMAL or signal in {Signal.UNNAMED, Signal.FOLLOW}


def _asks_what_is_legal(walk: Walk, parse: Parse) -> bool:
    """Whether whoever is held asks if all of it is legal. Not beside a cry or a question that comes
    first, nor about one matter that has a page ("they take no child without that paper, is that
    allowed?"); and nothing of a crime is said on a screen that others read, or to who thinks of
    dying or tells of somebody else."""
    if parse.urgent or parse.danger_in_words or parse.signals & _BEFORE_THE_LAW:
        return False
    if known.is_read(walk.conversation) or is_about_other(walk) or thinks_of_dying(walk):
        return False
    asked, intent = set(parse.named), parse.intent or ""
    flow, _ = walk.library.triggers.get(intent, ("", 0.0))
    if flow and parse.confidence >= _SURE_OF_A_PAGE and walk.library.flows[flow].is_page:
        asked.add(intent)
    said_last = walk.conversation.told[-1:] == (walk.library.answers[Signal.LEGAL_ASKED],)
    return not (said_last or asked - _WHETHER_LEGAL)


def _asks_about_minors(parse: Parse) -> bool:
    """Whether it is asked, and not told, that a child is taken away: "will they take me to a
    children's home?". Not where an age is told or the model hears danger."""
    return _MINORS in parse.named and Signal.OWN_MINOR not in parse.signals and not parse.urgent

"""Answers to what a message tells or asks of a danger: one flow a signal, the gravest first."""

from flows.builtin import CHILD_TOPIC, MEANS_FLOW
from flows.engine import known, silence
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_about_other, kind, thinks_of_dying
from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.signals import FIRST_AID, MINUTES_COUNT, QUESTIONS, SILENCING, Signal
from flows.status import Status
from flows.urgency import Urgency

_DEPORTED = "ask_immigration_status"
_MINORS = "ask_minors"

_FOR_A_CHILD = frozenset({Signal.MEETING, Signal.PICTURES})
_FOR_THE_HELD = frozenset({Signal.HELD, Signal.MOVED, Signal.ESCAPED, Signal.AT_BORDER})

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

SURE_TO_NAME_MEANS = 0.9
"""From here on danger in the answer to "is something near you that you could hurt yourself with?"
is taken for a yes."""

_BEFORE_THE_LAW = frozenset({Signal.STATE_ASKED, Signal.CALL_ASKED, Signal.FAULT})
"""Questions that are answered where the same words may ask what is legal."""

_WHETHER_LEGAL = frozenset({"ask_rights", "ask_am_i_victim"})
"""Topics whose words ask whether somebody may do this, and name nothing more."""

_LONG = frozenset({Signal.HELD, Signal.MOVED})
"""Answered with more than may stand on a screen that somebody else reads."""


def note(walk: Walk, parse: Parse) -> None:
    """Note on the card what was said of the situation; an age only if it is the writer's own."""
    for signal in Signal:
        if signal in parse.signals:
            walk.note(signal, inferred=True)
    if Signal.OWN_MINOR in parse.signals:
        walk.mark_child()


def answer_fact(walk: Walk, parse: Parse) -> bool:
    """Answer the gravest thing that was said to somebody whose danger operators know already.
    Returns whether there was any; nothing is said here to whoever fell silent."""
    known = walk.status is Status.QUEUED and walk.conversation.in_danger
    return known and not walk.conversation.hushed and tell_fact(walk, parse)


def tell_fact(walk: Walk, parse: Parse) -> bool:
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


def answer_means(walk: Walk, parse: Parse) -> bool:
    """Answer as named what may be within reach of who thinks of dying: they are asked, and answer
    with words that surely tell of danger and nothing else that is known ("the rope is in the
    shed"). It stays off the card: it is a guess. Returns whether it was answered."""
    top = walk.conversation.top
    asked = top is not None and top.flow == MEANS_FLOW
    sure = parse.urgent and parse.urgency_score >= SURE_TO_NAME_MEANS
    if not (asked and sure) or parse.signals or FollowUp.NO in parse.kinds:
        return False
    flow = walk.library.answers[Signal.MEANS_AT_HAND]
    walk.set(frames=(), slots={})
    walk.remember_told(flow)
    walk.tell(flow)
    return True


def answer_dying(walk: Walk, parse: Parse) -> None:
    """Answer what minutes count for, though the same message answers a question. Nothing is said to
    whoever has answered that it isn't safe to write."""
    if parse.signals & MINUTES_COUNT and not walk.conversation.may_be_read:
        answer_fact(walk, parse)


def tell_of_dying_too(walk: Walk, parse: Parse) -> None:
    """Tell what to do where minutes count in the first answer to danger as well; the question
    stays last. It isn't remembered as told: whoever comes back to it reads it once more."""
    told = next((one for one in Signal if one in parse.signals & _TOLD_AT_ONCE), None)
    if told is None or walk.conversation.may_be_read or walk.open_slot() is None:
        return
    flow = known.answering(walk.library, walk.conversation, told)
    walk.before_question(lambda: walk.tell(flow))


def tells_of_dying(walk: Walk, parse: Parse) -> bool:
    """Whether minutes count, and what is to be done can be told whoever reads; not to a stranger,
    who is told nothing."""
    silent = parse.signals & SILENCING or silence.last_silencing(walk) is Signal.STRANGER
    return bool(parse.signals & MINUTES_COUNT) and not silent


def tells_the_last_again(walk: Walk, parse: Parse) -> bool:
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
    return known.answering(walk.library, walk.conversation, signal)


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

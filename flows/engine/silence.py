"""Silence, where somebody else may read along or hold the phone.

After a hint of that nothing is sent unasked, and nothing that was said before is repeated or
confirmed. Words that take a cry back end no emergency.
"""

from dataclasses import replace
from datetime import timedelta

from flows.builtin import (
    BOT_IDENTITY_FLOW,
    CHANGE_LANGUAGE_FLOW,
    DANGER_TOPIC,
    ERASE_FLOW,
    GOODBYE_FLOW,
    LANGUAGE_NAMED_FLOW,
    SELF_HARM_TOPIC,
    UNWATCHED_FLOW,
)
from flows.clocks import QUESTION_LAPSES_AFTER
from flows.engine import known, receipt
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_about_other, thinks_of_dying
from flows.events import ANSWERS, Parse, Source
from flows.signals import (
    FIRST_AID,
    MINUTES_COUNT,
    NEAR,
    QUESTIONS,
    RETRACTIONS,
    SILENCING,
    Signal,
)
from flows.status import Status
from flows.urgency import Urgency

STRANGER_LINE = "utter_wait_stranger"
"""Said to whoever may be a stranger, whatever they say."""

_SAID_INTO_SILENCE = {(STRANGER_LINE,), ("utter_stay_silent",)}
"""The last text after which whoever asks who this is may have taken the phone."""

STAYS_POSSIBLE = frozenset({ERASE_FLOW, CHANGE_LANGUAGE_FLOW, LANGUAGE_NAMED_FLOW, UNWATCHED_FLOW})
"""No question stands before these, whoever may have the phone."""

SURE_TO_FALL_SILENT = 0.9
"""From here on the model's belief is enough to fall silent, or to ask whether to erase."""

PRIVACY = "ask_privacy"
_ERASE = "delete_my_data"
SURE_TO_ERASE = 0.85
"""From here on the model's belief is enough beside a sign that somebody else may read it."""

_HIDES = frozenset({Signal.HE_HAS_GONE, Signal.NOT_MY_PHONE})
"""Signals of somebody else who may read what was written."""

_ANSWERED_WHOEVER_READS = FIRST_AID - {Signal.COLD}
"""First aid that can't wait until nobody looks on: who freezes may fall silent."""

_WISHES = frozenset({"goodbye", _ERASE})

_IN_WORDS = frozenset({Source.KEYWORDS, Source.COMMAND})
"""Who asks by these has asked: nothing is guessed."""

_CONTRADICTED = RETRACTIONS | {Signal.LATER}
"""Signals of taking back and of leave: a cry in the same message contradicts them."""

OUTWEIGHED = 0.97
"""Below this what the model alone takes for danger gives way to words that take it back. In the
development dialogues such words reach 0.954; the one cry among them has 0.981."""

_ANSWERED_OTHERWISE = frozenset({*RETRACTIONS, Signal.LATER, Signal.STRANGER})


def heard(walk: Walk, parse: Parse, *, dangerous: bool) -> Parse:
    """The message without what its own danger contradicts: "I was joking. No, really: they have
    locked four men in" takes nothing back. Where an urgent ticket stays open anyway, words that
    take it back or take leave outweigh what the model alone takes for danger: somebody else may
    have written them, or read what comes. Not where somebody thinks of dying: "nothing is
    needed any more" isn't taken lightly there; nor where the model is as sure as of few words that
    take something back: "it was a joke. Now the truth: she is being taken to Dubai". And neither
    who thinks of dying nor a witness is silenced by a guess (`_is_misheard`). A wish to erase all
    before somebody else reads it outweighs what the model alone hears beside it. Who takes leave
    there ("hush, don't answer, he's up") falls silent though danger is told beside it, which
    operators read (`_takes_leave`). After silence "that was no joke, he sat beside me" takes
    nothing back."""
    called = walk.status is Status.QUEUED and walk.conversation.urgency > Urgency.NORMAL
    if called and _asks_to_erase_unseen(walk, parse):
        parse = replace(parse, urgent=False, urgency_score=0.0, guessed=None)
    elif called and _is_guessed_wish(parse):
        parse = replace(parse, intent=None, confidence=0.0)
    if _is_misheard(walk, parse):
        parse = replace(parse, signals=parse.signals - SILENCING, guessed=None)
    if walk.conversation.hushed and Signal.HE_HAS_GONE in parse.signals:
        parse = replace(parse, signals=parse.signals - RETRACTIONS)
    if not parse.urgent and not dangerous:
        return parse
    guessed = parse.source is not Source.KEYWORDS and parse.urgency_score < OUTWEIGHED
    open_anyway = called and not thinks_of_dying(walk)
    if guessed and open_anyway and parse.signals & _CONTRADICTED:
        return replace(parse, urgent=False, urgency_score=0.0, intent=None, confidence=0.0)
    contradicted = RETRACTIONS if _takes_leave(walk, parse) else _CONTRADICTED
    return replace(parse, signals=parse.signals - contradicted)


def _takes_leave(walk: Walk, parse: Parse) -> bool:
    """Whether who writes in an emergency that they can't be written to now falls silent though the
    same message tells danger: the model alone hears it, or somebody is near. Not who speaks of
    dying, nor where first aid is due."""
    of_dying = parse.intent == SELF_HARM_TOPIC or _is_left_alone(walk)
    if not walk.conversation.in_emergency or of_dying or parse.signals & _ANSWERED_WHOEVER_READS:
        return False
    return not parse.danger_in_words or parse.watched or bool(parse.signals & NEAR)


def _is_misheard(walk: Walk, parse: Parse) -> bool:
    """Whether a guess would silence whom silence leaves alone."""
    return parse.guessed in SILENCING and _is_left_alone(walk)


def _is_left_alone(walk: Walk) -> bool:
    """Whether silence would leave them alone: who thinks of dying, to whom it may be their brother
    who comes, and a witness, who writes on a phone of their own."""
    return thinks_of_dying(walk) or is_about_other(walk)


def _is_guessed_wish(parse: Parse) -> bool:
    """Whether the model alone believes that somebody takes leave, or wants all erased, and isn't
    sure, or facts are told in the same words: "we are five" was such a guess, after which nothing
    more would be said. A question is no fact: "how do I clear this"."""
    told = parse.signals - SILENCING - QUESTIONS
    unsure = parse.confidence < SURE_TO_FALL_SILENT or bool(told)
    return parse.intent in _WISHES and parse.source not in _IN_WORDS and unsure


def _asks_to_erase_unseen(walk: Walk, parse: Parse) -> bool:
    """Whether it is asked, in words that are known or that the model is sure of, to erase all
    before somebody else reads it, and the model alone hears danger beside: who has called already
    and writes "she wants her phone back, delete all that I wrote" is asked whether to. Whatever
    danger is told beside "she has left, delete it all, quick", where an emergency is open. Not who
    only wants all gone, or thinks of dying: it may be a farewell; nor where first aid is due."""
    surely = parse.source in _IN_WORDS or parse.confidence >= SURE_TO_ERASE
    if parse.intent != _ERASE or not surely or thinks_of_dying(walk):
        return False
    gone = walk.conversation.in_emergency and Signal.HE_HAS_GONE in parse.signals
    if parse.signals & MINUTES_COUNT or (parse.danger_in_words and not gone):
        return False
    read = parse.watched or PRIVACY in parse.named or parse.guessed is Signal.STRANGER
    return read or not parse.signals.isdisjoint(_HIDES)


def is_watched(walk: Walk, parse: Parse) -> bool:
    """Whether the words hint that somebody looks on. A witness who asks what can be done "while he
    is outside" tells of the other one's phone, and not of their own."""
    gone = Signal.HE_HAS_GONE in parse.signals
    return parse.watched and not (gone and is_about_other(walk))


def silencing(walk: Walk, parse: Parse, flow: str) -> Signal | None:
    """The signal after which nothing is sent unasked, if one was heard."""
    if flow in STAYS_POSSIBLE:
        return None
    found = next((one for one in Signal if one in SILENCING & parse.signals), None)
    if walk.status is Status.BOT and flow and found in _ANSWERED_OTHERWISE:
        return None  # nothing waits that could be taken back or told: what was asked is answered
    if found is None and walk.conversation.in_emergency:
        asks = PRIVACY in parse.named  # "won't they see what I wrote?" is answered
        gone = parse.watched and not (parse.signals or asks) and parse.intent not in ANSWERS
        return Signal.LATER if gone or flow == GOODBYE_FLOW else None
    return found


def may_be_a_cry(parse: Parse) -> bool:
    """Whether words that are sure of danger are only guessed to say that somebody comes ("they are
    kicking the door"): they are answered as a cry, and nothing is sent unasked after that."""
    return parse.danger_in_words and parse.guessed in NEAR


def fall_silent(walk: Walk, signal: Signal) -> None:
    """Somebody else may be reading. At most one short line is said, and only the first time;
    a stranger gets the same dull line each time, and so does whoever takes everything back."""
    urgent = walk.conversation.urgency > Urgency.NORMAL
    hushed = walk.conversation.hushed
    if signal in RETRACTIONS and not urgent:
        if not take_back(walk):
            tell(walk, signal)
        return
    if signal is Signal.LATER and not urgent:
        tell(walk, signal)
        return
    if signal in NEAR:
        walk.hand_over(DANGER_TOPIC, Urgency.HIGH)
    walk.note_watched(hushed=walk.status is Status.QUEUED)
    dull = signal is Signal.STRANGER or signal in RETRACTIONS
    if dull or (signal is not Signal.HE_IS_HERE and not hushed):
        tell(walk, signal)


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


def is_back(walk: Walk, parse: Parse, pause: timedelta | None) -> bool:
    """Whether the safety question comes again: silence is over, and nobody knows who writes.
    Whoever has asked as a stranger isn't asked it before they say that they are back, or an hour
    has passed: by then it may as well be the person, in words that nobody foresaw.
    `pause`: since the person's last message; None for their first."""
    if not walk.conversation.hushed:
        return False
    later = pause is not None and pause >= QUESTION_LAPSES_AFTER
    back = later or parse.urgent or Signal.HE_HAS_GONE in parse.signals
    return back or may_be_asked(walk)


def may_be_asked(walk: Walk) -> bool:
    """Whether whoever writes next is asked whether it is safe: not who last asked as a stranger."""
    waits = walk.status is Status.QUEUED and known.is_exposed(walk.conversation)
    return waits and last_silencing(walk) is not Signal.STRANGER


def is_unexplained(walk: Walk, parse: Parse) -> bool:
    """Whether the words may tell that somebody has come or has the phone. Not a witness's, nor of
    who thinks of dying: silence would leave them alone."""
    return parse.unexplained and not _is_left_alone(walk)


def may_be_another(walk: Walk, parse: Parse, flow: str) -> bool:
    """Whether someone asks who this is in words that the lexicon doesn't know ("who is it that my
    girl writes to"): it may be whoever took the phone from a person in danger. They are told the
    stranger's line, and are asked whether it is safe when they write on. A guess is no more: it
    took "will they take me to an orphanage?" for a stranger's, and all that a child asked
    afterwards."""
    asked = flow == BOT_IDENTITY_FLOW and is_unexplained(walk, parse)
    return asked or parse.guessed is Signal.STRANGER


def may_be_another_in_silence(walk: Walk, parse: Parse, flow: str) -> bool:
    """Whether, after words for which nothing is sent unasked, or "not safe", somebody asks who
    this is, in whatever words: whoever has the phone by then may. Not a witness, nor who thinks of
    dying, nor whoever cries for help or says that the other one has gone."""
    told = last_silencing(walk) is not None or walk.conversation.said[-1:] in _SAID_INTO_SILENCE
    if not (walk.conversation.hushed and told) or parse.urgent:
        return False
    if _is_left_alone(walk) or Signal.HE_HAS_GONE in parse.signals:
        return False
    return flow == BOT_IDENTITY_FLOW or parse.guessed is Signal.STRANGER


def last_silencing(walk: Walk) -> Signal | None:
    """The last signal on the card after which nothing was sent unasked; None for none."""
    facts = reversed(walk.conversation.facts)
    return next((fact.signal for fact in facts if fact.signal in SILENCING), None)


def tell(walk: Walk, signal: Signal) -> None:
    """Say what answers a signal; a receipt where nothing does."""
    flow = walk.library.answers.get(signal)
    if flow is None:
        walk.say(receipt.QUIET)
    else:
        walk.tell(flow)

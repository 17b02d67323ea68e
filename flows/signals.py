"""What is heard in a message beside its intent: small facts and wishes that count while one waits.

They are heard without context (`nlu.keywords.signals`); what follows from one depends on the
conversation (`flows.engine.waiting`). Each stands for something that a person in danger says in
many words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Signal(StrEnum):
    """In the order of what is answered first when a message holds several.

    The dangerous one may be a man, a woman or several: `he` is whoever the person is afraid of.
    """

    STRANGER = "stranger"
    HE_IS_HERE = "he_is_here"
    HE_COMES = "he_comes"
    JOKE = "joke"
    ALL_FINE = "all_fine"
    LATER = "later"
    HE_HAS_GONE = "he_has_gone"
    MEANS_AT_HAND = "means_at_hand"
    SWALLOWED = "swallowed"
    UNCONSCIOUS = "unconscious"
    GIVING_BIRTH = "giving_birth"
    BLEEDING_PREGNANT = "bleeding_pregnant"
    BLEEDING = "bleeding"
    SMOKE = "smoke"
    BURNT = "burnt"
    HURT = "hurt"
    COLD = "cold"
    THIRST = "thirst"
    RANSOM = "ransom"
    CANNOT_CALL = "cannot_call"
    CALL_ASKED = "call_asked"
    ABROAD = "abroad"
    FOLLOW = "follow"
    AT_BORDER = "at_border"
    OFFICER = "officer"
    MOVED = "moved"
    ESCAPED = "escaped"
    HELD = "held"
    MEETING = "meeting"
    PICTURES = "pictures"
    FAULT = "fault"
    AFRAID = "afraid"
    UNNAMED = "unnamed"
    LEGAL_ASKED = "legal_asked"
    STATE_ASKED = "state_asked"
    WHAT_TO_DO = "what_to_do"
    NOT_MY_PHONE = "not_my_phone"
    OWN_MINOR = "own_minor"
    OWN_CHILD = "own_child"
    THIRD_PARTY = "third_party"


SILENCING = frozenset(
    {
        Signal.STRANGER,
        Signal.HE_IS_HERE,
        Signal.HE_COMES,
        Signal.LATER,
        Signal.JOKE,
        Signal.ALL_FINE,
    }
)
"""After these nothing is sent unasked: somebody else may read it, or have made the person write."""

MINUTES_COUNT = frozenset(
    {
        Signal.MEANS_AT_HAND,
        Signal.SWALLOWED,
        Signal.UNCONSCIOUS,
        Signal.GIVING_BIRTH,
        Signal.BLEEDING_PREGNANT,
        Signal.BLEEDING,
        Signal.SMOKE,
    }
)
"""Somebody may die of it within minutes: told about at once, whatever else was said."""

FIRST_AID = MINUTES_COUNT | {Signal.BURNT, Signal.COLD}
"""Facts that are answered by first aid and the ambulance's number."""

NEAR = frozenset({Signal.HE_COMES, Signal.HE_IS_HERE})
"""Whoever holds or hurts them is there, or about to be."""

RETRACTIONS = frozenset({Signal.JOKE, Signal.ALL_FINE})
"""Somebody takes it back, or is made to."""

QUESTIONS = frozenset(
    {
        Signal.CALL_ASKED,
        Signal.FOLLOW,
        Signal.OFFICER,
        Signal.FAULT,
        Signal.UNNAMED,
        Signal.LEGAL_ASKED,
        Signal.STATE_ASKED,
        Signal.WHAT_TO_DO,
    }
)
"""Asked, and no fact that an operator needs on the card."""

MOST_FACTS = 12
"""A card stays readable: so many of the last facts are kept, and whose phone it is."""


SKIP = "skip"
WRITE = "write"
"""Answers that every question of the deck offers: none is given, or it comes in words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that was pressed below a question of the deck: ids alone. `ref`: names the
    message."""

    question: str
    answer: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that the person has told of the situation, and when: a signal, or an answer.

    `inferred`: the program heard it in their words and may be wrong; a pressed button isn't.
    """

    signal: Signal | None
    at: datetime
    inferred: bool = True
    answer: Answer | None = None


def latest(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts that are kept, in order: `MOST_FACTS` signals and as many answers, so that many
    questions of the deck push nothing else from the card; whose phone it is, however long ago it
    was told."""
    phone = [at for at, fact in enumerate(facts) if fact.signal is Signal.NOT_MY_PHONE][-1:]
    signals = [at for at, fact in enumerate(facts) if fact.answer is None][-MOST_FACTS:]
    answers = [at for at, fact in enumerate(facts) if fact.answer is not None][-MOST_FACTS:]
    return tuple(facts[at] for at in sorted({*phone, *signals, *answers}))

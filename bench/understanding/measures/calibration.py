"""Whether what the model says of itself comes true as often as it says. Pure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.understanding.answers import Answer
from bench.understanding.measures.shares import Share

BINS = 10
"""Of what is said, from 0 to 1; each a tenth wide."""

Said = tuple[float, bool]
"""How likely the model called something, 0 to 1, and whether it came true."""


@dataclass(frozen=True, slots=True)
class Bin:
    """What was said on average of some messages, 0 to 1, and in how many of them it came true."""

    said: float
    came_true: Share


def of_intents(answers: Iterable[Answer]) -> list[Said]:
    """The model's confidence in its intent, and whether that was the right one."""
    return [(one.heard.confidence, one.heard.intent == one.message.intent) for one in answers]


def of_urgency(answers: Iterable[Answer]) -> list[Said]:
    """The model's score of urgency, and whether the message was urgent."""
    return [(one.heard.urgency_score, one.message.urgent) for one in answers]


def bins(said: Iterable[Said]) -> list[Bin]:
    """From the least likely to the most; without those that are empty."""
    members: dict[int, list[Said]] = {}
    for likely, true in said:
        members.setdefault(min(BINS - 1, int(likely * BINS)), []).append((likely, true))
    return [
        Bin(
            said=sum(likely for likely, _ in own) / len(own),
            came_true=Share(sum(true for _, true in own), len(own)),
        )
        for _, own in sorted(members.items())
    ]


def error(said: Sequence[Said]) -> float:
    """Expected calibration error: how far what is said and what comes true lie apart, on average
    over the messages, 0 to 1. NaN for none."""
    apart = sum(one.came_true.whole * abs(one.said - one.came_true.value) for one in bins(said))
    return apart / len(said) if said else math.nan

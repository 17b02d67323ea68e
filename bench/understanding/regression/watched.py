"""What the gate watches: figures with the noise of each, and the messages they are of. Pure."""

import math
import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.understanding.answers import Answer
from bench.understanding.measures.digest import mark
from bench.understanding.measures.figures import (
    figures,
    intent_error,
    macro_f1,
    scoped,
    urgency_error,
)
from bench.understanding.measures.shares import Share, share
from bench.understanding.neutral import Neutral
from bench.understanding.several_sentences import CRIES

SEED = 11
RESAMPLES = 200
"""They tell a standard error within about a twentieth."""

SEVERAL = "several sentences"
NEUTRAL = "neutral lines"

OF_ANSWERS: Mapping[str, tuple[Callable[[Sequence[Answer]], float], bool]] = {
    "macro-F1": (macro_f1, True),
    "calibration error, intent": (intent_error, False),
    "calibration error, urgency": (urgency_error, False),
}
"""Figures that are no shares: how each is measured, and whether more is better."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`noise`: two standard errors of `value`, in its unit."""

    value: float
    noise: float
    more_is_better: bool

    def worse_than(self, other: "Figure") -> float:
        """By how much; below zero if it is better. NaN if there is nothing to compare."""
        return other.value - self.value if self.more_is_better else self.value - other.value


@dataclass(frozen=True, slots=True)
class Scope:
    """Figures by name; `messages`: the mark of those they were measured on."""

    messages: str
    figures: Mapping[str, Figure]


def measured(
    answers: Sequence[Answer], several: Mapping[str, Sequence[Answer]], neutral: Neutral | None
) -> dict[str, Scope]:
    """Of all messages, of each locale's, of those of several sentences, of neutral lines."""
    found = {
        name: Scope(mark(own), {**_shares(own), **_others(own)})
        for name, own in scoped(answers).items()
        if own
    }
    if several:
        found[SEVERAL] = Scope(
            mark([one for own in several.values() for one in own]),
            {name: _alarms(name, own) for name, own in several.items() if own},
        )
    if neutral is not None:
        alarms = neutral.scopes["all"].alarms
        found[NEUTRAL] = Scope(neutral.lines, {"alarms": _of_share(alarms, False)})
    return found


def resampled(answers: Sequence[Answer], figure: Callable[[Sequence[Answer]], float]) -> float:
    """Two standard errors of a figure that is no share: how far it lies from itself when the
    messages are drawn anew from themselves. Of a calibration error that is also how much of it
    chance adds: on few messages no model seems to mean what it says.

    At least what a share has of which nothing is missing: where every draw gives the same, one
    message more could still change it.
    """
    chance = random.Random(SEED)  # noqa: S311 - nothing secret
    value = figure(answers)
    apart = [
        (figure(chance.choices(answers, k=len(answers))) - value) ** 2 for _ in range(RESAMPLES)
    ]
    return max(2 * math.sqrt(statistics.fmean(apart)), Share(len(answers), len(answers)).noise)


def _shares(answers: Sequence[Answer]) -> dict[str, Figure]:
    shares = figures(answers).shares()
    return {name: _of_share(one, up) for name, (one, up) in shares.items() if one.whole}


def _others(answers: Sequence[Answer]) -> dict[str, Figure]:
    found = {}
    for name, (figure, more_is_better) in OF_ANSWERS.items():
        value = figure(answers)
        if not math.isnan(value):
            found[name] = Figure(value, resampled(answers, figure), more_is_better)
    return found


def _alarms(name: str, answers: Sequence[Answer]) -> Figure:
    return _of_share(share(answers, lambda one: one.parse.urgent), name in CRIES)


def _of_share(found: Share, more_is_better: bool) -> Figure:
    return Figure(found.value, found.noise, more_is_better)

"""So many of so many, and how far chance alone moves it. Pure."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.understanding.answers import Answer


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. A share of nothing is no number (`value` is NaN)."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """0 to 1."""
        return self.part / self.whole if self.whole else math.nan

    @property
    def noise(self) -> float:
        """Two standard errors of a share measured on so few messages."""
        value = (self.part + 1) / (self.whole + 2)
        return 2 * math.sqrt(value * (1 - value) / max(1, self.whole))

    def __str__(self) -> str:
        return f"{self.value:.3f}" if self.whole else "–"


def share(answers: Iterable[Answer], holds: Callable[[Answer], bool]) -> Share:
    """Of how many it holds."""
    found = [holds(answer) for answer in answers]
    return Share(sum(found), len(found))


def percentile(numbers: Sequence[float], percent: float) -> float:
    """The smallest number that `percent` of all don't exceed. Raises `ValueError` for none."""
    if not numbers:
        raise ValueError("no numbers")
    ordered = sorted(numbers)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]


def urgent(answers: Iterable[Answer]) -> list[Answer]:
    """Those whose message is urgent."""
    return [answer for answer in answers if answer.message.urgent]


def calm(answers: Iterable[Answer]) -> list[Answer]:
    """Those whose message isn't."""
    return [answer for answer in answers if not answer.message.urgent]


def hard(answers: Iterable[Answer]) -> list[Answer]:
    """The calm ones with alarming words."""
    return [answer for answer in calm(answers) if answer.message.hard]

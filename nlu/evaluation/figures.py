"""The figures, from the answers. Pure."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nlu.evaluation.answers import Answer
from nlu.normalise import words

LOCALE_WORDS = 4
"""Which of seven locales a message is in is judged from this many words on."""

BINS = 10
"""Of confidence, for the calibration error."""


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


@dataclass(frozen=True, slots=True)
class Figures:
    """One set's figures; `calibration` is the expected error of the intent's confidence."""

    accuracy: Share
    macro_f1: float
    recall: Share
    false_alarms: Share
    hard_alarms: Share
    locale: Share
    calibration: float

    def shares(self) -> dict[str, tuple[Share, bool]]:
        """By name: the share, and whether more is better."""
        return {
            "accuracy": (self.accuracy, True),
            "urgent recall": (self.recall, True),
            "false alarms": (self.false_alarms, False),
            "false alarms, hard negatives": (self.hard_alarms, False),
            "locale": (self.locale, True),
        }


@dataclass(frozen=True, slots=True)
class Point:
    """Recall and false alarms if the model alarmed from `score` on."""

    score: float
    recall: float
    false_alarms: float
    hard_alarms: float


def figures(answers: Sequence[Answer]) -> Figures:
    """Of the whole: keywords and model together, as the flows are given it."""
    return Figures(
        accuracy=share(answers, lambda answer: answer.right),
        macro_f1=macro_f1(answers),
        recall=share(_urgent(answers), lambda answer: answer.parse.urgent),
        false_alarms=share(_calm(answers), lambda answer: answer.parse.urgent),
        hard_alarms=share(_hard(answers), lambda answer: answer.parse.urgent),
        locale=share(_long(answers), lambda answer: answer.heard.locale == answer.locale),
        calibration=calibration(answers),
    )


def share(answers: Iterable[Answer], holds: Callable[[Answer], bool]) -> Share:
    """Of how many it holds."""
    found = [holds(answer) for answer in answers]
    return Share(sum(found), len(found))


def macro_f1(answers: Sequence[Answer]) -> float:
    """The mean over the intents of the F1 of each, so that rare ones count as much as others."""
    meant = Counter(answer.message.intent for answer in answers)
    heard = Counter(answer.parse.intent for answer in answers)
    right = Counter(answer.message.intent for answer in answers if answer.right)
    each = [2 * right[intent] / (count + heard[intent]) for intent, count in meant.items()]
    return sum(each) / len(each) if each else math.nan


def calibration(answers: Sequence[Answer]) -> float:
    """Expected calibration error: how far confidence and accuracy lie apart, over ten bins."""
    bins: dict[int, list[Answer]] = {}
    for answer in answers:
        bins.setdefault(min(BINS - 1, int(answer.heard.confidence * BINS)), []).append(answer)
    apart = 0.0
    for members in bins.values():
        sure = sum(answer.heard.confidence for answer in members)
        right = sum(answer.heard.intent == answer.message.intent for answer in members)
        apart += abs(sure - right)
    return apart / len(answers) if answers else math.nan


def confusions(answers: Iterable[Answer]) -> list[tuple[str, str, int]]:
    """(meant, heard, how often), the most frequent first."""
    wrong = Counter(
        (answer.message.intent, answer.parse.intent or "nothing")
        for answer in answers
        if not answer.right
    )
    return [(meant, heard, count) for (meant, heard), count in wrong.most_common()]


def curve(answers: Sequence[Answer]) -> list[Point]:
    """What other thresholds of the model would give, from 0.01 to 0.99."""
    points = []
    for step in range(1, 100):
        score = step / 100

        def alarms(answer: Answer, score: float = score) -> bool:
            return answer.alarms_at(score)

        caught, false, hard = (
            share(group, alarms).value
            for group in (_urgent(answers), _calm(answers), _hard(answers))
        )
        points.append(Point(score, caught, false, hard))
    return points


def percentile(numbers: Sequence[float], percent: float) -> float:
    """The smallest number that `percent` of all don't exceed. Raises `ValueError` for none."""
    if not numbers:
        raise ValueError("no numbers")
    ordered = sorted(numbers)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]


def _urgent(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.message.urgent]


def _calm(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if not answer.message.urgent]


def _hard(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.message.hard and not answer.message.urgent]


def _long(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if len(words(answer.message.text)) >= LOCALE_WORDS]

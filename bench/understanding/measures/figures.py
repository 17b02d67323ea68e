"""The figures, from the answers. Pure."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.understanding.answers import Answer
from bench.understanding.measures import calibration
from bench.understanding.measures.shares import Share, calm, hard, share, urgent
from nlu.intents import LOCALES
from nlu.keywords.matching.normalise import words

LOCALE_WORDS = 4
"""Which of seven locales a message is in is judged from this many words on."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One set's figures; `intent_error` and `urgency_error` are the expected calibration errors of
    the intent's confidence and of the urgency's score, 0 to 1."""

    accuracy: Share
    macro_f1: float
    recall: Share
    false_alarms: Share
    hard_alarms: Share
    locale: Share
    intent_error: float
    urgency_error: float

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
        recall=share(urgent(answers), lambda answer: answer.parse.urgent),
        false_alarms=share(calm(answers), lambda answer: answer.parse.urgent),
        hard_alarms=share(hard(answers), lambda answer: answer.parse.urgent),
        locale=share(_long(answers), lambda answer: answer.heard.locale == answer.locale),
        intent_error=intent_error(answers),
        urgency_error=urgency_error(answers),
    )


def scoped(answers: Sequence[Answer]) -> Mapping[str, Sequence[Answer]]:
    """All answers together, and those of each locale."""
    own = {name: [one for one in answers if one.locale == name] for name in LOCALES}
    return {"all": answers, **own}


def macro_f1(answers: Sequence[Answer]) -> float:
    """The mean over the intents of the F1 of each, so that rare ones count as much as others."""
    meant = Counter(answer.message.intent for answer in answers)
    heard = Counter(answer.parse.intent for answer in answers)
    right = Counter(answer.message.intent for answer in answers if answer.right)
    each = [2 * right[intent] / (count + heard[intent]) for intent, count in meant.items()]
    return sum(each) / len(each) if each else math.nan


def intent_error(answers: Sequence[Answer]) -> float:
    """The expected calibration error of the intent's confidence."""
    return calibration.error(calibration.of_intents(answers))


def urgency_error(answers: Sequence[Answer]) -> float:
    """The expected calibration error of the urgency's score."""
    return calibration.error(calibration.of_urgency(answers))


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

        groups = (urgent(answers), calm(answers), hard(answers))
        caught, false, alarmed = (share(group, alarms).value for group in groups)
        points.append(Point(score, caught, false, alarmed))
    return points


def chosen(answers: Sequence[Answer]) -> Point:
    """What the helpline runs with: thresholds by locale, and keywords that may give way."""
    found = figures(answers)
    shares = (found.recall, found.false_alarms, found.hard_alarms)
    return Point(math.nan, *(one.value for one in shares))


def _long(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if len(words(answer.message.text)) >= LOCALE_WORDS]

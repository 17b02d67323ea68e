"""Answers for the tests of figures, gate and report."""

from bench.understanding.answers import Answer
from bench.understanding.messages import Message
from bench.understanding.thresholds import Step, Thresholds
from flows.events import Parse, Source
from nlu.client import Heard

THRESHOLDS = Thresholds(
    model="0123456789abcdef",
    recall=0.985,
    least=0.95,
    false=0.04,
    by_locale={"ru": 0.2, "tg": 0.1},
    sure=0.7,
    curve=[Step(0.1, 1.0, 0.2), Step(0.2, 0.9, 0.1), Step(0.9, 0.2, 0.0)],
)


def answer(
    meant: str = "greet",
    heard: str = "greet",
    *,
    text: str = "salom",
    locale: str = "uz",
    heard_locale: str | None = None,
    silent: bool = False,
    urgent: bool = False,
    hard: bool = False,
    alarmed: bool = False,
    danger: bool = False,
    score: float = 0.0,
    confidence: float = 0.9,
    suggested: tuple[str, ...] = (),
) -> Answer:
    """An ordinary answer, but for what is given. `silent`: the locale can't be told."""
    spoken = None if silent else heard_locale or locale
    return Answer(
        locale=locale,
        message=Message(text, meant, urgent, hard),
        parse=Parse(
            intent=heard,
            confidence=confidence,
            urgent=alarmed or danger,
            source=Source.MODEL,
            suggested=suggested,
        ),
        heard=Heard(heard, confidence, alarmed, score, spoken, 0.9),
        danger=danger,
        milliseconds=12.0,
    )

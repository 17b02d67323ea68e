"""Answers for the tests of figures, gate and report."""

from flows.events import Parse
from nlu.client import Heard
from nlu.evaluation.answers import Answer
from nlu.messages import Message


def answer(
    meant: str = "greet",
    heard: str = "greet",
    *,
    text: str = "salom",
    locale: str = "uz",
    heard_locale: str | None = None,
    urgent: bool = False,
    hard: bool = False,
    alarmed: bool = False,
    danger: bool = False,
    score: float = 0.0,
    confidence: float = 0.9,
) -> Answer:
    """An ordinary answer, but for what is given."""
    return Answer(
        locale=locale,
        message=Message(text, meant, urgent, hard),
        parse=Parse(intent=heard, confidence=confidence, urgent=alarmed or danger),
        heard=Heard(heard, confidence, alarmed, score, heard_locale or locale, 0.9),
        danger=danger,
        milliseconds=12.0,
    )

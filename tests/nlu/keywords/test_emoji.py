"""Emoji alone: what each means, and what it doesn't."""

import pytest

from flows.signals import Signal
from nlu.client import Heard
from nlu.keywords import Keywords
from nlu.recogniser import Recogniser


class Alarmed:
    """A model that takes everything for danger, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def hear(self, text: str) -> Heard:
        self.asked.append(text)
        return Heard("urgent_danger", 0.9, True, 0.9, None, 0.0)


@pytest.mark.parametrize("text", ["🆘", "🆘🆘", "🔪", "🔪😭🙏", "🚑‼️", "⛓️", "🩸 🩸"])
def test_a_call(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).danger == "urgent_danger"


@pytest.mark.parametrize("text", ["😭", "😭😭😭", "🙏", "🙏🏽", "💔😢", "🔪🍞", "🌹", "😂"])
async def test_no_call_and_nothing_for_the_model_to_guess(keywords: Keywords, text: str) -> None:
    model = Alarmed()
    parse = await Recogniser(keywords, model).parse(text)

    assert not parse.urgent
    assert parse.intent is None
    assert not model.asked


def test_a_thumb_says_yes(keywords: Keywords) -> None:
    assert keywords.spot("👍🏽").asked == "affirm"


def test_beside_words_it_is_no_more_than_they_are(keywords: Keywords) -> None:
    assert keywords.spot("мясо режем 🔪").danger is None


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("🩸", Signal.BLEEDING),
        ("🚑🤕", Signal.HURT),
        ("🥶", Signal.COLD),
        ("🔒😢", Signal.HELD),
        ("🤫", Signal.LATER),
    ],
)
def test_what_some_tell(keywords: Keywords, text: str, signal: Signal) -> None:
    assert keywords.spot(text).signals == {signal}


def test_silence_is_no_answer_to_a_question(keywords: Keywords) -> None:
    assert keywords.spot("🤫").asked is None

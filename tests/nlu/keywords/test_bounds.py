"""No message costs more than in proportion to its length: what a flood or a riddle may take.

Some shapes are known; others are searched for. That proves no bound, but the search finds by itself
what took square time once: rows of `ш` and `ч`, and of combining marks.
"""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.client import Heard
from nlu.keywords import Keywords
from nlu.keywords.lexicon import load
from nlu.keywords.locale_guess import guess
from nlu.keywords.matching.normalise import MAX_CHARACTERS, normalise, words
from nlu.recogniser import Recogniser, command
from tests.kit.hostile import BOUND, FAST, FOLDED, MARKS, SENTENCE, costs, rows, searched, texts

pytestmark = pytest.mark.alone

Read = Callable[[str], object]


def _of_lexicon() -> st.SearchStrategy[str]:
    phrases = sorted({entry.phrase.text for entry in load().entries})
    return texts(sorted({word for phrase in phrases for word in phrase.split()}), phrases)


HOSTILE = st.deferred(_of_lexicon)


class Model:
    """Hears a greeting, then what `then` says, at once."""

    def __init__(self, then: str) -> None:
        self._then = then

    async def hear(self, text: str) -> Heard:
        return Heard(
            self._then, 0.9, urgent=False, urgency_score=0.1, locale="ru", locale_confidence=0.6
        )


@pytest.fixture(scope="module", params=["greet", "affirm"])
def parse(request: pytest.FixtureRequest, keywords: Keywords) -> Iterator[Read]:
    """A recogniser's `parse`; what the model hears leads it different ways."""
    recogniser = Recogniser(keywords, Model(request.param))
    with asyncio.Runner() as runner:
        yield lambda text: runner.run(recogniser.parse(text))


@pytest.mark.parametrize(
    ("begin", "piece"),
    [
        ("", SENTENCE),
        ("", "нас заперли "),
        ("", "не "),
        ("", "заперлизаперли "),
        ("", "помогитепомогитепомогите"),
        ("", "он с ножом, раньше не бил. "),
        ("", "qo'rqyapman meni urishyapti hech kim "),
        ("здравствуйте ", "добрый день "),
        ("", "а."),
        ("ш", "ч"),
        ("s", "tskh"),
        ("", "gkh"),
        ("", "e\u0301" * 3),
        ("e", "\u0301\u0323"),
        ("e", "\u0344\u0323"),
        ("", "ﷺ"),
        ("", "((("),
        ("", "кмп кйшт мн "),
        ("", "43.2389   "),
        ("", "gjvjubnt "),
        ("", "🔪"),
    ],
)
def test_a_long_message_costs_in_proportion(keywords: Keywords, begin: str, piece: str) -> None:
    longest = (begin + piece * MAX_CHARACTERS)[:MAX_CHARACTERS]

    assert costs(keywords.spot, longest) < BOUND


@pytest.mark.proof
@settings(FAST, max_examples=400)
@given(text=rows(st.sampled_from(FOLDED)))
def test_no_row_of_letters_is_slow_to_fold(text: str) -> None:
    assert searched(normalise, text) < BOUND


@settings(FAST, max_examples=40)
@given(text=rows(st.sampled_from(MARKS)))
def test_no_row_of_marks_is_slow_to_put_in_order(text: str) -> None:
    """Marks are dropped, so they cost less than letters."""
    assert searched(normalise, text, BOUND / 3) < BOUND / 3


@pytest.mark.parametrize("read", [normalise, words, guess, command])
@settings(FAST, max_examples=80)
@given(text=HOSTILE)
def test_no_message_is_slow_to_read(read: Read, text: str) -> None:
    assert searched(read, text) < BOUND


@settings(FAST, max_examples=40)
@given(text=HOSTILE)
def test_no_message_is_slow_to_put_right(keywords: Keywords, text: str) -> None:
    assert searched(keywords.restored, text) < BOUND


@settings(FAST, max_examples=80)
@given(text=HOSTILE)
def test_no_message_is_slow_for_the_keywords(keywords: Keywords, text: str) -> None:
    assert searched(keywords.spot, text) < BOUND


@settings(FAST, max_examples=40)
@given(text=HOSTILE)
def test_no_message_is_slow_beside_a_model(parse: Read, text: str) -> None:
    assert searched(parse, text) < BOUND

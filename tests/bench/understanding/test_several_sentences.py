"""Messages of several sentences are made by rule, and always the same."""

from bench.understanding.messages import Message
from bench.understanding.several_sentences import CALM, CRIES, beside

SETS = {
    "ru": [
        Message("нас заперли", "urgent_danger", urgent=True, hard=False),
        Message("сегодня тепло", "out_of_scope", urgent=False, hard=False),
        Message("в кино всех заперли", "out_of_scope", urgent=False, hard=True),
        Message("где зарплата", "ask_unpaid_wages", urgent=False, hard=False),
    ]
}


def test_a_cry_stands_beside_what_is_about_nothing() -> None:
    made = beside(SETS)

    (between,) = made["between two"]["ru"]
    assert between.text == "сегодня тепло. нас заперли. сегодня тепло"
    assert (between.intent, between.urgent) == ("urgent_danger", True)
    (calm,) = made["two calm sentences"]["ru"]
    assert (calm.text, calm.urgent) == ("сегодня тепло. сегодня тепло", False)
    assert set(made) == {*CRIES, *CALM}


def test_they_are_always_the_same() -> None:
    assert beside(SETS) == beside(SETS)

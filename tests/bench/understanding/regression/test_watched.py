"""Each figure has its noise, and each scope a mark of its messages."""

from collections.abc import Sequence

import pytest

from bench.understanding.answers import Answer
from bench.understanding.measures.figures import macro_f1
from bench.understanding.measures.shares import Share
from bench.understanding.regression.watched import measured, resampled
from tests.bench.understanding.build import answer

MIXED = [answer("greet" if number % 2 else "thank", "greet") for number in range(200)]


def test_noise_is_always_the_same_and_less_on_more_messages() -> None:
    few = [answer()] * 12 + [answer("thank", "greet")] * 8

    assert resampled(few, macro_f1) == resampled(few, macro_f1)
    assert resampled(few * 9, macro_f1) < resampled(few, macro_f1) / 2


def test_resampling_finds_the_noise_of_a_share() -> None:
    def right(found: Sequence[Answer]) -> float:
        return sum(one.right for one in found) / len(found)

    assert resampled(MIXED, right) == pytest.approx(Share(100, 200).noise, rel=0.2)


def test_noise_is_never_nothing() -> None:
    assert resampled([answer()] * 50, macro_f1) == Share(50, 50).noise > 0


def test_a_mark_changes_with_the_messages_and_not_with_the_answers() -> None:
    def mark(*answers: Answer) -> str:
        return measured(answers, {}, None)["all"].messages

    assert mark(answer()) == mark(answer(heard="thank", alarmed=True))
    assert mark(answer()) != mark(answer(text="xayr"))
    assert mark(answer()) != mark(answer(urgent=True))


def test_locales_without_messages_have_no_scope() -> None:
    assert set(measured([answer()], {}, None)) == {"all", "uz"}

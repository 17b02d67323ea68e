"""The figures, on a handful of answers that can be counted by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.understanding.measures.figures import (
    chosen,
    confusions,
    curve,
    figures,
    intent_error,
    macro_f1,
    scoped,
    urgency_error,
)
from bench.understanding.measures.shares import Share, percentile
from tests.bench.understanding.build import answer


def test_accuracy_counts_the_right_intents() -> None:
    found = figures([answer("greet", "greet"), answer("thank", "greet")])

    assert found.accuracy == Share(1, 2)


def test_recall_is_of_the_urgent_and_false_alarms_of_the_others() -> None:
    found = figures(
        [
            answer(urgent=True, alarmed=True),
            answer(urgent=True),
            answer(alarmed=True),
            answer(hard=True, alarmed=True),
            answer(hard=True),
            answer(),
        ]
    )

    assert found.recall == Share(1, 2)
    assert found.false_alarms == Share(2, 4)
    assert found.hard_alarms == Share(1, 2)


def test_the_locale_of_short_messages_is_not_judged() -> None:
    long = "men uyga ketmoqchiman endi"
    found = figures([answer(text="ha", heard_locale="kk"), answer(text=long), answer(text=long)])

    assert found.locale == Share(2, 2)


def test_macro_f1_gives_a_rare_intent_as_much_weight() -> None:
    answers = [answer("greet", "greet")] * 9 + [answer("thank", "greet")]

    assert macro_f1(answers) == pytest.approx((18 / 19 + 0) / 2)


def test_a_model_that_is_as_often_right_as_it_says_has_no_calibration_error() -> None:
    answers = [answer(confidence=0.75)] * 3 + [answer("thank", "greet", confidence=0.75)]

    assert intent_error(answers) == pytest.approx(0)


def test_a_score_of_urgency_that_promises_too_much_has_one() -> None:
    answers = [answer(score=0.8, urgent=True), answer(score=0.8), answer(score=0.1)]

    assert urgency_error(answers) == pytest.approx((2 * 0.3 + 0.1) / 3)
    assert figures(answers).urgency_error == urgency_error(answers)


def test_there_is_no_error_of_nothing() -> None:
    assert math.isnan(intent_error([]))


def test_each_locale_has_its_own_and_all_are_together() -> None:
    answers = [answer(locale="uz"), answer(locale="ru")]

    found = scoped(answers)
    assert (len(found["all"]), found["ru"], found["kk"]) == (2, [answers[1]], [])


def test_the_most_frequent_confusion_comes_first() -> None:
    answers = [answer("thank", "greet"), answer("deny", "affirm"), answer("deny", "affirm")]

    assert confusions(answers) == [("deny", "affirm", 2), ("thank", "greet", 1)]


def test_keywords_alarm_at_every_threshold() -> None:
    points = curve([answer(urgent=True, danger=True), answer(urgent=True, score=0.5), answer()])

    assert [point.recall for point in points if point.score in {0.5, 0.51}] == [1.0, 0.5]
    assert all(point.false_alarms == 0 for point in points)


def test_what_the_helpline_runs_with_is_a_point_as_well() -> None:
    found = chosen([answer(urgent=True, alarmed=True), answer(hard=True, alarmed=True), answer()])

    assert (found.recall, found.false_alarms, found.hard_alarms) == (1.0, 0.5, 1.0)


def test_a_share_of_nothing_is_no_number() -> None:
    assert math.isnan(Share(0, 0).value)
    assert str(Share(0, 0)) == "–"


@given(st.lists(st.floats(0, 1000), min_size=1), st.floats(0, 100))
def test_a_percentile_is_one_of_the_numbers(numbers: list[float], percent: float) -> None:
    found = percentile(numbers, percent)

    assert found in numbers
    assert sum(number <= found for number in numbers) >= percent / 100 * len(numbers) - 1e-9


def test_there_is_no_percentile_of_nothing() -> None:
    with pytest.raises(ValueError, match="no numbers"):
        percentile([], 50)

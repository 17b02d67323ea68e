"""The gate lets noise pass and nothing more, at once or little by little."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bench.understanding.answers import Answer
from bench.understanding.neutral import count
from bench.understanding.regression import gate, record
from bench.understanding.regression.watched import NEUTRAL, SEVERAL, Scope, measured
from tests.bench.understanding.build import answer


def answers(right: int, *, alarmed: int = 0, confidence: float = 0.95) -> list[Answer]:
    """A hundred messages, of which so many are understood, and so many raise an alarm."""
    return [
        answer(
            "greet",
            "greet" if number < right else "thank",
            alarmed=number < alarmed,
            confidence=confidence,
        )
        for number in range(100)
    ]


def now(found: Sequence[Answer]) -> dict[str, Scope]:
    """Only the scope of a locale: "all" says the same."""
    return {"uz": measured(found, {}, None)["uz"]}


def kept(found: Sequence[Answer]) -> record.Record:
    return record.updated({}, now(found))


GOOD = answers(95)


def test_the_same_figures_pass() -> None:
    assert gate.fallen(now(GOOD), kept(GOOD)) == []


def test_a_little_less_is_noise() -> None:
    assert gate.fallen(now(answers(93)), kept(GOOD)) == []


def test_much_less_is_named() -> None:
    found = gate.fallen(now(answers(80)), kept(GOOD))

    assert found[0].startswith("uz: accuracy was 0.950, is 0.800")


def test_more_false_alarms_are_a_fall() -> None:
    louder = now(answers(95, alarmed=20))

    assert any("false alarms" in line for line in gate.fallen(louder, kept(GOOD)))


def test_better_is_no_fall() -> None:
    assert gate.fallen(now(answers(100, confidence=1.0)), kept(GOOD)) == []


@pytest.mark.parametrize(
    ("name", "worse"),
    [
        ("macro-F1", answers(70, confidence=0.7)),
        ("calibration error, intent", answers(95, confidence=0.55)),
        ("calibration error, urgency", [answer(score=0.5) for _ in range(100)]),
    ],
)
def test_what_is_no_share_may_not_fall_either(name: str, worse: list[Answer]) -> None:
    assert any(line.startswith(f"uz: {name} was") for line in gate.fallen(now(worse), kept(GOOD)))


def test_cries_among_sentences_and_neutral_lines_are_watched() -> None:
    def found(heard: bool) -> dict[str, Scope]:
        several = {
            "between two": [answer(urgent=True, alarmed=heard)] * 40,
            "three": [answer(alarmed=not heard)] * 40,
        }
        whole = measured(GOOD, several, count([answer(alarmed=not heard)] * 300, "0123"))
        return {name: whole[name] for name in (SEVERAL, NEUTRAL)}

    fallen = gate.fallen(found(False), record.updated({}, found(True)))

    assert [line.split(" was")[0] for line in fallen] == [
        "several sentences: between two",
        "several sentences: three",
        "neutral lines: alarms",
    ]


def test_a_decline_that_is_noise_at_each_step_is_seen_as_a_whole() -> None:
    """Each run overwrites the last; what it fell from stays on record."""
    known = kept(GOOD)
    for right in (92, 89):
        assert gate.fallen(now(answers(right)), known) == []
        known = record.updated(known, now(answers(right)))

    found = gate.fallen(now(answers(85)), known)
    assert found[0].startswith("uz: accuracy was 0.950 at its best, is 0.850")


def test_what_is_no_longer_measured_is_a_fall() -> None:
    assert "uz: accuracy isn't measured any more" in gate.fallen({}, kept(GOOD))


def test_a_figure_of_nothing_is_a_fall() -> None:
    known = kept(GOOD)
    gone = {"uz": Scope(known["uz"].messages, {})}

    assert "uz: accuracy isn't measured any more" in gate.fallen(gone, known)


def test_a_figure_that_is_no_number_is_a_fall() -> None:
    scope = now(GOOD)["uz"]
    broken = replace(scope.figures["accuracy"], value=float("nan"))
    figures = {**scope.figures, "accuracy": broken}

    (found,) = gate.fallen({"uz": replace(scope, figures=figures)}, kept(GOOD))
    assert found.startswith("uz: accuracy was 0.950, is nan")


def test_other_messages_than_those_on_record_cannot_be_compared() -> None:
    others = now(
        [replace(one, locale="uz", message=replace(one.message, text="a")) for one in GOOD]
    )

    (found,) = gate.fallen(others, kept(GOOD))
    assert found.startswith("uz: judged by other messages")

"""The report says what was measured, what was not, and what is of an earlier run."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.understanding.longer import Longer
from bench.understanding.measures.figures import chosen, curve
from bench.understanding.neutral import count
from bench.understanding.reporting import plots
from bench.understanding.reporting.report import Machine, Run, report
from nlu.intents import LOCALES
from tests.bench.understanding.build import THRESHOLDS, answer

ANSWERS = [
    answer(locale=locale, text=text, urgent=urgent, alarmed=urgent, hard=not urgent)
    for locale in LOCALES
    for text, urgent in (("salom", True), ("салом", False), ("salom салом", False))
]
RUN = Run(
    answers=ANSWERS,
    several={},
    machine=Machine("0123456789abcdef", 7.25, 512.0, 5.5, 0.55),
    thresholds=THRESHOLDS,
    neutral=None,
    longer=Longer("", {}),
    earlier=frozenset({"neutral", "longer"}),
)


def test_every_locale_and_script_has_its_line() -> None:
    page = report(RUN)

    for name in ("all", *LOCALES, "Cyrillic", "Latin", "mixed", "three words", "translit"):
        assert f"\n| {name} |" in page
    assert "| 12.0 | 12.0 | 12.0 | 7.2 | 512 | 5.5 | 0.6 |" in page


def test_cries_beside_other_sentences_have_a_table() -> None:
    several = {"between two": [answer(urgent=True), answer(urgent=True, alarmed=True)]}
    page = report(replace(RUN, several=several))

    assert "| alone | 7 | 1.000 |" in page
    assert "| between two | 2 | 0.500 |" in page


def test_what_was_never_measured_is_of_no_run() -> None:
    page = report(RUN)

    assert "Every figure is of the run that wrote this page." in page
    assert page.count("Not measured yet") == 2


def test_parts_of_an_earlier_run_are_named_with_their_model() -> None:
    trained = {"training": {"from_nothing": 354, "ten_more": 88}}
    both = replace(RUN, neutral=count(ANSWERS, "aaaa"), longer=Longer("bbbb", trained))
    page = report(both)

    assert "Of an earlier run, and maybe of an older model, are the neutral lines" in page
    assert "lines (model `aaaa`) and training" in page
    assert "cross-validation (model `bbbb`); every other figure" in page
    fresh = report(replace(both, earlier=frozenset()))
    assert "Every figure is of the run that wrote this page." in fresh
    assert "earlier run" not in fresh


def test_the_exception_to_choosing_nothing_on_the_test_set_is_a_decision() -> None:
    assert "](decisions/0013-adapted-encoder.md)" in report(RUN)


@pytest.mark.slow
def test_every_picture_of_the_report_is_drawn(tmp_path: Path) -> None:
    plots.confusion_matrix(ANSWERS, tmp_path / "confusion.png")
    plots.calibration(ANSWERS, tmp_path / "calibration.png")
    plots.thresholds(THRESHOLDS, tmp_path / "thresholds.png")
    plots.recall_against_false_alarms(curve(ANSWERS), chosen(ANSWERS), tmp_path / "curve.png")

    drawn = sorted(tmp_path.iterdir())
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in drawn)
    assert len(drawn) == 4
    page = report(RUN)
    assert all(f"](understanding/{file.name})" in page for file in drawn)

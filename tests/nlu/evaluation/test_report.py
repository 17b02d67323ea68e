"""The report says what was measured, and what was not."""

from pathlib import Path

from nlu.evaluation import plots, report
from nlu.evaluation.figures import Point, Share, curve
from nlu.evaluation.longer import Longer
from nlu.intents import LOCALES
from tests.nlu.evaluation.build import answer

ANSWERS = [
    answer(locale=locale, text=text, urgent=urgent, alarmed=urgent, hard=not urgent)
    for locale in LOCALES
    for text, urgent in (("salom", True), ("салом", False), ("salom салом", False))
]
NOTHING = Longer("", {})
MACHINE = report.Machine("0123456789abcdef", 7.25, 512.0, 5.5)


def test_every_locale_and_script_has_its_line() -> None:
    page = report.report(ANSWERS, report.by_scope(ANSWERS), MACHINE, None, NOTHING, {})

    for name in ("all", *LOCALES, "Cyrillic", "Latin", "mixed"):
        assert f"\n| {name} |" in page
    assert "| 12.0 | 12.0 | 12.0 | 7.2 | 512 | 5.5 |" in page


def test_neutral_lines_that_were_not_given_are_said_to_be_missing() -> None:
    page = report.report(ANSWERS, report.by_scope(ANSWERS), MACHINE, None, NOTHING, {})

    assert "Not measured in this run" in page


def test_cries_beside_other_sentences_have_a_table() -> None:
    beside = {"between two": [answer(urgent=True), answer(urgent=True, alarmed=True)]}
    page = report.report(ANSWERS, report.by_scope(ANSWERS), MACHINE, None, NOTHING, beside)

    assert "| alone | 7 | 1.000 |" in page
    assert "| between two | 2 | 0.500 |" in page


def test_neutral_lines_are_counted_per_thousand() -> None:
    neutral = {"all": report.Neutral(500, 1, Share(490, 500))}
    page = report.report(ANSWERS, report.by_scope(ANSWERS), MACHINE, neutral, NOTHING, {})

    assert "| all | 500 | 2.0 | 0.980 |" in page


def test_the_pictures_are_drawn(tmp_path: Path) -> None:
    plots.confusion_matrix(ANSWERS, tmp_path / "confusion.png")
    plots.calibration(ANSWERS, tmp_path / "calibration.png")
    chosen = Point(0.0, 1.0, 0.0, 0.0)
    plots.recall_against_false_alarms(curve(ANSWERS), chosen, tmp_path / "curve.png")

    assert all(file.read_bytes().startswith(b"\x89PNG") for file in tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) == 3

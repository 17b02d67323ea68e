"""What takes minutes to measure is kept, and what is missing is said."""

from pathlib import Path

from bench.understanding.longer import SCRIPTS, Longer, section

BESIDE = {
    "own": {"p50": 7.1, "p95": 9.0, "p99": 10.0},
    "stock": {"p50": 20.0, "p95": 22.0, "p99": 25.0},
    "ratio": {"p50": 0.36, "p95": 0.41},
}
FOLDS = {
    "folds": 5,
    "messages": 30_000,
    "accuracy": 0.8,
    "macro_f1": 0.79,
    "recall": 0.95,
    "false_alarms": 0.12,
    "hard_negatives": 0.3,
    "locales": {"kk": 0.81, "ru": 0.79},
}
WHOLE = Longer(
    "0123456789abcdef",
    {"training": {"from_nothing": 354, "ten_more": 88}, "beside": BESIDE, "folds": FOLDS},
)


def test_it_comes_back_as_it_was_written(tmp_path: Path) -> None:
    WHOLE.write(tmp_path / "longer.json")

    assert Longer.read(tmp_path / "longer.json") == WHOLE


def test_without_a_file_all_is_said_to_be_missing(tmp_path: Path) -> None:
    told = section(Longer.read(tmp_path / "longer.json"), earlier=True)

    assert "Not measured yet" in told
    assert all(name in told for name in SCRIPTS)


def test_every_part_is_told() -> None:
    told = section(WHOLE, earlier=False)

    assert "Of this run, with model `0123456789abcdef`" in told
    assert "354 s from nothing" in told
    assert "88 s after ten messages more" in told
    assert "0.36 × its time at p50" in told
    assert "| stock Rasa | 20.0 | 22.0 | 25.0 |" in told
    assert "95% of the urgent are caught, 12.0% false alarms, 30.0% of the hard" in told
    assert "| 0.800 | 0.810 | 0.790 |" in told
    assert "Not measured" not in told


def test_what_another_run_measured_is_said_to_be_of_it() -> None:
    assert "Of an earlier run, with model `0123456789abcdef`" in section(WHOLE, earlier=True)


def test_each_part_has_its_script() -> None:
    project = Path(__file__).parents[3] / "nlu" / "model"

    assert all((project / script).is_file() for script in SCRIPTS.values())

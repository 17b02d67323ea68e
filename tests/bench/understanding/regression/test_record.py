"""The record keeps the last run's figures and the best of all."""

from pathlib import Path

from bench.understanding.regression import record
from bench.understanding.regression.watched import Figure, Scope


def scope(accuracy: float, alarms: float = 0.1, messages: str = "one") -> Scope:
    return Scope(
        messages, {"accuracy": Figure(accuracy, 0.02, True), "alarms": Figure(alarms, 0.03, False)}
    )


def values(known: record.Record) -> dict[str, tuple[float, float]]:
    """Last and best of each figure."""
    return {name: (each.last.value, each.best.value) for name, each in known["uz"].figures.items()}


def test_the_best_stays_and_the_last_goes_along() -> None:
    known = record.updated({}, {"uz": scope(0.9, 0.2)})
    known = record.updated(known, {"uz": scope(0.8, 0.1)})

    assert values(known) == {"accuracy": (0.8, 0.9), "alarms": (0.1, 0.1)}


def test_what_was_not_measured_stays() -> None:
    known = record.updated({}, {"uz": scope(0.9), "neutral lines": scope(0.5)})

    assert record.updated(known, {"uz": scope(0.8)})["neutral lines"] == known["neutral lines"]


def test_on_other_messages_the_best_begins_anew() -> None:
    known = record.updated({}, {"uz": scope(0.9)})

    assert values(record.updated(known, {"uz": scope(0.7, messages="other")}))["accuracy"] == (
        0.7,
        0.7,
    )


def test_a_new_figure_has_its_first_value_as_its_best() -> None:
    known = record.updated({}, {"uz": Scope("one", {})})

    assert values(record.updated(known, {"uz": scope(0.7)}))["accuracy"] == (0.7, 0.7)


def test_the_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    known = record.updated(record.updated({}, {"uz": scope(0.9)}), {"uz": scope(0.8)})
    record.write(known, tmp_path / "figures.json")

    assert record.read(tmp_path / "figures.json") == known


def test_without_a_file_nothing_is_on_record(tmp_path: Path) -> None:
    assert record.read(tmp_path / "figures.json") == {}

"""The gate lets noise pass and nothing more."""

from pathlib import Path

from nlu.evaluation import gate
from nlu.evaluation.figures import figures
from tests.nlu.evaluation.build import answer

GOOD = [answer()] * 95 + [answer("thank", "greet")] * 5


def kept() -> gate.Record:
    return gate.record({"uz": figures(GOOD)})


def test_the_same_figures_pass() -> None:
    assert gate.fallen({"uz": figures(GOOD)}, kept()) == []


def test_a_little_less_is_noise() -> None:
    little = [answer()] * 93 + [answer("thank", "greet")] * 7

    assert gate.fallen({"uz": figures(little)}, kept()) == []


def test_much_less_is_named() -> None:
    less = [answer()] * 80 + [answer("thank", "greet")] * 20

    (found,) = gate.fallen({"uz": figures(less)}, kept())
    assert found.startswith("uz: accuracy was 0.950, is 0.800")


def test_more_false_alarms_are_a_fall() -> None:
    louder = [answer(alarmed=True)] * 20 + [answer()] * 80

    assert any("false alarms" in line for line in gate.fallen({"uz": figures(louder)}, kept()))


def test_better_is_no_fall() -> None:
    assert gate.fallen({"uz": figures([answer()] * 100)}, kept()) == []


def test_what_is_no_longer_measured_is_a_fall() -> None:
    assert "uz: accuracy isn't measured any more" in gate.fallen({}, kept())


def test_a_figure_of_nothing_is_a_fall() -> None:
    (found,) = (line for line in gate.fallen({"uz": figures([])}, kept()) if "accuracy" in line)

    assert found.startswith("uz: accuracy was 0.950, is –")


def test_the_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    gate.write(kept(), tmp_path / "figures.json")

    assert gate.read(tmp_path / "figures.json") == kept()

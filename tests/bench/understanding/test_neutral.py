"""Neutral lines are counted, kept, and never lost silently."""

from pathlib import Path

from bench.understanding.measures.shares import Share
from bench.understanding.neutral import Neutral, count, read_lines, section
from tests.bench.understanding.build import answer

ANSWERS = [answer(alarmed=True), *[answer()] * 398, answer(locale="ru", heard_locale="kk")]
COUNTED = count(ANSWERS, "0123456789abcdef")


def test_alarms_are_counted_per_thousand() -> None:
    told = section(COUNTED, earlier=False)

    assert "| all | 400 | 2.5 | 0.998 |" in told
    assert "| ru | 1 | 0.0 | 0.000 |" in told
    assert "earlier" not in told


def test_an_earlier_run_is_named_with_its_model() -> None:
    told = section(COUNTED, earlier=True)

    assert "Of an earlier run, with model `0123456789abcdef`" in told
    assert "| all | 400 | 2.5 | 0.998 |" in told


def test_what_was_never_measured_is_said_to_be_missing() -> None:
    assert "Not measured yet" in section(None, earlier=True)


def test_it_comes_back_as_it_was_written(tmp_path: Path) -> None:
    COUNTED.write(tmp_path / "neutral.json")

    assert Neutral.read(tmp_path / "neutral.json") == COUNTED
    assert COUNTED.scopes["all"].alarms == Share(1, 400)


def test_without_a_file_there_is_nothing(tmp_path: Path) -> None:
    assert Neutral.read(tmp_path / "neutral.json") is None


def test_each_line_is_a_message_about_nothing(tmp_path: Path) -> None:
    (tmp_path / "uz.txt").write_text("bugun issiq\n\n  ertaga ham \n", encoding="utf-8")
    (tmp_path / "xx.txt").write_text("of no known locale", encoding="utf-8")

    found = read_lines(tmp_path)
    assert [one.text for one in found["uz"]] == ["bugun issiq", "ertaga ham"]
    assert set(found) == {"uz"}
    assert not any(one.urgent for one in found["uz"])

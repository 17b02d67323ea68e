"""`helpline preview` and `helpline status`, as an editor sees them."""

from pathlib import Path

import pytest

from bot.__main__ import main
from tests.bot.texts.trees import edit, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tree(tmp_path, "en")


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_a_page_shows_its_bubbles_buttons_lengths_and_marks(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", "interpreter", "--locale", "en", "--content", str(content)]) == 0
    lines = shown(capsys)
    assert lines[0].startswith("utter_interpreter · ")
    assert lines[0].endswith(" of 600 characters · unreviewed")
    file, line = lines[1].split(":")
    assert file == "content/en/pages/interpreter.md"
    assert (content / "en" / "pages" / "interpreter.md").read_text("utf-8").splitlines()[
        int(line) - 1
    ] == "# Interpreter"
    assert "  │ **Interpreter**" in lines
    assert any(one.startswith("  │ _") for one in lines), "the line about the review"
    assert "  [ More ] 4" in lines
    assert any(one.startswith("utter_interpreter_more · ") for one in lines)


def test_an_unsaved_eye_sees_what_was_just_changed(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "utter_language_changed = Just changed."
    edit(content / "en" / "start.ftl", r"^utter_language_changed = .*", text)
    arguments = ["preview", "utter_language_changed", "--locale", "en", "--content", str(content)]
    assert main(arguments) == 0
    first, _, bubble, *_ = shown(capsys)
    assert first == "utter_language_changed · 13 of 600 characters"
    assert bubble == "  │ Just changed."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "there is no page or sentence 'nothing'; pages: at_risk, debt_bondage, "),
        (["police", "--locale", "de"], "the language is one of: en, ru"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(
    arguments: list[str], said: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", *arguments, "--content", str(content)]) == 2
    assert said in capsys.readouterr().err


def test_status_is_a_table(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--content", str(content)]) == 0
    lines = shown(capsys)
    assert lines[0].split() == ["ru", "en"]
    assert "police" in [line.split()[0] for line in lines[1:] if line]
    assert main(["status", "--format", "markdown", "--content", str(content)]) == 0
    assert shown(capsys)[:2] == ["|  | ru | en |", "| --- | --- | --- |"]


def test_what_is_overdue_depends_on_the_day(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        content / "ru" / "pages" / "police.md",
        r"^reviewed_by:.*\nreviewed_on:.*\nreview_by:.*\n",
        "reviewed_by: someone\nreviewed_on: 2026-01-01\nreview_by: 2026-11-25\n",
    )
    for day, state in (("2026-11-25", "complete"), ("2026-11-26", "overdue")):
        assert main(["status", "--today", day, "--content", str(content)]) == 0
        (line,) = [one for one in shown(capsys) if one.startswith("police ")]
        assert line.split()[1] == state

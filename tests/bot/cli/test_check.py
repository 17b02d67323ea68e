"""`helpline check`: the status says whether there is something to mend."""

from functools import cache
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.texts.check import check_all
from flows.format.load import DEFINITIONS
from nlu.keywords import lexicon
from tests.bot.texts.trees import edit, tree

NUMBERED = (r"^utter_language_changed = .*", "utter_language_changed = 102")
"""A phone number where none may stand."""

LEXICON_FAULTS = cache(lexicon.check)


@pytest.fixture(autouse=True)
def _one_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lexicon is the program's own in all of these: it is checked once."""
    monkeypatch.setattr(lexicon, "check", LEXICON_FAULTS)


@pytest.mark.slow
def test_notes_faults_and_a_sum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", *NUMBERED)
    found = check_all(DEFINITIONS, content)
    assert found.notes
    assert found.faults
    assert main(["check", "--content", str(content)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:-1] == [*(f"note: {note}" for note in found.notes), *map(str, found.faults)]
    assert lines[-1] == f"{len(found.faults)} faults, {len(found.notes)} notes"


@pytest.mark.slow
def test_brief_leaves_the_notes_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tree(tmp_path)
    assert main(["check", "--brief", "--content", str(content)]) == 0
    line = edit(content / "ru" / "start.ftl", *NUMBERED)
    assert main(["check", "--brief", "--content", str(content)]) == 1
    first, last = capsys.readouterr().out.splitlines()[1:]
    assert first.startswith(f"content/ru/start.ftl:{line}: utter_language_changed holds the number")
    assert last.startswith("1 faults, ")


@pytest.mark.slow
def test_what_is_overdue_depends_on_the_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tree(tmp_path)
    edit(
        content / "ru" / "pages" / "police.md",
        r"^reviewed_by:.*\nreviewed_on:.*\nreview_by:.*\n",
        "reviewed_by: someone\nreviewed_on: 2026-01-01\nreview_by: 2026-11-25\n",
    )
    for day, overdue in (("2026-11-25", False), ("2026-11-26", True)):
        assert main(["check", "--content", str(content), "--today", day]) == 0, "a note only"
        assert ("police.md:1: overdue" in capsys.readouterr().out) is overdue

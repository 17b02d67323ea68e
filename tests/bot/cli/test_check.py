"""`helpline check`: the status says whether there is something to mend."""

import pytest

from bot.__main__ import main
from bot.cli import check
from bot.texts.check import check_all


@pytest.fixture(scope="module")
def found() -> tuple[list[str], list[str]]:
    return check_all()


def test_notes_faults_and_a_sum(
    found: tuple[list[str], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    faults, notes = found
    assert main(["check"]) == (1 if faults else 0)
    lines = capsys.readouterr().out.splitlines()
    assert lines[:-1] == [*(f"note: {note}" for note in notes), *faults]
    assert lines[-1] == f"{len(faults)} faults, {len(notes)} notes"


def test_brief_leaves_the_notes_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "check_all", lambda: (["a.yml:1: mend this"], ["b.yml:2: look"]))
    assert main(["check", "--brief"]) == 1
    assert capsys.readouterr().out == "a.yml:1: mend this\n1 faults, 1 notes\n"


def test_nothing_to_mend(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "check_all", lambda: ([], ["b.yml:2: look"]))
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "note: b.yml:2: look\n0 faults, 1 notes\n"

"""`helpline sources`, `where` and `accept ru`, as an editor and a lawyer use them."""

import csv
import io
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.bot.texts.trees import edit, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tree(tmp_path, "en")


def printed(content: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[list[str]]:
    assert main(["sources", "--content", str(content), *more]) == 0
    text = capsys.readouterr().out
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


@pytest.mark.slow
def test_a_sheet_goes_out_and_what_is_marked_wrong_stops_the_check(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, first, *others, by, on = printed(content, capsys)
    assert head[0] == "код"
    first[7:9] = ["нет", "Так в законе не сказано"]
    others[0][7] = "да"
    back = content.parent / "back.csv"
    with back.open("w", encoding="utf-8", newline="") as file:
        lines = [head, first, *others, [by[0], "А. Юрист"], [on[0], "01.12.2026"]]
        csv.writer(file, delimiter=";").writerows(lines)
    assert main(["sources", "--content", str(content), "--signed", str(back)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].endswith(": no, Так в законе не сказано")
    assert out[-1] == f"2 sentences marked, {len(others) - 1} not yet; 0 have changed"
    assert main(["check", "--brief", "--locale", "ru", "--content", str(content)]) == 1
    assert "А. Юрист отметил(а) как неверное 2026-12-01: Так в законе не сказано" in (
        capsys.readouterr().out
    )


def test_a_sheet_of_older_sentences_is_taken_as_far_as_it_holds(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = content.parent / "back.csv"
    text = "код;верно? да / нет\ns000000000000;да\nподпись;А. Юрист\nдата;01.12.2026\n"
    back.write_text(text, encoding="utf-8")
    assert main(["sources", "--content", str(content), "--signed", str(back)]) == 1
    assert capsys.readouterr().out.endswith("1 have changed\n")


def test_what_the_program_does_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "--own"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("[^own conversation]  where the dialogue stands") for line in lines)


def test_a_language_that_is_made_from_another_has_no_sheet(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sources", "--content", str(content), "--locale", "uz-Cyrl"]) == 2
    assert "the language is one of: ru, en" in capsys.readouterr().err


def test_where_names_flow_and_step(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["where", "police", "--content", str(content)]) == 0
    out = capsys.readouterr().out
    assert "utter_police  content/ru/pages/police.md:" in out
    assert "in flow police, step " in out
    assert main(["where", "нигде так не написано", "--content", str(content)]) == 2
    assert "no text is called, rests on or holds" in capsys.readouterr().err


@pytest.mark.slow
def test_words_about_ourselves_are_accepted_beside_what_the_program_does(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = content / "ru" / "privacy.ftl"
    edit(file, r"^utter_wipe_hour = .*", "utter_wipe_hour = Удалим через 3 часа.")
    assert main(["check", "--brief", "--content", str(content)]) == 1
    out = capsys.readouterr().out
    assert "“Удалим через 3 часа.” says 3, which the program doesn't" in out
    assert "utter_wipe_hour: its words about ourselves, or what the program does" in out
    edit(file, r"^utter_wipe_hour = .*", "utter_wipe_hour = Удалим через час.")
    assert main(["accept", "ru", "--content", str(content)]) == 0
    shown = capsys.readouterr().out
    assert "  Удалим через час.\n    [^own wiping] hour: 1 h" in shown
    assert shown.endswith("0 accepted, 1 stale\n")
    assert main(["accept", "ru", "utter_wipe_hour", "--content", str(content)]) == 0
    assert capsys.readouterr().out.endswith("1 accepted, 0 stale\n")
    assert main(["accept", "ru", "utter_thanks", "--content", str(content)]) == 2
    assert "says nothing about what the program does" in capsys.readouterr().err

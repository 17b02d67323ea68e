"""A sentence about the law, or about ourselves, without what it rests on is a fault."""

from pathlib import Path

import pytest

from bot.texts.checks import citations
from bot.texts.citations.sources import read_sources
from tests.bot.texts.citations.small import PAGE, PRIVACY, read, small


def faults(content: Path) -> list[str]:
    kinds = citations.read_kinds(content)
    return [str(one) for one in citations.check(read(content), read_sources(content), kinds)]


def test_marked_sentences_questions_and_titles_are_no_faults(tmp_path: Path) -> None:
    page = PAGE.replace("# Время", "# Закон о времени").replace("подумать", "узнать закон")
    page = page.replace("- узнать закон", "- узнать закон [^press]") + "\nА закон?\n"
    assert faults(small(tmp_path, page=page)) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "fault"),
    [
        (" [^law 17(2)12)]", "", 6, "“По закону есть 30 дней.” says something about the law"),
        ("17(2)12)", "17(3)", 6, "the mark [^law 17(3)] names nothing. Name one that is listed"),
        (
            "[^law 17(1)]",
            "[^lav 17(1)]",
            9,
            "the mark [^lav 17(1)] names nothing. Correct the name",
        ),
        ("[^law 17(1)]", "[^press 3]", 9, "the mark [^press 3] names nothing. Write [^press]"),
        ("Вы можете:", "По закону можно:", 10, "“подумать” says something about the law"),
    ],
)
def test_faults_of_a_page(before: str, after: str, line: int, fault: str, tmp_path: Path) -> None:
    content = small(tmp_path, page=PAGE.replace(before, after))
    (found,) = faults(content)
    assert found.startswith(f"content/ru/pages/time.md:{line}: ")
    assert fault in found


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (
            "# [^own conversation] Помним\n",
            "# [^own conversation] Храним\n",
            "no sentence of utter_",
        ),
        ("{ $keep_hours }", "36", "says 36, which the program doesn't: where the dialogue stands"),
        ("Газета об этом", "Имя храним. Газета", "says what this program does (“храним”)"),
        ("[^own conversation]", "[^own nothing]", "the mark [^own nothing] names nothing"),
    ],
)
def test_faults_of_a_sentence(before: str, after: str, fault: str, tmp_path: Path) -> None:
    found = faults(small(tmp_path, privacy=PRIVACY.replace(before, after)))
    assert any(fault in one for one in found), found
    assert all(one.startswith("content/ru/some.ftl:3: ") for one in found)


def test_a_figure_of_the_program_may_be_written_out(tmp_path: Path) -> None:
    assert faults(small(tmp_path, privacy=PRIVACY.replace("{ $keep_hours }", "24"))) == []


def test_a_phrase_can_be_harmless(tmp_path: Path) -> None:
    page = PAGE.replace("Спросите юриста.", "Спросите о законе.")
    assert faults(small(tmp_path, page=page)) == []


def test_labels_need_no_source(tmp_path: Path) -> None:
    assert faults(small(tmp_path, privacy=PRIVACY + "\nvalue-law = Закон\n")) == []

"""Reading says file and line when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import check
from preparation.read import DataError, read_file, read_folder


def write(folder: Path, content: str, name: str = "ask_police.yml", locale: str = "ru") -> Path:
    file = folder / locale / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


BLOCK = """version: "3.1"
nlu:
- intent: ask_police
  examples: |
    - где полиция
    - как подать заявление
"""


def test_lines_are_counted_from_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, BLOCK)

    first, second = read_file(file, "ru")

    assert (first.text, first.line, first.urgent) == ("где полиция", 5, False)
    assert second.place == f"{file}:6"


def test_metadata_of_an_intent_and_of_an_example(tmp_path: Path) -> None:
    write(
        tmp_path,
        """nlu:
- intent: ask_police
  metadata: {hard_negative: true}
  examples: |
    - в кино вызвали полицию
- intent: ask_police
  examples:
  - text: |
      - вызовите полицию он ломает дверь
    metadata: {urgent: true}
  - text: |
      - где участок
""",
    )

    film, door, place = read_folder(tmp_path)

    assert (film.hard_negative, film.urgent) == (True, False)
    assert (door.hard_negative, door.urgent) == (False, True)
    assert door.text == "вызовите полицию он ломает дверь"
    assert not place.urgent


def test_an_emergency_is_urgent_without_saying_so(tmp_path: Path) -> None:
    write(tmp_path, BLOCK.replace("ask_police", "self_harm"))

    assert all(example.urgent for example in read_folder(tmp_path))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (BLOCK.replace("    - как", "    как"), 6),
        ("nlu:\n- intent: x\n", 2),
        ("nlu: [\n", 2),
        (BLOCK.replace("  examples", "  metadata: {urgnt: true}\n  examples"), 4),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, content: str, line: int) -> None:
    file = write(tmp_path, content)

    with pytest.raises(DataError) as caught:
        list(read_file(file, "ru"))
    assert str(caught.value).startswith(f"{file}:{line}:")


def found(folder: Path) -> list[str]:
    return [finding.what for finding in check(folder / "data", folder / "tests", counts=False)]


def test_clean_data_has_no_findings(tmp_path: Path) -> None:
    write(tmp_path / "data", BLOCK)

    assert found(tmp_path) == []


def test_findings(tmp_path: Path) -> None:
    more = "    - Где полиция\n    - как мне теперь подать заявление туда\n"
    near = "    - как мне теперь подать заявление туда?\n"
    write(tmp_path / "data", BLOCK + more + near)
    write(tmp_path / "data", BLOCK.replace("ask_police", "ask_nothing"), "other.yml")
    write(tmp_path / "tests", BLOCK, "test.yml")

    whats = found(tmp_path)

    for part in ("the same text as", "unknown intent", "but ask_police in", "% the same as"):
        assert any(part in what for what in whats), part
    leaks = sum("a test message that training sees" in what for what in whats)
    assert leaks == 1, "two words are everyone's own; three are not"


def test_three_short_words_that_stand_in_both_sets_are_found(tmp_path: Path) -> None:
    write(tmp_path / "data", BLOCK + "    - я в лесу\n")
    write(tmp_path / "tests", BLOCK.replace("как подать заявление", "Я в лесу"), "test.yml")

    assert sum("training sees" in what for what in found(tmp_path)) == 1


def test_a_message_retouched_is_no_message_written_apart(tmp_path: Path) -> None:
    telling, retouched = "куда подать заявление на хозяина", "куда подать мне заявление на хозяина"
    write(tmp_path / "data", BLOCK + f"    - {telling}\n    - доброе утро\n")
    write(tmp_path / "tests", BLOCK + f"    - {retouched}\n    - доброе утро вам\n", "test.yml")

    leaks = [what for what in found(tmp_path) if "training sees" in what]

    assert len(leaks) == 2, "the one of the block, and the retouched one"


def test_counts_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "data", BLOCK)

    findings = check(tmp_path / "data", tmp_path / "tests")

    assert any("2 examples of ask_police, 60 are needed" in f.what for f in findings)
    assert any("0 hard negatives, 150 are needed" in f.what for f in findings)

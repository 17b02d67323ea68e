"""docs/editing.md names the commands, files and findings as they are; in Russian it is as whole."""

import re
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.texts.pages import KEYS

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
RUSSIAN = (ROOT / "docs" / "editing.ru.md").read_text(encoding="utf-8")
_FILES = (
    *(ROOT / "bot" / "texts").rglob("*.py"),
    *(ROOT / "flows").rglob("*.py"),
)
SOURCES = "\n".join(re.sub(r"\{[^{}]*\}", "…", one.read_text(encoding="utf-8")) for one in _FILES)


def explained() -> list[str]:
    """The findings in the table, as far as their fixed words go."""
    rows = TEXT.split("## What the check says")[1]
    quoted = [
        one for row in rows.splitlines() for one in re.findall(r"`([^`]+)`", row.split(" | ")[0])
    ]
    return [part for one in quoted for part in re.split(r"…|utter_|certainty|\$|“|”|/slot.*", one)]


@pytest.mark.parametrize("part", sorted({one.strip(" :;") for one in explained() if len(one) > 9}))
def test_every_finding_that_is_explained_can_be_said(part: str) -> None:
    said = re.sub(r'"\n\s+f?"', "", SOURCES)
    assert part in said


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`helpline (\w+)", TEXT))))
def test_every_command_exists(command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0


@pytest.mark.parametrize("text", [TEXT, RUSSIAN], ids=["en", "ru"])
@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_of_a_page_is_explained(key: str, text: str) -> None:
    assert f"`{key}`" in text or f"`{key}:" in text


def code_in(text: str) -> list[str]:
    """What is to be typed or looked for: commands, names and examples, in their order."""
    fence = re.compile(r"^```\n(.*?)^```", re.DOTALL | re.MULTILINE)
    blocks = fence.findall(text)
    spans = re.findall(r"`([^`]+)`", fence.sub("", text))
    return [*blocks, *sorted({" ".join(one.split()) for one in spans})]


def test_the_russian_text_names_all_that_the_english_one_names() -> None:
    assert set(code_in(TEXT)) - set(code_in(RUSSIAN)) == set()
    assert TEXT.count("\n## ") == RUSSIAN.count("\n## ")
    assert TEXT.count("\n| ") == RUSSIAN.count("\n| ")

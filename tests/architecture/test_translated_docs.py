"""A page of docs/ that there is in Russian too has the same chapters, pictures and commands."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
TRANSLATED = {one.name: one.with_name(f"{one.stem}.ru.md") for one in sorted(DOCS.glob("*.md"))}
TRANSLATED = {name: russian for name, russian in TRANSLATED.items() if russian.is_file()}

_FENCE = re.compile(r"^```\w*\n.*?^```$", re.DOTALL | re.MULTILINE)


def levels(text: str) -> list[int]:
    """How deep each heading stands, in their order; a comment of a shell's is none."""
    return [len(one) for one in re.findall(r"^(#+) ", _FENCE.sub("", text), re.MULTILINE)]


def pictures(text: str) -> list[str]:
    """The pictures, in their order."""
    return re.findall(r"!\[[^]]*\]\(([^)]+)\)", text)


def commands(text: str) -> set[str]:
    """The commands that are to be typed, without what is said of them."""
    lines = re.findall(r"^helpline [^#\n]+", "\n".join(_FENCE.findall(text)), re.MULTILINE)
    return {line.strip() for line in lines}


def test_the_pages_for_whoever_works_here_are_translated() -> None:
    assert {"editing.md", "operators.md", "supervisors.md"} <= set(TRANSLATED)


@pytest.mark.parametrize("name", TRANSLATED)
def test_the_russian_page_has_what_the_english_one_has(name: str) -> None:
    english = (DOCS / name).read_text(encoding="utf-8")
    russian = TRANSLATED[name].read_text(encoding="utf-8")
    assert levels(russian) == levels(english)
    assert pictures(russian) == pictures(english)
    assert commands(russian) == commands(english)

"""Small copies of `content/` that a test may break."""

import re
import shutil
from pathlib import Path

from bot.texts.catalogue import CONTENT

LISTS = (
    "claims.yml",
    "contacts.yml",
    "forbidden.yml",
    "hotline.yml",
    "hours.yml",
    "sourced.yml",
    "sources.yml",
)


def tree(folder: Path, *locales: str) -> Path:
    """A copy of the lists, the deck and some locales; `ru`, the source, is always among them."""
    content = folder / "content"
    content.mkdir()
    for name in LISTS:
        shutil.copy(CONTENT / name, content)
    wanted = tuple(dict.fromkeys(("ru", *locales)))
    lines = (CONTENT / "locales.yml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("  ") or _name(line) in wanted]
    (content / "locales.yml").write_text("\n".join(kept) + "\n", encoding="utf-8")
    for locale in wanted:
        _copied(CONTENT / locale, content / locale)
    _copied(CONTENT / "deck", content / "deck")
    return content


def _copied(source: Path, target: Path) -> None:
    shutil.copytree(source, target, copy_function=shutil.copyfile)  # no times, no rights


def _name(line: str) -> str:
    return line.strip().split(":")[0]


def edit(file: Path, pattern: str, replacement: str) -> int:
    """Replace what a pattern finds, once; returns the line on which it stood, counted from 1."""
    text = file.read_text(encoding="utf-8")
    found = re.search(pattern, text, re.MULTILINE)
    assert found, f"{pattern!r} isn't in {file.name}"
    changed = text[: found.start()] + found.expand(replacement) + text[found.end() :]
    file.write_text(changed, encoding="utf-8")
    return text.count("\n", 0, found.start()) + 1


def append(file: Path, text: str) -> int:
    """Add lines at the end; returns the line on which they begin."""
    before = file.read_text(encoding="utf-8")
    if not before.endswith("\n"):
        before += "\n"
    file.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1

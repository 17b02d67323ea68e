"""What `helpline check` says, in the editor's language: `content/desk/check.LOCALE.yml`.

Findings are made in English, wherever they are found. Here each English sentence has its
counterpart, with numbered places for what is filled in; what has none stays English.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.texts.findings import Finding
from bot.texts.tree import Folder
from bot.texts.voices import DESK, TERMINAL
from bot.texts.yaml import read_yaml

LOCALES = (TERMINAL, "ru")
NOTE = {"en": "note", "ru": "заметка"}
SUM = {
    "en": "{faults} faults, {notes} notes",
    "ru": "Ошибок: {faults}, заметок: {notes}",
}
_OWN = Path(__file__).parents[2] / "content" / DESK
_PLACE = re.compile(r"\\\{(\d)\\\}")


def chosen(asked: str | None, desk: str) -> str:
    """The language to speak: the one that was asked for, else the desk's.

    Whoever reads Kazakh at the desk is told in Russian. Without a desk's language it is English, as
    every command speaks it.
    """
    wanted = asked or desk or TERMINAL
    return wanted if wanted in LOCALES else "ru"


def said(finding: Finding, locale: str) -> str:
    """A finding in a language."""
    if locale == TERMINAL:
        return str(finding)
    what, mend = (translated(part, locale) for part in (finding.what, finding.mend))
    return str(replace(finding, what=what, mend=mend))


def translated(sentence: str, locale: str) -> str:
    """A sentence in a language; what is filled in is translated too, where it is a sentence."""
    table = _table(locale)
    for pattern, counterpart in table.items():
        found = pattern.fullmatch(sentence)
        if found:
            parts = found.groupdict()
            pieces = re.split(r"\{(\d)\}", counterpart)
            pieces[1::2] = [translated(parts[f"_{place}"], locale) for place in pieces[1::2]]
            return "".join(pieces)
    return sentence


def read_wordings(folder: Folder, locale: str) -> Mapping[str, str]:
    """English → the language. Raises `ContentError`."""
    document = read_yaml(folder / f"check.{locale}.yml")
    return {str(english): document.word(document.root, english) for english in document.root}


@cache
def _table(locale: str) -> Mapping[re.Pattern[str], str]:
    """The sentences with the most fixed letters first: they are the most particular."""
    wordings = read_wordings(_OWN, locale)
    ordered = sorted(wordings, key=lambda one: len(re.sub(r"\{\d\}", "", one)), reverse=True)
    return {pattern_of(english): wordings[english] for english in ordered}


def pattern_of(english: str) -> re.Pattern[str]:
    """A pattern that matches a sentence with something filled in at its numbered places."""
    return re.compile(_PLACE.sub(r"(?P<_\1>.+?)", re.escape(english)), re.DOTALL)

"""What a lawyer has said of each sentence: `content/LOCALE/signed.yml`.

A mark is kept by the code of the sentence and its sources, so it lapses when either changes.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.texts.tree import Folder
from bot.texts.yaml import Document, read_yaml

FILE = "signed.yml"
HEAD = """\
# What a lawyer has said of each sentence, by the code of the sentence and what it rests on.
# Written by `helpline sources --signed`; don't edit it by hand. `no` can't be published.
"""


class Verdict(StrEnum):
    """Whether the sentence says what its source says."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Signature:
    """One mark. `text`: where the sentence stood; `why`: needed for a no."""

    text: str
    verdict: Verdict
    why: str
    by: str
    on: date


def read_signed(folder: Folder) -> Mapping[str, Signature]:
    """Code → mark; empty without the file. Raises `ContentError`."""
    if not any(folder.glob(FILE)):
        return {}
    document = read_yaml(folder / FILE)
    return {str(code): _signature(document, document.root, code) for code in document.root}


def write_signed(folder: Path, marks: Mapping[str, Signature], codes: Iterable[str]) -> None:
    """Write the marks; those of sentences that no longer are (not among `codes`) go."""
    living = set(codes)
    lines = [_line(code, marks[code]) for code in sorted(marks) if code in living]
    (folder / FILE).write_text(HEAD + "".join(lines), encoding="utf-8")


def _signature(document: Document, root: Any, code: Any) -> Signature:
    body = document.mapping(root, code)
    document.known(body, {"text", "verdict", "why", "by", "on"})
    if body.get("verdict") not in list(Verdict):
        raise document.fault(body, "`verdict` is yes or no", "verdict")
    if not isinstance(body.get("on"), date):
        raise document.fault(body, "`on` is a date such as 2026-12-01", "on")
    return Signature(
        text=document.word(body, "text"),
        verdict=Verdict(body["verdict"]),
        why=str(body.get("why") or ""),
        by=document.word(body, "by"),
        on=body["on"],
    )


def _line(code: str, mark: Signature) -> str:
    said = {"text": mark.text, "verdict": mark.verdict.value, "why": mark.why, "by": mark.by}
    quoted = ", ".join(f"{key}: {json.dumps(said[key], ensure_ascii=False)}" for key in said)
    return f"{code}: {{{quoted}, on: {mark.on}}}\n"

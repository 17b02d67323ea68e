"""What reviewers have said: `content/LOCALE/signed.yml`.

A mark is kept by the code of the words and their sources, so it lapses when either changes.
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
# What lawyers and native speakers have said, by the code of the words and of what they rest on.
# Written by `helpline sources --signed` and by reviews in the studio; don't edit it by hand.
# `no` can't be published.
"""


class Verdict(StrEnum):
    """Whether the sentence says what its source says."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Signature:
    """A reviewer's mark on a sentence. `text`: where the words stood; `why`: needed for a no;
    `profession`: of whoever has signed, where they were asked."""

    text: str
    verdict: Verdict
    why: str
    by: str
    on: date
    profession: str = ""


def read_signed(folder: Folder) -> Mapping[str, Signature]:
    """Code → mark; empty without the file. Raises `ContentError`."""
    if not any(folder.glob(FILE)):
        return {}
    document = read_yaml(folder / FILE)
    return {str(code): _signature(document, document.root, code) for code in document.root}


def write_signed(folder: Path, marks: Mapping[str, Signature], codes: Iterable[str]) -> None:
    """Write the marks; those of sentences that no longer are (not among `codes`) go."""
    (folder / FILE).write_text(as_text(marks, codes), encoding="utf-8")


def as_text(marks: Mapping[str, Signature], codes: Iterable[str]) -> str:
    """The file of these marks, without those that aren't among `codes`."""
    living = set(codes)
    return HEAD + "".join(_line(code, marks[code]) for code in sorted(marks) if code in living)


def _signature(document: Document, root: Any, code: Any) -> Signature:
    body = document.mapping(root, code)
    document.known(body, {"text", "verdict", "why", "by", "profession", "on"})
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
        profession=str(body.get("profession") or ""),
    )


def _line(code: str, mark: Signature) -> str:
    said = {"text": mark.text, "verdict": mark.verdict.value, "why": mark.why, "by": mark.by}
    if mark.profession:
        said["profession"] = mark.profession
    quoted = ", ".join(f"{key}: {json.dumps(said[key], ensure_ascii=False)}" for key in said)
    return f"{code}: {{{quoted}, on: {mark.on}}}\n"

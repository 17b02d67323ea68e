"""Findings in Russian: every sentence that a finding can say has its counterpart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.texts.catalogue import CONTENT
from bot.texts.findings import Finding
from bot.texts.wording import chosen, pattern_of, read_wordings, said, translated
from bot.texts.yaml import read_yaml

ROOT = Path(__file__).parents[3]
TABLE = read_wordings(CONTENT / "desk", "ru")
MAKERS = frozenset({"Finding", "fault", "ContentError", "Fault"})
ELSEWHERE = frozenset({"sheet.py", "preview.py"})
"""Said by a command of its own, not by the check."""

FILES = [
    file
    for folder in ("bot/texts", "flows/lint")
    for file in sorted((ROOT / folder).rglob("*.py"))
    if file.name not in ELSEWHERE
]


def template(node: ast.expr) -> str | None:
    """A sentence of the code, with `{}` for what is filled in."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=values):
            return "".join(
                str(one.value) if isinstance(one, ast.Constant) else "{}" for one in values
            )
        case _:
            return None


def sentences(file: Path) -> Iterator[str]:
    """What a module can say: `place: what; how to mend it` is said in two parts."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given = [template(one) for one in node.args] if name in MAKERS else []
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            given, name = [template(one) for one in node.value.elts], "Fault"
        elif isinstance(node, ast.Assign) and _named(node.targets[0]) in {"what", "MEND"}:
            given, name = [template(node.value)], "fault"
        else:
            continue
        for one in given:
            if one is not None and re.search("[a-z] [a-z]", one) and "/" not in one.split(" ")[0]:
                read = name in {"fault", "ContentError"}
                whole = re.sub(r"^(\{\}|content)\S*: ", "", one) if read else one
                what, _, mend = whole.partition("; ") if read else (whole, "", "")
                yield from filter(None, (what, mend[:1].upper() + mend[1:]))


def _named(target: ast.expr) -> str:
    return target.id if isinstance(target, ast.Name) else ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_sentence_has_a_counterpart(file: Path) -> None:
    listed = {re.sub(r"\{\d\}", "{}", one) for one in TABLE}
    missing = [one for one in sentences(file) if one not in listed]
    assert missing == [], f"add to content/desk/check.ru.yml, with {{1}} for {{}}: {file}"


@pytest.mark.parametrize("name", ["forbidden.yml", "sourced.yml"])
def test_reasons_in_the_lists_have_one_too(name: str) -> None:
    document = read_yaml(CONTENT / name)
    for heading in document.root:
        body = document.root[heading]
        assert {body["why"], body["mend"]} <= set(TABLE), heading


@pytest.mark.parametrize(("english", "russian"), sorted(TABLE.items()))
def test_a_counterpart_names_what_is_filled_in(english: str, russian: str) -> None:
    assert set(re.findall(r"\{\d\}", russian)) <= set(re.findall(r"\{\d\}", english))
    assert re.search("[а-я—]", russian)
    assert pattern_of(english).fullmatch(re.sub(r"\{\d\}", "x", english))


def test_a_finding_is_told_with_what_it_names() -> None:
    finding = Finding(
        "content/ru/start.ftl",
        3,
        "utter_x says “полиция едет”, which promises what the helpline can't keep",
        "Write what may happen and who decides it, or take the sentence out",
    )
    assert said(finding, "en") == str(finding)
    assert said(finding, "ru") == (
        "content/ru/start.ftl:3: utter_x: «полиция едет» — обещает то, чего линия выполнить не "
        "может. Напишите, что может быть и кто это решает, или уберите предложение."
    )


def test_the_most_particular_sentence_counts() -> None:
    """`{1} says “{2}”, which {3}` fits this one as well."""
    sentence = "utter_x says “Да”, which А. Юрист has marked as wrong on 2026-12-01: не так"
    assert "отметил(а) как неверное 2026-12-01: не так" in translated(sentence, "ru")


def test_what_is_not_listed_stays_english() -> None:
    assert translated("something new happened", "ru") == "something new happened"


@pytest.mark.parametrize(
    ("asked", "desk", "locale"),
    [
        (None, "", "en"),
        ("ru", "", "ru"),
        (None, "ru", "ru"),
        (None, "kk", "ru"),
        ("en", "ru", "en"),
    ],
)
def test_which_language(asked: str | None, desk: str, locale: str) -> None:
    assert chosen(asked, desk) == locale

"""A public docstring is read alone: an editor shows it without the line or the class above it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    *("flows", "nlu/runtime", "bot/helpline", "bot/intake", "bot/telegram", "bot/store"),
    *("bot/telemetry", "bot/reports", "bot/tickets", "bot/privacy", "bot/processes"),
)

LEANS = re.compile(r"(The same|What|Of what|It is|It was|As above|Do it|Those)\b")
"""Beginnings that mean nothing without what stands above."""

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def leaning(source: str) -> Iterator[str]:
    """Public classes, functions and methods of a module whose docstrings lean on another's."""

    def look(node: ast.Module | ast.ClassDef, within: str) -> Iterator[str]:
        for one in node.body:
            if isinstance(one, Definition) and not one.name.startswith("_"):
                if LEANS.match(ast.get_docstring(one) or ""):
                    yield f"{within}{one.name}"
                if isinstance(one, ast.ClassDef):
                    yield from look(one, f"{within}{one.name}.")

    return look(ast.parse(source), "")


def test_every_public_docstring_can_be_read_alone() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for name in leaning(path.read_text(encoding="utf-8"))
    ]

    assert found == [], "name the thing: what it is, its unit, what is raised"


@pytest.mark.parametrize("docstring", ["The same, of a stub.", "What is done.", "It is over."])
def test_one_that_leans_would_be_noticed(docstring: str) -> None:
    """The control."""
    assert list(leaning(f'class Log:\n    def end(self):\n        """{docstring}"""')) == [
        "Log.end"
    ]
    assert list(leaning('class Log:\n    """The log of a ticket."""')) == []

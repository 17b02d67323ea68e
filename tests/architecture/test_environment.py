"""Every environment variable that the code reads is one that README.md explains."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.config import NEEDED, VARIABLES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PACKAGES = ("bot", "flows", "nlu")
_LEFT_OUT = {"tests", ".venv", "__pycache__"}
_READS = {"getenv", "get", "pop", "setdefault"}

SET_BY_US = frozenset(
    {
        "HELPLINE_TRAINED_MODEL",
        "OMP_WAIT_POLICY",
        "PTB_TIMEDELTA",
        "RASA_TELEMETRY_ENABLED",
        "TF_CPP_MIN_LOG_LEVEL",
    }
)
"""Switches of libraries, and one of the benchmark's, that the code sets for itself: nobody needs to
know them."""


def sources() -> list[Path]:
    """Every module outside the tests."""
    found = [file for package in PACKAGES for file in (ROOT / package).rglob("*.py")]
    return sorted(file for file in found if not _LEFT_OUT & set(file.relative_to(ROOT).parts))


def constants(tree: ast.Module) -> dict[str, str]:
    """Names that a module gives to texts."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def read_in(file: Path) -> Iterator[str]:
    """The variables that a module reads: `os.environ[…]`, `os.environ.get(…)`, `os.getenv(…)`,
    and any text that is named as the project's own are."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.fullmatch("HELPLINE_[A-Z_]+", node.value):
                yield node.value
            continue
        match node:
            case ast.Subscript(value=ast.Attribute() as where, slice=name) if (
                ast.unparse(where) == "os.environ"
            ):
                pass
            case ast.Call(func=ast.Attribute(value=where, attr=attr), args=[name, *_]) if (
                attr in _READS and ast.unparse(where) in {"os", "os.environ"}
            ):
                pass
            case _:
                continue
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            yield name.value
        elif isinstance(name, ast.Name) and name.id in named:
            yield named[name.id]


@cache
def read() -> list[tuple[str, Path]]:
    """Variables, and the modules that read them."""
    return sorted({(name, file) for file in sources() for name in read_in(file)})


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_every_setting_is_explained(name: str) -> None:
    assert re.search(rf"^\| `{name}` \| [^|]+ \| [^|]+ \|$", README, re.MULTILINE), (
        "README.md has a table of settings, a row each"
    )


@pytest.mark.slow
def test_every_variable_that_is_read_is_explained() -> None:
    missing = [
        f"{file.relative_to(ROOT)}: {name}"
        for name, file in read()
        if name not in SET_BY_US and f"`{name}`" not in README and name not in README
    ]
    assert missing == []


@pytest.mark.slow
def test_the_search_finds_what_is_there() -> None:
    """Else the test above would pass for nothing."""
    assert {name for name, _ in read()} >= {"HELPLINE_MASTER_KEY", "PTB_TIMEDELTA"}


@pytest.mark.slow
def test_readme_explains_nothing_that_is_gone() -> None:
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))
    assert explained <= {*VARIABLES, *(name for name, _ in read())}


def test_what_a_process_needs_are_settings() -> None:
    assert {name for needed in NEEDED.values() for name in needed} <= set(VARIABLES)

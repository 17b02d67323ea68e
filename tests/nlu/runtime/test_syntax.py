"""What both environments share: Python 3.10 can read it, and it imports nothing of ours beside."""

import ast
import sys
from pathlib import Path

import pytest

import nlu.runtime

ROOM = Path(nlu.runtime.__file__).parent
MODULES = sorted(ROOM.rglob("*.py"))
OTHERS = {"aiohttp", "numpy", "onnxruntime"}


def imported(tree: ast.AST) -> set[str]:
    """The modules that it names, wherever in it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "no relative import"
            found.add(str(node.module))
    return found


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOM)))
def test_a_module_is_for_both_environments(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 10))

    for name in imported(tree):
        top = name.split(".")[0]
        own = name.startswith("nlu.runtime")
        assert own or top in OTHERS or top in sys.stdlib_module_names, name

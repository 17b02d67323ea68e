"""deploy/alerts.yml asks for series that there are, from a process's start, and leads to pages that
there are."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.store.staff.alarms import Alarm
from bot.telemetry import event_loop, store_metrics
from bot.telemetry.metrics import rendered
from flows.format.yaml12 import load

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "deploy" / "alerts.yml").read_text(encoding="utf-8")
RULES: list[dict[str, Any]] = [rule for group in load(TEXT)["groups"] for rule in group["rules"]]
MEASURED_BY = (event_loop, store_metrics)
"""Modules that bring series which no other import here does."""


def _matchers(expression: str) -> list[tuple[str, str]]:
    """Series as the expression names them: their names, and what is asked of their labels."""
    return re.findall(r"(helpline_\w+)(?:\{([^}]*)\})?", expression)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_a_rule_asks_for_series_that_are_there_from_the_start(rule: dict[str, Any]) -> None:
    """Of one that only comes with the first event Prometheus sees no increase."""
    shown = rendered().decode().splitlines()
    asked = _matchers(rule["expr"])
    assert asked
    for name, labels in asked:
        series = [line for line in shown if re.match(rf"{name}[ {{]", line)]
        for label, sign, value in re.findall(r'(\w+)(=~?)"([^"]*)"', labels):
            wanted = value if sign == "=~" else re.escape(value)
            series = [line for line in series if re.search(rf'{label}="{wanted}"', line)]
        assert series, f"{name}{{{labels}}}"
    assert rule["labels"]["severity"] in {"page", "ticket"}


@pytest.mark.parametrize("alarm", Alarm)
def test_each_alarm_calls_by_one_rule(alarm: Alarm) -> None:
    patterns = [
        value
        for rule in RULES
        for name, labels in _matchers(rule["expr"])
        if name == "helpline_alarms_total"
        for value in re.findall(r'alarm=~"([^"]*)"', labels)
    ]
    assert sum(re.fullmatch(pattern, alarm.value) is not None for pattern in patterns) == 1


def test_what_a_rule_tells_to_read_is_there() -> None:
    named = re.findall(r"docs/[\w/-]+\.md", TEXT)
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]

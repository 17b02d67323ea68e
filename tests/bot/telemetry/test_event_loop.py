"""A loop that stands still is measured and logged, and somebody is called."""

import asyncio
import json
import logging
import re
from pathlib import Path
from time import perf_counter

import pytest

from bot.telemetry import logs
from bot.telemetry.event_loop import EVERY_SECONDS, LATE_SECONDS, watched
from bot.telemetry.metrics import REGISTRY, rendered
from flows.format.yaml12 import load

NAME = "helpline_event_loop_lag_seconds"
ALERTS = Path(__file__).parents[3] / "deploy" / "alerts.yml"


def busy(seconds: float) -> None:
    """Computes, as a function does that is too slow."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        pass


def figure(name: str, **labels: str) -> float:
    value = REGISTRY.get_sample_value(f"{NAME}_{name}", labels)
    assert value is not None
    return value


def late() -> float:
    return figure("count") - figure("bucket", le="1.0")


@pytest.mark.slow
async def test_a_loop_that_stands_still_is_told_of(caplog: pytest.LogCaptureFixture) -> None:
    before, total = late(), figure("sum")
    async with watched():
        await asyncio.sleep(0)  # let it begin to wait
        busy(EVERY_SECONDS + LATE_SECONDS + 0.6)
        for _ in range(5):  # rounds of the loop until it is woken and has looked
            await asyncio.sleep(0)

    assert late() == before + 1
    assert figure("sum") - total > LATE_SECONDS
    (record,) = (one for one in caplog.records if one.msg == "event_loop_late")
    assert record.levelno == logging.WARNING
    line = json.loads(logs.lines("intake").format(record))
    assert set(line) == {"at", "process", "level", "logger", "event", "seconds"}
    assert line["seconds"] >= 2, "whole seconds"
    assert isinstance(line["seconds"], int)


async def test_it_ends_with_what_it_watches() -> None:
    async with watched():
        pass

    assert len(asyncio.all_tasks()) == 1


def test_the_alert_asks_for_series_that_there_are() -> None:
    (group,) = load(ALERTS.read_text(encoding="utf-8"))["groups"]
    asked = {
        (name, labels)
        for rule in group["rules"]
        for name, labels in re.findall(r"(helpline_\w+)(\{[^}]*\})?", rule["expr"])
        if name.startswith(NAME)
    }

    assert asked == {(f"{NAME}_count", ""), (f"{NAME}_bucket", '{le="1.0"}')}
    for name, labels in asked:
        assert f"{name}{labels} ".encode() in rendered()

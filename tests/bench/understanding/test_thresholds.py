"""Where the alarm rings is read from the model and told with the curve."""

import json

import pytest

from bench.understanding.thresholds import SCRIPT, Thresholds, section
from bot.processes.model_server import measured
from nlu.intents import LOCALES
from tests.bench.understanding.build import THRESHOLDS

PRINTED = {
    "model": "0123456789abcdef",
    "recall": 0.985,
    "least": 0.95,
    "false": 0.04,
    "thresholds": {"ru": 0.2, "tg": 0.1},
    "sure": 0.7,
    "curve": [[0.1, 1.0, 0.2], [0.2, 0.9, 0.1], [0.9, 0.2, 0.0]],
}


def test_it_is_read_as_it_was_printed() -> None:
    assert Thresholds.read(json.dumps(PRINTED)) == THRESHOLDS


@pytest.mark.parametrize(
    ("score", "recall", "false_alarms"),
    [(0.1, 1.0, 0.2), (0.15, 0.95, 0.15), (0.9, 0.2, 0.0), (0.05, 1.0, 0.2), (0.95, 0.2, 0.0)],
)
def test_a_score_lies_on_the_curve(score: float, recall: float, false_alarms: float) -> None:
    found = THRESHOLDS.at(score)

    assert (found.recall, found.false_alarms) == pytest.approx((recall, false_alarms))


def test_locales_with_one_threshold_are_together() -> None:
    assert THRESHOLDS.together() == {0.1: ["tg"], 0.2: ["ru"]}


def test_each_locale_is_told() -> None:
    told = section(THRESHOLDS)

    assert "98.5% of the urgent" in told
    assert "less than 95% of its own" in told
    assert "| ru | 0.200 | 0.900 | 0.100 |" in told
    assert "| tg | 0.100 | 1.000 | 0.200 |" in told
    assert "| a sentence by itself | 0.700 | 0.400 | 0.029 |" in told


@pytest.mark.process
@pytest.mark.rasa
async def test_the_script_reads_them_from_the_model() -> None:
    held = Thresholds.read(await measured(SCRIPT, print))

    assert set(held.by_locale) == set(LOCALES)
    assert all(0 < score <= held.sure <= 1 for score in held.by_locale.values())
    assert len(held.curve) == 99
    lowest = min(held.by_locale.values())
    reached = held.at(lowest)
    caught = reached.recall > held.recall - 0.01
    capped = reached.false_alarms > held.false - 0.01
    assert caught or capped, "the curve is what they were chosen on"

"""Spans → where the time of one message went."""

import pytest

from bench.trace import PARTS, parts, read
from bot.telemetry.metrics import Stage

SPANS = """\
load 0.5 0.6
load 10.02 10.03
understand 10.04 10.14
write 10.15 10.18
update 10.01 10.2
send 10.25 10.5
deliver 10.19 10.6
upd"""


def test_the_parts_of_one_message_are_its_whole_time() -> None:
    found = parts(read(SPANS), 10.0, 10.45)
    assert found is not None
    assert set(found) == set(PARTS)
    assert sum(found.values()) == pytest.approx(0.45)
    assert found["model"] == pytest.approx(0.1)
    assert found["store: outbox"] == pytest.approx(0.07)
    assert found["Telegram, out"] == pytest.approx(0.2), "until the person sees it"


def test_a_button_needs_no_model() -> None:
    found = parts([s for s in read(SPANS) if s.stage is not Stage.UNDERSTAND], 10.0, 10.45)
    assert found is not None
    assert found["model"] == 0.0


def test_a_message_without_all_its_spans_counts_for_nothing() -> None:
    assert parts([s for s in read(SPANS) if s.stage is not Stage.SEND], 10.0, 10.45) is None

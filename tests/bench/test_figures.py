"""Percentiles, rates and ratios."""

import math

import pytest

from bench.figures import Round, beside, figures, percentile


@pytest.mark.parametrize(
    ("share", "wanted"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100), (0.001, 1)]
)
def test_percentiles_of_a_hundred(share: float, wanted: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == wanted


def test_of_one_and_of_none() -> None:
    assert percentile([7.0], 0.99) == 7.0
    assert math.isnan(percentile([], 0.5))


def test_figures_are_in_milliseconds_and_a_second() -> None:
    rounds = [Round([0.001, 0.003, 0.002, 0.004], 2.0, lost=1), Round([0.002], 1.0, lost=2)]
    found = figures("x", 2, rounds)
    assert (found.count, found.p50, found.lost) == (5, 2.0, 3)
    assert (found.slowest, found.rate, found.fastest) == (1.0, 1.5, 2.0)


def test_a_ratio_is_taken_round_by_round_so_a_slow_spell_hits_both() -> None:
    own = [Round([0.1] * 10, 1.0), Round([0.4] * 5, 1.0), Round([0.1] * 30, 1.0)]
    peer = [Round([0.1] * 10, 1.0), Round([0.4] * 5, 1.0), Round([0.2] * 10, 1.0)]
    found = beside("peer", 8, own, peer)
    assert found.rate == (1.0, 1.0, 3.0)
    assert found.p95 == (1.0, 0.5, 1.0)

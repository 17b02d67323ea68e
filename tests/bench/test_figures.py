"""Percentiles and rates."""

import math

import pytest

from bench.figures import figures, percentile


@pytest.mark.parametrize(
    ("share", "wanted"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100), (0.001, 1)]
)
def test_percentiles_of_a_hundred(share: float, wanted: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == wanted


def test_of_one_and_of_none() -> None:
    assert percentile([7.0], 0.99) == 7.0
    assert math.isnan(percentile([], 0.5))


def test_figures_are_in_milliseconds_and_a_second() -> None:
    found = figures("x", 2, [0.001, 0.003, 0.002, 0.004], 2.0, lost=1)
    assert (found.count, found.rate, found.p50, found.lost) == (4, 2.0, 2.0, 1)

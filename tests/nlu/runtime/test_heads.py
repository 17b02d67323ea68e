"""Heads in eight bits: as near to what was learnt as eight bits can be."""

import numpy as np
import pytest

from nlu.runtime.heads.linear import Rounded, log_softmax
from nlu.runtime.spelling.ngrams import Ngrams

CLASSES = 3
COLUMNS = 2**10


@pytest.fixture
def weights() -> "np.typing.NDArray[np.float64]":
    return np.random.default_rng(4).normal(0, [0.1, 1, 10], (COLUMNS, CLASSES))


def test_each_weight_is_rounded_to_the_nearest_step(
    weights: "np.typing.NDArray[np.float64]",
) -> None:
    head = Rounded.from_weights(weights, np.zeros(CLASSES))

    away = np.abs(head.numbers * head.scale - weights)
    assert (away <= head.scale * 0.501).all()
    assert np.abs(head.numbers).max(axis=0).tolist() == [127] * CLASSES


def test_logits_are_those_of_the_whole_matrix(weights: "np.typing.NDArray[np.float64]") -> None:
    head = Rounded.from_weights(weights, np.array([1.0, 2.0, 3.0]))
    ngrams = Ngrams(1, 4, 10, np.ones(COLUMNS, np.float32))
    rows = ngrams.transform(["нас заперли", "", "help us"])

    dense = np.zeros((3, COLUMNS), np.float32)
    for row in range(3):
        one = rows.take([row])
        dense[row, one.indices] = one.data

    expected = dense @ (head.numbers * head.scale) + head.bias
    assert np.allclose(head.logits(rows), expected, atol=1e-5)
    assert np.allclose(head.logits(rows)[1], head.bias), "an empty text leaves the bias"


def test_weights_that_are_all_zero_stay_so() -> None:
    head = Rounded.from_weights(np.zeros((COLUMNS, 2)), np.zeros(2))

    assert not head.numbers.any()
    assert np.isfinite(head.scale).all()


def test_a_distribution_of_huge_logits_is_finite() -> None:
    log = log_softmax(np.array([[1e4, -1e4], [0.0, 0.0]]))

    assert np.isfinite(log[:, 0]).all()
    assert np.exp(log).sum(axis=1).tolist() == pytest.approx([1, 1])

"""Multinomial logistic regression of dense rows in single precision.

Scikit-learn's solver finds the same, but converts all rows to double precision in every round
(docs/decisions/0024). Only training imports this module.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize

from nlu.runtime.heads.linear import Dense, log_softmax

PLAN = ((4, 80), (1, 30))
"""Every so many rows, so many rounds of L-BFGS at most: what a quarter of the rows finds is near
what all find, so these need fewer. More rounds win in the third digit of the likelihood."""

_FLAT = 1e-4
"""The gradient's largest number at which a solution counts as found."""

_Plan = tuple[tuple[int, int], ...]


def fit_multinomial(rows: np.ndarray, labels: np.ndarray, c: float, plan: _Plan = PLAN) -> Dense:
    """Classes in alphabetical order, all against one another; also two of them have a column each.

    `c`: the inverse strength of regularisation, as in scikit-learn; the bias isn't regularised. Two
    columns that are each half of scikit-learn's one weigh half as much, so for them it is halved.
    """
    classes, truth = np.unique(labels, return_inverse=True)
    c = c / 2 if len(classes) == 2 else c
    found = np.zeros((rows.shape[1] + 1, len(classes)))
    for step, rounds in plan:
        part = np.ascontiguousarray(rows[::step], dtype=np.float32)
        found = _solve(part, truth[::step], c * step, found, rounds)
    return Dense(*_parted(found))


def _solve(
    rows: np.ndarray, truth: np.ndarray, c: float, start: np.ndarray, rounds: int
) -> np.ndarray:
    """From `start` to better weights, the bias below them."""
    each = np.arange(len(rows))

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = _parted(flat.reshape(start.shape))
        log = log_softmax(rows @ weights + bias)
        unlikely = -c * float(log[each, truth].sum(dtype=np.float64))
        slope = np.exp(log, out=log)
        slope[each, truth] -= 1
        slope *= np.float32(c)
        gradient = np.vstack([rows.T @ slope + weights, slope.sum(axis=0)])
        size = float(np.square(weights, dtype=np.float64).sum())
        return unlikely + size / 2, gradient.ravel().astype(np.float64)

    options = {"maxiter": rounds, "gtol": _FLAT}
    found = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options=options)
    return np.asarray(found.x).reshape(start.shape)


def _parted(whole: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights and bias."""
    whole = whole.astype(np.float32)
    return whole[:-1], whole[-1]

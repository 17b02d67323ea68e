"""How the heads learn. Only training imports this module."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Tuple

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from components.linear import Linear, TwoHeads, log_softmax


@dataclass(frozen=True)
class Rows:
    """What the heads see, one row a message."""

    embedding: np.ndarray
    ngrams: csr_matrix
    labels: np.ndarray
    locale: np.ndarray
    weight: np.ndarray


@dataclass(frozen=True)
class Penalty:
    """Inverse strength of regularisation (scikit-learn's C) of each head."""

    meaning: float = 0.01
    spelling: float = 10.0


def _linear(rows: "np.ndarray | csr_matrix", train: Rows, c: float, solver: str) -> Linear:
    model = LogisticRegression(C=c, solver=solver, max_iter=300)
    model.fit(rows, train.labels, sample_weight=train.weight)
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:  # two classes share one column in scikit-learn
        weights, bias = np.hstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
    return Linear(weights.astype(np.float32), bias.astype(np.float32))


def fit(train: Rows, penalty: Penalty = Penalty(), mix: float = 1.0) -> TwoHeads:
    """Both heads on all of `train`, not yet calibrated."""
    return TwoHeads(
        classes=tuple(np.unique(train.labels)),
        meaning=_linear(train.embedding, train, penalty.meaning, "lbfgs"),
        spelling=_linear(train.ngrams, train, penalty.spelling, "liblinear"),
        mix=mix,
        heat=1.0,
    )


def calibrate(heads: TwoHeads, aside: Rows) -> TwoHeads:
    """Chooses mix and heat that make messages most likely that the heads didn't learn from."""
    truth = np.searchsorted(np.array(heads.classes), aside.labels)
    meaning = heads.meaning.log_probabilities(aside.embedding)
    spelling = heads.spelling.log_probabilities(aside.ngrams)
    rows = np.arange(len(truth))

    def loss(mix: float, heat: float) -> float:
        log = log_softmax((meaning + mix * spelling) / heat)
        return -float(np.average(log[rows, truth], weights=aside.weight))

    def best(mix: float) -> Tuple[float, float]:
        found = minimize_scalar(lambda heat: loss(mix, heat), bounds=(0.2, 5), method="bounded")
        return float(found.fun), float(found.x)

    grid = np.round(np.arange(0.0, 3.01, 0.25), 2)
    mix = float(min(grid, key=lambda m: best(float(m))[0]))
    return replace(heads, mix=mix, heat=best(mix)[1])


def fit_locale(rows: csr_matrix, names: np.ndarray, c: float) -> Tuple[List[str], Linear]:
    """The locales, sorted, and a head that tells them apart by n-grams."""
    model = LogisticRegression(C=c, solver="liblinear", class_weight="balanced")
    model.fit(rows, names)
    head = Linear(model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32))
    return [str(name) for name in model.classes_], head


def fit_alarm(rows: csr_matrix, urgent: np.ndarray) -> np.ndarray:
    """One weight an n-gram; their sum orders windows by how alarming they look."""
    model = LogisticRegression(C=10.0, solver="liblinear").fit(rows, urgent)
    return np.asarray(model.coef_[0], dtype=np.float32)

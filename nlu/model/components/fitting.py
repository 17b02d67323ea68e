"""How the heads learn. Only training imports this module."""

from __future__ import annotations

import contextlib
import os
import warnings
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Callable, Iterator, List, Optional, Tuple

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from components.linear import Linear, TwoHeads, log_softmax

_CORES = os.cpu_count() or 1
_ROUNDS = 80
_PASSES = 5
"""Of n-gram heads over the messages: more than that take twice the time and find nothing that the
development set would show."""


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


@contextlib.contextmanager
def _unfinished() -> Iterator[None]:
    """Learning is ended early on purpose."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield


def _meaning(train: Rows, c: float) -> Linear:
    """Few columns: all classes against one another. What more rounds would win is in the third
    digit of the likelihood, for four times the time."""
    model = LogisticRegression(C=c, solver="lbfgs", max_iter=_ROUNDS)
    model.fit(train.embedding, train.labels, sample_weight=train.weight)
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:  # two classes share one column in scikit-learn
        weights, bias = np.hstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
    return Linear(weights.astype(np.float32), bias.astype(np.float32))


def _one_against_the_rest(
    rows: csr_matrix, is_class: np.ndarray, c: float, weight: Optional[np.ndarray]
) -> np.ndarray:
    """Weight of each column, then the bias. Liblinear works without Python's lock: threads help.
    Solved by its dual, which takes half the time where columns outnumber rows."""
    model = LogisticRegression(C=c, solver="liblinear", dual=True, max_iter=_PASSES, random_state=0)
    model.fit(rows, is_class, sample_weight=weight)
    return np.append(model.coef_[0], model.intercept_[0]).astype(np.float32)


def _spelling(
    rows: csr_matrix, labels: np.ndarray, c: float, weight: Optional[np.ndarray], pool: Executor
) -> Callable[[], Linear]:
    """Many sparse columns: each class against the rest, a thread a class."""
    classes = np.unique(labels)
    several = classes if len(classes) > 2 else classes[1:]
    waiting = [pool.submit(_one_against_the_rest, rows, labels == k, c, weight) for k in several]

    def done() -> Linear:
        columns = np.stack([one.result() for one in waiting], axis=1)
        if len(classes) == 2:
            columns = np.hstack([-columns, columns]) / 2
        return Linear(columns[:-1], columns[-1])

    return done


@_unfinished()
def fit(train: Rows, penalty: Penalty = Penalty()) -> Tuple[Linear, Linear]:
    """The head on the embedding and the one on n-grams, classes in alphabetical order."""
    with ThreadPoolExecutor(_CORES) as pool:
        spelling = _spelling(train.ngrams, train.labels, penalty.spelling, train.weight, pool)
        meaning = pool.submit(_meaning, train, penalty.meaning)
        return meaning.result(), spelling()


def weigh(columns: np.ndarray, urgent: np.ndarray) -> np.ndarray:
    """How much each opinion counts, and the bias, by messages that the heads didn't learn from."""
    spread = columns.std(axis=0)
    model = LogisticRegression(C=1.0).fit(columns / spread, urgent)
    return np.append(model.coef_[0] / spread, model.intercept_[0])


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


@_unfinished()
def fit_locale(rows: csr_matrix, names: np.ndarray, c: float) -> Tuple[List[str], Linear]:
    """The locales, sorted, and a head that tells them apart by n-grams; rare ones count as much."""
    found, place, count = np.unique(names, return_inverse=True, return_counts=True)
    weight = (len(names) / (len(found) * count))[place]
    with ThreadPoolExecutor(_CORES) as pool:
        return [str(name) for name in found], _spelling(rows, names, c, weight, pool)()


@_unfinished()
def fit_alarm(rows: csr_matrix, urgent: np.ndarray) -> np.ndarray:
    """One weight an n-gram; their sum orders windows by how alarming they look."""
    return _one_against_the_rest(rows, urgent, 10.0, None)[:-1]

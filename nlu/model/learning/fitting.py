"""How the heads learn. Only training imports this module."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from learning.multinomial import fit_multinomial
from nlu.runtime.heads.linear import Dense, Rounded, TwoHeads, log_softmax

_PASSES = 3
"""Of n-gram heads over the messages: five take half as long again and find nothing that the test
set would show (docs/decisions/0024)."""

_MIXES = tuple(step / 4 for step in range(13))
_LESS = tuple(step / 4 for step in range(7))
"""Of which mix, and how much of what is frequent is taken away, are chosen."""


@dataclass(frozen=True)
class Rows:
    """What the heads see, one row a message."""

    embedding: np.ndarray
    ngrams: csr_matrix
    labels: np.ndarray
    locale: np.ndarray

    def part(self, chosen: np.ndarray) -> Rows:
        """The chosen rows (a mask)."""
        own = self.labels[chosen], self.locale[chosen]
        return Rows(self.embedding[chosen], self.ngrams[chosen], *own)


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


def _spelling(
    rows: csr_matrix, labels: np.ndarray, c: float, weight: np.ndarray | None = None
) -> Rounded:
    """Many sparse columns: each class against the rest. Solved by its dual, which takes half the
    time where columns outnumber rows. It is rounded here, before
    anything is calibrated on it. One at a time: liblinear draws from one source of chance for
    the whole process, so beside another it would give another result each time."""
    model = LogisticRegression(C=c, solver="liblinear", dual=True, max_iter=_PASSES, random_state=0)
    model.fit(rows, labels, sample_weight=weight)
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:  # two classes share one column in scikit-learn
        weights, bias = np.hstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
    return Rounded.from_weights(weights, bias)


@_unfinished()
def fit(train: Rows, penalty: Penalty = Penalty()) -> tuple[Dense, Rounded]:
    """The head on the embedding and the one on n-grams, classes in alphabetical order. Liblinear
    works without Python's lock, so both learn at the same time, each on one core: products on two
    would wait for the core that liblinear has. Of two classes it has one to solve, and is through
    so soon that the products had better have both cores."""
    if len(np.unique(train.labels)) == 2:
        spelling = _spelling(train.ngrams, train.labels, penalty.spelling)
        return fit_multinomial(train.embedding, train.labels, penalty.meaning), spelling
    with ThreadPoolExecutor(1) as pool, threadpool_limits(1):
        solving = pool.submit(_spelling, train.ngrams, train.labels, penalty.spelling)
        meaning = fit_multinomial(train.embedding, train.labels, penalty.meaning)
        return meaning, solving.result()


def weigh(columns: np.ndarray, urgent: np.ndarray) -> np.ndarray:
    """How much each opinion counts, and the bias, by messages that the heads didn't learn from."""
    spread = columns.std(axis=0)
    model = LogisticRegression(C=1.0).fit(columns / spread, urgent)
    return np.append(model.coef_[0] / spread, model.intercept_[0])


def calibrate(heads: TwoHeads, aside: Rows, often: np.ndarray) -> TwoHeads:
    """Chooses mix and heat that make messages most likely that the heads didn't learn from, and how
    much of `often` is taken away: the logarithm of each class's share of the training messages.
    People don't ask for what most was written about."""
    truth = np.searchsorted(np.array(heads.classes), aside.labels)
    meaning = heads.meaning.log_probabilities(aside.embedding)
    spelling = heads.spelling.log_probabilities(aside.ngrams)
    rows = np.arange(len(truth))

    def best(mix: float, less: float) -> tuple[float, float]:
        both = meaning + mix * spelling - less * often

        def loss(heat: float) -> float:
            log = log_softmax(both / heat)
            return -float(log[rows, truth].mean())

        found = minimize_scalar(loss, bounds=(0.2, 5), method="bounded")
        return float(found.fun), float(found.x)

    def likeliest(less: float) -> float:
        return min(_MIXES, key=lambda mix: best(mix, less)[0])

    first = likeliest(0.0)
    less = min(_LESS, key=lambda share: best(first, share)[0])
    mix = likeliest(less)
    bias = (heads.meaning.bias - less * often).astype(np.float32)
    meant = Dense(heads.meaning.weights, bias)
    return replace(heads, meaning=meant, mix=mix, heat=best(mix, less)[1])


@_unfinished()
def fit_locale(rows: csr_matrix, names: np.ndarray, c: float) -> tuple[list[str], Rounded]:
    """The locales, sorted, and a head that tells them apart by n-grams; rare ones count as much."""
    found, place, count = np.unique(names, return_inverse=True, return_counts=True)
    weight = (len(names) / (len(found) * count))[place]
    return [str(name) for name in found], _spelling(rows, names, c, weight)


@_unfinished()
def fit_alarm(rows: csr_matrix, urgent: np.ndarray) -> Rounded:
    """One weight an n-gram; their sum orders windows by how alarming they look."""
    learnt = _spelling(rows, urgent, 10.0)
    both = learnt.numbers * learnt.scale
    return Rounded.from_weights(both[:, 1:] - both[:, :1], np.zeros(1))

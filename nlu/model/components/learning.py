"""The order of learning: heads on the training messages, then the development set settles them."""

from __future__ import annotations

from typing import Tuple

import numpy as np

from components.fitting import Penalty, Rows, calibrate, fit
from components.linear import TwoHeads


def learn_intents(train: Rows, development: Rows, penalty: Penalty) -> TwoHeads:
    """Calibrated heads over the intents."""
    return calibrate(fit(train, penalty), development)


def learn_urgency(
    train: Rows, development: Rows, penalty: Penalty, recall: float, least: float
) -> Tuple[TwoHeads, float, np.ndarray]:
    """Calibrated heads, the threshold, and the curve that it was chosen on.

    The curve has a row for each of 99 thresholds: threshold, recall, share of false alarms.
    """
    heads = calibrate(fit(train, penalty), development)
    log = heads.log_probabilities(development.embedding, development.ngrams)
    scores = np.exp(log[:, -1])
    urgent = development.labels == heads.classes[-1]
    threshold = choose_threshold(scores[urgent], development.locale[urgent], recall, least)
    steps = np.linspace(0.01, 0.99, 99)
    caught = [(scores[urgent] >= step).mean() for step in steps]
    false = [(scores[~urgent] >= step).mean() for step in steps]
    return heads, threshold, np.stack([steps, caught, false], axis=1)


def choose_threshold(scores: np.ndarray, locales: np.ndarray, recall: float, least: float) -> float:
    """The highest score that catches `recall` of all urgent messages and `least` in each locale."""
    parts = [scores[locales == locale] for locale in np.unique(locales)]
    return min(_reaching(scores, recall), *(_reaching(part, least) for part in parts))


def _reaching(scores: np.ndarray, recall: float) -> float:
    missed = int(np.floor((1 - recall) * len(scores) + 1e-9))
    return float(np.sort(scores)[missed])

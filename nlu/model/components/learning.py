"""The order of learning: heads on the training messages, then the development set settles them."""

from __future__ import annotations

from typing import Tuple

import numpy as np

from components.fitting import Penalty, Rows, calibrate, fit, weigh
from components.linear import Alarm, TwoHeads


def learn_intents(train: Rows, development: Rows, penalty: Penalty) -> TwoHeads:
    """Calibrated heads over the intents."""
    meaning, spelling = fit(train, penalty)
    classes = tuple(np.unique(train.labels))
    return calibrate(TwoHeads(classes, meaning, spelling, mix=1.0, heat=1.0), development)


def learn_urgency(
    train: Rows,
    development: Rows,
    emergency: np.ndarray,
    penalty: Penalty,
    recall: float,
    least: float,
) -> Tuple[Alarm, float, np.ndarray]:
    """The alarm, its threshold, and the curve that it was chosen on.

    `emergency`: log-odds of the intents, for the development set. The curve has a row for each of
    99 thresholds: threshold, recall, share of false alarms.
    """
    meaning, spelling = fit(train, penalty)
    seen = development.embedding, development.ngrams, emergency
    urgent = development.labels == "yes"
    shares = weigh(Alarm.columns(meaning, spelling, *seen), urgent)
    alarm = Alarm(meaning, spelling, shares)
    scores = alarm.scores(*seen)
    threshold = choose_threshold(scores[urgent], development.locale[urgent], recall, least)
    steps = np.linspace(0.01, 0.99, 99)
    caught = [(scores[urgent] >= step).mean() for step in steps]
    false = [(scores[~urgent] >= step).mean() for step in steps]
    return alarm, threshold, np.stack([steps, caught, false], axis=1)


def choose_threshold(scores: np.ndarray, locales: np.ndarray, recall: float, least: float) -> float:
    """The highest score that catches `recall` of all urgent messages and `least` in each locale."""
    parts = [scores[locales == locale] for locale in np.unique(locales)]
    return min(_reaching(scores, recall), *(_reaching(part, least) for part in parts))


def _reaching(scores: np.ndarray, recall: float) -> float:
    missed = int(np.floor((1 - recall) * len(scores) + 1e-9))
    return float(np.sort(scores)[missed])

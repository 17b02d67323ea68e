"""The order of learning: heads on the training messages, then the development set settles them."""

from __future__ import annotations

from typing import Dict, Tuple

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
) -> Tuple[Alarm, Dict[str, float], np.ndarray]:
    """The alarm, its threshold in each locale, and the curve over all.

    `emergency`: log-odds of the intents, for the development set. The curve has a row for each of
    99 thresholds: threshold, recall, share of false alarms.
    """
    meaning, spelling = fit(train, penalty)
    seen = development.embedding, development.ngrams, emergency
    urgent = development.labels == "yes"
    shares = weigh(Alarm.columns(meaning, spelling, *seen), urgent)
    alarm = Alarm(meaning, spelling, shares)
    scores = alarm.scores(*seen)
    thresholds = choose_thresholds(scores[urgent], development.locale[urgent], recall, least)
    steps = np.linspace(0.01, 0.99, 99)
    caught = [(scores[urgent] >= step).mean() for step in steps]
    false = [(scores[~urgent] >= step).mean() for step in steps]
    return alarm, thresholds, np.stack([steps, caught, false], axis=1)


def choose_thresholds(
    scores: np.ndarray, locales: np.ndarray, recall: float, least: float
) -> Dict[str, float]:
    """For each locale the highest score that catches `recall` of all urgent messages, or a lower
    one, if its own `least` asks for that. So where danger is heard less well, only messages there
    alarm more often."""
    common = _reaching(scores, recall)
    own = {str(name): _reaching(scores[locales == name], least) for name in np.unique(locales)}
    return {name: min(common, score) for name, score in own.items()}


def _reaching(scores: np.ndarray, recall: float) -> float:
    missed = int(np.floor((1 - recall) * len(scores) + 1e-9))
    return float(np.sort(scores)[missed])

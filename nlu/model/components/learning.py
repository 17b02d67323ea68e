"""The order of learning: on a part, calibrate on the rest, then once more on everything."""

from __future__ import annotations

from dataclasses import replace
from typing import Tuple

import numpy as np

from components.fitting import Penalty, Rows, calibrate, fit, split
from components.linear import TwoHeads


def learn_intents(rows: Rows, meaning: float, spelling: float) -> TwoHeads:
    """Calibrated heads over the intents."""
    return _learn(rows, Penalty(meaning, spelling))[0]


def learn_urgency(
    rows: Rows, meaning: float, spelling: float, recall: float
) -> Tuple[TwoHeads, float, np.ndarray]:
    """Calibrated heads, the threshold, and the curve that it was chosen on.

    The curve has a row for each of 99 thresholds: threshold, recall, share of false alarms.
    """
    heads, scores, aside = _learn(rows, Penalty(meaning, spelling))
    urgent = aside.labels == heads.classes[-1]
    own = aside.weight >= 1  # the messages themselves, without what was derived of them
    threshold = choose_threshold(scores[own & urgent], recall)
    steps = np.linspace(0.01, 0.99, 99)
    caught = [(scores[own & urgent] >= step).mean() for step in steps]
    false = [(scores[own & ~urgent] >= step).mean() for step in steps]
    return heads, threshold, np.stack([steps, caught, false], axis=1)


def choose_threshold(urgent_scores: np.ndarray, recall: float) -> float:
    """The highest score at which at least `recall` of the urgent messages are caught."""
    ordered = np.sort(urgent_scores)
    return float(ordered[int(np.floor((1 - recall) * len(ordered)))])


def _learn(rows: Rows, penalty: Penalty) -> Tuple[TwoHeads, np.ndarray, Rows]:
    kept, set_aside = split(rows.origin)
    aside = rows.take(set_aside)
    trial = calibrate(fit(rows.take(kept), penalty), aside)
    scores = np.exp(trial.log_probabilities(aside.embedding, aside.ngrams)[:, -1])
    final = replace(fit(rows, penalty), mix=trial.mix, heat=trial.heat)
    return final, scores, aside

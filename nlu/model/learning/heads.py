"""The order of learning: heads on the training messages, then the development set settles them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from learning.fitting import Penalty, Rows, calibrate, fit, weigh
from nlu.runtime.heads.linear import Alarm, TwoHeads
from nlu.runtime.heads.signal import SignalHead
from nlu.runtime.heads.urgency import UrgencyHead


def learn_intents(train: Rows, development: Rows, penalty: Penalty) -> TwoHeads:
    """Calibrated heads over the intents."""
    meaning, spelling = fit(train, penalty)
    classes, place = np.unique(train.labels, return_inverse=True)
    often = np.log(np.bincount(place) / len(place))
    heads = TwoHeads(tuple(classes), meaning, spelling, mix=1.0, heat=1.0)
    return calibrate(heads, development, often)


KEPT_ASIDE = 5
"""Each fifth message is kept aside, to settle how much the two heads on signals count."""


def learn_signals(rows: Rows, penalty: Penalty) -> SignalHead:
    """Settled on a part of the messages, then learnt from all. How often a signal stands among
    them tells something: most messages tell none."""
    aside = np.arange(len(rows.labels)) % KEPT_ASIDE == 0
    meaning, spelling = fit(rows.part(~aside), penalty)
    classes = tuple(np.unique(rows.labels))
    heads = TwoHeads(classes, meaning, spelling, mix=1.0, heat=1.0)
    settled = calibrate(heads, rows.part(aside), np.zeros(len(classes)))
    meaning, spelling = fit(rows, penalty)
    return SignalHead(replace(settled, meaning=meaning, spelling=spelling))


@dataclass(frozen=True)
class Aims:
    """Of the development set: the shares of urgent messages that thresholds must catch, in all and
    in each locale (`least`), and the share of calm ones that may reach `UrgencyHead.sure`. `false`:
    the share of calm ones that may alarm, in all and in each locale; no threshold goes below it."""

    recall: float
    least: float
    sure: float
    false: float


def learn_urgency(
    train: Rows, development: Rows, emergency: np.ndarray, penalty: Penalty, aims: Aims
) -> UrgencyHead:
    """`emergency`: log-odds of the intents, for the development set."""
    meaning, spelling = fit(train, penalty)
    seen = development.embedding, development.ngrams, emergency
    urgent = development.labels == "yes"
    shares = weigh(Alarm.columns(meaning, spelling, *seen), urgent)
    alarm = Alarm(meaning, spelling, shares)
    scores = alarm.scores(*seen)
    caught_by = scores[urgent], development.locale[urgent]
    rung_by = scores[~urgent], development.locale[~urgent]
    thresholds = choose_thresholds(*caught_by, *rung_by, aims)
    sure = max(float(np.quantile(scores[~urgent], 1 - aims.sure)), *thresholds.values())
    steps = np.linspace(0.01, 0.99, 99)
    caught = [(scores[urgent] >= step).mean() for step in steps]
    false = [(scores[~urgent] >= step).mean() for step in steps]
    return UrgencyHead(alarm, thresholds, sure, np.stack([steps, caught, false], axis=1))


def choose_thresholds(
    scores: np.ndarray,
    locales: np.ndarray,
    calm_scores: np.ndarray,
    calm_locales: np.ndarray,
    aims: Aims,
) -> dict[str, float]:
    """For each locale the highest score that catches `recall` of all urgent messages, or a lower
    one, if its own `least` asks for that. So where danger is heard less well, only messages there
    alarm more often; but never more of the calm ones than `false`. `scores`: of urgent messages."""
    common = max(_reaching(scores, aims.recall), _ringing(calm_scores, aims.false))
    found = {}
    for name in map(str, np.unique(locales)):
        own = min(common, _reaching(scores[locales == name], aims.least))
        floor = _ringing(calm_scores[calm_locales == name], aims.false)
        found[name] = max(own, min(common, floor))
    return found


def _ringing(calm_scores: np.ndarray, share: float) -> float:
    return float(np.quantile(calm_scores, 1 - share)) if len(calm_scores) else 0.0


def _reaching(scores: np.ndarray, recall: float) -> float:
    missed = int(np.floor((1 - recall) * len(scores) + 1e-9))
    return float(np.sort(scores)[missed])

"""The heads' solver finds what scikit-learn's finds."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from learning.multinomial import fit_multinomial
from nlu.runtime.heads.linear import odds

KINDS = np.array(["greet", "thank", "deny", "affirm"])


@pytest.mark.parametrize("c", [0.01, 1.0])
def test_many_classes_are_parted_as_by_scikit_learn(c: float) -> None:
    rng = np.random.default_rng(5)
    rows = rng.normal(size=(400, 12)).astype(np.float32)
    labels = KINDS[(rows[:, :4] + rng.normal(0, 0.5, (400, 4))).argmax(axis=1)]

    ours = fit_multinomial(rows, labels, c)
    theirs = LogisticRegression(C=c, max_iter=500).fit(rows, labels)

    chances = np.exp(ours.log_probabilities(rows))
    assert np.abs(chances - theirs.predict_proba(rows)).max() < 0.002


def test_of_two_classes_each_has_half_of_one_column() -> None:
    rng = np.random.default_rng(6)
    rows = rng.normal(size=(300, 5)).astype(np.float32)
    labels = np.where(rows[:, 0] + rng.normal(0, 0.7, 300) > 0, "yes", "no")

    ours = fit_multinomial(rows, labels, 0.1)
    theirs = LogisticRegression(C=0.1, max_iter=500).fit(rows, labels)

    assert np.allclose(ours.weights[:, 0], -ours.weights[:, 1], atol=1e-4)
    assert np.abs(odds(ours.logits(rows)) - theirs.decision_function(rows)).max() < 0.01


def test_each_round_makes_what_was_seen_likelier() -> None:
    rows = np.random.default_rng(7).normal(size=(200, 30)).astype(np.float32)
    labels = KINDS[np.arange(200) % 4]

    def likelihood(rounds: int) -> float:
        head = fit_multinomial(rows, labels, 1.0, ((2, rounds), (1, rounds)))
        return float(head.log_probabilities(rows)[labels[:, None] == np.unique(labels)].mean())

    assert np.log(1 / 4) < likelihood(1) < likelihood(3) < likelihood(100)

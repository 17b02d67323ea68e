"""How the alarm's threshold is chosen."""

from __future__ import annotations

import numpy as np

from components.learning import choose_threshold


def test_the_highest_score_that_still_catches_enough() -> None:
    scores, locales = np.arange(1, 101) / 100, np.array(["ru"] * 100)

    assert choose_threshold(scores, locales, recall=0.97, least=0.9) == 0.04


def test_no_locale_pays_for_the_others() -> None:
    scores = np.concatenate([np.full(98, 0.9), np.array([0.2, 0.1])])
    locales = np.array(["ru"] * 80 + ["tg"] * 20)

    assert choose_threshold(scores, locales, recall=0.95, least=0.9) == 0.9
    assert choose_threshold(scores, locales, recall=0.95, least=0.95) == 0.2


def test_more_recall_never_raises_the_threshold() -> None:
    scores = np.random.default_rng(1).random(200)
    locales = np.array(["ru", "kk"] * 100)

    found = [choose_threshold(scores, locales, r, r - 0.02) for r in (0.5, 0.8, 0.9, 0.97, 1.0)]

    assert found == sorted(found, reverse=True)
    assert (scores >= found[-1]).all()

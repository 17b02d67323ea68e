"""How heads learn, and how the alarm's opinions and threshold are chosen."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from learning.fitting import Penalty, Rows, fit
from learning.heads import Aims, choose_thresholds, learn_intents, learn_urgency
from nlu.runtime.heads.linear import TwoHeads, log_odds
from nlu.runtime.heads.urgency import UrgencyHead

CALM = np.zeros(0), np.zeros(0, dtype=str)
"""No calm message, so none that may not alarm."""

URGENT = np.array([True, False] * 60)
AIMS = Aims(0.95, 0.9, 0.02, 1.0)


def _rows(urgent: np.ndarray, seed: int) -> Rows:
    rng = np.random.default_rng(seed)
    told = urgent[:, None] + rng.normal(0, 0.4, (len(urgent), 3))
    return Rows(
        embedding=told.astype(np.float32),
        ngrams=csr_matrix(np.round(told).clip(0)),
        labels=np.where(urgent, "yes", "no"),
        locale=np.array(["ru"] * len(urgent)),
    )


def test_two_classes_and_many_are_learnt_alike() -> None:
    rows = _rows(URGENT, 0)

    meaning, spelling = fit(rows)

    by_each = meaning.log_probabilities(rows.embedding), spelling.log_probabilities(rows.ngrams)
    for log in by_each:
        right = log[:, 1] > np.log(0.5)
        assert (right == URGENT).mean() > 0.9


def test_much_training_for_a_class_gives_it_no_start_where_people_ask_alike_for_all() -> None:
    def rows(rare: int, seed: int) -> Rows:
        rng = np.random.default_rng(seed)
        seldom = np.arange(600) < rare
        told = seldom[:, None] + rng.normal(0, 1.0, (600, 2))
        labels = np.where(seldom, "ask_minors", "ask_police")
        counted = csr_matrix(np.zeros((600, 1)))
        return Rows(told.astype(np.float32), counted, labels, labels)

    train, even, judged = rows(30, 1), rows(300, 2), rows(300, 3)

    by_even = learn_intents(train, even, Penalty())
    by_training = learn_intents(train, rows(30, 4), Penalty())

    def heard(heads: TwoHeads) -> float:
        log = heads.log_probabilities(judged.embedding, judged.ngrams)
        return float((log.argmax(axis=1) == 0)[:300].mean())

    assert heard(by_even) > 0.7
    assert heard(by_training) < 0.5


def test_the_same_messages_teach_the_same_each_time() -> None:
    rng = np.random.default_rng(8)
    labels = np.array(["deny", "greet", "thank"])[rng.integers(0, 3, 600)]
    told = (labels[:, None] == np.unique(labels)) + rng.normal(0, 0.5, (600, 3))
    rows = Rows(told.astype(np.float32), csr_matrix(told), labels, labels)

    first, second = fit(rows), fit(rows)

    assert np.array_equal(first[0].weights, second[0].weights)
    assert np.array_equal(first[1].numbers, second[1].numbers)
    assert np.array_equal(first[1].scale, second[1].scale)
    heard = np.unique(labels)[first[1].log_probabilities(rows.ngrams).argmax(axis=1)]
    assert (heard == labels).mean() > 0.6


def test_an_opinion_that_tells_counts_and_noise_hardly_does() -> None:
    train, aside = _rows(URGENT, 1), _rows(URGENT, 2)
    noise = np.random.default_rng(3).normal(0, 5, len(URGENT))
    sure = np.where(URGENT, 9.0, -9.0)

    deaf = learn_urgency(train, aside, noise, Penalty(), AIMS).alarm
    learnt = learn_urgency(train, aside, sure, Penalty(), AIMS)
    keen, thresholds, curve = learnt.alarm, learnt.thresholds, learnt.curve

    assert abs(deaf.shares[2] * noise.std()) < abs(keen.shares[2] * sure.std()) / 4
    scores = keen.scores(aside.embedding, aside.ngrams, sure)
    assert (scores[URGENT] >= thresholds["ru"]).mean() >= 0.95
    assert scores[~URGENT].max() < thresholds["ru"]
    assert (scores[~URGENT] >= learnt.sure).mean() <= AIMS.sure
    assert curve.shape == (99, 3)


def test_an_alarm_comes_back_from_storage_as_it_was() -> None:
    rows = _rows(URGENT, 4)
    head = learn_urgency(rows, rows, np.zeros(len(URGENT)) + URGENT, Penalty(), AIMS)
    alarm = head.alarm

    again = UrgencyHead.of({}, head.learnt()).alarm

    seen = rows.embedding, rows.ngrams, np.zeros(len(URGENT))
    assert np.array_equal(again.scores(*seen), alarm.scores(*seen))


def test_certainty_has_finite_odds() -> None:
    log = np.array([[0.0, -np.inf], [-np.inf, 0.0], [np.log(0.5), np.log(0.5)]])

    odds = log_odds(log, np.array([False, True]))

    assert np.isfinite(odds).all()
    assert odds[0] < -10
    assert odds[1] > 10
    assert abs(odds[2]) < 1e-9


def _thresholds(
    scores: np.ndarray, locales: np.ndarray, recall: float, least: float
) -> dict[str, float]:
    return choose_thresholds(scores, locales, *CALM, Aims(recall, least, 0.02, 1.0))


def test_no_threshold_lets_too_many_calm_messages_alarm() -> None:
    scores, locales = np.array([0.9] * 90 + [0.1] * 10), np.array(["ru"] * 100)
    calm = np.concatenate([np.full(96, 0.05), np.full(4, 0.5)])
    aims = Aims(1.0, 1.0, 0.02, 0.04)

    found = choose_thresholds(scores, locales, calm, np.array(["ru"] * 100), aims)

    assert found["ru"] > 0.05
    assert (calm >= found["ru"]).mean() <= 0.04
    assert choose_thresholds(scores, locales, *CALM, aims) == {"ru": 0.1}


def test_the_highest_score_that_still_catches_enough() -> None:
    scores, locales = np.arange(1, 101) / 100, np.array(["ru"] * 100)

    assert _thresholds(scores, locales, 0.97, 0.9) == {"ru": 0.04}


def test_a_locale_where_less_is_heard_has_a_lower_threshold_and_no_other_pays_for_it() -> None:
    scores = np.concatenate([np.full(98, 0.9), np.array([0.2, 0.1])])
    locales = np.array(["ru"] * 80 + ["tg"] * 20)

    content = _thresholds(scores, locales, 0.95, 0.9)
    strict = _thresholds(scores, locales, 0.95, 0.95)

    assert content == {"ru": 0.9, "tg": 0.9}
    assert strict == {"ru": 0.9, "tg": 0.2}


def test_more_recall_never_raises_a_threshold() -> None:
    scores = np.random.default_rng(1).random(200)
    locales = np.array(["ru", "kk"] * 100)

    asked = (0.5, 0.8, 0.9, 0.97, 1.0)
    found = [_thresholds(scores, locales, recall, recall - 0.02) for recall in asked]

    for name in ("ru", "kk"):
        each = [thresholds[name] for thresholds in found]
        assert each == sorted(each, reverse=True)
        assert (scores[locales == name] >= each[-1]).all()

"""How far the training messages explain one another: `python crossvalidate.py [--folds N]`.

Each message is judged by heads that learnt from the other folds. Only the encoder as it was
published can be judged so, since the adapted one has learnt from all messages: this tells how the
data is, not how good the model is, which the test set tells. The last line of stdout is JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from adaptation.measuring import read_part, rows_of
from encoding.cache import CachedEncoder
from encoding.encoder import frozen_encoder
from fingerprint import DATA
from learning.counting import as_matrix, learn_ngrams
from learning.fitting import Penalty, fit
from nlu.runtime.reading.text import fold
from nlu.runtime.spelling.ngrams import Ngrams
from preparation.intents import INTENTS
from preparation.read import Example, read_folder

RECALL = 0.95
_CENTRED = 1e-6


@dataclass(frozen=True)
class Said:
    """Of each message: log-probabilities of the intents and of danger, by heads that didn't learn
    from it."""

    intent: np.ndarray
    danger: np.ndarray


def cross_validate(
    examples: list[Example], folds: int, encoder: CachedEncoder, seed: int = 0
) -> Said:
    """Judges every message once. Messages of an intent and a locale are spread over all folds."""
    vectors = encoder.encode([read_part(one) for one in examples])
    texts = [fold(one.text) for one in examples]
    strata = [f"{one.locale} {one.intent}" for one in examples]
    intent = np.full((len(examples), len(INTENTS)), -np.inf)
    danger = np.zeros(len(examples))
    split = StratifiedKFold(folds, shuffle=True, random_state=seed)
    for number, (learn, judge) in enumerate(split.split(texts, strata)):
        _say(f"fold {number + 1} of {folds}")
        ngrams = Ngrams(1, 4, 17)
        learnt = learn_ngrams(ngrams, [texts[i] for i in learn])
        judged = as_matrix(ngrams.transform([texts[i] for i in judge]), ngrams.columns)
        sides = ((learn, learnt), (judge, judged))
        centre, spread = vectors[learn].mean(axis=0), vectors[learn].std(axis=0)
        seen = (vectors - centre) / np.maximum(spread, _CENTRED)
        for urgency in (False, True):
            train, aside = (
                rows_of([examples[i] for i in places], seen[places], counted, urgency)
                for places, counted in sides
            )
            meaning, spelling = fit(train, Penalty())
            logs = meaning.log_probabilities(aside.embedding)
            logs = logs + spelling.log_probabilities(aside.ngrams)
            if urgency:
                danger[judge] = logs[:, 1] - logs[:, 0]
            else:
                columns = [INTENTS.index(name) for name in np.unique(train.labels)]
                intent[np.ix_(judge, columns)] = logs
    return Said(intent, danger)


def summary(examples: list[Example], said: Said, folds: int) -> dict[str, Any]:
    """Accuracy and macro-F1 of the intents; false alarms where 95 % of danger are caught."""
    meant = np.array([INTENTS.index(one.intent) for one in examples])
    heard = said.intent.argmax(axis=1)
    locale = np.array([one.locale for one in examples])
    urgent = np.array([one.urgent for one in examples])
    hard = np.array([one.hard_negative for one in examples])
    least = np.sort(said.danger[urgent])[int((1 - RECALL) * urgent.sum())]
    right, alarms = heard == meant, said.danger >= least
    return {
        "folds": folds,
        "messages": len(examples),
        "accuracy": _share(right),
        "macro_f1": round(float(f1_score(meant, heard, average="macro")), 3),
        "recall": RECALL,
        "false_alarms": _share(alarms[~urgent]),
        "hard_negatives": _share(alarms[hard & ~urgent]),
        "locales": {name: _share(right[locale == name]) for name in dict.fromkeys(locale)},
    }


def _share(true: np.ndarray) -> float:
    return round(float(true.mean()), 3)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Judge the training messages by one another.")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args(arguments)
    examples = read_folder(DATA)
    said = cross_validate(examples, options.folds, CachedEncoder(frozen_encoder()))
    print(json.dumps(summary(examples, said, options.folds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

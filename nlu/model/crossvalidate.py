"""How far the training messages explain one another: `python crossvalidate.py [--folds N]`.

Each message is judged by heads that learnt from the other folds. Only the encoder as it was
published can be judged so, since the adapted one has learnt from all messages: this tells how the
data is, not how good the model is, which the test set tells. The last line of stdout is JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from components.cache import CachedEncoder
from components.encoder import frozen_encoder
from components.fitting import Penalty, Rows, fit
from components.ngrams import Ngrams
from components.text import clean, fold
from components.windows import WINDOW_CHARACTERS
from fingerprint import DATA
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
    examples: List[Example], folds: int, encoder: CachedEncoder, seed: int = 0
) -> Said:
    """Judges every message once. Messages of an intent and a locale are spread over all folds."""
    vectors = encoder.encode([_read(one) for one in examples])
    texts = [fold(one.text) for one in examples]
    strata = [f"{one.locale} {one.intent}" for one in examples]
    intent = np.full((len(examples), len(INTENTS)), -np.inf)
    danger = np.zeros(len(examples))
    split = StratifiedKFold(folds, shuffle=True, random_state=seed)
    for number, (learn, judge) in enumerate(split.split(texts, strata)):
        _say(f"fold {number + 1} of {folds}")
        ngrams = Ngrams(1, 4, 17)
        ngrams.fit([texts[i] for i in learn])
        centre, spread = vectors[learn].mean(axis=0), vectors[learn].std(axis=0)
        seen = (vectors - centre) / np.maximum(spread, _CENTRED)

        def rows(places: np.ndarray, urgency: bool, seen: np.ndarray = seen) -> Rows:
            chosen = [examples[i] for i in places]
            named = [("yes" if e.urgent else "no") if urgency else e.intent for e in chosen]
            return Rows(
                embedding=seen[places].astype(np.float32),
                ngrams=ngrams.transform([texts[i] for i in places]),  # noqa: B023 - used at once
                labels=np.array(named),
                locale=np.array([e.locale for e in chosen]),
                weight=np.ones(len(chosen)),
            )

        for urgency in (False, True):
            train, aside = rows(learn, urgency), rows(judge, urgency)
            meaning, spelling = fit(train, Penalty())
            logs = meaning.log_probabilities(aside.embedding)
            logs = logs + spelling.log_probabilities(aside.ngrams)
            if urgency:
                danger[judge] = logs[:, 1] - logs[:, 0]
            else:
                columns = [INTENTS.index(name) for name in np.unique(train.labels)]
                intent[np.ix_(judge, columns)] = logs
    return Said(intent, danger)


def summary(examples: List[Example], said: Said, folds: int) -> Dict[str, Any]:
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


def _read(example: Example) -> str:
    return clean(example.text)[:WINDOW_CHARACTERS]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Optional[Sequence[str]] = None) -> int:
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

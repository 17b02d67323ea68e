"""How well signals are told in messages not learnt from: `python crossvalidate_signals.py`.

Each fifth of the messages in signals/ is judged by heads that learnt from the others. The encoder
hasn't learnt from any of them. The last line of stdout is JSON: of each signal the share that is
told (`told`) and the share taken for another signal (`other`) from the confidence on that counts;
of messages that tell none, the share in which one is heard (`heard`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.model_selection import StratifiedKFold

import repository  # noqa: F401 - nlu.runtime lies outside this folder
from encoding.cache import CachedEncoder
from fingerprint import ROOT
from learning.counting import as_matrix
from learning.fitting import Penalty, Rows
from learning.heads import learn_signals
from nlu.intents import SIGNAL_CONFIDENCE
from nlu.runtime.bundle import Bundle, read_bundle
from nlu.runtime.heads.meaning import Meaning
from nlu.runtime.heads.signal import NONE
from nlu.runtime.reading.text import clean, folded
from nlu.runtime.reading.windows import cut
from nlu.runtime.spelling.ngrams import Ngrams
from preparation.signals import FOLDER, Told, read_signals

FOLDS = 5


def rows_of(messages: Sequence[Told], bundle: Bundle, encoder: CachedEncoder) -> Rows:
    """Embedding and n-grams of each message, by the featurizers of a bundle."""
    ngrams, meaning = (bundle.components[n] for n in ("NgramFeaturizer", "SentenceFeaturizer"))
    texts = [clean(one.text) for one in messages]
    counting = Ngrams.of(ngrams.settings, ngrams.learnt)
    counted = counting.transform([folded(text) for text in texts])
    embedded = encoder.encode([cut(text)[0] for text in texts])
    return Rows(
        embedding=Meaning.of(meaning.settings, meaning.learnt).regular(embedded),
        ngrams=as_matrix(counted, counting.columns).tocsr(),
        labels=np.array([one.signal for one in messages]),
        locale=np.array([one.locale for one in messages]),
    )


def cross_validate(rows: Rows, penalty: Penalty, seed: int = 0) -> np.ndarray:
    """The signal that is heard in each message from `SIGNAL_CONFIDENCE` on, else `NONE`. Messages
    of a signal and a locale are spread over all folds."""
    heard = np.full(len(rows.labels), NONE, dtype=object)
    strata = np.char.add(np.char.add(rows.locale, " "), rows.labels)
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for learn, judge in split.split(strata, strata):
        chosen = np.zeros(len(heard), dtype=bool)
        chosen[learn] = True
        heads = learn_signals(rows.part(chosen), penalty).heads
        log = heads.log_probabilities(rows.embedding[judge], rows.ngrams[judge])
        names = np.array(heads.classes, dtype=object)[log.argmax(axis=1)]
        least = np.array([SIGNAL_CONFIDENCE.get(name, 0.0) for name in names])
        heard[judge] = np.where(np.exp(log.max(axis=1)) >= least, names, NONE)
    return heard


def summary(labels: np.ndarray, heard: np.ndarray) -> dict[str, Any]:
    """Of each signal what is told, of the others what is heard."""
    found: dict[str, Any] = {
        "messages": len(labels),
        "heard": _share(heard[labels == NONE] != NONE),
    }
    for name in np.unique(labels[labels != NONE]):
        own = heard[labels == name]
        found[str(name)] = {
            "told": _share(own == name),
            "other": _share((own != name) & (own != NONE)),
        }
    return found


def _share(true: np.ndarray) -> float:
    return round(float(true.mean()), 3)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    argparse.ArgumentParser(description="Judge the signals by one another.").parse_args(arguments)
    bundle = read_bundle()
    rows = rows_of(read_signals(ROOT / FOLDER), bundle, CachedEncoder())
    settings = bundle.components["SignalClassifier"].settings
    heard = cross_validate(rows, Penalty(settings["meaning"], settings["spelling"]))
    print(json.dumps(summary(rows.labels, heard)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

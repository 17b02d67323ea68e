"""What adaptation is worth: the pipeline's heads on the frozen and on the adapted encoder.

Both learn from the training messages, without variants, and are measured on the development set.
Only the weights of the opinions and the heat, six numbers in all, have seen that set; the figures
of the whole pipeline on the test set are in docs/understanding.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from adaptation.figures import Judged, figures
from encoding.cache import CachedEncoder
from encoding.encoder import adapted_encoder, frozen_encoder
from learning.counting import as_matrix, learn_ngrams
from learning.fitting import Penalty, Rows, fit
from learning.heads import Aims, learn_intents, learn_urgency
from nlu.runtime.encoder.encoder import SentenceEncoder
from nlu.runtime.heads.linear import log_odds
from nlu.runtime.reading.text import clean, fold
from nlu.runtime.reading.windows import WINDOW_CHARACTERS
from nlu.runtime.spelling.ngrams import Ngrams
from preparation.intents import EMERGENCIES, INTENTS
from preparation.read import Example, read_folder


def measure(data: Path, development: Path) -> Iterator[str]:
    """Lines of Markdown tables for each encoder."""
    train, judged = read_folder(data), read_folder(development)
    ngrams = Ngrams(1, 4, 17)
    learn_ngrams(ngrams, [fold(example.text) for example in train])
    yield f"{len(train)} training messages, {len(judged)} development messages"
    for title, encoder in (("frozen", frozen_encoder()), ("adapted", adapted_encoder())):
        seen = _Seen(encoder, ngrams, train, judged)
        for also, name in ((False, "embedding alone"), (True, "as in the pipeline")):
            yield f"\n## {title}, {name}\n"
            yield from _figures(seen, also)


class _Seen:
    """Rows of both sets as one encoder sees them."""

    def __init__(
        self,
        encoder: SentenceEncoder,
        ngrams: Ngrams,
        train: Sequence[Example],
        judged: Sequence[Example],
    ) -> None:
        cached = CachedEncoder(encoder)
        rows = cached.encode([read_part(example) for example in train])
        self._centre, self._scale = rows.mean(axis=0), rows.std(axis=0)
        self._ngrams = ngrams
        self.train, self.judged = list(train), list(judged)
        self._rows = rows
        self._judged_rows = CachedEncoder(encoder).encode(
            [read_part(example) for example in judged]
        )

    def rows(self, urgency: bool) -> tuple[Rows, Rows]:
        """Of the training messages and of the development messages."""
        return (
            self._of(self.train, self._rows, urgency),
            self._of(self.judged, self._judged_rows, urgency),
        )

    def _of(self, examples: list[Example], rows: np.ndarray, urgency: bool) -> Rows:
        seen = (rows - self._centre) / self._scale
        found = self._ngrams.transform([fold(example.text) for example in examples])
        ngrams = as_matrix(found, self._ngrams.columns)
        return rows_of(examples, seen, ngrams, urgency)


def read_part(example: Example) -> str:
    """What the encoder reads of a message: the first window of its cleaned text."""
    return clean(example.text)[:WINDOW_CHARACTERS]


def rows_of(
    examples: Sequence[Example], embedding: np.ndarray, ngrams: csr_matrix, urgency: bool
) -> Rows:
    """Rows whose label is the intent, or whether the message is urgent ("no", "yes")."""
    labels = [("yes" if e.urgent else "no") if urgency else e.intent for e in examples]
    return Rows(
        embedding=np.asarray(embedding, dtype=np.float32),
        ngrams=ngrams,
        labels=np.array(labels),
        locale=np.array([example.locale for example in examples]),
    )


def _figures(seen: _Seen, with_ngrams: bool) -> Iterator[str]:
    train, judged = seen.rows(urgency=False)
    heads = learn_intents(train, judged, Penalty())
    if not with_ngrams:
        heads = replace(heads, mix=0.0)
    log = heads.log_probabilities(judged.embedding, judged.ngrams)
    intent = np.full((len(seen.judged), len(INTENTS)), -np.inf)
    intent[:, [INTENTS.index(name) for name in heads.classes]] = log
    train, judged = seen.rows(urgency=True)
    if with_ngrams:
        emergency = log_odds(log, np.array([name in EMERGENCIES for name in heads.classes]))
        alarm = learn_urgency(train, judged, emergency, Penalty(), Aims(0.95, 0.9, 0.01, 1.0)).alarm
        scores: np.ndarray = alarm.scores(judged.embedding, judged.ngrams, emergency)
    else:
        scores = fit(train, Penalty())[0].log_probabilities(judged.embedding)[:, 1]
    yield from figures(Judged.of(seen.judged), intent, scores)

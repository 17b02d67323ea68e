"""The sentence embeddings of a message, centred and scaled by what training has seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.runtime.encoder.encoder import SentenceEncoder
from nlu.runtime.heads.linear import Rounded
from nlu.runtime.learnt import Learnt
from nlu.runtime.reading.choosing import choose_windows
from nlu.runtime.reading.text import clean
from nlu.runtime.reading.windows import cut
from nlu.runtime.spelling.rows import Floats, Rows
from nlu.runtime.spelling.speller import Spelled


@dataclass(frozen=True)
class Seen:
    """Some texts as the heads see them, a row each."""

    embedding: Floats
    ngrams: Rows


@dataclass(frozen=True)
class Read:
    """A message as it was read: its windows, as many as there was time for; the whole; and its
    sentences, each for itself, since a cry among calm sentences is drowned by them."""

    windows: Seen
    whole: Seen
    sentences: Seen | None


@dataclass(frozen=True)
class Meaning:
    """How embeddings are regularised, and which n-grams make a window worth reading first.

    Raw embeddings of this encoder all point one way (the mean is most of each vector), which
    hides what differs; so the mean is taken away and each number divided by its deviation.
    """

    mean: Floats
    scale: Floats
    alarm: Rounded
    tokens: int
    sentence_tokens: int

    @classmethod
    def of(cls, settings: dict[str, Any], learnt: Learnt) -> Meaning:
        """By the settings of the pipeline and what was learnt."""
        arrays = learnt.arrays
        limits = settings["tokens"], settings["sentence_tokens"]
        return cls(arrays["mean"], arrays["scale"], Rounded.of(arrays, "alarm"), *limits)

    def learnt(self) -> Learnt:
        """The component as it is stored; `of` reverses it."""
        own = {"mean": self.mean, "scale": self.scale}
        return Learnt({}, {**own, **self.alarm.arrays("alarm")})

    def regular(self, rows: npt.NDArray[Any]) -> Floats:
        """Embeddings as the heads take them."""
        return np.asarray((rows - self.mean) * self.scale, dtype=np.float32)

    def vectors(self, texts: Sequence[str], encoder: SentenceEncoder) -> Floats:
        """Vectors for search by meaning, of length one: one for each text, of a long one for its
        first window. Those of texts that mean the same have a large product, in all locales."""
        rows = self.regular(encoder.encode([cut(clean(text))[0] for text in texts]))
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def read(self, spelled: Spelled, encoder: SentenceEncoder) -> Read:
        """Encodes as many windows, and as many sentences, as their limits allow, the most alarming
        first."""
        windows = self._seen(spelled.windows, spelled.of_windows, self.tokens, encoder)
        whole = windows.embedding
        if len(whole) > 1:
            whole = whole.mean(axis=0, keepdims=True)
        parts = None
        if spelled.sentences:
            rows = spelled.sentences, spelled.of_sentences
            parts = self._seen(*rows, self.sentence_tokens, encoder)
        return Read(windows, Seen(whole, spelled.whole), parts)

    def _seen(self, texts: list[str], rows: Rows, limit: int, encoder: SentenceEncoder) -> Seen:
        alarm = self.alarm.logits(rows)[:, 0]
        places, chosen = choose_windows(texts, alarm, limit, encoder.tokens)
        own = rows if len(places) == len(rows) else rows.take(places)
        return Seen(self.regular(encoder.encode(chosen)), own)

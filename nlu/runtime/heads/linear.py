"""Linear heads: one on the sentence embedding, one on n-grams, their log-probabilities added.

Two heads rather than one matrix: the few hundred numbers of an embedding and the hundred
thousand n-grams need different regularisation, and in one matrix the many swamp the few.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.runtime.learnt import Arrays, Learnt
from nlu.runtime.spelling.rows import Floats, Sparse, spans

MOST = 127
"""The largest number of eight bits, on both sides of zero."""


def log_softmax(logits: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The logarithm of softmax, row-wise, without overflow."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


@dataclass(frozen=True)
class Dense:
    """A trained classifier of embeddings: `weights` is (numbers, classes)."""

    weights: Floats
    bias: Floats

    def logits(self, rows: Floats) -> Floats:
        """Logits: a row a message, a column a class."""
        return np.asarray(rows @ self.weights + self.bias)

    def log_probabilities(self, rows: Floats) -> Floats:
        """Each row is a distribution over the classes."""
        return log_softmax(self.logits(rows))

    def arrays(self, name: str) -> Arrays:
        """The classifier as it is stored; `of` reverses it."""
        weights, bias = self.weights.astype(np.float32), self.bias.astype(np.float32)
        return {name: weights, f"{name}_bias": bias}

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Dense:
        """Builds the head from what `arrays` gave."""
        return cls(arrays[name], arrays[f"{name}_bias"])


@dataclass(frozen=True)
class Rounded:
    """A trained classifier of n-grams in eight bits: `numbers` is (columns, classes), and a class's
    weights are its numbers times its `scale`. Four times smaller than single precision, and
    training rounds before it calibrates, so every reader has the same numbers."""

    numbers: npt.NDArray[np.int8]
    scale: Floats
    bias: Floats

    @classmethod
    def from_weights(cls, weights: npt.NDArray[Any], bias: npt.NDArray[Any]) -> Rounded:
        """The nearest numbers to the weights of each class."""
        scale = (np.maximum(np.abs(weights).max(axis=0), 1e-9) / MOST).astype(np.float32)
        numbers = np.rint(weights / scale).clip(-MOST, MOST).astype(np.int8)
        return cls(numbers, scale, bias.astype(np.float32))

    def logits(self, rows: Sparse) -> Floats:
        """Logits: a row a message, a column a class."""
        found = np.empty((len(rows.indptr) - 1, len(self.scale)), np.float32)
        for row, (start, end) in enumerate(spans(rows)):
            numbers = self.numbers[rows.indices[start:end]].astype(np.float32)
            found[row] = rows.data[start:end].astype(np.float32) @ numbers
        return found * self.scale + self.bias

    def log_probabilities(self, rows: Sparse) -> Floats:
        """Each row is a distribution over the classes."""
        return log_softmax(self.logits(rows))

    def arrays(self, name: str) -> Arrays:
        """The classifier as it is stored; `of` reverses it."""
        return {name: self.numbers, f"{name}_scale": self.scale, f"{name}_bias": self.bias}

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> Rounded:
        """Builds the head from what `arrays` gave."""
        return cls(arrays[name], arrays[f"{name}_scale"], arrays[f"{name}_bias"])


def odds(logits: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Of two classes, log-odds of the second, one number a row."""
    return np.asarray(logits[:, 1] - logits[:, 0])


@dataclass(frozen=True)
class TwoHeads:
    """`classes` in the order of the columns; `mix` weighs the n-grams, `heat` calibrates."""

    classes: tuple[str, ...]
    meaning: Dense
    spelling: Rounded
    mix: float
    heat: float

    def log_probabilities(self, embedding: Floats, ngrams: Sparse) -> Floats:
        """Calibrated log-probabilities, one row a message."""
        both = self.meaning.log_probabilities(embedding)
        both = both + self.mix * self.spelling.log_probabilities(ngrams)
        return log_softmax(both / self.heat)

    def learnt(self) -> Learnt:
        """The heads as they are stored; `of` reverses it."""
        values = {"classes": list(self.classes), "mix": self.mix, "heat": self.heat}
        return Learnt(
            values, {**self.meaning.arrays("meaning"), **self.spelling.arrays("spelling")}
        )

    @classmethod
    def of(cls, learnt: Learnt) -> TwoHeads:
        """Builds the heads from what `learnt` gave."""
        values, arrays = learnt.values, learnt.arrays
        meaning, spelling = Dense.of(arrays, "meaning"), Rounded.of(arrays, "spelling")
        return cls(tuple(values["classes"]), meaning, spelling, values["mix"], values["heat"])


MOST_ODDS = 14.0
"""Log-odds beyond this are cut: a chance of one in a million."""


def log_odds(
    log_probabilities: npt.NDArray[Any], chosen: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float64]:
    """Of a message being in one of the `chosen` columns (a mask), one number a row."""
    share = np.exp(log_probabilities[:, chosen]).sum(axis=1)
    least = 1 / (1 + np.exp(MOST_ODDS))
    share = np.clip(share.astype(np.float64), least, 1 - least)
    return np.asarray(np.log(share) - np.log1p(-share))


@dataclass(frozen=True)
class Alarm:
    """Is it urgent? Log-odds by meaning, by spelling and by intent (that it is an emergency),
    weighed and added; `shares` are their weights and the bias.
    """

    meaning: Dense
    spelling: Rounded
    shares: npt.NDArray[np.float64]

    @staticmethod
    def columns(
        meaning: Dense, spelling: Rounded, embedding: Floats, ngrams: Sparse,
        emergency: npt.NDArray[Any],
    ) -> npt.NDArray[np.float64]:  # fmt: skip
        """The three opinions, one row a message."""
        by_meaning = np.clip(odds(meaning.logits(embedding)), -MOST_ODDS, MOST_ODDS)
        by_spelling = np.clip(odds(spelling.logits(ngrams)), -MOST_ODDS, MOST_ODDS)
        return np.stack([by_meaning, by_spelling, emergency], axis=1)

    def scores(
        self, embedding: Floats, ngrams: Sparse, emergency: npt.NDArray[Any]
    ) -> npt.NDArray[np.float64]:
        """From 0 to 1, one a row; `emergency` are the log-odds of the intents."""
        columns = self.columns(self.meaning, self.spelling, embedding, ngrams, emergency)
        return np.asarray(1 / (1 + np.exp(-(columns @ self.shares[:-1] + self.shares[-1]))))

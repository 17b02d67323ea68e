"""Linear heads: one on the sentence embedding, one on n-grams, their log-probabilities added.

Two heads rather than one matrix: the few hundred numbers of an embedding and the hundred
thousand n-grams need different regularisation, and in one matrix the many swamp the few.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

import numpy as np
from scipy.sparse import csr_matrix

from components.store import Arrays


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Row-wise, without overflow."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


@dataclass(frozen=True)
class Linear:
    """Weights of one trained linear classifier: `weights` is (features, classes)."""

    weights: np.ndarray
    bias: np.ndarray

    def log_probabilities(self, rows: "np.ndarray | csr_matrix") -> np.ndarray:
        """One row a message; each row is a distribution over the classes."""
        return log_softmax(np.asarray(rows @ self.weights) + self.bias)


@dataclass(frozen=True)
class TwoHeads:
    """`classes` in the order of the columns; `mix` weighs the n-grams, `heat` calibrates."""

    classes: Tuple[str, ...]
    meaning: Linear
    spelling: Linear
    mix: float
    heat: float

    def log_probabilities(self, embedding: np.ndarray, ngrams: csr_matrix) -> np.ndarray:
        """Calibrated log-probabilities, one row a message."""
        both = self.meaning.log_probabilities(embedding)
        both = both + self.mix * self.spelling.log_probabilities(ngrams)
        return log_softmax(both / self.heat)

    def arrays(self) -> Arrays:
        """For storage; `from_arrays` reverses it."""
        return {
            "classes": np.array(self.classes),
            "meaning": self.meaning.weights.astype(np.float32),
            "meaning_bias": self.meaning.bias.astype(np.float32),
            "spelling": self.spelling.weights.astype(np.float32),
            "spelling_bias": self.spelling.bias.astype(np.float32),
            "mix_heat": np.array([self.mix, self.heat]),
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> TwoHeads:
        """Builds the heads from what `arrays` gave."""
        mix, heat = (float(number) for number in arrays["mix_heat"])
        return cls(
            classes=tuple(str(name) for name in arrays["classes"]),
            meaning=Linear(arrays["meaning"], arrays["meaning_bias"]),
            spelling=Linear(arrays["spelling"], arrays["spelling_bias"]),
            mix=mix,
            heat=heat,
        )

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

    def odds(self, rows: "np.ndarray | csr_matrix") -> np.ndarray:
        """Of two classes, log-odds of the second, one number a row."""
        logits = np.asarray(rows @ self.weights) + self.bias
        return np.asarray(logits[:, 1] - logits[:, 0])


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


MOST_ODDS = 14.0
"""Log-odds beyond this are cut: a chance of one in a million."""


def log_odds(log_probabilities: np.ndarray, chosen: np.ndarray) -> np.ndarray:
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

    meaning: Linear
    spelling: Linear
    shares: np.ndarray

    @staticmethod
    def columns(
        meaning: Linear, spelling: Linear, embedding: np.ndarray, ngrams: csr_matrix,
        emergency: np.ndarray,
    ) -> np.ndarray:  # fmt: skip
        """The three opinions, one row a message."""
        by_meaning = np.clip(meaning.odds(embedding), -MOST_ODDS, MOST_ODDS)
        by_spelling = np.clip(spelling.odds(ngrams), -MOST_ODDS, MOST_ODDS)
        return np.stack([by_meaning, by_spelling, emergency], axis=1)

    def scores(
        self, embedding: np.ndarray, ngrams: csr_matrix, emergency: np.ndarray
    ) -> np.ndarray:
        """From 0 to 1, one a row; `emergency` are the log-odds of the intents."""
        columns = self.columns(self.meaning, self.spelling, embedding, ngrams, emergency)
        return np.asarray(1 / (1 + np.exp(-(columns @ self.shares[:-1] + self.shares[-1]))))

    def arrays(self) -> Arrays:
        """For storage; `from_arrays` reverses it."""
        return {
            "meaning": self.meaning.weights,
            "meaning_bias": self.meaning.bias,
            "spelling": self.spelling.weights,
            "spelling_bias": self.spelling.bias,
            "shares": self.shares,
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Alarm:
        """Builds the alarm from what `arrays` gave."""
        return cls(
            meaning=Linear(arrays["meaning"], arrays["meaning_bias"]),
            spelling=Linear(arrays["spelling"], arrays["spelling_bias"]),
            shares=arrays["shares"],
        )

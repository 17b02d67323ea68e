"""Character n-grams: hashed, weighed by rarity, of length one, so that they cannot swamp others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.runtime.learnt import Learnt
from nlu.runtime.spelling.hashing import murmur
from nlu.runtime.spelling.rows import Floats, Rows, Sparse

_AT_ONCE = 1 << 19  # characters: bounds the memory of a training, not of a message


class Ngrams:
    """Turns folded texts into sparse rows.

    Of each word with a space on both sides it counts all runs of `low` to `high` characters, in
    2 to the power of `bits` columns. `weights` (inverse document frequency, one a column) are
    learnt; they are held in half precision, so a bundle holds the same ones.
    """

    def __init__(self, low: int, high: int, bits: int, weights: Floats | None = None) -> None:
        self._lengths = range(low, high + 1)
        self.columns = 2**bits
        self.weights = weights

    @classmethod
    def of(cls, settings: dict[str, Any], learnt: Learnt | None = None) -> Ngrams:
        """By the settings of the pipeline; without `learnt` it can only count."""
        weights = None if learnt is None else learnt.arrays["weights"].astype(np.float32)
        return cls(settings["shortest"], settings["longest"], settings["bits"], weights)

    def learnt(self) -> Learnt:
        """The component as it is stored; `of` reverses it."""
        assert self.weights is not None  # noqa: S101 - asked for after learning alone
        return Learnt({}, {"weights": self.weights.astype(np.float16)})

    def learn(self, counts: Sparse, texts: int) -> None:
        """How rare each n-gram is, from the counts of so many texts."""
        documents = np.bincount(counts.indices[counts.data > 0], minlength=self.columns)
        rarity = np.log((1 + texts) / (1 + documents)) + 1
        self.weights = rarity.astype(np.float16).astype(np.float32)

    def transform(self, texts: Sequence[str]) -> Rows:
        """N-grams of texts as sparse rows; a text without letters gives an empty row."""
        return self.weigh(self.counts(texts))

    def counts(self, texts: Sequence[str]) -> Rows:
        """How often each n-gram occurs, one row a text."""
        found, part, size = [], [], 0
        for text in texts:
            part.append(text)
            size += len(text)
            if size >= _AT_ONCE:
                found.append(self._counted(part))
                part, size = [], 0
        found.append(self._counted(part))
        each = np.concatenate([np.diff(one.indptr) for one in found])
        return Rows(
            np.cumsum([0, *each], dtype=np.int32),
            np.concatenate([one.indices for one in found]),
            np.concatenate([one.data for one in found]),
        )

    def weigh(self, counts: Sparse) -> Rows:
        """Counts become rows of length one in which rare n-grams weigh more."""
        assert self.weights is not None  # noqa: S101 - `learn` comes first
        data = np.log1p(counts.data) * self.weights[counts.indices]
        row = np.repeat(np.arange(len(counts.indptr) - 1), np.diff(counts.indptr))
        length = np.sqrt(np.bincount(row, weights=data * data, minlength=len(counts.indptr) - 1))
        data /= length[row]
        return Rows(counts.indptr, counts.indices, data)

    def _counted(self, texts: Sequence[str]) -> Rows:
        padded = [[f" {word} " for word in text.split()] for text in texts]
        words = [word for own in padded for word in own]
        sizes = np.array([len(word) for word in words], np.int64)
        row_of_word = np.repeat(np.arange(len(texts)), [len(own) for own in padded])
        joined = "".join(words)
        place = _byte_places(joined)
        end = np.repeat(np.cumsum(sizes), sizes)
        row = np.repeat(row_of_word, sizes)
        here = np.arange(len(end))
        starts, lengths, rows = [], [], []
        for length in self._lengths:
            fits = here[here + length <= end]
            starts.append(place[fits])
            lengths.append(place[fits + length] - place[fits])
            rows.append(row[fits])
        content = joined.encode("utf-8", "surrogatepass")
        hashed = murmur(content, np.concatenate(starts), np.concatenate(lengths))
        column = np.abs(hashed.astype(np.int64)) % self.columns
        key, count = np.unique(np.concatenate(rows) * self.columns + column, return_counts=True)
        ends = np.searchsorted(key, np.arange(len(texts) + 1) * self.columns)
        columns = (key % self.columns).astype(np.int32)
        return Rows(ends.astype(np.int32), columns, count.astype(np.float32))


def _byte_places(text: str) -> npt.NDArray[np.int64]:
    """Where each character begins in UTF-8, and where the last one ends."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    width = 1 + (codes >= 0x80).astype(np.int64) + (codes >= 0x800) + (codes >= 0x10000)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(width)])

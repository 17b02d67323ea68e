"""Character n-grams: hashed, weighed by rarity, of length one, so that they cannot swamp others."""

from __future__ import annotations

from typing import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer


class Ngrams:
    """Turns texts into sparse rows. `weights` (inverse document frequency) are learnt by `fit`."""

    def __init__(self, low: int, high: int, bits: int, weights: np.ndarray | None = None) -> None:
        self._hash = HashingVectorizer(
            analyzer="char_wb",
            ngram_range=(low, high),
            n_features=2**bits,
            alternate_sign=False,
            norm=None,
            lowercase=False,
            dtype=np.float32,
        )
        self.weights = weights

    def fit(self, texts: Sequence[str]) -> csr_matrix:
        """Learns the weights from already folded texts; returns their rows."""
        counts = self.counts_of_many(texts)
        documents = np.asarray((counts > 0).sum(axis=0)).ravel()
        self.weights = (np.log((1 + len(texts)) / (1 + documents)) + 1).astype(np.float32)
        return self.weigh(counts)

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """One row a text; a text without letters gives an empty row."""
        return self.weigh(self.counts(texts))

    def counts(self, texts: Sequence[str]) -> csr_matrix:
        """How often each n-gram occurs, one row a text."""
        return self._hash.transform(texts)

    def counts_of_many(self, texts: Sequence[str]) -> csr_matrix:
        """As `counts`, sooner where words come again and again: no n-gram goes beyond a word, so
        those of each word are counted once, and each text adds up its words'."""
        words = CountVectorizer(analyzer=str.split, dtype=np.float32)
        try:
            of_texts = words.fit_transform(texts)
        except ValueError:  # not one word in any of them
            return self.counts(texts)
        counts = of_texts @ self.counts(words.get_feature_names_out())
        counts.sort_indices()
        return counts

    def weigh(self, counts: csr_matrix) -> csr_matrix:
        """Counts become rows of length one in which rare n-grams weigh more."""
        assert self.weights is not None
        data = np.log1p(counts.data) * self.weights[counts.indices]
        row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        length = np.sqrt(np.bincount(row, weights=data * data, minlength=counts.shape[0]))
        data /= length[row]
        return csr_matrix((data, counts.indices, counts.indptr), shape=counts.shape)


def one_by_one(rows: csr_matrix) -> Iterator[csr_matrix]:
    """Each row. Taken by number, they would cost a tenth of a millisecond each."""
    for start, end in zip(rows.indptr, rows.indptr[1:]):
        own = rows.data[start:end], rows.indices[start:end], [0, end - start]
        yield csr_matrix(own, shape=(1, rows.shape[1]))


def summed(rows: csr_matrix) -> csr_matrix:
    """All rows added up to one, without a detour over its many zeros."""
    whole = csr_matrix(
        (rows.data, rows.indices, [0, rows.nnz]), shape=(1, rows.shape[1]), copy=True
    )
    whole.sum_duplicates()
    return whole

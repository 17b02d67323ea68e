"""Counts the n-grams of many texts, as training needs it. Only training imports this module."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from nlu.runtime.spelling.ngrams import Ngrams
from nlu.runtime.spelling.rows import Sparse


def learn_ngrams(ngrams: Ngrams, texts: Sequence[str]) -> csr_matrix:
    """Learns from already folded texts how rare each n-gram is; returns their rows."""
    counts = counts_of_many(ngrams, texts)
    ngrams.learn(counts, len(texts))
    return as_matrix(ngrams.weigh(counts), counts.shape[1])


def counts_of_many(ngrams: Ngrams, texts: Sequence[str]) -> csr_matrix:
    """As `ngrams.counts`, sooner where words come again and again: no n-gram goes beyond a word, so
    those of each word are counted once, and each text adds up its words'."""
    words = CountVectorizer(analyzer=str.split, dtype=np.float32)
    try:
        of_texts = words.fit_transform(texts)
    except ValueError:  # not one word in any of them
        return as_matrix(ngrams.counts(texts), ngrams.columns)
    of_words = as_matrix(ngrams.counts(words.get_feature_names_out()), ngrams.columns)
    counts = of_texts @ of_words
    counts.sort_indices()
    return counts


def as_matrix(rows: Sparse, columns: int) -> csr_matrix:
    """The same rows for SciPy and scikit-learn."""
    return csr_matrix((rows.data, rows.indices, rows.indptr), shape=(len(rows.indptr) - 1, columns))

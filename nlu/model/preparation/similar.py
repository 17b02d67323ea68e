"""Finds messages that differ by a word or a letter only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer

from nlu.runtime.reading.text import fold


@dataclass(frozen=True)
class Pair:
    """Positions of two messages and what they share (0 to 1)."""

    first: int
    second: int
    share: float


def similar_pairs(texts: Sequence[str], least: float) -> Iterator[Pair]:
    """Pairs of one list, `first` < `second`, that overlap by at least `least`."""
    return (pair for pair in similar_between(texts, texts, least) if pair.first < pair.second)


def similar_between(some: Sequence[str], others: Sequence[str], least: float) -> Iterator[Pair]:
    """Pairs of one message of each list whose sets of three-letter pieces overlap by at least
    `least` (Jaccard)."""
    if not some or not others:
        return
    left, right = _pieces(some), _pieces(others)
    sizes = [np.asarray(side.sum(axis=1)).ravel() for side in (left, right)]
    common = (left @ right.T).tocoo()
    whole = sizes[0][common.row] + sizes[1][common.col] - common.data
    share = common.data / whole
    for i in np.flatnonzero(share >= least):
        yield Pair(int(common.row[i]), int(common.col[i]), float(share[i]))


def _pieces(texts: Sequence[str]) -> csr_matrix:
    pieces = HashingVectorizer(
        analyzer="char_wb", ngram_range=(3, 3), binary=True, norm=None, alternate_sign=False
    )
    return pieces.transform([fold(text) for text in texts])

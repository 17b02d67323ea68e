"""Finds messages that differ by a word or a letter only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Sequence

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer

from components.text import fold


@dataclass(frozen=True)
class Pair:
    """Positions of two messages, `first` < `second`, and what they share (0 to 1)."""

    first: int
    second: int
    share: float


def similar_pairs(texts: Sequence[str], least: float) -> Iterator[Pair]:
    """Pairs whose sets of three-letter pieces overlap by at least `least` (Jaccard)."""
    if len(texts) < 2:
        return
    pieces = HashingVectorizer(
        analyzer="char_wb", ngram_range=(3, 3), binary=True, norm=None, alternate_sign=False
    ).transform([fold(text) for text in texts])
    sizes = np.asarray(pieces.sum(axis=1)).ravel()
    common = (pieces @ pieces.T).tocoo()
    for first, second, count in zip(common.row, common.col, common.data):
        if first < second:
            share = float(count / (sizes[first] + sizes[second] - count))
            if share >= least:
                yield Pair(int(first), int(second), share)

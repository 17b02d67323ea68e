"""Counting n-grams of many texts by their words gives what counting each text gives."""

from __future__ import annotations

import random

import numpy as np
import pytest

from components.ngrams import Ngrams
from components.text import fold

LETTERS = "аәбвabёӣ'? \n\t .1\u00a0\u200b\u0301😭"


@pytest.mark.parametrize("seed", range(20))
def test_by_words_or_by_texts_the_counts_are_the_same(seed: int) -> None:
    rng = random.Random(seed)
    texts = [fold("".join(rng.choices(LETTERS, k=rng.randrange(40)))) for _ in range(50)]
    ngrams = Ngrams(1, 4, 12)

    by_words, by_texts = ngrams.counts_of_many(texts), ngrams.counts(texts)

    assert (by_words != by_texts).nnz == 0
    assert np.array_equal(by_words.indptr, by_texts.indptr)


def test_texts_without_words_have_empty_rows() -> None:
    assert Ngrams(1, 4, 12).counts_of_many(["", ""]).nnz == 0

"""N-grams: scikit-learn's columns, and counted by words what counting each text gives."""

from __future__ import annotations

import random

import numpy as np
import pytest
from sklearn.feature_extraction.text import HashingVectorizer

from fingerprint import DATA
from learning.counting import as_matrix, counts_of_many
from nlu.runtime.reading.text import fold
from nlu.runtime.spelling.ngrams import Ngrams
from nlu.runtime.spelling.rows import Sparse
from preparation.read import read_folder

LETTERS = "аәбвabёӣ'? \n\t .1\u00a0\u200b\u0301😭"
SETS = ("data", "development", "tests")


def _hashed_by_scikit_learn(bits: int, texts: list[str]) -> Sparse:
    hashing = HashingVectorizer(
        analyzer="char_wb", ngram_range=(1, 4), n_features=2**bits, alternate_sign=False,
        norm=None, lowercase=False, dtype=np.float32,
    )  # fmt: skip
    rows: Sparse = hashing.transform(texts)
    return rows


@pytest.mark.parametrize("part", SETS)
def test_every_message_has_the_columns_that_scikit_learn_gives(part: str) -> None:
    step = 5 if part == "data" else 1  # the training messages are very many
    texts = [fold(one.text) for one in read_folder(DATA.parent / part)[::step]]

    ours, theirs = Ngrams(1, 4, 17).counts(texts), _hashed_by_scikit_learn(17, texts)

    assert np.array_equal(ours.indptr, theirs.indptr)
    assert np.array_equal(ours.indices, theirs.indices)
    assert np.array_equal(ours.data, theirs.data)


@pytest.mark.parametrize("seed", range(20))
def test_any_text_has(seed: int) -> None:
    rng = random.Random(seed)
    texts = [
        "".join(chr(rng.choice([rng.randrange(0xD800), rng.randrange(0xE000, 0x110000)]))
                for _ in range(rng.randrange(60))) for _ in range(20)
    ]  # fmt: skip

    ours, theirs = Ngrams(1, 4, 17).counts(texts), _hashed_by_scikit_learn(17, texts)

    assert np.array_equal(ours.indices, theirs.indices)
    assert np.array_equal(ours.data, theirs.data)


@pytest.mark.parametrize("seed", range(20))
def test_by_words_or_by_texts_the_counts_are_the_same(seed: int) -> None:
    rng = random.Random(seed)
    texts = [fold("".join(rng.choices(LETTERS, k=rng.randrange(40)))) for _ in range(50)]
    ngrams = Ngrams(1, 4, 12)

    by_words, by_texts = counts_of_many(ngrams, texts), as_matrix(ngrams.counts(texts), 2**12)

    assert (by_words != by_texts).nnz == 0
    assert np.array_equal(by_words.indptr, by_texts.indptr)


def test_texts_without_words_have_empty_rows() -> None:
    assert counts_of_many(Ngrams(1, 4, 12), ["", ""]).nnz == 0

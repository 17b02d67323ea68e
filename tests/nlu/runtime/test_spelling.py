"""N-grams: hashed as MurmurHash3 says, counted and added up as a simple way would."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.runtime.spelling.hashing import LONGEST, murmur
from nlu.runtime.spelling.ngrams import Ngrams
from nlu.runtime.spelling.rows import Rows

TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=6)
BITS = 10


def plain_murmur(content: bytes) -> int:
    """MurmurHash3_x86_32 with seed 0, a byte at a time."""
    state, whole = 0, len(content) // 4 * 4
    for start in range(0, len(content), 4):
        block = int.from_bytes(content[start : start + 4], "little") * 0xCC9E2D51 % 2**32
        block = (block << 15 | block >> 17) % 2**32 * 0x1B873593 % 2**32
        state ^= block
        if start < whole:
            state = ((state << 13 | state >> 19) % 2**32 * 5 + 0xE6546B64) % 2**32
    state ^= len(content)
    state = (state ^ state >> 16) * 0x85EBCA6B % 2**32
    state = (state ^ state >> 13) * 0xC2B2AE35 % 2**32
    state ^= state >> 16
    return state - 2**32 if state >= 2**31 else state


def plain_counts(text: str) -> Counter[int]:
    """The columns of a text's n-grams of one to four characters, word by word."""
    found: Counter[int] = Counter()
    for word in (f" {word} " for word in text.split()):
        for length in range(1, 5):
            for start in range(len(word) - length + 1):
                hashed = plain_murmur(word[start : start + length].encode())
                found[abs(hashed) % 2**BITS] += 1
    return found


def as_counters(rows: Rows) -> list[Counter[int]]:
    columns = [rows.take([row]) for row in range(len(rows))]
    return [
        Counter(dict(zip(one.indices.tolist(), map(int, one.data), strict=True))) for one in columns
    ]


@pytest.mark.parametrize(("content", "expected"), [(b"", 0), (b"foo", -156908512)])
def test_known_hashes(content: bytes, expected: int) -> None:
    assert plain_murmur(content) == expected
    assert murmur(content, np.array([0]), np.array([len(content)])).tolist() == [expected]


@given(st.lists(st.binary(max_size=LONGEST), min_size=1, max_size=9))
def test_many_at_once_have_the_hashes_of_each(strings: list[bytes]) -> None:
    lengths = np.array([len(one) for one in strings])
    starts = np.cumsum(lengths) - lengths

    assert murmur(b"".join(strings), starts, lengths).tolist() == list(map(plain_murmur, strings))


@given(TEXTS)
def test_counts_are_those_of_each_text(texts: list[str]) -> None:
    rows = Ngrams(1, 4, BITS).counts(texts)

    assert as_counters(rows) == [plain_counts(text) for text in texts]


@given(TEXTS)
def test_all_rows_add_up_to_one(texts: list[str]) -> None:
    rows = Ngrams(1, 4, BITS).counts(texts)

    (whole,) = as_counters(rows.summed())

    assert whole == sum(map(plain_counts, texts), Counter())


def test_rows_have_length_one_and_rare_ngrams_weigh_more() -> None:
    ngrams = Ngrams(1, 2, BITS)
    counts = ngrams.counts(["ab ab", "ab", "cd"])
    ngrams.learn(counts, 3)

    rows = ngrams.weigh(counts)

    assert [float((rows.take([i]).data ** 2).sum()) for i in range(3)] == pytest.approx([1, 1, 1])
    assert ngrams.weights is not None
    often, seldom = (abs(plain_murmur(one)) % 2**BITS for one in (b"ab", b"cd"))
    assert ngrams.weights[seldom] > ngrams.weights[often]


def test_what_is_learnt_comes_back_to_the_bit() -> None:
    ngrams = Ngrams(1, 4, BITS)
    ngrams.learn(ngrams.counts(["мені қамап қойды", "salom"]), 2)
    settings = {"shortest": 1, "longest": 4, "bits": BITS}

    again = Ngrams.of(settings, ngrams.learnt())

    one, other = (each.transform(["қамап salom"]) for each in (ngrams, again))
    assert np.array_equal(one.data, other.data)

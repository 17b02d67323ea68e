"""MurmurHash3 (32 bits, seed 0; Appleby, public domain) of many short byte strings at once.

The columns of n-grams are those that scikit-learn's `HashingVectorizer` gives them, which the heads
were learnt with before this existed; a test holds both against each other.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

LONGEST = 16
"""Bytes of the longest string: four characters of UTF-8."""

Words = npt.NDArray[np.uint32]

_FIRST, _SECOND = np.uint32(0xCC9E2D51), np.uint32(0x1B873593)
_TIMES, _PLUS = np.uint32(5), np.uint32(0xE6546B64)
_THIRD, _FOURTH = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_KEEP = np.array([0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF], np.uint32)


def murmur(
    content: bytes, starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> npt.NDArray[np.int32]:
    """The signed hash of `content[start : start + length]`, for each of up to `LONGEST` bytes."""
    each = np.frombuffer(content + bytes(LONGEST), np.uint8).astype(np.uint32)
    fours = each[:-3] | each[1:-2] << _u(8) | each[2:-1] << _u(16) | each[3:] << _u(24)
    state = np.zeros(len(starts), np.uint32)
    for done in range(0, LONGEST, 4):
        left = np.clip(lengths - done, 0, 4)
        if not left.any():
            break
        block = (fours[np.minimum(starts + done, len(fours) - 1)] & _KEEP[left]) * _FIRST
        mixed = state ^ (_rolled(block, 15) * _SECOND)
        state = np.where(left == 4, _rolled(mixed, 13) * _TIMES + _PLUS, mixed)
    state ^= lengths.astype(np.uint32)
    state = (state ^ state >> _u(16)) * _THIRD
    state = (state ^ state >> _u(13)) * _FOURTH
    return (state ^ state >> _u(16)).view(np.int32)


def _u(bits: int) -> np.uint32:
    return np.uint32(bits)


def _rolled(words: Words, bits: int) -> Words:
    return words << _u(bits) | words >> _u(32 - bits)

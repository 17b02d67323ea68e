"""Reads the encoder's file, without loading what isn't asked for.

The file (magic E5S1) is a header, a unigram tokenizer, and a directory of tensors. Matrices
are Q4_0: blocks of 32 weights, each a half-precision scale and 32 four-bit numbers, which
stand for scale x (number - 8); byte j of a block holds weight j (low) and j + 16 (high).
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

BLOCK = 32
_BYTES = 18  # of one block: two of scale, sixteen of numbers
_VOCABULARY = 44  # where the vocabulary begins, after the header


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder's network."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """Pieces with their log-probabilities, and how characters are normalised before."""

    pieces: list[bytes]
    scores: Floats
    first: int
    last: int
    unknown: int
    normal: dict[int, tuple[int, ...]]


@dataclass(frozen=True)
class Place:
    """Where a tensor of `count` numbers lies in the file."""

    offset: int
    count: int
    quantised: bool

    @property
    def size(self) -> int:
        """The tensor's size in bytes."""
        return self.count // BLOCK * _BYTES if self.quantised else self.count * 4


@dataclass(frozen=True)
class EncoderFile:
    """The parsed file; `places` by the names of the tensors."""

    path: Path
    content: mmap.mmap
    shape: Shape
    vocabulary: Vocabulary
    places: dict[str, Place]

    def raw(self, name: str) -> bytes:
        """The bytes of a tensor."""
        place = self.places[name]
        return self.content[place.offset : place.offset + place.size]

    def matrix(self, name: str, columns: int) -> Floats:
        """A quantised matrix as float32, (rows, columns)."""
        return dequantise(self.raw(name)).reshape(-1, columns)

    def rows(self, name: str, numbers: npt.NDArray[np.int64], columns: int) -> Floats:
        """Some rows of a quantised matrix, without unpacking the others."""
        place, width = self.places[name], columns // BLOCK * _BYTES
        packed = np.frombuffer(self.content, np.uint8, place.size, place.offset)
        return dequantise(packed.reshape(-1, width)[numbers].tobytes()).reshape(-1, columns)

    def vector(self, name: str) -> Floats:
        """A tensor kept as float32."""
        return np.frombuffer(self.raw(name), np.float32).copy()


def dequantise(data: bytes) -> Floats:
    """Q4_0 blocks to float32."""
    blocks = np.frombuffer(data, np.uint8).reshape(-1, _BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    numbers = np.empty((len(blocks), BLOCK), dtype=np.float32)
    numbers[:, :16] = blocks[:, 2:] & 15
    numbers[:, 16:] = blocks[:, 2:] >> 4
    numbers -= 8
    numbers *= scale
    return numbers.ravel()


def read_encoder(path: Path) -> EncoderFile:
    """Parses the file. Raises `ValueError` when it is of another kind."""
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if content[:4] != b"E5S1":
        raise ValueError("not an E5S1 file")
    hidden, layers, heads, inner, words, positions, _ = struct.unpack_from("<7i", content, 8)
    (epsilon,) = struct.unpack_from("<f", content, 36)
    return EncoderFile(
        path=path,
        content=content,
        shape=Shape(hidden, layers, heads, inner, words, positions, epsilon),
        vocabulary=_vocabulary(content),
        places=_directory(content),
    )


def _rules_place(content: mmap.mmap) -> int:
    """Where the rules of normalisation begin: after the vocabulary's offsets, scores, pieces."""
    count, length = struct.unpack_from("<i16xQ", content, _VOCABULARY)
    return int(_VOCABULARY + 28 + 4 * (count + 1) + 4 * count + length)


def _vocabulary(content: mmap.mmap) -> Vocabulary:
    count, first, last, _, unknown, _ = struct.unpack_from("<5iQ", content, _VOCABULARY)
    place = _VOCABULARY + 28
    offsets = np.frombuffer(content, "<u4", count + 1, place).tolist()
    place += 4 * (count + 1)
    scores = np.frombuffer(content, "<f4", count, place).copy()
    place += 4 * count
    pieces = [content[place + a : place + b] for a, b in pairwise(offsets)]
    place = _rules_place(content)
    (rules,) = struct.unpack_from("<i", content, place)
    place += 8
    normal = {}
    for _ in range(rules):
        code, outs = struct.unpack_from("<IB", content, place)
        normal[code] = struct.unpack_from(f"<{outs}I", content, place + 5)
        place += 5 + 4 * outs
    return Vocabulary(pieces, scores, first, last, unknown, normal)


def _directory(content: mmap.mmap) -> dict[str, Place]:
    place = _rules_place(content)
    _, size = struct.unpack_from("<iI", content, place)
    place += 8 + size
    (count,) = struct.unpack_from("<i", content, place)
    place += 4
    places: dict[str, Place] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", content, place)
        name = content[place + 2 : place + 2 + length].decode()
        place += 2 + length
        kind, numbers, offset, _ = struct.unpack_from("<BIQQ", content, place)
        places[name] = Place(offset, numbers, kind != 0)
        place += 21
    return places

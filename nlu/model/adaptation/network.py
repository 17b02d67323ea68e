"""The encoder as a TensorFlow graph, so that part of its weights can learn.

The engine runs weights of four bits: a number from -8 to 7 and, for each block of 32, a scale.
Learning moves a weight by far less than one such step, so the numbers stay as they are. What
learns are the scales, the biases and the norms: they are kept in 16 and 32 bits, so what was
learnt is what runs, without rounding (the method is known as PEQA).

Products are taken in bfloat16, which processors with AMX do three times as fast; sums and
everything between are float32. The engine rounds what goes into a product as well (to 8 bits):
vectors of both agree to a cosine of 0.999 and better (tests/test_adaptation.py).
"""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Tuple

import numpy as np
import tensorflow as tf

from adaptation.weights import EncoderFile, Shape, quantise

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")
_HALF = tf.bfloat16

Layer = Dict[str, Any]


class Encoder(tf.Module):
    """Twelve layers, of which those from `first_free` on learn; word vectors never do.

    `used` are the numbers of the pieces that occur: tokens are positions in it.
    """

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
        self.layers = [self._layer(file, number) for number in range(file.shape.layers)]

    def _layer(self, file: EncoderFile, number: int) -> Layer:
        free = number >= self.first_free
        layer: Layer = {}
        for name in MATRICES:
            columns = file.shape.inner if name == "fo" else file.shape.hidden
            numbers, scale = file.blocks(f"l{number}.{name}.w", columns)
            layer[name] = Matrix(numbers, scale, free)
        for name in VECTORS:
            layer[name] = tf.Variable(file.vector(f"l{number}.{name}"), trainable=free)
        return layer

    def free_scales(self) -> List[tf.Variable]:
        """Factors to the scales of all blocks, in the layers that learn."""
        return [layer[name].factor for layer in self._free for name in MATRICES]

    def free_vectors(self) -> List[tf.Variable]:
        """Biases and norms of the layers that learn."""
        return [layer[name] for layer in self._free for name in VECTORS]

    @property
    def _free(self) -> List[Layer]:
        return self.layers[self.first_free :]

    def __call__(self, tokens: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        """Mean of the last layer over the tokens that `mask` (1.0 or 0.0) keeps, of length 1."""
        state = tf.gather(self._words, tokens) + self._places[: tf.shape(tokens)[1]]
        state = _normalise(state, *self._norm, self.shape.epsilon)
        ban = (1.0 - mask)[:, None, None, :] * -1e9
        for layer in self.layers:
            state = _run_layer(layer, state, ban, self.shape)
        weights = mask[:, :, None]
        mean = tf.reduce_sum(state * weights, axis=1) / tf.reduce_sum(weights, axis=1)
        return tf.math.l2_normalize(mean, axis=1)

    def changed(self) -> Tuple[Dict[str, bytes], Dict[str, np.ndarray]]:
        """The tensors that learnt, as `EncoderFile.replaced` takes them."""
        matrices: Dict[str, bytes] = {}
        vectors: Dict[str, np.ndarray] = {}
        for number in range(self.first_free, self.shape.layers):
            layer = self.layers[number]
            matrices.update({f"l{number}.{name}.w": layer[name].data() for name in MATRICES})
            vectors.update({f"l{number}.{name}": layer[name].numpy() for name in VECTORS})
        return matrices, vectors


class Matrix(tf.Module):
    """A matrix whose blocks of 32 weights each have a factor that may learn."""

    def __init__(self, numbers: np.ndarray, scale: np.ndarray, free: bool) -> None:
        super().__init__()
        self._numbers, self._scale = numbers, scale
        self.factor = tf.Variable(np.ones_like(scale), trainable=free)
        self._weights = tf.constant(numbers * scale)

    def __call__(self) -> tf.Tensor:
        """The weights as (rows, columns)."""
        return _scaled(self._weights, tf.convert_to_tensor(self.factor))

    def data(self) -> bytes:
        """The matrix in the engine's format."""
        return quantise(self._numbers, self._scale * self.factor.numpy())


@tf.custom_gradient
def _scaled(weights: tf.Tensor, factor: tf.Tensor) -> Tuple[tf.Tensor, Callable[..., Any]]:
    matrix = tf.cast(tf.reshape(weights * factor, [weights.shape[0], -1]), _HALF)

    def gradient(above: tf.Tensor) -> Tuple[None, tf.Tensor]:
        blocks = tf.reshape(tf.cast(above, tf.float32), weights.shape)
        return None, tf.reduce_sum(blocks * weights, axis=-1, keepdims=True)

    return matrix, gradient


def _normalise(x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor, epsilon: float) -> tf.Tensor:
    apart = x - tf.reduce_mean(x, axis=-1, keepdims=True)
    variance = tf.reduce_mean(apart * apart, axis=-1, keepdims=True)
    return apart * tf.math.rsqrt(variance + epsilon) * weight + bias


def _run_layer(layer: Layer, state: tf.Tensor, ban: tf.Tensor, shape: Shape) -> tf.Tensor:
    batch, length = tf.shape(state)[0], tf.shape(state)[1]
    size = shape.hidden // shape.heads

    def dense(value: tf.Tensor, name: str) -> tf.Tensor:
        product = tf.matmul(tf.cast(value, _HALF), layer[name](), transpose_b=True)
        return tf.cast(product, tf.float32) + layer[name + ".b"]

    def split(value: tf.Tensor) -> tf.Tensor:
        parts = tf.reshape(value, [batch, length, shape.heads, size])
        return tf.cast(tf.transpose(parts, [0, 2, 1, 3]), _HALF)

    flat = tf.reshape(state, [-1, shape.hidden])
    query, key, value = (split(dense(flat, name)) for name in ("q", "k", "v"))
    products = tf.cast(tf.matmul(query, key, transpose_b=True), tf.float32)
    heed = tf.nn.softmax(products / np.float32(np.sqrt(size)) + ban)
    context = tf.transpose(tf.matmul(tf.cast(heed, _HALF), value), [0, 2, 1, 3])
    attended = dense(tf.reshape(context, [-1, shape.hidden]), "ao")
    flat = _normalise(flat + attended, layer["aln.w"], layer["aln.b"], shape.epsilon)
    inner = dense(tf.nn.gelu(dense(flat, "fi")), "fo")
    flat = _normalise(flat + inner, layer["oln.w"], layer["oln.b"], shape.epsilon)
    return tf.reshape(flat, tf.shape(state))

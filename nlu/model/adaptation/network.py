"""The encoder as a TensorFlow graph, so that it can learn.

To each matrix of each layer a product of two narrow matrices is added (LoRA), and these learn,
with biases and norms: a tenth of the numbers that learning whole matrices would change, so what
was learnt is a small file. The engine (nlu/runtime/encoder) adds them up once, at its start.

Products are taken in bfloat16, which processors with AMX do three times as fast; sums and
everything between are float32.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import tensorflow as tf

from nlu.runtime.encoder.initializers import MATRICES, VECTORS
from nlu.runtime.encoder.weights import EncoderFile, Shape

_HALF = tf.bfloat16

Layer = dict[str, Any]
Summed = list[dict[str, tf.Tensor]]


class Encoder(tf.Module):
    """The twelve layers, which learn; word vectors never do.

    `used` are the numbers of the pieces that occur: tokens are positions in it.
    """

    def __init__(self, file: EncoderFile, used: np.ndarray, rank: int, seed: int = 0) -> None:
        super().__init__()
        self.shape = file.shape
        self._words = tf.constant(file.matrix("emb.word", file.shape.hidden)[used])
        self._places = tf.constant(
            file.vector("emb.pos").reshape(-1, file.shape.hidden)
            + file.vector("emb.type")[: file.shape.hidden]
        )
        self._norm = (file.vector("emb.ln.w"), file.vector("emb.ln.b"))
        rng = np.random.default_rng(seed)
        self.layers = [self._layer(file, n, rank, rng) for n in range(file.shape.layers)]

    def _layer(self, file: EncoderFile, number: int, rank: int, rng: np.random.Generator) -> Layer:
        layer: Layer = {}
        for name in MATRICES:
            columns = file.shape.inner if name == "fo" else file.shape.hidden
            layer[name] = Matrix(file.matrix(f"l{number}.{name}.w", columns), rank, rng)
        for name in VECTORS:
            layer[name] = tf.Variable(file.vector(f"l{number}.{name}"))
        return layer

    def updates(self) -> list[tf.Variable]:
        """The narrow matrices."""
        return [v for layer in self.layers for n in MATRICES for v in (layer[n].up, layer[n].down)]

    def vectors(self) -> list[tf.Variable]:
        """Biases and norms."""
        return [layer[name] for layer in self.layers for name in VECTORS]

    def summed(self) -> Summed:
        """Each layer's matrices as they are now, in half precision."""
        return [{name: layer[name]() for name in MATRICES} for layer in self.layers]

    def __call__(self, tokens: tf.Tensor, mask: tf.Tensor, summed: Summed) -> tf.Tensor:
        """Mean of the last layer over the tokens that `mask` (1.0 or 0.0) keeps, of length 1."""
        state = tf.gather(self._words, tokens) + self._places[: tf.shape(tokens)[1]]
        ban = (1.0 - mask)[:, None, None, :] * -1e9
        state = tf.reshape(state, [-1, self.shape.hidden])
        regular, _ = _normalised(state, tf.constant(self.shape.epsilon))
        state, half = _scaled(regular, *self._norm)
        for number, layer in enumerate(self.layers):  # a graph knows no `zip` that is strict
            matrices = summed[number]
            state, half = _run_layer({**layer, **matrices}, state, half, ban, self.shape)
        state = tf.reshape(state, [tf.shape(tokens)[0], tf.shape(tokens)[1], self.shape.hidden])
        weights = mask[:, :, None]
        mean = tf.reduce_sum(state * weights, axis=1) / tf.reduce_sum(weights, axis=1)
        return tf.math.l2_normalize(mean, axis=1)

    def learnt(self) -> dict[str, np.ndarray]:
        """What learning may have changed, by name; `put` takes it back."""
        return {name: variable.numpy() for name, variable in self._named()}

    def put(self, arrays: dict[str, np.ndarray]) -> None:
        """Goes on from what `learnt` gave."""
        for name, variable in self._named():
            variable.assign(arrays[name].astype(np.float32))

    def _named(self) -> Iterator[tuple[str, tf.Variable]]:
        for number, layer in enumerate(self.layers):
            for name in MATRICES:
                yield f"l{number}.{name}.up", layer[name].up
                yield f"l{number}.{name}.down", layer[name].down
            for name in VECTORS:
                yield f"l{number}.{name}", layer[name]


class Matrix(tf.Module):
    """A matrix (rows, columns) that stays, and the product that is added to it: nought at first."""

    def __init__(self, weights: np.ndarray, rank: int, rng: np.random.Generator) -> None:
        super().__init__()
        rows, columns = weights.shape
        self._weights = tf.constant(weights)
        self.up = tf.Variable(np.zeros((rows, rank), dtype=np.float32))
        start = rng.normal(0, 1 / np.sqrt(columns), (rank, columns))
        self.down = tf.Variable(start.astype(np.float32))

    def __call__(self) -> tf.Tensor:
        """The sum, in half precision."""
        return tf.cast(self._weights + tf.matmul(self.up, self.down), _HALF)


def _fused(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compiles what lies between two products into one loop, which is several times as fast."""
    fused: Callable[..., Any] = tf.function(function, jit_compile=True, reduce_retracing=True)
    return fused


def _over_tokens(rows: tf.Tensor) -> tf.Tensor:
    """The sum of all rows, as a product: compiled into such a loop it would be slow."""
    ones = tf.ones([1, tf.shape(rows)[0]], rows.dtype)
    return tf.cast(tf.matmul(ones, rows)[0], tf.float32)


@_fused
def _normalised(x: tf.Tensor, epsilon: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    apart = x - tf.reduce_mean(x, axis=-1, keepdims=True)
    shrink = tf.math.rsqrt(tf.reduce_mean(apart * apart, axis=-1, keepdims=True) + epsilon)
    return apart * shrink, shrink


@_fused
def _normalised_back(
    regular: tf.Tensor, shrink: tf.Tensor, weight: tf.Tensor, above: tf.Tensor, half: tf.Tensor
) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor]:
    above = above + tf.cast(half, tf.float32)
    inner = above * weight
    along = tf.reduce_mean(inner * regular, axis=-1, keepdims=True)
    below = shrink * (inner - tf.reduce_mean(inner, axis=-1, keepdims=True) - regular * along)
    return below, tf.cast(below, _HALF), above * regular, above


@_fused
def _scaled(regular: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    out = regular * weight + bias
    return out, tf.cast(out, _HALF)


@_fused
def _sum(state: tf.Tensor, product: tf.Tensor, bias: tf.Tensor) -> tf.Tensor:
    return state + tf.cast(product, tf.float32) + bias


@tf.custom_gradient
def _add_and_normalise(
    state: tf.Tensor, product: tf.Tensor, product_bias: tf.Tensor, weight: tf.Tensor,
    bias: tf.Tensor, epsilon: tf.Tensor,
) -> tuple[tuple[tf.Tensor, tf.Tensor], Callable[..., Any]]:  # fmt: skip
    """The sum, normalised, in full and in half precision."""
    regular, shrink = _normalised(_sum(state, product, product_bias), epsilon)

    def gradient(above: tf.Tensor, half: tf.Tensor) -> tuple[tf.Tensor | None, ...]:
        below, small, by_weight, by_bias = _normalised_back(regular, shrink, weight, above, half)
        sums = _over_tokens(small), _over_tokens(by_weight), _over_tokens(by_bias)
        return below, small, *sums, None

    return _scaled(regular, weight, bias), gradient


@_fused
def _bent(product: tf.Tensor, bias: tf.Tensor) -> tf.Tensor:
    return tf.cast(tf.nn.gelu(tf.cast(product, tf.float32) + bias), _HALF)


@_fused
def _bent_back(product: tf.Tensor, bias: tf.Tensor, above: tf.Tensor) -> tf.Tensor:
    x = tf.cast(product, tf.float32) + bias
    share = 0.5 * (1 + tf.math.erf(x * np.float32(np.sqrt(0.5))))
    density = tf.exp(-0.5 * x * x) * np.float32(1 / np.sqrt(2 * np.pi))
    return tf.cast(tf.cast(above, tf.float32) * (share + x * density), _HALF)


@tf.custom_gradient
def _bend(product: tf.Tensor, bias: tf.Tensor) -> tuple[tf.Tensor, Callable[..., Any]]:
    def gradient(above: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        below = _bent_back(product, bias, above)
        return below, _over_tokens(below)

    return _bent(product, bias), gradient


@_fused
def _added(product: tf.Tensor, bias: tf.Tensor) -> tf.Tensor:
    return tf.cast(tf.cast(product, tf.float32) + bias, _HALF)


@tf.custom_gradient
def _add(product: tf.Tensor, bias: tf.Tensor) -> tuple[tf.Tensor, Callable[..., Any]]:
    return _added(product, bias), lambda above: (above, _over_tokens(above))


@_fused
def _heed(products: tf.Tensor, ban: tf.Tensor, size: tf.Tensor) -> tf.Tensor:
    return tf.cast(tf.nn.softmax(tf.cast(products, tf.float32) * tf.math.rsqrt(size) + ban), _HALF)


def _run_layer(
    layer: Layer, state: tf.Tensor, half: tf.Tensor, ban: tf.Tensor, shape: Shape
) -> tuple[tf.Tensor, tf.Tensor]:
    """One layer; states are (tokens of all texts, hidden), in full and in half precision."""
    batch, length = tf.shape(ban)[0], tf.shape(ban)[3]
    size = shape.hidden // shape.heads
    epsilon = tf.constant(shape.epsilon)

    def product(value: tf.Tensor, name: str) -> tf.Tensor:
        return tf.matmul(value, layer[name], transpose_b=True)

    def split(name: str) -> tf.Tensor:
        value = _add(product(half, name), layer[name + ".b"])
        return tf.transpose(tf.reshape(value, [batch, length, shape.heads, size]), [0, 2, 1, 3])

    query, key, value = (split(name) for name in ("q", "k", "v"))
    heed = _heed(tf.matmul(query, key, transpose_b=True), ban, tf.constant(float(size)))
    context = tf.transpose(tf.matmul(heed, value), [0, 2, 1, 3])
    attended = product(tf.reshape(context, [-1, shape.hidden]), "ao")
    norm = layer["aln.w"], layer["aln.b"], epsilon
    state, half = _add_and_normalise(state, attended, layer["ao.b"], *norm)
    inner = product(_bend(product(half, "fi"), layer["fi.b"]), "fo")
    norm = layer["oln.w"], layer["oln.b"], epsilon
    return tuple(_add_and_normalise(state, inner, layer["fo.b"], *norm))

"""The training itself: intents and urgency together, on top of the encoder that learns.

The two heads here serve only to give the encoder something to be right or wrong about; the
pipeline learns its own heads on what comes out (learning/heads.py), in a minute instead of
a quarter of an hour, so that ten new messages need no new encoder.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import tensorflow as tf
from sklearn.linear_model import LogisticRegression

from adaptation.material import Batch, Material, padded
from adaptation.network import Encoder, Summed
from preparation.intents import INTENTS

Tensors = tuple[tf.Tensor, ...]

_AT_ONCE = 128  # texts encoded together


@dataclass(frozen=True)
class Recipe:
    """How much and how fast. Rates are Adam's: about the largest step of a variable at once."""

    epochs: int = 5
    batch: int = 64  # two at a time
    rank: int = 24
    updates: float = 1.6e-3
    vectors: float = 1e-3
    heads: float = 2e-3
    warm_up: float = 0.06
    tokens_dropped: float = 0.1
    head_dropout: float = 0.2
    smoothing: float = 0.1
    seeds: int = 12
    seed: int = 0
    most: int = 0  # messages of an intent in a locale and an epoch; 0: all


class Learner:
    """An encoder with its two heads. `learn` runs the recipe; `embed` tells what came of it."""

    def __init__(self, encoder: Encoder, recipe: Recipe, heads: Mapping[str, np.ndarray]) -> None:
        """`heads` as `first_heads` or an earlier learner's `heads` gave them."""
        self._encoder = encoder
        self._recipe = recipe
        self._centre, self._scale = tf.constant(heads["centre"]), tf.constant(heads["scale"])
        self._heads = [tf.Variable(heads[name].astype(np.float32)) for name in ("head.w", "head.b")]
        groups = (
            (encoder.updates(), recipe.updates),
            (encoder.vectors(), recipe.vectors),
            (self._heads, recipe.heads),
        )
        self._groups = [(_adam(), variables, rate) for variables, rate in groups]

    def learn(
        self, material: Material, say: Callable[[str], None], keep: Callable[[int], None]
    ) -> None:
        """Trains to the end of the recipe; calls `keep` with the number of each epoch done."""
        recipe, rng = self._recipe, random.Random(self._recipe.seed)
        done, recent, steps = 0, 0.0, 0
        for epoch in range(recipe.epochs):
            drawn = material.epoch(rng, recipe.batch, recipe.tokens_dropped, recipe.most)
            batches = list(drawn)
            steps = steps or recipe.epochs * (len(batches) // 2)
            for left, right in zip(batches[::2], batches[1::2], strict=False):
                share = _share(done / steps, recipe.warm_up)
                for optimiser, _, rate in self._groups:
                    optimiser.learning_rate.assign(rate * share)
                loss = float(self._step((_tensors(left), _tensors(right))))
                done += 1
                recent = 0.98 * recent + 0.02 * loss if done > 1 else loss
                if done % 50 == 0:
                    say(f"  epoch {epoch + 1}, step {done} of {steps}, loss {recent:.3f}")
            keep(epoch + 1)

    @tf.function(reduce_retracing=True)
    def _step(self, halves: tuple[Tensors, Tensors]) -> tf.Tensor:
        """Two batches side by side, so that each has a core of its own."""
        variables = [v for _, group, _ in self._groups for v in group]
        with tf.GradientTape() as tape:
            summed = self._encoder.summed()
            losses = [self._loss(summed, *half) for half in halves]
            loss = tf.add_n(losses) / len(losses)
        gradients = tape.gradient(loss, variables)
        for optimiser, group, _ in self._groups:
            # AutoGraph has no strict zip
            optimiser.apply_gradients(zip(gradients[: len(group)], group))  # noqa: B905
            gradients = gradients[len(group) :]
        return loss

    def logits(self, rows: list[list[int]]) -> np.ndarray:
        """What the heads say of rows of tokens: a column an intent, then urgency."""
        regular = (embed(self._encoder, rows) - self._centre.numpy()) * self._scale.numpy()
        return np.asarray(regular @ self._heads[0].numpy() + self._heads[1].numpy())

    def heads(self) -> dict[str, np.ndarray]:
        """The two heads side by side, and what vectors are centred and scaled by before."""
        weights, bias = (head.numpy() for head in self._heads)
        centre, scale = self._centre.numpy(), self._scale.numpy()
        return {"head.w": weights, "head.b": bias, "centre": centre, "scale": scale}

    def _loss(
        self, summed: Summed, tokens: tf.Tensor, mask: tf.Tensor, intent: tf.Tensor,
        urgent: tf.Tensor, weight: tf.Tensor,
    ) -> tf.Tensor:  # fmt: skip
        kinds, soft = len(INTENTS), self._recipe.smoothing
        vectors = self._encoder(tokens, mask, summed)
        regular = tf.nn.dropout((vectors - self._centre) * self._scale, self._recipe.head_dropout)
        logits = tf.matmul(regular, self._heads[0]) + self._heads[1]
        named = tf.one_hot(intent, kinds) * (1 - soft) + soft / kinds
        alarm = urgent * (1 - soft / 2) + soft / 4
        of_intent = tf.nn.softmax_cross_entropy_with_logits(named, logits[:, :kinds])
        of_alarm = weight * tf.nn.sigmoid_cross_entropy_with_logits(alarm, logits[:, kinds])
        small = 1e-4 * tf.nn.l2_loss(self._heads[0])
        return tf.reduce_mean(of_intent) + tf.reduce_mean(of_alarm) + small


def embed(encoder: Encoder, rows: list[list[int]]) -> np.ndarray:
    """One vector a row of tokens, with the weights as they are now."""
    summed = encoder.summed()
    run = tf.function(lambda tokens, mask: encoder(tokens, mask, summed), reduce_retracing=True)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    out = np.zeros((len(rows), encoder.shape.hidden), dtype=np.float32)
    for start in range(0, len(order), _AT_ONCE):
        part = order[start : start + _AT_ONCE]
        tokens, mask = padded([rows[i] for i in part])
        out[part] = run(tf.constant(tokens), tf.constant(mask)).numpy()
    return out


def first_heads(encoder: Encoder, material: Material, sample: np.ndarray) -> dict[str, np.ndarray]:
    """Weights and bias of intents and urgency side by side, and centre and spread of the vectors,
    from some of the messages.

    An encoder that learns under random heads forgets before they can tell it anything.
    """
    vectors = embed(encoder, [material.texts[i][0] for i in sample])
    centre, scale = vectors.mean(axis=0), 1 / vectors.std(axis=0)
    rows = (vectors - centre) * scale
    labels = material.intent[sample], material.urgent[sample]
    fitted = [LogisticRegression(C=0.01, max_iter=500).fit(rows, y) for y in labels]
    weights = np.hstack([head.coef_.T for head in fitted]).astype(np.float32)
    bias = np.hstack([head.intercept_ for head in fitted]).astype(np.float32)
    return {"head.w": weights, "head.b": bias, "centre": centre, "scale": scale}


def _share(passed: float, warm_up: float) -> float:
    """Of the full rate: up in a line, then down along a cosine."""
    if passed < warm_up:
        return passed / warm_up
    rest = (passed - warm_up) / (1 - warm_up)
    return float(0.03 + 0.97 * (1 + np.cos(np.pi * rest)) / 2)


def _adam() -> tf.keras.optimizers.legacy.Adam:
    return tf.keras.optimizers.legacy.Adam(learning_rate=tf.Variable(0.0), beta_2=0.98)


def _tensors(batch: Batch) -> Tensors:
    return (
        tf.constant(batch.tokens),
        tf.constant(batch.mask),
        tf.constant(batch.intent, tf.int32),
        tf.constant(batch.urgent),
        tf.constant(batch.weight),
    )

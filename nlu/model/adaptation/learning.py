"""The training itself: intents and urgency together, on top of the encoder that learns.

The two heads here serve only to give the encoder something to be right or wrong about; the
pipeline learns its own heads on what comes out (components/learning.py), in a minute instead of
a quarter of an hour, so that ten new messages need no new encoder.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Callable, List, Tuple

import numpy as np
import tensorflow as tf
from sklearn.linear_model import LogisticRegression

from adaptation.material import Batch, Material, padded
from adaptation.network import Encoder
from preparation.intents import INTENTS

_AT_ONCE = 128  # texts encoded together


@dataclass(frozen=True)
class Recipe:
    """How much and how fast. Rates are Adam's: about the largest step of a variable at once.

    `scales` is relative: 0.004 changes a block's weights by at most 0.4 % a step.
    """

    epochs: int = 4
    batch: int = 64
    first_free: int = 4
    scales: float = 4e-3
    vectors: float = 2e-3
    heads: float = 2e-3
    warm_up: float = 0.08
    tokens_dropped: float = 0.05
    head_dropout: float = 0.2
    smoothing: float = 0.1
    seeds: int = 4
    seed: int = 0


class Learner:
    """An encoder with its two heads. `learn` runs the recipe; `embed` tells what came of it."""

    def __init__(
        self, encoder: Encoder, recipe: Recipe, material: Material, sample: np.ndarray
    ) -> None:
        """`sample`: the messages that centre and spread of the vectors and the first heads are
        taken from, before the encoder learns.
        """
        vectors = embed(encoder, [material.texts[i][0] for i in sample])
        self._encoder = encoder
        self._recipe = recipe
        self._centre = tf.constant(vectors.mean(axis=0))
        self._scale = tf.constant(1 / vectors.std(axis=0))
        regular = (vectors - vectors.mean(axis=0)) / vectors.std(axis=0)
        heads = _first_heads(regular, material.intent[sample], material.urgent[sample])
        groups = (
            (encoder.free_scales(), recipe.scales),
            (encoder.free_vectors(), recipe.vectors),
            (heads, recipe.heads),
        )
        self._heads = heads
        self._groups = [(_adam(), variables, rate) for variables, rate in groups]

    def learn(
        self, material: Material, say: Callable[[str], None], keep: Callable[[int], None]
    ) -> None:
        """Trains to the end of the recipe; calls `keep` with the number of each epoch done."""
        recipe, rng = self._recipe, random.Random(self._recipe.seed)
        steps = recipe.epochs * -(-len(material.texts) // recipe.batch)
        done, recent = 0, 0.0
        for epoch in range(recipe.epochs):
            for batch in material.epoch(rng, recipe.batch, recipe.tokens_dropped):
                share = _share(done / steps, recipe.warm_up)
                for optimiser, _, rate in self._groups:
                    optimiser.learning_rate.assign(rate * share)
                loss = float(self._step(*_tensors(batch)))
                done += 1
                recent = 0.98 * recent + 0.02 * loss if done > 1 else loss
                if done % 100 == 0:
                    say(f"  epoch {epoch + 1}, step {done} of {steps}, loss {recent:.3f}")
            keep(epoch + 1)

    @tf.function(reduce_retracing=True)
    def _step(
        self, tokens: tf.Tensor, mask: tf.Tensor, intent: tf.Tensor, urgent: tf.Tensor,
        weight: tf.Tensor,
    ) -> tf.Tensor:  # fmt: skip
        variables = [v for _, group, _ in self._groups for v in group]
        with tf.GradientTape() as tape:
            logits = self._logits(self._encoder(tokens, mask))
            loss = self._loss(logits, intent, urgent, weight)
        gradients = tape.gradient(loss, variables)
        for optimiser, group, _ in self._groups:
            optimiser.apply_gradients(zip(gradients[: len(group)], group))
            gradients = gradients[len(group) :]
        return loss

    def _logits(self, vectors: tf.Tensor) -> tf.Tensor:
        regular = tf.nn.dropout((vectors - self._centre) * self._scale, self._recipe.head_dropout)
        return tf.matmul(regular, self._heads[0]) + self._heads[1]

    def _loss(
        self, logits: tf.Tensor, intent: tf.Tensor, urgent: tf.Tensor, weight: tf.Tensor
    ) -> tf.Tensor:
        kinds, soft = len(INTENTS), self._recipe.smoothing
        named = tf.one_hot(intent, kinds) * (1 - soft) + soft / kinds
        alarm = urgent * (1 - soft / 2) + soft / 4
        of_intent = tf.nn.softmax_cross_entropy_with_logits(named, logits[:, :kinds])
        of_alarm = weight * tf.nn.sigmoid_cross_entropy_with_logits(alarm, logits[:, kinds])
        small = 1e-4 * tf.nn.l2_loss(self._heads[0])
        return tf.reduce_mean(of_intent) + tf.reduce_mean(of_alarm) + small


def embed(encoder: Encoder, rows: List[List[int]]) -> np.ndarray:
    """One vector a row of tokens, with the weights as they are now."""
    run = tf.function(encoder, reduce_retracing=True)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    out = np.zeros((len(rows), encoder.shape.hidden), dtype=np.float32)
    for start in range(0, len(order), _AT_ONCE):
        part = order[start : start + _AT_ONCE]
        tokens, mask = padded([rows[i] for i in part])
        out[part] = run(tf.constant(tokens), tf.constant(mask)).numpy()
    return out


def _first_heads(
    rows: np.ndarray, intent: np.ndarray, urgent: np.ndarray
) -> Tuple[tf.Variable, tf.Variable]:
    """Weights and bias of intents and urgency side by side.

    An encoder that learns under random heads forgets before they can tell it anything.
    """
    fitted = [LogisticRegression(C=0.01, max_iter=500).fit(rows, y) for y in (intent, urgent)]
    weights = np.hstack([head.coef_.T for head in fitted]).astype(np.float32)
    bias = np.hstack([head.intercept_ for head in fitted]).astype(np.float32)
    return tf.Variable(weights), tf.Variable(bias)


def _share(passed: float, warm_up: float) -> float:
    """Of the full rate: up in a line, then down along a cosine."""
    if passed < warm_up:
        return passed / warm_up
    rest = (passed - warm_up) / (1 - warm_up)
    return float(0.03 + 0.97 * (1 + np.cos(np.pi * rest)) / 2)


def _adam() -> "tf.keras.optimizers.legacy.Adam":
    return tf.keras.optimizers.legacy.Adam(learning_rate=tf.Variable(0.0), beta_2=0.98)


def _tensors(batch: Batch) -> Tuple[tf.Tensor, ...]:
    return (
        tf.constant(batch.tokens),
        tf.constant(batch.mask),
        tf.constant(batch.intent, tf.int32),
        tf.constant(batch.urgent),
        tf.constant(batch.weight),
    )

"""The sentence embedding of each window, centred and scaled by what training has seen."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import METADATA
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.ngram_featurizer import SPELLED, WINDOW, ngrams_of
from components.store import NotTrained, read, write
from encoding.encoder import shared_encoder
from nlu.runtime.heads.meaning import Meaning

EMBEDDING = "embedding"
"""Attribute of a training message: the embedding of its first window, made regular."""

READ = "read"
"""Attribute of a message that came in: what was read of it (`nlu.runtime.heads.meaning.Read`)."""


class SentenceFeaturizer(GraphComponent):
    """Gives a training message its embedding, and one that came in `READ`."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._meaning: Meaning | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`tokens`: the most that a message's windows may cost; each takes a sixth to two thirds of
        a millisecond, by machine. `sentence_tokens`: the same for its single sentences.
        """
        return {"tokens": 150, "sentence_tokens": 90}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        """A component that has learnt nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceFeaturizer:
        """The trained component from the model; loads the encoder."""
        component = cls(config, model_storage, resource)
        component._meaning = Meaning.of(config, read(model_storage, resource))
        shared_encoder()
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns mean and deviation, and which n-grams make a window worth reading first."""
        from encoding.cache import CachedEncoder
        from learning.fitting import fit_alarm
        from learning.splits import learnt_from

        messages = learnt_from(training_data)
        rows = CachedEncoder().encode([message.get(WINDOW) for message in messages])
        urgent = np.array([message.get(METADATA)["urgent"] for message in messages])
        alarm = fit_alarm(ngrams_of(messages), urgent)
        self._meaning = Meaning(
            mean=rows.mean(axis=0),
            scale=1 / np.maximum(rows.std(axis=0), 1e-6),
            alarm=alarm,
            tokens=self._config["tokens"],
            sentence_tokens=self._config["sentence_tokens"],
        )
        write(self._storage, self._resource, self._meaning.learnt())
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the features to all training messages; their embeddings are on disk by now."""
        from encoding.cache import CachedEncoder

        messages = training_data.training_examples
        rows = CachedEncoder().encode([message.get(WINDOW) for message in messages])
        for message, row in zip(messages, self._trained().regular(rows), strict=True):
            message.set(EMBEDDING, row)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Encodes as many windows as the limit allows, the most alarming first."""
        for message in messages:
            message.set(READ, self._trained().read(message.get(SPELLED), shared_encoder()))
        return messages

    def _trained(self) -> Meaning:
        if self._meaning is None:
            raise NotTrained(type(self).__name__)
        return self._meaning


def sentence_embedding(message: Message) -> np.ndarray:
    """The dense row of a training message."""
    return np.asarray(message.get(EMBEDDING))

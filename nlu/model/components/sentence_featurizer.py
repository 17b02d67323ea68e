"""The sentence embedding of each window, centred and scaled by what training has seen."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text, Tuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, FEATURE_TYPE_SEQUENCE, METADATA, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack

from components.encoder import shared_encoder
from components.ngram_featurizer import WINDOWS, feature, sentence_ngrams, window_ngrams
from components.reading import SENTENCES, Sentences, choose_windows
from components.store import read, write

WINDOWS_READ = "windows_read"
"""Message attribute: positions of the windows that were encoded, in order."""


class SentenceFeaturizer(GraphComponent):
    """Adds dense features: one row a window that was read, and their mean for the whole.

    Raw embeddings of this encoder all point one way (the mean is most of each vector), which
    hides what differs; so the mean is taken away and each number divided by its deviation.
    """

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._mean = np.zeros(0, dtype=np.float32)
        self._scale = np.ones(0, dtype=np.float32)
        self._alarm = np.zeros(0, dtype=np.float32)

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`tokens`: the most that a message's windows may cost; each takes a sixth to two thirds of
        a millisecond, by machine. `sentence_tokens`: the same for its single sentences.
        """
        return {"tokens": 150, "sentence_tokens": 90}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        """A component that has learnt nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceFeaturizer:
        """The trained component from the model; loads the encoder."""
        component = cls(config, model_storage, resource)
        arrays = read(model_storage, resource)
        component._mean, component._scale = arrays["mean"], arrays["scale"]
        component._alarm = arrays["alarm"]
        shared_encoder()
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns mean and deviation, and which n-grams make a window worth reading first."""
        from components.cache import CachedEncoder
        from components.fitting import fit_alarm
        from components.roles import learnt_from

        messages = learnt_from(training_data)
        rows = CachedEncoder().encode([message.get(WINDOWS)[0] for message in messages])
        self._mean = rows.mean(axis=0)
        self._scale = 1 / np.maximum(rows.std(axis=0), 1e-6)
        urgent = np.array([message.get(METADATA)["urgent"] for message in messages])
        self._alarm = fit_alarm(vstack([sentence_ngrams(m) for m in messages]).tocsr(), urgent)
        arrays = {"mean": self._mean, "scale": self._scale, "alarm": self._alarm}
        write(self._storage, self._resource, arrays)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the features to all training messages; their embeddings are on disk by now."""
        from components.cache import CachedEncoder

        messages = training_data.training_examples
        rows = CachedEncoder().encode([message.get(WINDOWS)[0] for message in messages])
        for message, row in zip(messages, self._regular(rows)):
            self._add(message, row.reshape(1, -1), FEATURE_TYPE_SENTENCE)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Encodes as many windows as the limit allows, the most alarming first."""
        encoder = shared_encoder()
        for message in messages:
            alarm = np.asarray(window_ngrams(message) @ self._alarm).ravel()
            tokens = self._config["tokens"]
            chosen, texts = choose_windows(message.get(WINDOWS), alarm, tokens, encoder.tokens)
            message.set(WINDOWS_READ, chosen)
            rows = self._regular(encoder.encode(texts))
            self._add(message, rows, FEATURE_TYPE_SEQUENCE)
            whole = rows if len(rows) == 1 else rows.mean(axis=0, keepdims=True)
            self._add(message, whole, FEATURE_TYPE_SENTENCE)
            self._read_sentences(message)
        return messages

    def _read_sentences(self, message: Message) -> None:
        """Encodes as many as their own limit allows, the most alarming first."""
        found: Optional[Sentences] = message.get(SENTENCES)
        if found is None:
            return
        encoder, limit = shared_encoder(), self._config["sentence_tokens"]
        alarm = np.asarray(found.ngrams @ self._alarm).ravel()
        chosen, texts = choose_windows(found.texts, alarm, limit, encoder.tokens)
        rows = self._regular(encoder.encode(texts))
        message.set(SENTENCES, Sentences(texts, found.ngrams[chosen], rows))

    def _regular(self, rows: np.ndarray) -> np.ndarray:
        return np.asarray((rows - self._mean) * self._scale, dtype=np.float32)

    def _add(self, message: Message, rows: np.ndarray, kind: Text) -> None:
        message.add_features(Features(rows, kind, TEXT, type(self).__name__))


def sentence_embedding(message: Message) -> np.ndarray:
    """The dense row of the whole message."""
    return np.asarray(feature(message, SentenceFeaturizer.__name__, FEATURE_TYPE_SENTENCE))


def windows_read(message: Message) -> Tuple[np.ndarray, csr_matrix]:
    """Of each window that was read, its dense and its sparse row."""
    rows = feature(message, SentenceFeaturizer.__name__, FEATURE_TYPE_SEQUENCE)
    ngrams = window_ngrams(message)
    return rows, ngrams if len(rows) == ngrams.shape[0] else ngrams[message.get(WINDOWS_READ)]

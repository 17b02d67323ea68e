"""Which of the helpline's locales a message is written in, by its n-grams."""

from __future__ import annotations

from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import vstack

from components.linear import Linear
from components.ngram_featurizer import sentence_ngrams
from components.store import read, write
from components.text import letters

LOCALE = "locale"
LITTLE_WORDS = 2


class LocaleIdentifier(GraphComponent):
    """Sets `locale` to {"name", "confidence"}; the name is None when it can't tell."""

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._names: List[str] = []
        self._head = Linear(np.zeros((0, 0)), np.zeros(0))

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`sure`: the least confidence of an answer, of up to two words `sure_of_little`, since
        they may be borrowed or a name; `letters`: the least that one needs."""
        return {"sure": 0.45, "sure_of_little": 0.85, "letters": 2, "penalty": 30.0}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LocaleIdentifier:
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
    ) -> LocaleIdentifier:
        """The trained component from the model."""
        component = cls(config, model_storage, resource)
        arrays = read(model_storage, resource)
        component._names = [str(name) for name in arrays["names"]]
        component._head = Linear(arrays["weights"], arrays["bias"])
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all messages and from what was derived of them."""
        from components.fitting import fit_locale
        from components.roles import learnt_from

        messages = learnt_from(training_data)
        rows = vstack([sentence_ngrams(message) for message in messages]).tocsr()
        names = np.array([message.get(METADATA)["locale"] for message in messages])
        self._names, self._head = fit_locale(rows, names, self._config["penalty"])
        arrays = {"weights": self._head.weights, "bias": self._head.bias}
        write(self._storage, self._resource, {"names": np.array(self._names), **arrays})
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds `locale` to each message."""
        for message in messages:
            message.set(LOCALE, self._answer(message), add_to_output=True)
        return messages

    def _answer(self, message: Message) -> Dict[Text, Any]:
        chances = np.exp(self._head.log_probabilities(sentence_ngrams(message))[0])
        best = int(chances.argmax())
        confidence = float(chances[best])
        text = message.get(TEXT) or ""
        known = letters(text) >= self._config["letters"]
        least = self._config["sure_of_little" if len(text.split()) <= LITTLE_WORDS else "sure"]
        sure = known and confidence >= least
        return {"name": self._names[best] if sure else None, "confidence": round(confidence, 4)}

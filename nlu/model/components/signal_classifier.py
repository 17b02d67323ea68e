"""The signal of a message: a fact or question of somebody in danger, or none."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.sentence_featurizer import READ
from components.store import NotTrained, read, write
from nlu.runtime.heads.signal import SignalHead

SIGNAL = "signal"


class SignalClassifier(GraphComponent):
    """Sets `signal` to {"name", "confidence"}."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._head: SignalHead | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Scikit-learn's C of each head."""
        return {"meaning": 0.03, "spelling": 10.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SignalClassifier:
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
    ) -> SignalClassifier:
        """The trained component from the model."""
        component = cls(config, model_storage, resource)
        component._head = SignalHead.of(config, read(model_storage, resource))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the messages that were written for it."""
        from learning.fitting import Penalty
        from learning.gathering import gather, signal_of
        from learning.heads import learn_signals
        from learning.splits import telling

        penalty = Penalty(self._config["meaning"], self._config["spelling"])
        self._head = learn_signals(gather(telling(training_data), signal_of), penalty)
        write(self._storage, self._resource, self._head.learnt())
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds `signal` to each message."""
        if self._head is None:
            raise NotTrained(type(self).__name__)
        for message in messages:
            message.set(SIGNAL, self._head.answer(message.get(READ)), add_to_output=True)
        return messages

"""Should a human be alerted at once? A score of its own, whatever the intent is."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.intent_classifier import EMERGENCY, INTENTS_HEARD
from components.locale_identifier import LOCALE
from components.sentence_featurizer import READ
from components.store import NotTrained, read, write
from nlu.runtime.heads.urgency import UrgencyHead

URGENCY = "urgency"


class UrgencyClassifier(GraphComponent):
    """Sets `urgency` to {"score", "urgent"}."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._head: UrgencyHead | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`recall`, `least`: the share of the urgent messages that the thresholds must catch in
        all and in each locale, by the model alone. `sure`: the share of the calm messages that may
        reach the score from which a sentence counts for itself. `false`: the share of the
        calm messages that may alarm: where the other two ask for a lower threshold, keywords must
        catch the rest, since a desk that is called for one calm message in seven hears no alarm.
        The others as in the intent classifier.
        """
        return {
            "recall": 0.985,
            "least": 0.95,
            "sure": 0.008,
            "false": 0.04,
            "meaning": 0.01,
            "spelling": 10.0,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> UrgencyClassifier:
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
    ) -> UrgencyClassifier:
        """The trained component from the model."""
        component = cls(config, model_storage, resource)
        component._head = UrgencyHead.of(config, read(model_storage, resource))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the training messages, chooses the thresholds on the development set."""
        from learning.fitting import Penalty
        from learning.gathering import gather, urgency_of
        from learning.heads import Aims, learn_urgency
        from learning.splits import learnt_from, settled_on

        rows = gather(learnt_from(training_data), urgency_of)
        aside = settled_on(training_data)
        development = gather(aside, urgency_of)
        emergency = np.concatenate([message.get(EMERGENCY) for message in aside])
        penalty = Penalty(self._config["meaning"], self._config["spelling"])
        aims = Aims(
            self._config["recall"],
            self._config["least"],
            self._config["sure"],
            self._config["false"],
        )
        self._head = learn_urgency(rows, development, emergency, penalty, aims)
        write(self._storage, self._resource, self._head.learnt())
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds `urgency` to each message."""
        if self._head is None:
            raise NotTrained(type(self).__name__)
        for message in messages:
            known = message.get(READ), message.get(INTENTS_HEARD), message.get(LOCALE)["name"]
            message.set(URGENCY, self._head.answer(*known), add_to_output=True)
        return messages

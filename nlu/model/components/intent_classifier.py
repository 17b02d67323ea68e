"""What the person wants: one of the thirty intents, with calibrated confidences."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.ngram_featurizer import ngrams_of
from components.sentence_featurizer import READ, sentence_embedding
from components.store import NotTrained, read, write
from nlu.runtime.heads.intent import IntentHead
from preparation.intents import EMERGENCIES

RANKING = "intent_ranking"

INTENTS_HEARD = "intents_heard"
"""Attribute of a message that came in: the intents (`nlu.runtime.heads.intent.Intents`)."""

EMERGENCY = "emergency"
"""Attribute of a message of the development set: log-odds of an emergency among the intents."""


class IntentClassifier(GraphComponent):
    """Sets `intent` and `intent_ranking` as Rasa's own classifiers do."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._head: IntentHead | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's length of the ranking; scikit-learn's C of each head."""
        return {"ranking_length": 10, "meaning": 0.01, "spelling": 10.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
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
    ) -> IntentClassifier:
        """The trained component from the model."""
        component = cls(config, model_storage, resource)
        component._head = IntentHead.of(config, read(model_storage, resource))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the training messages, calibrates on the development set."""
        from learning.fitting import Penalty
        from learning.gathering import gather, intent_of
        from learning.heads import learn_intents
        from learning.splits import learnt_from, settled_on

        rows = gather(learnt_from(training_data), intent_of)
        development = gather(settled_on(training_data), intent_of)
        penalty = Penalty(self._config["meaning"], self._config["spelling"])
        heads = learn_intents(rows, development, penalty)
        self._head = IntentHead(heads, EMERGENCIES, self._config["ranking_length"])
        write(self._storage, self._resource, self._head.learnt())
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Gives the development set what the alarm is settled on."""
        from learning.splits import settled_on

        head = self._trained()
        for message in settled_on(training_data):
            rows = sentence_embedding(message).reshape(1, -1), ngrams_of([message])
            message.set(EMERGENCY, head.emergency(head.heads.log_probabilities(*rows)))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds intent and ranking to each message, and no entities: there are none here."""
        for message in messages:
            heard = self._trained().answer(message.get(READ))
            message.set(INTENTS_HEARD, heard)
            message.set(INTENT, dict(heard.ranking[0]), add_to_output=True)
            message.set(RANKING, heard.ranking, add_to_output=True)
            message.set(ENTITIES, [], add_to_output=True)
        return messages

    def _trained(self) -> IntentHead:
        if self._head is None:
            raise NotTrained(type(self).__name__)
        return self._head

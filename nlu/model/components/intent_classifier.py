"""What the person wants: one of the thirty intents, with calibrated confidences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.linear import TwoHeads, log_odds
from components.ngram_featurizer import WINDOWS, sentence_ngrams
from components.reading import SENTENCES, Sentences
from components.sentence_featurizer import sentence_embedding, windows_read
from components.store import NotTrained, read, write
from preparation.intents import EMERGENCIES

RANKING = "intent_ranking"
EMERGENCY = "emergency"
"""Message attribute: log-odds of an emergency among the intents, one a window that was read."""


class IntentClassifier(GraphComponent):
    """Sets `intent` and `intent_ranking` as Rasa's own classifiers do."""

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._heads: Optional[TwoHeads] = None

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Rasa's length of the ranking; scikit-learn's C of each head; a variant's weight."""
        return {"ranking_length": 10, "meaning": 0.01, "spelling": 10.0, "variant_weight": 0.5}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
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
    ) -> IntentClassifier:
        """The trained component from the model."""
        component = cls(config, model_storage, resource)
        component._heads = TwoHeads.from_arrays(read(model_storage, resource))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the training messages, calibrates on the development set."""
        from components.fitting import Penalty
        from components.gathering import gather
        from components.learning import learn_intents
        from components.roles import learnt_from, settled_on

        rows = gather(learnt_from(training_data), INTENT, self._config["variant_weight"])
        development = gather(settled_on(training_data), INTENT, 1.0)
        penalty = Penalty(self._config["meaning"], self._config["spelling"])
        self._heads = learn_intents(rows, development, penalty)
        write(self._storage, self._resource, self._heads.arrays())
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Gives the development set what the alarm is settled on."""
        from components.roles import settled_on

        heads = self._trained()
        for message in settled_on(training_data):
            rows = sentence_embedding(message).reshape(1, -1), sentence_ngrams(message)
            message.set(EMERGENCY, _emergency(heads, heads.log_probabilities(*rows)))
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds intent and ranking to each message, and no entities: there are none here."""
        heads = self._trained()
        for message in messages:
            of_windows = heads.log_probabilities(*windows_read(message))
            message.set(EMERGENCY, _emergency(heads, of_windows))
            parts: Optional[Sentences] = message.get(SENTENCES)
            if parts is not None and parts.embedding is not None:
                of_parts = heads.log_probabilities(parts.embedding, parts.ngrams)
                message.set(SENTENCES, replace(parts, emergency=_emergency(heads, of_parts)))
            of_whole = of_windows
            if len(message.get(WINDOWS)) > 1:
                rows = sentence_embedding(message), sentence_ngrams(message)
                of_whole = heads.log_probabilities(*rows)
            chances = np.exp(of_whole[0])
            ranking = [
                {"name": heads.classes[i], "confidence": round(float(chances[i]), 6)}
                for i in np.argsort(-chances, kind="stable")[: self._config["ranking_length"]]
            ]
            message.set(INTENT, dict(ranking[0]), add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
            message.set(ENTITIES, [], add_to_output=True)
        return messages

    def _trained(self) -> TwoHeads:
        if self._heads is None:
            raise NotTrained(type(self).__name__)
        return self._heads


def _emergency(heads: TwoHeads, log_probabilities: np.ndarray) -> np.ndarray:
    chosen = np.array([name in EMERGENCIES for name in heads.classes])
    return log_odds(log_probabilities, chosen)

"""Should a human be alerted at once? A score of its own, whatever the intent is.

How likely the message is to be one of the four emergencies is one opinion of three in it, beside
the heads that learnt urgency itself: where they disagree, most false alarms are.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.intent_classifier import EMERGENCY
from components.linear import Alarm
from components.locale_identifier import LOCALE
from components.reading import SENTENCES, Sentences
from components.sentence_featurizer import windows_read
from components.store import NotTrained, read, write

URGENCY = "urgency"
CURVE = "curve"


class UrgencyClassifier(GraphComponent):
    """Sets `urgency` to {"score", "urgent"}: the score of the most urgent window, 0 to 1, or of a
    sentence that is surely urgent by itself."""

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._alarm: Optional[Alarm] = None
        self._thresholds: Dict[Text, float] = {}
        self._sure = 1.0

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`recall`, `least`: the share of the urgent messages that the thresholds must catch in
        all and in each locale, by the model alone. `sure`: the share of the calm messages that may
        reach the score from which a sentence counts for itself. The others as in the intent
        classifier.
        """
        return {
            "recall": 0.985,
            "least": 0.95,
            "sure": 0.008,
            "meaning": 0.01,
            "spelling": 10.0,
            "variant_weight": 0.5,
        }

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> UrgencyClassifier:
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
    ) -> UrgencyClassifier:
        """The trained component from the model."""
        component = cls(config, model_storage, resource)
        arrays = read(model_storage, resource)
        component._alarm = Alarm.from_arrays(arrays)
        names = (str(name) for name in arrays["locales"])
        component._thresholds = dict(zip(names, map(float, arrays["thresholds"])))
        component._sure = float(arrays["sure"])
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the training messages, chooses the thresholds on the development set."""
        from components.fitting import Penalty
        from components.gathering import gather
        from components.learning import Aims, learn_urgency
        from components.roles import learnt_from, settled_on

        rows = gather(learnt_from(training_data), "urgent", self._config["variant_weight"])
        aside = settled_on(training_data)
        development = gather(aside, "urgent", 1.0)
        emergency = np.concatenate([message.get(EMERGENCY) for message in aside])
        penalty = Penalty(self._config["meaning"], self._config["spelling"])
        aims = Aims(self._config["recall"], self._config["least"], self._config["sure"])
        learnt = learn_urgency(rows, development, emergency, penalty, aims)
        self._alarm, self._thresholds, self._sure = learnt.alarm, learnt.thresholds, learnt.sure
        arrays = self._alarm.arrays()
        locales, thresholds = zip(*self._thresholds.items())
        arrays.update(
            {
                "locales": np.array(locales),
                "thresholds": np.array(thresholds),
                "sure": np.array(self._sure),
                CURVE: learnt.curve,
            }
        )
        write(self._storage, self._resource, arrays)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds `urgency` to each message."""
        for message in messages:
            score = self._score(message)
            urgent = bool(score >= self._threshold(message))
            verdict = {"score": round(score, 6), "urgent": urgent}
            message.set(URGENCY, verdict, add_to_output=True)
        return messages

    def _threshold(self, message: Message) -> float:
        """The locale's; the lowest of all where it can't be told."""
        known = message.get(LOCALE)["name"]
        return self._thresholds.get(known, min(self._thresholds.values()))

    def _score(self, message: Message) -> float:
        if self._alarm is None:
            raise NotTrained(type(self).__name__)
        score = self._alarm.scores(*windows_read(message), message.get(EMERGENCY)).max()
        return float(max(score, self._loudest(message)))

    def _loudest(self, message: Message) -> float:
        """The score of the loudest sentence, if it is sure; else 0: of what is only suspicious by
        itself, the sentences around it may tell otherwise (a film, the past)."""
        parts: Optional[Sentences] = message.get(SENTENCES)
        if parts is None or self._alarm is None:
            return 0.0
        score = self._alarm.scores(parts.embedding, parts.ngrams, parts.emergency).max()
        return float(score) if score >= self._sure else 0.0

"""Which of the helpline's locales a message is written in, by its n-grams."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.ngram_featurizer import SPELLED, ngrams_of
from components.store import NotTrained, read, write
from nlu.runtime.heads.locale import LocaleHead

LOCALE = "locale"


class LocaleIdentifier(GraphComponent):
    """Sets `locale` to {"name", "confidence"}; the name is None when it can't tell."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._head: LocaleHead | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """As in `LocaleHead`; `penalty`: scikit-learn's C."""
        return {"sure": 0.45, "sure_of_little": 0.85, "letters": 2, "penalty": 30.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LocaleIdentifier:
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
    ) -> LocaleIdentifier:
        """The trained component from the model."""
        component = cls(config, model_storage, resource)
        component._head = LocaleHead.of(config, read(model_storage, resource))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all messages and from what was derived of them."""
        from learning.fitting import fit_locale
        from learning.splits import learnt_from

        messages = learnt_from(training_data)
        rows = ngrams_of(messages)
        names = np.array([message.get(METADATA)["locale"] for message in messages])
        found, head = fit_locale(rows, names, self._config["penalty"])
        asked = (self._config[name] for name in ("sure", "sure_of_little", "letters"))
        self._head = LocaleHead(tuple(found), head, *asked)
        write(self._storage, self._resource, self._head.learnt())
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds `locale` to each message."""
        if self._head is None:
            raise NotTrained(type(self).__name__)
        for message in messages:
            answer = self._head.answer(message.get(TEXT) or "", message.get(SPELLED).whole)
            message.set(LOCALE, answer, add_to_output=True)
        return messages

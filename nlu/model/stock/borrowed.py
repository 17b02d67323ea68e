"""The components of our pipeline with what a trained model of ours has learnt, for `rasa train`.

`python -m bench --only texts` measures stock `rasa run` on the same pipeline and data. To learn
it all anew takes many minutes and ends with the same numbers, so training copies them out of the
archive that the environment's HELPLINE_TRAINED_MODEL names. Loading and parsing are untouched.
"""

from __future__ import annotations

import os
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import (
    intent_classifier,
    locale_identifier,
    ngram_featurizer,
    sentence_featurizer,
    signal_classifier,
    urgency_classifier,
)
from components.store import write
from nlu.runtime import learnt
from nlu.runtime.learnt import Learnt

VARIABLE = "HELPLINE_TRAINED_MODEL"
_KINDS = DefaultV1Recipe.ComponentType
_featurizer = DefaultV1Recipe.register(_KINDS.MESSAGE_FEATURIZER, is_trainable=True)
_classifier = DefaultV1Recipe.register(_KINDS.INTENT_CLASSIFIER, is_trainable=True)


class Borrows:
    """Learns nothing: takes what the component of the same name has learnt."""

    _storage: Any
    _resource: Resource

    def train(self, training_data: TrainingData) -> Resource:
        """Copies the arrays."""
        del training_data
        write(self._storage, self._resource, _learnt(type(self).__name__))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nobody after it learns from features, so it adds none."""
        return training_data


def _learnt(name: str) -> Learnt:
    """Out of the archive's folder of that component."""
    with tarfile.open(os.environ[VARIABLE]) as archive, tempfile.TemporaryDirectory() as folder:
        for each in archive.getmembers():
            if f".registered.{name}" in each.name and each.isfile():
                each.name = Path(each.name).name
                archive.extract(each, folder)
        return learnt.read(Path(folder))


@_featurizer
class NgramFeaturizer(Borrows, ngram_featurizer.NgramFeaturizer):
    """As ours."""


@_classifier
class LocaleIdentifier(Borrows, locale_identifier.LocaleIdentifier):
    """As ours."""


@_featurizer
class SentenceFeaturizer(Borrows, sentence_featurizer.SentenceFeaturizer):
    """As ours."""


@_classifier
class IntentClassifier(Borrows, intent_classifier.IntentClassifier):
    """As ours."""


@_classifier
class UrgencyClassifier(Borrows, urgency_classifier.UrgencyClassifier):
    """As ours."""


@_classifier
class SignalClassifier(Borrows, signal_classifier.SignalClassifier):
    """As ours."""

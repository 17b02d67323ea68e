"""The components of our pipeline with what a trained model of ours has learnt, for `rasa train`.

`python -m bench --only texts` measures stock `rasa run` on the same pipeline and data. To learn
it all anew takes many minutes and ends with the same numbers, so training copies them out of the
archive that the environment's HELPLINE_TRAINED_MODEL names. Loading and parsing are untouched.
"""

from __future__ import annotations

import os
import tarfile
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import intent_classifier, locale_identifier, ngram_featurizer
from components import sentence_featurizer, urgency_classifier
from components.store import Arrays, write

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


def _learnt(name: str) -> Arrays:
    with tarfile.open(os.environ[VARIABLE]) as archive:
        (found,) = (
            each.name
            for each in archive.getmembers()
            if each.name.endswith("/learnt.npz") and f".registered.{name}" in each.name
        )
        file = archive.extractfile(found)
        assert file is not None
        with np.load(file, allow_pickle=False) as arrays:
            return {key: arrays[key] for key in arrays.files}


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

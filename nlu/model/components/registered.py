"""Makes the components known to Rasa's recipe. Only training imports this: it costs TensorFlow."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from components.intent_classifier import IntentClassifier
from components.locale_identifier import LocaleIdentifier
from components.ngram_featurizer import NgramFeaturizer
from components.sentence_featurizer import SentenceFeaturizer
from components.signal_classifier import SignalClassifier
from components.urgency_classifier import UrgencyClassifier

_KINDS = DefaultV1Recipe.ComponentType
_FEATURIZER = DefaultV1Recipe.register(_KINDS.MESSAGE_FEATURIZER, is_trainable=True)
_CLASSIFIER = DefaultV1Recipe.register(_KINDS.INTENT_CLASSIFIER, is_trainable=True)

# What the intents make of the development set is a feature to the urgency.
for _featurizer in (NgramFeaturizer, SentenceFeaturizer, IntentClassifier):
    _FEATURIZER(_featurizer)
for _classifier in (LocaleIdentifier, UrgencyClassifier, SignalClassifier):
    _CLASSIFIER(_classifier)

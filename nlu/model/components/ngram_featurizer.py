"""First component: cuts a message into windows and counts the character n-grams of each."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, FEATURE_TYPE_SEQUENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.ngrams import Ngrams, one_by_one, summed
from components.reading import SENTENCES, Sentences
from components.store import read, write
from components.text import clean, folded
from components.windows import cut, sentences

WINDOWS = "windows"
"""Message attribute: the windows of the cleaned text, in order."""


class NgramFeaturizer(GraphComponent):
    """Gives the message `windows`, and sparse features of the whole and of each window."""

    def __init__(self, ngrams: Ngrams, storage: ModelStorage, resource: Resource) -> None:
        self._ngrams = ngrams
        self._storage = storage
        self._resource = resource

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Lengths of n-grams, and the number of columns as a power of two."""
        return {"shortest": 1, "longest": 4, "bits": 17}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """A component that has learnt nothing yet."""
        ngrams = Ngrams(config["shortest"], config["longest"], config["bits"])
        return cls(ngrams, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        """The trained component from the model."""
        weights = read(model_storage, resource)["weights"]
        ngrams = Ngrams(config["shortest"], config["longest"], config["bits"], weights)
        return cls(ngrams, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns how rare each n-gram is, and adds the features to what it learnt from: its
        n-grams are counted by then, which takes seconds."""
        from components.roles import learnt_from

        messages = learnt_from(training_data)
        cleaned = _cleaned(messages)
        self._give(messages, cleaned, self._ngrams.fit([folded(text) for text in cleaned]))
        assert self._ngrams.weights is not None
        write(self._storage, self._resource, {"weights": self._ngrams.weights})
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the features to all other training messages."""
        messages = [m for m in training_data.training_examples if m.get(WINDOWS) is None]
        cleaned = _cleaned(messages)
        self._give(messages, cleaned, self._ngrams.transform([folded(text) for text in cleaned]))
        return training_data

    def _give(self, messages: List[Message], cleaned: List[Text], rows: Any) -> None:
        for message, text, row in zip(messages, cleaned, one_by_one(rows)):
            message.set(WINDOWS, cut(text))
            self._add(message, row, FEATURE_TYPE_SENTENCE)

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds windows and features to messages that came in."""
        for message in messages:
            text = message.get(TEXT) or ""
            windows = cut(clean(text))
            message.set(WINDOWS, windows)
            counts = self._ngrams.counts([folded(window) for window in windows])
            rows = self._ngrams.weigh(counts)
            self._add(message, rows, FEATURE_TYPE_SEQUENCE)
            whole = rows if len(windows) == 1 else self._ngrams.weigh(summed(counts))
            self._add(message, whole, FEATURE_TYPE_SENTENCE)
            parts = sentences(text)
            if parts:
                of_parts = self._ngrams.transform([folded(part) for part in parts])
                message.set(SENTENCES, Sentences(parts, of_parts))
        return messages

    def _add(self, message: Message, rows: Any, kind: Text) -> None:
        message.add_features(Features(rows, kind, TEXT, type(self).__name__))


def _cleaned(messages: List[Message]) -> List[Text]:
    return [clean(message.get(TEXT)) for message in messages]


def sentence_ngrams(message: Message) -> Any:
    """The sparse row of the whole message."""
    return feature(message, NgramFeaturizer.__name__, FEATURE_TYPE_SENTENCE)


def window_ngrams(message: Message) -> Any:
    """One sparse row a window."""
    return feature(message, NgramFeaturizer.__name__, FEATURE_TYPE_SEQUENCE)


def feature(message: Message, origin: Text, kind: Text) -> Any:
    """The rows that one featurizer gave, or None. Rasa's own getters copy them, at each call."""
    found = (f.features for f in message.features if f.origin == origin and f.type == kind)
    return next(found, None)

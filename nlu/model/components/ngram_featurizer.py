"""First component: cuts a message into windows and counts the character n-grams of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.store import read, write
from nlu.runtime.reading.text import clean, folded
from nlu.runtime.reading.windows import cut
from nlu.runtime.spelling.ngrams import Ngrams
from nlu.runtime.spelling.speller import spell

if TYPE_CHECKING:  # only training needs SciPy
    from scipy.sparse import csr_matrix

NGRAMS = "ngrams"
"""Attribute of a training message: its `Counted`."""

WINDOW = "window"
"""Attribute of a training message: what the encoder reads of it, its first window."""

SPELLED = "spelled"
"""Attribute of a message that came in: its windows and sentences with their n-grams."""


@dataclass(frozen=True, eq=False)
class Counted:
    """The n-grams of a training message: row `number` of the matrix of all that were counted with
    it. As `Features` of Rasa's it would be a matrix of its own: of many thousands those take long
    to make, and to put together again for each head."""

    rows: csr_matrix
    number: int


class NgramFeaturizer(GraphComponent):
    """Gives a training message its n-grams, and one that came in `SPELLED`."""

    def __init__(self, ngrams: Ngrams, storage: ModelStorage, resource: Resource) -> None:
        self._ngrams = ngrams
        self._storage = storage
        self._resource = resource

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Lengths of n-grams, and the number of columns as a power of two."""
        return {"shortest": 1, "longest": 4, "bits": 17}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """A component that has learnt nothing yet."""
        return cls(Ngrams.of(config), model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        """The trained component from the model."""
        return cls(Ngrams.of(config, read(model_storage, resource)), model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns how rare each n-gram is, and adds the features to what it learnt from: its
        n-grams are counted by then, which takes seconds."""
        from learning.counting import learn_ngrams
        from learning.splits import learnt_from

        messages = learnt_from(training_data)
        cleaned = _cleaned(messages)
        rows = learn_ngrams(self._ngrams, [folded(text) for text in cleaned])
        self._give(messages, cleaned, rows)
        write(self._storage, self._resource, self._ngrams.learnt())
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the features to all other training messages."""
        from learning.counting import as_matrix

        messages = [m for m in training_data.training_examples if m.get(WINDOW) is None]
        cleaned = _cleaned(messages)
        rows = self._ngrams.transform([folded(text) for text in cleaned])
        self._give(messages, cleaned, as_matrix(rows, self._ngrams.columns))
        return training_data

    def _give(self, messages: list[Message], cleaned: list[str], rows: csr_matrix) -> None:
        for number, (message, text) in enumerate(zip(messages, cleaned, strict=True)):
            message.set(WINDOW, cut(text)[0])
            message.set(NGRAMS, Counted(rows, number))

    def process(self, messages: list[Message]) -> list[Message]:
        """Spells messages that came in."""
        for message in messages:
            message.set(SPELLED, spell(self._ngrams, message.get(TEXT) or ""))
        return messages


def _cleaned(messages: list[Message]) -> list[str]:
    return [clean(message.get(TEXT)) for message in messages]


def ngrams_of(messages: Sequence[Message]) -> csr_matrix:
    """The n-grams of training messages, a row each. Raises `ValueError` if they weren't all counted
    together: what is learnt from is counted apart from the rest."""
    counted = [message.get(NGRAMS) for message in messages]
    (rows,) = {id(one.rows): one.rows for one in counted}.values()
    return rows[[one.number for one in counted]]

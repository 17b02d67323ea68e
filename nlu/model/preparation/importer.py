"""Hands the data, with its derived variants, to Rasa's training."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import rasa.shared.utils.io
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from learning.splits import DEVELOPMENT, SIGNAL
from preparation.derive import SEED, Variant, derive
from preparation.read import read_folder
from preparation.signals import FOLDER, Told, read_signals


class HelplineImporter(TrainingDataImporter):
    """Reads LOCALE/*.yml, derives variants, and marks each message with what is known of it."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        seed: int = SEED,
        **kwargs: Any,
    ) -> None:
        del domain_path, kwargs
        paths = [training_data_paths] if isinstance(training_data_paths, str) else None
        self._config_file = config_file
        self._folders = [Path(path) for path in paths or training_data_paths or []]
        self._seed = seed
        self._read: TrainingData | None = None

    def get_domain(self) -> Domain:
        """Only understanding is trained here: dialogues live in `flows`."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """None, as above."""
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        """The pipeline's configuration."""
        if not self._config_file:
            return {}
        config: dict[str, Any] = rasa.shared.utils.io.read_model_configuration(self._config_file)
        return config

    def get_config_file_for_auto_config(self) -> str | None:
        """The same file; nothing in it is left for Rasa to choose."""
        return self._config_file

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All messages and variants of all locales (`language` is Rasa's, and unused).

        The development set and the messages of signals come along, marked, as they stand beside
        each folder of data. Rasa asks twice, and reading takes seconds.
        """
        if self._read is None:
            self._read = self._all()
        return self._read

    def _all(self) -> TrainingData:
        examples = [example for folder in self._folders for example in read_folder(folder)]
        apart = [e for folder in self._folders for e in read_folder(folder.parent / DEVELOPMENT)]
        messages = [_message(variant, False) for variant in derive(examples, self._seed)]
        messages += [_message(Variant(e.text, e.locale, "", e), True) for e in apart]
        told = [one for folder in self._folders for one in read_signals(folder.parent / FOLDER)]
        messages += [_telling(one) for one in told]
        return TrainingData(messages)


class Known(Message):
    """A message that Rasa neither copies nor hashes, which took most of a training's time.

    It does so while it merges importers, of which there is one, and for its cache of nodes'
    results, of which we use none: ours is by text (train.py, encoding/cache.py).
    """

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data)
        self._own = uuid.uuid4().hex

    def fingerprint(self) -> str:
        """Of this object alone, so that a cache finds nothing by it."""
        return self._own

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __deepcopy__(self, memo: dict[int, Any]) -> Known:
        return self


def _message(variant: Variant, development: bool) -> Known:
    origin = variant.origin
    return Known(
        {
            TEXT: variant.text,
            INTENT: origin.intent,
            METADATA: {
                "locale": variant.locale,
                "urgent": origin.urgent,
                "hard_negative": origin.hard_negative,
                DEVELOPMENT: development,
                SIGNAL: "",
            },
        }
    )


def _telling(told: Told) -> Known:
    """A message without an intent, which only the signals are learnt from."""
    known = {"locale": told.locale, "urgent": False, "hard_negative": False}
    return Known({TEXT: told.text, METADATA: {**known, DEVELOPMENT: False, SIGNAL: told.signal}})

"""Keeps what a component has learnt in Rasa's archive, as `nlu.runtime.learnt` writes it."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from nlu.runtime import learnt
from nlu.runtime.learnt import Learnt


class NotTrained(ValueError):
    """A component was asked to work before it was trained."""


def write(storage: ModelStorage, resource: Resource, made: Learnt) -> None:
    """Writes what was learnt into the model."""
    with storage.write_to(resource) as folder:
        learnt.write(Path(folder), made)


def read(storage: ModelStorage, resource: Resource) -> Learnt:
    """Reads what `write` has written. Raises `ValueError` when the model lacks it."""
    with storage.read_from(resource) as folder:
        return learnt.read(Path(folder))

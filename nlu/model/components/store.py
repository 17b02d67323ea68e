"""Keeps what a component has learnt as plain arrays: no pickle, so a model cannot run code."""

from __future__ import annotations

from pathlib import Path
from typing import Dict

import numpy as np
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

Arrays = Dict[str, np.ndarray]
_FILE = "learnt.npz"


class NotTrained(ValueError):
    """A component was asked to work before it was trained."""


def write(storage: ModelStorage, resource: Resource, arrays: Arrays) -> None:
    """Writes `arrays` into the model."""
    with storage.write_to(resource) as folder:
        write_file(Path(folder) / _FILE, arrays)


def read(storage: ModelStorage, resource: Resource) -> Arrays:
    """Reads what `write` has written. Raises `ValueError` when the model lacks it."""
    with storage.read_from(resource) as folder:
        with np.load(Path(folder) / _FILE, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}


def write_file(path: Path, arrays: Arrays) -> None:
    """Writes arrays into one file; strings become fixed-width Unicode."""
    np.savez(path, **arrays)


def part(arrays: Arrays, prefix: str) -> Arrays:
    """The arrays whose names begin with `prefix.`, without it."""
    start = prefix + "."
    return {k[len(start) :]: v for k, v in arrays.items() if k.startswith(start)}


def prefixed(prefix: str, arrays: Arrays) -> Arrays:
    """The reverse of `part`."""
    return {f"{prefix}.{name}": array for name, array in arrays.items()}

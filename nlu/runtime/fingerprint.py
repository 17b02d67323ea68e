"""What a model depends on: training data, configuration, what the encoder has learnt, a number.

Code isn't part of it: a docstring changes no model. Who changes what training makes of the same
data raises `FORMAT`, and so makes everybody train anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

FORMAT = 3
"""Of learning: code of `nlu/model` and `nlu/runtime`, and packages that change what is learnt."""

PROJECT = Path(__file__).resolve().parent.parent / "model"
"""The Rasa project, where a checkout has it; what is installed has no training data."""

_LEARNT = "adapted/layers.json"
"""It names the SHA-256 of the layers, which are too large to read for this."""


def fingerprint(
    data: Path = PROJECT / "data", config: Path = PROJECT / "config.yml", project: Path = PROJECT
) -> str:
    """Sixteen hex digits that change when anything changes that training depends on. The
    development set and the messages of signals are beside `data`."""
    digest = hashlib.sha256(f"{FORMAT}\0".encode())
    for file in _files(data, config, project):
        content = file.read_bytes()
        digest.update(f"{file.name}\0{file.parent.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _files(data: Path, config: Path, project: Path) -> Iterable[Path]:
    yield from sorted(data.glob("*/*.yml"))
    yield from sorted((data.parent / "development").glob("*/*.yml"))
    yield from sorted((data.parent / "signals").glob("*.yml"))
    yield config
    yield project / _LEARNT

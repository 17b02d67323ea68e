"""Reads what signals are learnt from: a mapping, signal → messages, for each locale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nlu.intents import HEARD_SIGNALS
from nlu.runtime.heads.signal import NONE
from preparation.read import LOCALES, DataError, compose

FOLDER = "signals"
"""It stands beside the training messages."""


@dataclass(frozen=True)
class Told:
    """A message and the signal that it tells, or `NONE`. `line` counts from 1."""

    text: str
    signal: str
    locale: str
    file: Path
    line: int

    @property
    def place(self) -> str:
        """`file:line`, for reports."""
        return f"{self.file}:{self.line}"


def read_signals(folder: Path) -> list[Told]:
    """Reads FOLDER/LOCALE.yml for the locales that are there, in a fixed order. Raises `DataError`
    with file:line on a fault."""
    files = [folder / f"{locale}.yml" for locale in LOCALES]
    return [one for file in files if file.exists() for one in _read(file)]


def _read(file: Path) -> Iterator[Told]:
    for name, messages in _items(file, compose(file), yaml.MappingNode):
        if name.value not in {*HEARD_SIGNALS, NONE}:
            raise DataError(f"{file}:{name.start_mark.line + 1}: no signal {name.value}")
        for one in _items(file, messages, yaml.SequenceNode):
            line = one.start_mark.line + 1
            if not isinstance(one, yaml.ScalarNode) or not one.value.strip():
                raise DataError(f"{file}:{line}: a message is a line of text")
            yield Told(one.value.strip(), name.value, file.stem, file, line)


def _items(file: Path, node: Any, kind: type[Any]) -> Any:
    if not isinstance(node, kind):
        line = 1 if node is None else node.start_mark.line + 1
        raise DataError(f"{file}:{line}: signals, each with a list of messages, are expected")
    value: Any = node.value
    return value

"""Reads training and test data: Rasa's NLU format with metadata at intent or example level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from preparation.intents import EMERGENCIES

LOCALES = ("kk", "ru", "en", "uz", "uz-Cyrl", "ky", "tg")

_KEYS = {"urgent", "hard_negative"}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(ValueError):
    """A file in data/ or tests/ is not in the format; the message begins with file:line."""


@dataclass(frozen=True)
class Example:
    """One message with what is known about it. `line` counts from 1."""

    text: str
    intent: str
    locale: str
    urgent: bool
    hard_negative: bool
    file: Path
    line: int

    @property
    def place(self) -> str:
        """`file:line`, for reports."""
        return f"{self.file}:{self.line}"


def read_folder(root: Path) -> list[Example]:
    """Reads ROOT/LOCALE/*.yml for the seven locales, in a fixed order."""
    files = [file for locale in LOCALES for file in sorted((root / locale).glob("*.yml"))]
    return [example for file in files for example in read_file(file, file.parent.name)]


def compose(file: Path) -> Any:
    """The root node of a YAML file, None for an empty one. Raises `DataError` with file:line."""
    try:
        return yaml.compose(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise DataError(f"{file}:{line}: not YAML: {getattr(error, 'problem', '')}") from None


def read_file(file: Path, locale: str) -> Iterator[Example]:
    """Yields the examples of one file. Raises `DataError` with file:line on a fault."""
    root = compose(file)
    if root is None:
        return
    for block in _field(file, root, "nlu", required=True).value:
        intent = _field(file, block, "intent", required=True).value
        flags = _flags(file, _field(file, block, "metadata"))
        examples = _field(file, block, "examples", required=True)
        for line, text, own in _examples(file, examples):
            urgent, hard = (flags | own) & {"urgent"}, (flags | own) & {"hard_negative"}
            yield Example(
                text=text,
                intent=intent,
                locale=locale,
                urgent=bool(urgent) or intent in EMERGENCIES,
                hard_negative=bool(hard),
                file=file,
                line=line,
            )


def _field(file: Path, node: Any, key: str, required: bool = False) -> Any:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return value
    if required:
        raise DataError(f"{file}:{node.start_mark.line + 1}: `{key}:` is missing")
    return None


def _flags(file: Path, node: Any) -> set[str]:
    if node is None:
        return set()
    found = {name.value for name, value in node.value if value.value == "true"}
    unknown = {name.value for name, _ in node.value} - _KEYS
    if unknown:
        place = f"{file}:{node.start_mark.line + 1}"
        raise DataError(f"{place}: unknown metadata {', '.join(sorted(unknown))}")
    return found


def _examples(file: Path, node: Any) -> Iterator[tuple[int, str, set[str]]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            text = _field(file, item, "text", required=True)
            flags = _flags(file, _field(file, item, "metadata"))
            yield text.start_mark.line + 1, text.value.strip().removeprefix("- "), flags
        return
    first = node.start_mark.line + 2  # the line after `examples: |`
    for offset, line in enumerate(node.value.splitlines()):
        stripped = line.strip()
        if not stripped:
            continue
        if not stripped.startswith("- ") or not stripped[2:].strip():
            raise DataError(f"{file}:{first + offset}: an example begins with `- `")
        yield first + offset, stripped[2:].strip(), set()

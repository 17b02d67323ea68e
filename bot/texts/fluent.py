"""Fluent files: sentences and buttons of one locale.

Fluent fails silently (a missing message shows as its id), so everything is looked up strictly
here, and `check` formats every message of every locale before anything is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from bot.errors import ContentError
from bot.texts.tree import Folder
from bot.texts.yaml import short_path


@dataclass(frozen=True)
class Sentences:
    """All messages of a locale. `places`: message id → (file, line).

    `wordings`: message id → its text and buttons as a file holds them, without comments.
    """

    bundle: FluentBundle
    places: Mapping[str, tuple[str, int]]
    attributes: Mapping[str, frozenset[str]]
    variables: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wordings: Mapping[str, str] = field(default_factory=dict)

    def format(self, text_id: str, variables: Mapping[str, str | int]) -> str | None:
        """A message; None if this locale hasn't got it, or only attributes of it.

        Raises `ContentError` if it's faulty.
        """
        if text_id not in self.places:
            return None
        pattern = self.bundle.get_message(text_id).value
        return None if pattern is None else self._formatted(pattern, text_id, variables)

    def attribute(self, text_id: str, name: str) -> str | None:
        """An attribute of a message, such as a button's label."""
        if name not in self.attributes.get(text_id, ()):
            return None
        pattern = self.bundle.get_message(text_id).attributes[name]
        return self._formatted(pattern, f"{text_id}.{name}", {})

    def _formatted(self, pattern: Any, what: str, variables: Mapping[str, str | int]) -> str:
        text, errors = self.bundle.format_pattern(pattern, dict(variables))
        if errors:
            file, line = self.places[what.split(".")[0]]
            raise ContentError(f"{file}:{line}: {what} names something that doesn't exist")
        return str(text)


def read_sentences(locale: str, folder: Folder, files: str = "*.ftl") -> Sentences:
    """Read the Fluent files of a locale. Raises `ContentError`."""
    bundle = FluentBundle([locale], use_isolating=False)
    places: dict[str, tuple[str, int]] = {}
    attributes: dict[str, frozenset[str]] = {}
    used: dict[str, frozenset[str]] = {}
    wordings: dict[str, str] = {}
    for file in sorted(folder.glob(files), key=lambda one: one.name):
        text = file.read_text(encoding="utf-8")
        name = short_path(file)
        resource = FluentParser().parse(text)
        for line, message in _messages(resource, text, name):
            if message.id.name in places:
                raise ContentError(f"{name}:{line}: {message.id.name} exists twice")
            places[message.id.name] = (name, line)
            attributes[message.id.name] = frozenset(one.id.name for one in message.attributes)
            used[message.id.name] = _variables(message)
            wordings[message.id.name] = _wording(message)
        bundle.add_resource(resource)
    return Sentences(bundle, places, attributes, used, wordings)


def _messages(resource: ast.Resource, text: str, file: str) -> Iterator[tuple[int, ast.Message]]:
    for entry in resource.body:
        own = entry.id if isinstance(entry, ast.Message) else entry  # a comment may stand above
        line = text.count("\n", 0, own.span.start if own.span else 0) + 1
        if isinstance(entry, ast.Junk):
            raise ContentError(f"{file}:{line}: not readable; a message is `id = text`")
        if isinstance(entry, ast.Message):
            yield line, entry


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


def _variables(message: ast.Message) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(message)
    return frozenset(visitor.found)


def _wording(message: ast.Message) -> str:
    """As the library writes it, so that blanks and line ends change nothing."""
    bare = ast.Message(message.id, message.value, message.attributes)
    return FluentSerializer().serialize_entry(bare)

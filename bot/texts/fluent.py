"""Fluent files: sentences and buttons of one locale.

Fluent fails silently (a missing message shows as its id), so everything is looked up strictly
here, and `check` formats every message of every locale before anything is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.serializer import serialize_element
from fluent.syntax.visitor import Visitor

from bot.errors import ContentError
from bot.texts.tree import Folder
from bot.texts.yaml import short_path


@dataclass(frozen=True)
class Sentences:
    """All messages of a locale. `places`: message id → (file, line).

    `wordings`: message id → its text and buttons as a file holds them, without comments, and with
    those of the messages and terms that it names; `comments`: message id → the comment above it;
    `entries`: messages and, as `-name`, terms as they were read; `named`: message id → the entries
    that it takes in.
    """

    bundle: FluentBundle
    places: Mapping[str, tuple[str, int]]
    attributes: Mapping[str, frozenset[str]]
    variables: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wordings: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, ast.Message | ast.Term] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def format(self, text_id: str, variables: Mapping[str, str | int]) -> str | None:
        """A message; None if this locale hasn't got it, or only attributes of it.

        Raises `ContentError` if it's faulty.
        """
        if text_id not in self.places:
            return None
        pattern = self.bundle.get_message(text_id).value
        if pattern is None:
            return None
        # Fluent looks at each value that it is given, also at the many that this text doesn't name.
        used = {name: variables[name] for name in self.variables[text_id] if name in variables}
        return self._formatted(pattern, text_id, used)

    def attribute(self, text_id: str, name: str) -> str | None:
        """An attribute of a message, such as a button's label."""
        if name not in self.attributes.get(text_id, ()):
            return None
        pattern = self.bundle.get_message(text_id).attributes[name]
        return self._formatted(pattern, f"{text_id}.{name}", {})

    def written(self, text_id: str) -> list[str]:
        """A message as it is written, `{ $variable }`s and all; once for each of its choices."""
        entry = self.entries.get(text_id)
        if entry is None or entry.value is None:
            return []
        return list(dict.fromkeys(self._pattern(entry.value)))

    def _pattern(self, pattern: ast.Pattern) -> list[str]:
        return ["".join(pieces) for pieces in product(*map(self._pieces, pattern.elements))]

    def _pieces(self, element: ast.TextElement | ast.Placeable) -> list[str]:
        if isinstance(element, ast.TextElement):
            return [element.value]
        named = element.expression
        if isinstance(named, ast.SelectExpression):
            return [one for variant in named.variants for one in self._pattern(variant.value)]
        if isinstance(named, ast.MessageReference) and named.attribute is None:
            return self.written(named.id.name)
        if isinstance(named, ast.TermReference):
            return self.written(f"-{named.id.name}")
        return [serialize_element(element)]

    def _formatted(self, pattern: Any, what: str, variables: Mapping[str, str | int]) -> str:
        text, errors = self.bundle.format_pattern(pattern, dict(variables))
        if errors:
            file, line = self.places[what.split(".")[0]]
            missing = ", ".join(sorted({_missing(error) for error in errors}))
            raise ContentError(f"{file}:{line}: {what} names {missing}, which doesn't exist")
        return str(text)


def _missing(error: Exception) -> str:
    """`$phone_113` of Fluent's "Unknown external: phone_113"; others name a text by its id."""
    kind, _, name = str(error).partition(": ")
    return f"${name}" if kind == "Unknown external" else name or str(error)


def read_sentences(locale: str, folder: Folder, files: str = "*.ftl") -> Sentences:
    """Read the Fluent files of a locale. Raises `ContentError`."""
    bundle = FluentBundle([locale], use_isolating=False)
    places: dict[str, tuple[str, int]] = {}
    messages: dict[str, ast.Message] = {}
    entries: dict[str, ast.Message | ast.Term] = {}
    for file in sorted(folder.glob(files), key=lambda one: one.name):
        text = file.read_text(encoding="utf-8")
        name = short_path(file)
        resource = parsed(text)
        for line, entry in _entries(resource, text, name):
            shown = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
            if shown in entries:
                raise ContentError(f"{name}:{line}: {shown} exists twice")
            entries[shown] = entry
            if isinstance(entry, ast.Message):
                places[shown] = (name, line)
                messages[shown] = entry
        bundle.add_resource(resource)
    named = {name: _names(entry) for name, entry in entries.items()}
    needed = {name: sorted(_reached(name, named)) for name in messages}
    return Sentences(
        bundle,
        places,
        attributes={
            name: frozenset(one.id.name for one in message.attributes)
            for name, message in messages.items()
        },
        variables={
            name: frozenset().union(*(named[one].variables for one in (name, *needed[name])))
            for name in messages
        },
        wordings={
            name: "".join(_wording(entries[one]) for one in (name, *needed[name]))
            for name in messages
        },
        comments={
            name: message.comment.content or ""
            for name, message in messages.items()
            if message.comment
        },
        entries=entries,
        named={name: frozenset(needed[name]) for name in messages},
    )


@lru_cache(maxsize=1024)
def parsed(text: str) -> ast.Resource:
    """A file's entries, with their places in it; not to be changed. Whoever reads again after one
    file has changed parses that file alone."""
    return FluentParser().parse(text)


def _entries(
    resource: ast.Resource, text: str, file: str
) -> Iterator[tuple[int, ast.Message | ast.Term]]:
    for entry in resource.body:
        # a comment may stand above
        own = entry.id if isinstance(entry, ast.Message | ast.Term) else entry
        line = text.count("\n", 0, own.span.start if own.span else 0) + 1
        if isinstance(entry, ast.Junk):
            raise ContentError(f"{file}:{line}: not readable; a message is `id = text`")
        if isinstance(entry, ast.Message | ast.Term):
            yield line, entry


class _Named(Visitor):
    """What an entry names: variables, and other entries."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.entries: set[str] = set()

    @classmethod
    def of(cls, entry: ast.Message | ast.Term) -> "_Named":
        """Look through an entry."""
        found = cls()
        found.visit(entry)
        return found

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.entries.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.entries.add(f"-{node.id.name}")


@lru_cache(maxsize=16384)
def _names(entry: ast.Message | ast.Term) -> _Named:
    return _Named.of(entry)


def _reached(name: str, named: Mapping[str, _Named]) -> set[str]:
    """The entries that one names, and those that they name in turn; without itself."""
    found: set[str] = set()
    open_ends = [name]
    while open_ends:
        for one in named[open_ends.pop()].entries:
            if one in named and one not in found and one != name:
                found.add(one)
                open_ends.append(one)
    return found


@lru_cache(maxsize=16384)
def _wording(entry: ast.Message | ast.Term) -> str:
    """As the library writes it, so that blanks and line ends change nothing."""
    if isinstance(entry, ast.Message):
        bare: ast.Message | ast.Term = ast.Message(entry.id, entry.value, entry.attributes)
    else:
        bare = ast.Term(entry.id, entry.value, entry.attributes)
    return FluentSerializer().serialize_entry(bare)

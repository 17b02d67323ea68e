"""YAML 1.2 with places: what is wrong is said as `file:line: …`, with a word on how to mend it."""

from collections.abc import Iterable
from typing import Any

from bot.errors import ContentError
from bot.texts.tree import Folder
from flows.format.yaml12 import YamlFault, YamlMapping, YamlSequence, load


class Document:
    """A parsed file that knows where its parts stand. `first_line`: where in the file it begins."""

    def __init__(self, file: str, text: str, first_line: int = 1) -> None:
        self.file = file
        self._first = first_line
        try:
            self.root: Any = load(text)
        except YamlFault as fault:
            place = f"{file}:{first_line + fault.line - 1}"
            raise ContentError(f"{place}: not readable as YAML: {fault.problem}") from None
        if not isinstance(self.root, YamlMapping):
            raise ContentError(f"{file}:{first_line}: expected `key: value` lines")

    def fault(self, node: Any, message: str, key: object = None) -> ContentError:
        """An error at a part of the file."""
        line = 1
        if isinstance(node, YamlMapping | YamlSequence):
            line = node.lines.get(key, node.line)
        return ContentError(f"{self.file}:{self._first + line - 1}: {message}")

    def known(self, node: Any, keys: Iterable[str]) -> None:
        """Refuse keys that nobody reads: they are usually misspelt."""
        if not isinstance(node, YamlMapping):
            raise self.fault(node, "expected `key: value` lines")
        for key in node:
            if key not in keys:
                allowed = ", ".join(sorted(keys))
                raise self.fault(node, f"no key {key!r} is known here; known are: {allowed}", key)

    def mapping(self, node: Any, key: str) -> YamlMapping:
        """The mapping under a key."""
        value = node.get(key)
        if not isinstance(value, YamlMapping):
            raise self.fault(node, f"{key!r} needs `key: value` lines below it", key)
        return value

    def word(self, node: Any, key: str) -> str:
        """The text under a key."""
        value = node.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(node, f"{key!r} needs a text", key)
        return str(value)

    def words(self, node: Any, key: str) -> tuple[str, ...]:
        """The list of texts under a key; empty if there is none."""
        value = node.get(key)
        if value is None:
            return ()
        if not isinstance(value, YamlSequence) or not all(isinstance(one, str) for one in value):
            raise self.fault(node, f"{key!r} needs a list of texts", key)
        return tuple(str(one) for one in value)

    def nodes(self, node: Any, key: str) -> list[Any]:
        """The list under a key, of which each item has `key: value` lines."""
        value = node.get(key)
        if not isinstance(value, YamlSequence) or not value:
            raise self.fault(node, f"{key!r} needs a list below it", key)
        for at, one in enumerate(value):
            if not isinstance(one, YamlMapping):
                raise self.fault(value, "expected `key: value` lines", at)
        return list(value)

    def lines(self, node: Any, key: str) -> tuple[int, ...]:
        """Where the items of the list under a key stand; empty if there is none."""
        value = node.get(key)
        if not isinstance(value, YamlSequence):
            return ()
        return tuple(self._first + line - 1 for line in value.lines.values())


def read_yaml(file: Folder) -> Document:
    """Read a file. Raises `ContentError`; a missing file is one."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(f"{file.name}:1: this file is missing") from None
    return Document(short_path(file), text)


def short_path(file: Folder) -> str:
    """The path from `content/` on: the part that an editor knows."""
    parts = file.parts
    at = len(parts) - 1 - parts[::-1].index("content") if "content" in parts else len(parts) - 1
    return "/".join(parts[at:])

"""A YAML file whose every fault names its file and line; duplicate keys are refused.

YAML 1.2: `yes`, `no` and the locale `no` are words here, not booleans (`flows.format.yaml12`).
"""

from collections.abc import Iterable
from typing import Any

from flows.errors import FlowError
from flows.format.yaml12 import YamlFault, YamlMapping, YamlSequence, load


class Document:
    """A parsed file that knows where its parts stand. `root`: all that is in it.

    A part that isn't what it is asked for as raises `FlowError` with its line. `what` and `parent`:
    what it is called in that message, and where it was looked for.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.root = _parsed(file, text)

    def fault(self, message: str, node: Any, key: object = None) -> FlowError:
        """An error at a part of the file, or at its first line if the part isn't known."""
        line = 1
        if isinstance(node, YamlMapping | YamlSequence):
            line = node.lines.get(key, node.line)
        return FlowError(message, self.file, line)

    def mapping(self, node: Any, what: str, parent: Any, key: object = None) -> YamlMapping:
        """The node, a mapping. `key`: where in its parent it stands (for a list, the index)."""
        if not isinstance(node, YamlMapping):
            raise self.fault(f"{what} must be a mapping of keys to values", parent, key)
        return node

    def sequence(self, node: Any, what: str, parent: Any, key: object = None) -> YamlSequence:
        """The node, a list. `key` as for a mapping."""
        if not isinstance(node, YamlSequence):
            raise self.fault(f"{what} must be a list", parent, key)
        return node

    def known(self, node: YamlMapping, keys: Iterable[str], what: str) -> None:
        """Refuse keys that nobody reads: they are usually misspelt."""
        for key in node:
            if key not in keys:
                allowed = ", ".join(sorted(keys))
                raise self.fault(f"{what} has no key {key!r}; it may have: {allowed}", node, key)

    def word(self, node: YamlMapping, key: str, what: str) -> str:
        """The word under a key, which must be there."""
        value = node.get(key)
        if not isinstance(value, str) or not value:
            raise self.fault(f"{what} needs a word at {key!r}", node, key)
        return str(value)

    def flag(self, node: YamlMapping, key: str) -> bool:
        """The true or false under a key; false if it is left out."""
        value = node.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(f"{key!r} is true or false", node, key)
        return value


def _parsed(file: str, text: str) -> Any:
    try:
        return load(text)
    except YamlFault as fault:
        raise FlowError(f"not readable as YAML: {fault.problem}", file, fault.line) from None

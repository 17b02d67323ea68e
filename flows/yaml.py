"""A YAML file whose every fault names its file and line; duplicate keys are refused.

YAML 1.2 (ruamel): `yes`, `no` and the locale `no` are words here, not booleans.
"""

from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from flows.errors import FlowError


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
        if isinstance(node, CommentedMap | CommentedSeq):
            line = node.lc.line + 1
            if key is not None and node.lc.data and key in node.lc.data:
                line = node.lc.data[key][0] + 1
        return FlowError(message, self.file, line)

    def mapping(self, node: Any, what: str, parent: Any, key: object = None) -> CommentedMap:
        """The node, a mapping. `key`: where in its parent it stands (for a list, the index)."""
        if not isinstance(node, CommentedMap):
            raise self.fault(f"{what} must be a mapping of keys to values", parent, key)
        return node

    def sequence(self, node: Any, what: str, parent: Any, key: object = None) -> CommentedSeq:
        """The node, a list. `key` as for a mapping."""
        if not isinstance(node, CommentedSeq):
            raise self.fault(f"{what} must be a list", parent, key)
        return node

    def known(self, node: CommentedMap, keys: Iterable[str], what: str) -> None:
        """Refuse keys that nobody reads: they are usually misspelt."""
        for key in node:
            if key not in keys:
                allowed = ", ".join(sorted(keys))
                raise self.fault(f"{what} has no key {key!r}; it may have: {allowed}", node, key)

    def word(self, node: CommentedMap, key: str, what: str) -> str:
        """The word under a key, which must be there."""
        value = node.get(key)
        if not isinstance(value, str) or not value:
            raise self.fault(f"{what} needs a word at {key!r}", node, key)
        return str(value)

    def flag(self, node: CommentedMap, key: str) -> bool:
        """The true or false under a key; false if it is left out."""
        value = node.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(f"{key!r} is true or false", node, key)
        return value


def _parsed(file: str, text: str) -> Any:
    parser = YAML(typ="rt")
    parser.allow_duplicate_keys = False
    try:
        return parser.load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FlowError(f"not readable as YAML: {error.problem}", file, line) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise FlowError(f"not readable as YAML: {error.reason}", file, line) from None

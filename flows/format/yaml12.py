"""YAML 1.2 read by libyaml, twenty times as fast as in Python; mappings and lists know their lines.

libyaml itself is of YAML 1.1: only what plain words mean differs, so that is decided here. `yes`,
`no`, `on` and the locale `no` are words, `true` and `false` are truth values. A key is always a
word. Refused: a key that stands twice, tags such as `!!binary`, and more than one document.
"""

import re
from collections.abc import Hashable
from datetime import date
from typing import Any, ClassVar

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

_TAG = "tag:yaml.org,2002:"


class YamlFault(Exception):
    """A text that can't be read as YAML. `problem`: what is wrong. `line` counts from 1.
    `character`: whether it is a character that YAML doesn't allow anywhere."""

    def __init__(self, problem: str, line: int, *, character: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.character = character


class YamlMapping(dict[str, Any]):
    """Keys and values; `line` is where it begins, `lines` where each key stands, from 1 on."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[Hashable, int] = {}


class YamlSequence(list[Any]):
    """A list; `line` is where it begins, `lines` where each item stands, from 1 on."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[Hashable, int] = {}


class _Loader(yaml.CSafeLoader):
    """Takes plain words for what YAML 1.2 says (chapter 10.3, the core schema), and for dates."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]


_Loader.add_implicit_resolver(f"{_TAG}null", re.compile(r"^(?:~|null|Null|NULL|)$"), [*"~nN", ""])
_Loader.add_implicit_resolver(
    f"{_TAG}bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(f"{_TAG}int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    f"{_TAG}float",
    re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)
_Loader.add_implicit_resolver(
    f"{_TAG}timestamp", re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), list("0123456789")
)


def compose(text: str) -> Node | None:
    """The nodes of a text with their marks, for a reader that collects faults; None if there are
    none. Raises `YamlFault`."""
    try:
        node: Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        last = text.count("\n") + 1  # libyaml counts one more at the end of a text
        raise YamlFault(str(error.problem), min(line, last)) from None
    except ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1
        raise YamlFault(str(error.reason), line, character=True) from None
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise YamlFault("half a character", line, character=True) from None
    return node


def load(text: str) -> Any:
    """All that is in a text, of `YamlMapping`, `YamlSequence`, str, int, float, bool, date and
    None; None for an empty one. Raises `YamlFault`."""
    node = compose(text)
    try:
        return None if node is None else _value(node)
    except RecursionError:
        raise YamlFault("it is nested too deeply", 1) from None


def _value(node: Node) -> Any:
    line = node.start_mark.line + 1
    if isinstance(node, MappingNode) and node.tag == f"{_TAG}map":
        return _mapping(node, line)
    if isinstance(node, SequenceNode) and node.tag == f"{_TAG}seq":
        found = YamlSequence(line)
        for number, item in enumerate(node.value):
            found.append(_value(item))
            found.lines[number] = item.start_mark.line + 1
        return found
    if isinstance(node, ScalarNode):
        return _scalar(node, line)
    raise YamlFault(f"there is no tag {node.tag!r} here", line)


def _mapping(node: MappingNode, line: int) -> YamlMapping:
    found = YamlMapping(line)
    for key, value in node.value:
        at = key.start_mark.line + 1
        if not isinstance(key, ScalarNode):
            raise YamlFault("a key is a word", at)
        if key.value in found:
            raise YamlFault(f'found duplicate key "{key.value}"', at)
        found[key.value] = _value(value)
        found.lines[key.value] = at
    return found


def _scalar(node: ScalarNode, line: int) -> Any:
    text: str = node.value
    match node.tag.removeprefix(_TAG):
        case "str":
            return text
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text)
        case "float":
            return float(text)
        case "timestamp":
            return _day(text, line)
        case _:
            raise YamlFault(f"there is no tag {node.tag!r} here", line)


def _day(text: str, line: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise YamlFault(f"there is no day {text}", line) from None

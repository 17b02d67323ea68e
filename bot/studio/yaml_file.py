"""One value in a YAML file, changed by its place: comments, order and quotes of the rest stay."""

import json
from collections.abc import Sequence
from datetime import date

from yaml.nodes import MappingNode, Node, ScalarNode

from bot.errors import ContentError
from flows.format.yaml12 import YamlFault, compose


def with_value(file: str, text: str, path: Sequence[str], value: str | date) -> str:
    """The file's text with another value under nested keys; a key that isn't there is added below
    its neighbours. Raises `ContentError`."""
    node = _mapping(file, text, path[:-1])
    put = value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
    for key, held in node.value:
        if key.value == path[-1]:
            if not isinstance(held, ScalarNode):
                raise ContentError(f"{file}:{key.start_mark.line + 1}: this isn't one value")
            return _replaced(text, key, held, put)
    last_key, last = node.value[-1]
    indent = " " * last_key.start_mark.column
    end = _end_of_line(text, max(_trimmed(text, last), last_key.end_mark.index))
    return f"{text[:end]}\n{indent}{path[-1]}: {put}{text[end:]}"


def _mapping(file: str, text: str, path: Sequence[str]) -> MappingNode:
    try:
        node: Node | None = compose(text)
    except YamlFault as fault:
        raise ContentError(f"{file}:{fault.line}: not readable as YAML: {fault.problem}") from None
    line = 1
    for key in path:
        pairs = node.value if isinstance(node, MappingNode) else []
        found = next((pair for pair in pairs if pair[0].value == key), None)
        if found is None:
            raise ContentError(f"{file}:{line}: there is no {key}")
        line = found[0].start_mark.line + 1
        node = found[1]
    if not isinstance(node, MappingNode) or not node.value or node.flow_style:
        raise ContentError(f"{file}:{line}: expected `key: value` lines")
    return node


def _replaced(text: str, key: Node, held: ScalarNode, put: str) -> str:
    start, end = held.start_mark.index, _trimmed(text, held)
    if not text[start:end]:  # `key:`, with nothing behind it
        colon = text.index(":", key.end_mark.index) + 1
        return f"{text[:colon]} {put}{text[colon:]}"
    return text[:start] + put + text[end:]


def _trimmed(text: str, node: Node) -> int:
    """Where a value ends: the mark of a block of text is behind the empty lines after it."""
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end

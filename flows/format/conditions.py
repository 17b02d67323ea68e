"""The small condition language of flow definitions: parsed, never eval'd.

Grammar::

    condition  := conjunction ("or" conjunction)*
    conjunction:= term ("and" term)*
    term       := "not" term | "(" condition ")" | comparison
    comparison := "slots." NAME ( ("=" | "!=") STRING )?

A slot alone is true when it holds a value.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


class ConditionError(ValueError):
    """The text is no condition; the message says where it stops making sense."""


@dataclass(frozen=True, slots=True)
class Filled:
    """True when the slot holds any value."""

    slot: str


@dataclass(frozen=True, slots=True)
class Equals:
    """True when the slot holds exactly this value."""

    slot: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is false."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """True when every part is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True when any part is."""

    parts: tuple["Condition", ...]


Condition: TypeAlias = Filled | Equals | Not | And | Or

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<slot>slots\.[a-z][a-z0-9_]*)
      | (?P<word>and|or|not)\b
      | (?P<op>!=|=|\(|\))
      | (?P<string>"[^"]*")
    )""",
    re.VERBOSE,
)


def holds(condition: Condition, slots: Mapping[str, str]) -> bool:
    """Whether the condition is true of these slots."""
    match condition:
        case Filled(slot):
            return slot in slots
        case Equals(slot, value):
            return slots.get(slot) == value
        case Not(part):
            return not holds(part, slots)
        case And(parts):
            return all(holds(part, slots) for part in parts)
        case Or(parts):
            return any(holds(part, slots) for part in parts)


def comparisons(condition: Condition) -> tuple[Filled | Equals, ...]:
    """Every slot that the condition looks at, for the lint of flows."""
    match condition:
        case Filled() | Equals():
            return (condition,)
        case Not(part):
            return comparisons(part)
        case And(parts) | Or(parts):
            return tuple(leaf for part in parts for leaf in comparisons(part))


def parse(text: str) -> Condition:
    """Read a condition. Raises `ConditionError`."""
    tokens = _tokens(text)
    condition, rest = _or(tokens, text)
    if rest:
        raise ConditionError(f"unexpected {rest[0]!r} in condition {text!r}")
    return condition


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    position = 0
    stripped = text.rstrip()
    while position < len(stripped):
        found = _TOKEN.match(stripped, position)
        if not found:
            raise ConditionError(f"cannot read {stripped[position:]!r} in condition {text!r}")
        tokens.append(found.group().strip())
        position = found.end()
    return tokens


def _or(tokens: list[str], text: str) -> tuple[Condition, list[str]]:
    part, tokens = _and(tokens, text)
    parts = [part]
    while tokens and tokens[0] == "or":
        part, tokens = _and(tokens[1:], text)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else Or(tuple(parts))), tokens


def _and(tokens: list[str], text: str) -> tuple[Condition, list[str]]:
    part, tokens = _term(tokens, text)
    parts = [part]
    while tokens and tokens[0] == "and":
        part, tokens = _term(tokens[1:], text)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else And(tuple(parts))), tokens


def _term(tokens: list[str], text: str) -> tuple[Condition, list[str]]:
    if not tokens:
        raise ConditionError(f"condition {text!r} ends too early")
    head, *rest = tokens
    if head == "not":
        part, rest = _term(rest, text)
        return Not(part), rest
    if head == "(":
        inner, rest = _or(rest, text)
        if not rest or rest[0] != ")":
            raise ConditionError(f"a bracket stays open in condition {text!r}")
        return inner, rest[1:]
    if head.startswith("slots."):
        return _comparison(head.removeprefix("slots."), rest, text)
    raise ConditionError(f"unexpected {head!r} in condition {text!r}")


def _comparison(slot: str, tokens: list[str], text: str) -> tuple[Condition, list[str]]:
    if not tokens or tokens[0] not in {"=", "!="}:
        return Filled(slot), tokens
    if len(tokens) < 2 or not tokens[1].startswith('"'):
        raise ConditionError(f'{tokens[0]} wants a "quoted value" in condition {text!r}')
    equals = Equals(slot, tokens[1][1:-1])
    return (equals if tokens[0] == "=" else Not(equals)), tokens[2:]

"""Reads expectations, however their file is written; a `ValueError` says what to mend."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bench.understanding.dialogues.model import (
    FLAGS,
    NO_QUESTION,
    Expectation,
    Kind,
    Names,
)
from flows.status import Status
from flows.urgency import Urgency
from nlu.intents import LOCALES

_PATTERNS = frozenset({Kind.SAYS, Kind.NEVER, Kind.OPERATORS, Kind.NOT_OPERATORS})


def expectation(key: str, value: Any, names: Names, *, safety: bool) -> Expectation:
    """One expectation. Raises `ValueError` for a key or a value that nobody knows."""
    try:
        kind = Kind(key)
    except ValueError:
        known = ", ".join(Kind)
        raise ValueError(f"no expectation {key!r} is known; known are: {known}") from None
    if kind in FLAGS:
        if value is not True:
            raise ValueError(f"{key!r} is true, or isn't there")
        return Expectation(kind, (), safety)
    if kind is Kind.LONGEST:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValueError(f"{key!r} needs a number of characters")
        return Expectation(kind, (str(value),), safety)
    words = tuple(_words(key, value))
    if kind in _PATTERNS:
        _patterns(key, words)
    else:
        _known(key, words, _allowed(kind, names))
    return Expectation(kind, words, safety)


def _words(key: str, value: Any) -> Iterator[str]:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not given:
        raise ValueError(f"{key!r} needs a word or a list of words")
    for word in given:
        if not isinstance(word, str) or not word:
            raise ValueError(f"{key!r} needs a word or a list of words")
        yield word


def _patterns(key: str, words: Collection[str]) -> None:
    for word in words:
        try:
            re.compile(word)
        except re.error as error:
            raise ValueError(f"{key!r}: {word!r} is no pattern: {error}") from None


def _known(key: str, words: Collection[str], allowed: Collection[str]) -> None:
    for word in words:
        if word not in allowed:
            few = f"; known are: {', '.join(sorted(allowed))}" if len(allowed) < 10 else ""
            raise ValueError(f"{key!r}: nothing is called {word!r}{few}")


def _allowed(kind: Kind, names: Names) -> Collection[str]:
    allowed: Mapping[Kind, Collection[str]] = {
        Kind.STATUS: [status.value for status in Status],
        Kind.TICKET: ("open", "none"),
        Kind.URGENCY: [urgency.word for urgency in Urgency],
        Kind.TOPICS: names.topics,
        Kind.NOT_TOPICS: names.topics,
        Kind.IDS: names.texts,
        Kind.NOT_IDS: names.texts,
        Kind.PENDING: {NO_QUESTION, *names.texts},
        Kind.LOCALE: LOCALES,
    }
    return allowed[kind]

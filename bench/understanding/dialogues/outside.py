"""Reads dialogues from outside: JSON lines, a dialogue each, as `nlu/model/dialogues/README.md`
describes them. They don't say which expectations are about safety: `SAFETY` does."""

import json
from pathlib import Path
from typing import Any

from bench.understanding.dialogues.expecting import expectation
from bench.understanding.dialogues.model import SAFETY, Act, Dialogue, Dialogues, Names, Turn
from bot.errors import ConfigError, ContentError
from nlu.intents import LOCALES

_ACTS = {"say": Act.TEXT, "press": Act.PRESS, "wait": Act.WAIT, "operator": Act.OPERATOR}
_BESIDE = frozenset({"then"})
_NO_EXPECTATION = frozenset({"why"})


def read_lines(file: Path, names: Names) -> Dialogues:
    """Every dialogue of a file. Raises `ConfigError` if there is none, `ContentError` for a line
    that makes no sense."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise ConfigError(f"{file}: this file can't be read") from None
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{file.name}:{number}"
        try:
            found.append(_dialogue(json.loads(line), place, names))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ContentError(f"{place}: {_why(error)}") from None
    if not found:
        raise ConfigError(f"{file}: there is no dialogue in it")
    return tuple(found)


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON: {error.msg}"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error) if isinstance(error, ValueError) else "not built as a dialogue"


def _dialogue(given: Any, place: str, names: Names) -> Dialogue:
    locale = given["locale"]
    if locale not in LOCALES:
        raise ValueError(f"'locale': nothing is called {locale!r}")
    if not given["turns"]:
        raise ValueError("'turns' needs a list")
    turns = tuple(
        _turn(turn, f"{place}, turn {number}", names)
        for number, turn in enumerate(given["turns"], 1)
    )
    return Dialogue(str(given["id"]), locale, str(given.get("about", "")), turns)


def _turn(given: dict[str, Any], place: str, names: Names) -> Turn:
    unknown = set(given) - set(_ACTS) - _BESIDE
    acts = [key for key in given if key in _ACTS]
    if unknown or len(acts) != 1:
        raise ValueError(f"a turn has one of: {', '.join(_ACTS)}; besides: then")
    expected = {
        key: value
        for key, value in given.get("then", {}).items()
        if key not in _NO_EXPECTATION and value is not False
    }
    return Turn(
        act=_ACTS[acts[0]],
        value=str(given[acts[0]]),
        expectations=tuple(
            expectation(key, value, names, safety=key in {kind.value for kind in SAFETY})
            for key, value in expected.items()
        ),
        place=place,
    )

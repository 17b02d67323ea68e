"""Reads this project's dialogues: one YAML file a locale, every fault with `file:line`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.understanding.dialogues.expecting import expectation
from bench.understanding.dialogues.model import Act, Dialogue, Dialogues, Expectation, Names, Turn
from bot.errors import ContentError
from bot.texts.yaml import Document, read_yaml
from flows.format.yaml12 import YamlMapping, YamlSequence
from nlu.intents import LOCALES

SET = Path(__file__).parents[3] / "nlu" / "model" / "dialogues"
"""The development set: one file a locale."""

_ACTS = tuple(act.value for act in Act)


def read_set(folder: Path, names: Names) -> Dialogues:
    """Every dialogue of a folder. Raises `ContentError`: a file that is missing, a fault in one,
    an id that stands twice."""
    found = [one for locale in LOCALES for one in read_file(folder / f"{locale}.yml", names)]
    places: dict[str, str] = {}
    for dialogue in found:
        place = dialogue.turns[0].place
        if dialogue.id in places:
            raise ContentError(f"{place}: {dialogue.id!r} stands at {places[dialogue.id]} as well")
        places[dialogue.id] = place
    return tuple(found)


def read_file(file: Path, names: Names) -> Dialogues:
    """The dialogues of one file, named after its locale. Raises `ContentError`."""
    document = read_yaml(file)
    document.known(document.root, ("dialogues",))
    listed = document.root.get("dialogues")
    if not isinstance(listed, YamlSequence) or not listed:
        raise document.fault(document.root, "'dialogues' needs a list", "dialogues")
    return tuple(_dialogue(document, node, file.stem, names) for node in listed)


def _dialogue(document: Document, node: Any, locale: str, names: Names) -> Dialogue:
    document.known(node, ("id", "about", "turns"))
    turns = node.get("turns")
    if not isinstance(turns, YamlSequence) or not turns:
        raise document.fault(node, "'turns' needs a list", "turns")
    return Dialogue(
        id=document.word(node, "id"),
        locale=locale,
        about=document.word(node, "about"),
        turns=tuple(_turn(document, turn, names) for turn in turns),
    )


def _turn(document: Document, node: Any, names: Names) -> Turn:
    document.known(node, (*_ACTS, "safety", "then"))
    acts = [key for key in node if key in _ACTS]
    if len(acts) != 1:
        raise document.fault(node, f"a turn has one of: {', '.join(_ACTS)}")
    act = Act(acts[0])
    return Turn(
        act=act,
        value=_value(document, node, act),
        expectations=(
            *_expectations(document, node, "safety", names),
            *_expectations(document, node, "then", names),
        ),
        place=f"{document.file}:{node.line}",
    )


def _value(document: Document, node: YamlMapping, act: Act) -> str:
    value = node[act.value]
    if act is Act.WAIT:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise document.fault(node, "'wait' needs a number of seconds", act.value)
        return str(value)
    if act is Act.PRESS and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return document.word(node, act.value)


def _expectations(
    document: Document, node: YamlMapping, part: str, names: Names
) -> Iterator[Expectation]:
    if part not in node:
        return
    own = document.mapping(node, part)
    for key, value in own.items():
        try:
            yield expectation(key, value, names, safety=part == "safety")
        except ValueError as error:
            raise document.fault(own, str(error), key) from None

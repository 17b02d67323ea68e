"""Reads `*.yml` of this folder: dialogues as an editor writes them, every fault with file:line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from bot.texts.yaml import Document
from flows.effects import Notice
from flows.events import Unsupported
from flows.format.model import Choice
from flows.format.yaml12 import YamlMapping, YamlSequence
from flows.lint.texts import needed
from flows.status import Status
from flows.urgency import Urgency
from nlu.client import Heard
from nlu.intents import HEARD_SIGNALS, INTENTS
from tests.kit.own import library

FOLDER = Path(__file__).parent
LIBRARY = library()
TEXTS = frozenset(needed(LIBRARY))
LOCALES = LIBRARY.slots["locale"].values
TOPICS = frozenset(one for flow in LIBRARY.flows.values() for one in flow.topics)
OPERATOR = "operator"
"""Stands in `B:` for whatever an operator wrote."""

BEGINNINGS: Mapping[str, tuple[str, ...]] = {
    "stranger": (),
    "menu": ("utter_ask_seen_by_others.no",),
    "watched": ("utter_ask_seen_by_others.yes", "utter_be_careful.go_on"),
}
"""`from:` → the buttons that come after the choice of the language."""

CLOSED, BACKUP = "closed", "backup"
DESKS = frozenset({CLOSED, BACKUP})
"""`desk:` → it is night and operators work from nine; there is a duty phone to be called."""

SURE = 0.9
ACTS = ("U", "press", "forge", "send", "wait", "operator")
_EXPECTED = (
    *("B", "locale", "status", "urgency", "topic"),
    *("notices", "silent", "buttons", "passed_on"),
)
_HEARD = ("intent", "urgent", "confidence", "signal", "ranking")
POSSIBLE = 0.2
"""Confidence of each intent of a step's `ranking:`, 0 to 1; above what a button needs."""

_WAIT = re.compile(r"(\d+) (s|min|h)")
_SECONDS = {"s": 1, "min": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class Writes:
    """`heard`: what the model makes of it; None while it is down."""

    text: str
    heard: Heard | None


@dataclass(frozen=True, slots=True)
class Presses:
    """A button. `forged`: it was never shown, or its message is gone."""

    choice: Choice
    forged: bool = False


@dataclass(frozen=True, slots=True)
class Sends:
    kind: Unsupported


@dataclass(frozen=True, slots=True)
class Waits:
    seconds: int


@dataclass(frozen=True, slots=True)
class Operates:
    """What the operator writes, or does (`/claim`)."""

    text: str


Act: TypeAlias = Writes | Presses | Sends | Waits | Operates


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come of a step. None: as it was before (`silent`, `buttons`, `passed_on`, `topic`:
    not looked at)."""

    says: tuple[str, ...]
    locale: str
    notices: tuple[str, ...] = ()
    status: Status | None = None
    urgency: Urgency | None = None
    topic: str | None = None
    silent: bool | None = None
    buttons: tuple[str, ...] | None = None
    passed_on: bool | None = None


@dataclass(frozen=True, slots=True)
class Step:
    place: str
    act: Act
    expected: Expected


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One dialogue in one language."""

    id: str
    locale: str
    begins: str
    steps: tuple[Step, ...]
    desk: frozenset[str] = frozenset()

    def said(self) -> Iterator[tuple[str, str]]:
        """(text id, locale) of everything that the bot says in it, and that is checked."""
        for step in self.steps:
            for text_id in step.expected.says:
                yield text_id, step.expected.locale


def read_folder(folder: Path = FOLDER) -> list[Dialogue]:
    """Every dialogue in every language that it is told in. Raises `ContentError`."""
    return [one for file in sorted(folder.glob("*.yml")) for one in read_file(file)]


def read_file(file: Path) -> list[Dialogue]:
    """The dialogues of one file. Raises `ContentError`."""
    document = Document(f"tests/conversations/{file.name}", file.read_text(encoding="utf-8"))
    return list(_dialogues(document, file.stem))


def _dialogues(document: Document, stem: str) -> Iterator[Dialogue]:
    document.known(document.root, ("dialogues",))
    told = document.mapping(document.root, "dialogues")
    for name in told:
        body = document.mapping(told, name)
        document.known(body, ("locales", "from", "desk", "steps"))
        locales = document.words(body, "locales")
        if not locales or not set(locales) <= set(LOCALES):
            raise document.fault(body, f"'locales' lists some of: {', '.join(LOCALES)}", "locales")
        begins = body.get("from", "stranger")
        if begins not in BEGINNINGS:
            raise document.fault(body, f"'from' is one of: {', '.join(BEGINNINGS)}", "from")
        desk = frozenset(document.words(body, "desk"))
        if not desk <= DESKS:
            raise document.fault(body, f"'desk' lists some of: {', '.join(sorted(DESKS))}", "desk")
        for locale in locales:
            steps = tuple(_steps(document, body, locale, locales))
            yield Dialogue(f"{stem}:{name}[{locale}]", locale, begins, steps, desk)


def _steps(
    document: Document, body: YamlMapping, locale: str, told_in: tuple[str, ...]
) -> Iterator[Step]:
    nodes = body.get("steps")
    if not isinstance(nodes, YamlSequence) or not nodes:
        raise document.fault(body, "'steps' needs a list", "steps")
    spoken = locale
    for node in nodes:
        document.known(node, (*ACTS, *_HEARD, *_EXPECTED))
        spoken = _locale(document, node, spoken)
        act = _act(document, node, _Telling(locale, spoken, told_in))
        place = str(document.fault(node, "")).removesuffix(": ")
        yield Step(place, act, _expected(document, node, spoken))


@dataclass(frozen=True, slots=True)
class _Telling:
    """In which language a dialogue is told, is spoken by now, and is told elsewhere."""

    locale: str
    spoken: str
    told_in: tuple[str, ...]


def _locale(document: Document, node: YamlMapping, before: str) -> str:
    locale = node.get("locale", before)
    if locale not in LOCALES:
        raise document.fault(node, f"'locale' is one of: {', '.join(LOCALES)}", "locale")
    return str(locale)


def _act(document: Document, node: YamlMapping, telling: _Telling) -> Act:
    found = [key for key in ACTS if key in node]
    if len(found) != 1:
        raise document.fault(node, f"a step has one of: {', '.join(ACTS)}")
    (key,) = found
    if key != "U" and any(one in node for one in _HEARD):
        raise document.fault(node, f"only a text is heard: {', '.join(_HEARD)} go with 'U'")
    match key:
        case "U":
            return Writes(_text(document, node, telling), _heard(document, node, telling.spoken))
        case "press" | "forge":
            value = document.word(node, key).replace("{locale}", telling.locale)
            return Presses(_choice(document, node, key, value), forged=key == "forge")
        case "send":
            kinds = [kind.value for kind in Unsupported]
            return Sends(Unsupported(_one_of(document, node, key, kinds)))
        case "wait":
            found_time = _WAIT.fullmatch(document.word(node, key))
            if not found_time:
                raise document.fault(node, "'wait' reads like: 90 s, 2 min, 1 h", key)
            return Waits(int(found_time[1]) * _SECONDS[found_time[2]])
        case _:
            said = document.word(node, key)
            return Operates(f"/{said}" if said in _OPERATORS_ACTS else said)


_OPERATORS_ACTS = frozenset({"claim", "release", "requeue", "transfer", "snooze", "close", "mute"})


def _text(document: Document, node: YamlMapping, telling: _Telling) -> str:
    """One text for all languages, or one for each that the dialogue is told in."""
    text = node["U"]
    if isinstance(text, str):
        return str(text)
    if not isinstance(text, YamlMapping) or set(text) != set(telling.told_in):
        raise document.fault(node, f"'U' needs a text for each of: {', '.join(telling.told_in)}")
    return document.word(text, telling.locale)


def _heard(document: Document, node: YamlMapping, spoken: str) -> Heard | None:
    if not any(key in node for key in _HEARD):
        return None
    intent = _one_of(document, node, "intent", sorted(INTENTS))
    urgent, sure = node.get("urgent", False), node.get("confidence", SURE)
    if not isinstance(urgent, bool):
        raise document.fault(node, "'urgent' is true or false", "urgent")
    if not isinstance(sure, float) or not 0 <= sure <= 1:
        raise document.fault(node, "'confidence' lies between 0.0 and 1.0", "confidence")
    signal = _one_of(document, node, "signal", list(HEARD_SIGNALS)) if "signal" in node else None
    return Heard(
        intent,
        sure,
        urgent,
        urgency_score=sure if urgent else 0.0,
        locale=spoken,
        locale_confidence=SURE,
        signal=signal,
        signal_confidence=SURE if signal else 0.0,
        ranking=_ranking(document, node),
    )


def _ranking(document: Document, node: YamlMapping) -> tuple[tuple[str, float], ...]:
    given = node.get("ranking", ())
    if not isinstance(given, Sequence) or not INTENTS.issuperset(given):
        raise document.fault(node, "'ranking' is a list of intents", "ranking")
    return tuple((str(one), POSSIBLE) for one in given)


def _choice(document: Document, node: YamlMapping, key: str, value: str) -> Choice:
    """`utter_ask_need.work`: the button's name in the texts. Where flows share one, the first."""
    text_id, _, answer = value.rpartition(".")
    for choice in LIBRARY.choices.values():
        if LIBRARY.utter_of(choice) == text_id and choice.value == answer:
            return choice
    raise document.fault(
        node, f"there is no button {value!r}; it reads like utter_ask_need.work", key
    )


def _expected(document: Document, node: YamlMapping, locale: str) -> Expected:
    if "B" not in node:
        raise document.fault(node, "every step says what follows: 'B: [...]', if only 'B: []'")
    says = document.words(node, "B")
    for text_id in says:
        if text_id not in TEXTS and text_id != OPERATOR:
            raise document.fault(node, f"there is no text {text_id!r}", "B")
    notices = document.words(node, "notices")
    for notice in notices:
        if notice not in {known.value for known in Notice}:
            raise document.fault(node, f"there is no notice {notice!r}", "notices")
    return Expected(
        says,
        locale,
        notices,
        status=_optional(document, node, "status", {one.value: one for one in Status}),
        urgency=_optional(document, node, "urgency", {one.word: one for one in Urgency}),
        topic=_optional(document, node, "topic", {one: one for one in sorted(TOPICS)}),
        silent=_optional(document, node, "silent", {True: True, False: False}),
        buttons=document.words(node, "buttons") if "buttons" in node else None,
        passed_on=_optional(document, node, "passed_on", {True: True, False: False}),
    )


def _optional(document: Document, node: YamlMapping, key: str, values: Mapping[Any, Any]) -> Any:
    if key not in node:
        return None
    if node[key] not in values:
        raise document.fault(node, f"{key!r} is one of: {', '.join(map(str, values))}", key)
    return values[node[key]]


def _one_of(document: Document, node: YamlMapping, key: str, values: list[str]) -> str:
    value = document.word(node, key)
    if value not in values:
        raise document.fault(node, f"{key!r} is one of: {', '.join(values)}", key)
    return value

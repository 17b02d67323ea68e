"""A dialogue as it is written down: what is done, and what must hold after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

NO_QUESTION = "none"
"""Stands for `pending` where no question may be open."""


class Kind(StrEnum):
    """What an expectation looks at; the words of the files (`nlu/model/dialogues/README.md`)."""

    STATUS = "status"
    TICKET = "ticket"
    URGENCY = "urgency"
    TOPICS = "topics"
    NOT_TOPICS = "not_topics"
    IDS = "ids"
    NOT_IDS = "not_ids"
    SAYS = "says"
    NEVER = "never"
    LONGEST = "longest"
    QUIET = "quiet"
    ANSWERED = "answered"
    PENDING = "pending"
    LOCALE = "locale"
    OPERATORS = "operators"
    NOT_OPERATORS = "not_operators"


FLAGS = frozenset({Kind.QUIET, Kind.ANSWERED})
"""Hold or don't; the only value is `true`."""

SAFETY = frozenset({Kind.STATUS, Kind.TICKET, Kind.URGENCY, Kind.QUIET, Kind.NEVER})
"""About safety in a file that doesn't say which are."""

MUST_BE_SAID = frozenset({Kind.TOPICS, Kind.IDS, Kind.SAYS})
"""What the person has to be told."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """Holds if one of `words` does; for what must not be, if none does. `longest` has a number, a
    flag no word. `safety`: whether somebody may come to harm where it fails."""

    kind: Kind
    words: tuple[str, ...]
    safety: bool


class Act(StrEnum):
    """Who does something, or that time passes: the inputs of `helpline talk --jsonl`."""

    TEXT = "text"
    PRESS = "press"
    WAIT = "wait"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Turn:
    """`value`: the text, the button, the seconds, what the operator writes or does. `place`: where
    it is written, as `file:line`."""

    act: Act
    value: str
    expectations: tuple[Expectation, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One conversation in one language from its start. `about`: the situation, for the reader."""

    id: str
    locale: str
    about: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What files may name: texts, and the texts of each flow by its name."""

    texts: frozenset[str]
    topics: Mapping[str, frozenset[str]]


Dialogues: TypeAlias = tuple[Dialogue, ...]

"""One practice dialogue, as an editor wrote it: the person's words in each locale, and when they
say them. It is played by `bot.console.practice.play`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.tickets.ticket import Outcome
from flows.urgency import Urgency


class Opens(StrEnum):
    """How the request comes about: the words tell of danger, or the person asks for a human."""

    DANGER = "danger"
    PERSON = "person"


class When(StrEnum):
    """The happening that the person's words answer. Of several reactions that fit, the first of the
    file that wasn't played yet is."""

    BEGIN = "begin"
    CLAIM = "claim"
    PROMISE = "promise"
    SAFETY = "safety"
    QUESTION = "question"
    MESSAGE = "message"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Reaction:
    """Something that the person does once. `after`: so many seconds later; of `SILENCE` that long
    the operator has been silent; `say`: the names of what they say, one message each; `read_along`:
    whether somebody may be reading along from then on, None where that stays as it was; `leaves`:
    whether they block the bot then; `needs`: words that they must have said before."""

    number: int
    when: When
    after: float
    say: tuple[str, ...] = ()
    read_along: bool | None = None
    leaves: bool = False
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A dialogue. `title`, `trains`: in the languages of the desk; `outcomes`: how it may rightly
    be closed; `numbers`: emergency numbers of which the operator has to name one; `words`: what is
    said, by its name and by locale."""

    id: str
    title: Mapping[str, str]
    trains: Mapping[str, str]
    urgency: Urgency
    opens: Opens
    outcomes: frozenset[Outcome]
    numbers: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]
    reactions: tuple[Reaction, ...]

    def said(self, name: str, locale: str) -> str:
        """A message of the person's, by its name."""
        return self.words[name][locale]

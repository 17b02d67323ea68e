"""Effects: the engine names what should happen, and `bot` does it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from flows.builtin import ERASED_TEXT
from flows.events import Unsupported
from flows.format.model import Choice
from flows.signals import Answer, Fact
from flows.urgency import Urgency


class Notice(StrEnum):
    """A line about a ticket for operators, without a word of the person's."""

    URGENCY_RAISED = "urgency_raised"
    LOCALE_CHANGED = "locale_changed"
    NOBODY_CLAIMED = "nobody_claimed"
    STILL_UNCLAIMED = "still_unclaimed"
    SILENT_AFTER_THREAT = "silent_after_threat"
    WATCHED = "watched"
    UNWATCHED = "unwatched"
    PERSON_LEFT = "person_left"
    PERSON_RETURNED = "person_returned"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"
    CHAT_WIPED = "chat_wiped"
    OPERATOR_SILENT = "operator_silent"
    WOKEN = "woken"
    BLOCKED_BEFORE = "muted_before"
    NOT_CORRECTED = "not_corrected"
    CHILD = "child"
    STYLE_CHANGED = "style_changed"
    SET_BACK = "set_back"
    NOT_IN_DANGER = "not_in_danger"
    DANGER_AGAIN = "danger_again"


class AlertLevel(StrEnum):
    """The step of calls about an emergency that nobody has claimed: who is called by now."""

    SHIFT = "shift"
    AGAIN = "again"
    SUPERVISORS = "supervisors"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Utter:
    """Say a text of the catalogue to the person.

    `silent`: without a notification sound. `args`: dates that the text names, as ISO 8601.
    """

    text_id: str
    locale: str
    choices: tuple[Choice, ...] = ()
    silent: bool = False
    args: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RelayToPerson:
    """Pass an operator's words on. `ref`: names them, for a later correction."""

    text: str
    silent: bool = False
    ref: str = ""


@dataclass(frozen=True, slots=True)
class SendText:
    """Say a text of the catalogue because an operator wants it, without buttons."""

    text_id: str
    locale: str
    silent: bool = False


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Ask a question of the deck because an operator wants it. `ref`: names the message."""

    question: str
    locale: str
    silent: bool
    ref: str


@dataclass(frozen=True, slots=True)
class RelayAnswer:
    """Let the answer to a question of the deck join the ticket, and mark it in the person's chat.
    `locale`: the person's."""

    answer: Answer
    locale: str


@dataclass(frozen=True, slots=True)
class Correct:
    """Replace what an operator has said."""

    text: str
    ref: str


@dataclass(frozen=True, slots=True)
class DeleteMessage:
    """Take back what an operator has said."""

    ref: str


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """Ask for a human. `closed_at`: when an operator closed what this goes on with; None for
    something new."""

    topic: str
    urgency: Urgency
    locale: str
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UpdateTicket:
    """Something about the open ticket changed; None leaves a field as it is."""

    urgency: Urgency | None = None
    topic: str | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class Reprioritise:
    """An operator set the urgency; it may fall by this alone."""

    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Alert:
    """Call operators about an emergency, with a sound."""

    level: AlertLevel


@dataclass(frozen=True, slots=True)
class RelayToOperator:
    """Let the person's words join the ticket."""

    text: str


@dataclass(frozen=True, slots=True)
class RelayUnsupported:
    """Tell the operator what kind of thing was sent and not kept."""

    kind: Unsupported


@dataclass(frozen=True, slots=True)
class NotifyOperators:
    """Show a notice on the ticket."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class ShowFact:
    """Show on the ticket what the person has said of the situation."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class WithdrawTicket:
    """The person no longer wants an operator."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Forget the person: keys first, then rows, then messages, then say so by `text_id`."""

    locale: str
    text_id: str = ERASED_TEXT


@dataclass(frozen=True, slots=True)
class WipeChat:
    """Delete the messages in the person's chat now; what is said in this turn stays there."""


Effect: TypeAlias = (
    Utter
    | RelayToPerson
    | SendText
    | AskQuestion
    | RelayAnswer
    | Correct
    | DeleteMessage
    | OpenTicket
    | UpdateTicket
    | Reprioritise
    | Alert
    | RelayToOperator
    | RelayUnsupported
    | NotifyOperators
    | ShowFact
    | WithdrawTicket
    | Erase
    | WipeChat
)

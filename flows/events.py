"""Events: all that a conversation reacts to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from flows.follow_ups import FollowUp
from flows.signals import Answer, Signal
from flows.urgency import Urgency


class Source(StrEnum):
    """The part of the recogniser that understood the message."""

    KEYWORDS = "keywords"
    MODEL = "model"
    COMMAND = "command"
    NOBODY = "nobody"


ANSWERS = {"affirm": "yes", "deny": "no"}
"""Intents that answer a question which offers these values."""


FULL_SCORE = 1.0
"""`Parse.urgency_score` of danger that words of the lexicon tell."""


@dataclass(frozen=True, slots=True)
class Parse:
    """The reading of one message (Rasa: parse). It says what was heard, never what to do.

    `intent` is None when nothing was understood; `confidence` and `urgency_score` lie in 0..1;
    `locale` is None for "can't tell"; `watched` says that the words hint at somebody looking on;
    `unread`, that only keywords were looked for, since the model is away or has too much to do.
    `signals`: what was heard beside the intent; `topics`: the intents of the topics that were
    heard, also beside danger, the surest first; `named`: those of them that words name, and
    `ask_privacy` where they do. `kinds`: the kinds of follow-up that the words may be. Only
    `nlu.context` fills these: `follow_up`, the kind that the message is here; `answer`, the value
    of the open question that it gives; `unexplained`, words of somebody in danger that may tell
    that somebody has come or has the phone: few in which the model suspects more danger and nothing
    known is told, or a question who this is. `guessed`: the signal that the model alone hears,
    surely enough; `nlu.context` puts it among the signals where it counts, but for a stranger, and
    takes it away where it doesn't. `suggested`: the intents that the model holds possible, the
    likeliest first, for buttons where it isn't sure which one is meant.
    """

    intent: str | None = None
    confidence: float = 0.0
    urgent: bool = False
    urgency_score: float = 0.0
    locale: str | None = None
    source: Source = Source.NOBODY
    watched: bool = False
    unread: bool = False
    signals: frozenset[Signal] = frozenset()
    topics: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    kinds: frozenset[FollowUp] = frozenset()
    follow_up: FollowUp | None = None
    answer: str = ""
    unexplained: bool = False
    guessed: Signal | None = None
    suggested: tuple[str, ...] = ()

    @property
    def danger_in_words(self) -> bool:
        """Whether words of the lexicon tell of danger: the model alone never counts as sure as
        that, whatever score it gives (`nlu.recogniser`)."""
        return self.urgency_score >= FULL_SCORE


class Unsupported(StrEnum):
    """A kind of message that is neither kept nor passed on."""

    PICTURE = "picture"
    VOICE = "voice"
    FILE = "file"
    STICKER = "sticker"
    CONTACT = "contact"
    LOCATION = "location"
    OTHER = "other"


class TimerKind(StrEnum):
    """Why a conversation wants to be woken."""

    NOBODY_FREE = "nobody_free"
    STILL_NOBODY = "still_nobody"
    SILENT_AFTER_THREAT = "silent_after_threat"
    PUSH_AGAIN = "push_again"
    CALL_SUPERVISORS = "call_supervisors"
    OPERATOR_SILENT = "operator_silent"
    SNOOZE_OVER = "sleep_over"


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """The person pressed Start. `hint` is Telegram's language_code: it only orders buttons."""

    hint: str | None = None


@dataclass(frozen=True, slots=True)
class UserUttered:
    """The person wrote (or edited) a message, or gave a command such as /delete."""

    text: str
    parse: Parse
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class ChoiceMade:
    """The person pressed a button; the id may be forged, or older than today's flows."""

    choice_id: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """The person pressed a button below a question of the deck. None: that question, or that answer
    to it, isn't in the deck (any more)."""

    answer: Answer | None


@dataclass(frozen=True, slots=True)
class UnsupportedSent:
    """The person sent something that the helpline doesn't take."""

    kind: Unsupported
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class ExitAsked:
    """The person wants the chat to look harmless, at once (/exit)."""


@dataclass(frozen=True, slots=True)
class ErasureOrdered:
    """The erasure of a conversation by whoever runs the helpline (`helpline erase`)."""


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """Telegram says that the person blocked the bot."""


@dataclass(frozen=True, slots=True)
class PersonReturned:
    """The person unblocked the bot."""


@dataclass(frozen=True, slots=True)
class OperatorClaimed:
    """An operator took the waiting ticket."""


@dataclass(frozen=True, slots=True)
class OperatorUttered:
    """The assignee wrote to the person. `ref`: names the message, so that it can be corrected;
    `claimed_at`: when they took the ticket, None where that isn't known."""

    text: str
    ref: str = ""
    claimed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OperatorSentText:
    """The assignee has the person shown texts of the catalogue, in the person's language."""

    text_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OperatorAsked:
    """The assignee has the person asked a question of the deck. `ref`: names the message."""

    question: str
    ref: str


@dataclass(frozen=True, slots=True)
class OperatorCorrected:
    """The assignee edited a message that went to the person."""

    text: str
    ref: str


@dataclass(frozen=True, slots=True)
class OperatorDeleted:
    """The assignee takes a message back."""

    ref: str


@dataclass(frozen=True, slots=True)
class OperatorReleased:
    """The assignee gave the conversation back to the bot."""


@dataclass(frozen=True, slots=True)
class OperatorRequeued:
    """The assignee put the ticket back into the queue, or fell silent."""


@dataclass(frozen=True, slots=True)
class OperatorTransferred:
    """The ticket waits again, for somebody else."""


@dataclass(frozen=True, slots=True)
class OperatorPrioritised:
    """An operator raised or lowered the urgency."""

    urgency: Urgency


@dataclass(frozen=True, slots=True)
class OperatorSnoozed:
    """An operator snoozed the ticket until a time, or the person's next word."""

    until: datetime


@dataclass(frozen=True, slots=True)
class OperatorBlocked:
    """An operator ended the ticket of somebody abusive, whose plain requests rest for a time."""

    until: datetime


@dataclass(frozen=True, slots=True)
class TicketClosed:
    """An operator closed the ticket."""


@dataclass(frozen=True, slots=True)
class BlockLifted:
    """A supervisor has looked at the block and ended it."""


@dataclass(frozen=True, slots=True)
class NotCorrected:
    """A correction of an operator's couldn't reach the person any more."""


@dataclass(frozen=True, slots=True)
class SetBack:
    """The store lost its last writes; an open ticket is known from elsewhere."""


@dataclass(frozen=True, slots=True)
class StepTried:
    """An editor tries a dialogue from one of its steps, in a store of their own. `slots`: answers
    that they are taken to have given before."""

    flow: str
    step: str
    slots: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TimedOut:
    """A timer of the conversation is due."""

    kind: TimerKind


PersonEvent: TypeAlias = (
    SessionStarted
    | UserUttered
    | ChoiceMade
    | QuestionAnswered
    | UnsupportedSent
    | ExitAsked
    | PersonLeft
    | PersonReturned
)
OperatorEvent: TypeAlias = (
    OperatorClaimed
    | OperatorUttered
    | OperatorSentText
    | OperatorAsked
    | OperatorCorrected
    | OperatorDeleted
    | OperatorReleased
    | OperatorRequeued
    | OperatorTransferred
    | OperatorPrioritised
    | OperatorSnoozed
    | OperatorBlocked
    | TicketClosed
)
Event: TypeAlias = (
    PersonEvent
    | OperatorEvent
    | ErasureOrdered
    | BlockLifted
    | NotCorrected
    | SetBack
    | TimedOut
    | StepTried
)

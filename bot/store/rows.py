"""What lies in the store: the shapes of its values, and how they become bytes."""

import logging
import secrets
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar

import msgspec

from bot.privacy.chat_deletion import Author, ChatMessage
from flows.urgency import Urgency

logger = logging.getLogger(__name__)

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder()


class Audience(StrEnum):
    """Whom an outbox is for; each has its own process that sends."""

    PERSON = "person"
    DESK = "desk"


def new_id() -> str:
    """A random id of a row: says nothing about anyone."""
    return secrets.token_hex(8)


class Change(StrEnum):
    """The change that a row makes in the chat."""

    SEND = "send"
    CORRECT = "correct"
    UNSEND = "unsend"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A message to the person, or a change to one. `buttons`: (label, choice id).

    `text`: Telegram HTML; plain text where `operator` says that an operator wrote it, and in a
    change. `ref`: a keyed hash that names an operator's message, or one that asks a question of the
    deck, so that it can be corrected, taken back or marked as answered.
    `text_id`: names the text in the catalogue; "" for an operator's own words. `chosen`: an
    operator chose it, a ready text or a question of the deck.
    """

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    silent: bool = False
    operator: bool = False
    ref: str = ""
    change: Change = Change.SEND
    id: str = field(default_factory=new_id)
    text_id: str = ""
    chosen: bool = False


class DeskKind(StrEnum):
    """The kind of thing that operators are told."""

    OPENED = "opened"
    CHANGED = "changed"
    CLAIMED = "claimed"
    SAID = "said"
    UNSUPPORTED = "unsupported"
    NOTICE = "notice"
    CLOSED = "closed"
    ALERT = "alert"
    NOTE = "note"
    TEXT = "text"
    ASKED = "asked"
    ANSWERED = "answered"
    MUTED = "muted"
    AUDIT = "audit"


class Note(StrEnum):
    """A turn of a ticket's fate by somebody's act or absence, for its topic."""

    OPERATOR_GONE = "operator_gone"
    TRANSFERRED = "transferred"
    ASIDE = "aside"
    FOLLOWED = "followed"


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A row for the operators' side.

    `detail`: a notice, a note (and behind a line break whom it names), an alert's level, a kind of
    attachment, or the id of a text or of a question of the deck. `stub`: the stub that an erasure
    left. `sealed`: the person's words under the data key, or an audit entry
    under the desk's; the rest can be read without it, so that a topic can be deleted after an
    erasure.
    """

    kind: DeskKind
    detail: str = ""
    sealed: bytes = b""
    stub: str = ""
    id: str = field(default_factory=new_id)

    def with_words(self, sealed: bytes) -> "DeskRow":
        """The row with the person's words, sealed."""
        return replace(self, sealed=sealed)


@dataclass(frozen=True, slots=True)
class Stub:
    """The rest of an emergency that the person erased, kept for two hours: no word of theirs."""

    name: str
    urgency: Urgency
    locale: str


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Where a ticket shows in an operators' group. `title`: as its topic is called there."""

    chat: int
    thread: int
    card: int
    title: str = ""


def encode(value: object) -> bytes:
    """Any of the frozen classes, as bytes. What has its default isn't written, here or in what it
    holds: most of a conversation has, and there may be a million."""
    return _encoder.encode(_telling(value))


def _telling(value: object) -> object:
    """The value with only those fields that say something."""
    if isinstance(value, tuple):
        return [_telling(one) for one in value]
    kind: Any = type(value)
    named = _defaults(kind)
    if named is None:
        return value
    told: dict[str, object] = {}
    for name, default in named:
        own = getattr(value, name)
        if own != default:
            told[name] = _telling(own)
    return told


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...] | None:
    """The fields of a class with their defaults; one that has none equals nothing. None for what
    has no fields."""
    if not is_dataclass(kind):
        return None
    return tuple(
        (
            one.name,
            one.default_factory() if one.default_factory is not MISSING else one.default,
        )
        for one in fields(kind)
    )


def decode(kind: type[T], value: bytes) -> T:
    """The value back. Raises `msgspec.ValidationError` for anything else."""
    return msgspec.msgpack.decode(value, type=kind)


class _Number(msgspec.Struct, array_like=True, frozen=True):
    """A `ChatMessage` without names: a chat has many. Telegram's times are whole seconds."""

    number: int
    author: Annotated[int, msgspec.Meta(ge=0, lt=len(Author))]
    at: int | float
    span: int | None = None


_AUTHORS = tuple(Author)


def encode_number(message: ChatMessage) -> bytes:
    """A message's number, author and time, as bytes."""
    at = int(message.at) if message.at.is_integer() else message.at
    author = _AUTHORS.index(message.author)
    return _encoder.encode(_Number(message.number, author, at, message.span))


def decode_number(value: bytes) -> ChatMessage:
    """The message back. Raises `msgspec.DecodeError` for anything else."""
    found = msgspec.msgpack.decode(value, type=_Number)
    return ChatMessage(found.number, _AUTHORS[found.author], float(found.at), found.span)


def unreadable(row: str) -> None:
    """Count, in the log, a value that is refused: a wrong key, or a row that was cut, moved or
    put back. `row`: a name of ours."""
    logger.warning("row_unreadable", extra={"kind": row})

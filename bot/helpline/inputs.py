"""Inputs: all that intake passes on of updates. No name, no username, no photo, no file."""

from dataclasses import dataclass
from typing import TypeAlias

from flows.events import Unsupported


@dataclass(frozen=True, slots=True)
class Started:
    """/start, or the Start button."""

    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Wrote:
    """A message of text, new or edited."""

    text: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button. `data` comes from outside: it may be forged or ancient."""

    data: str


@dataclass(frozen=True, slots=True)
class SentUnsupported:
    """A picture, voice message, file, …: only its kind is looked at."""

    kind: Unsupported
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot."""


@dataclass(frozen=True, slots=True)
class Unblocked:
    """The person unblocked the bot."""


@dataclass(frozen=True, slots=True)
class Exited:
    """/exit: the chat is to look harmless at once."""


Input: TypeAlias = Started | Wrote | Pressed | SentUnsupported | Exited | Blocked | Unblocked


@dataclass(frozen=True, slots=True)
class Inbound:
    """A person's update. `address` is Telegram's chat id; `message_id` the person's own message,
    `at` Telegram's time of it, in seconds since 1970."""

    update_id: int
    address: int
    input: Input
    message_id: int | None = None
    at: float | None = None

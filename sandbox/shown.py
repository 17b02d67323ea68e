"""What a human's client shows: messages and topics, as a test reads them."""

import re
from dataclasses import dataclass, field

from bot.telegram.text import Entity
from sandbox.errors import ClientError
from sandbox.model import Json, Keyboard, Message, Sight, Topic


class Unmet(AssertionError):
    """A test waited for something that did not come. Says what was waited for, never what the chat
    says."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it looked at one moment; `deleted` and `current()` look again."""

    message: Message = field(repr=False)
    text: str
    keyboard: list[list[str]]
    edited: bool

    @classmethod
    def of(cls, message: Message) -> "Shown":
        """The message as it is now."""
        return cls(message, message.text, _labels(message.keyboard), message.edited is not None)

    @classmethod
    def at(cls, sight: Sight) -> "Shown":
        """The message as it was then."""
        return cls(sight.message, sight.text, _labels(sight.keyboard), sight.edited)

    @property
    def id(self) -> int:
        """message_id."""
        return self.message.id

    @property
    def kind(self) -> str:
        """text, photo, sticker, ..., or service."""
        return self.message.kind

    @property
    def body(self) -> Json:
        """The fields of its kind, as the Bot API names them."""
        return self.message.body

    @property
    def buttons(self) -> list[str]:
        """All inline buttons' labels, row after row."""
        return [label for row in self.keyboard for label in row]

    @property
    def from_bot(self) -> bool:
        """Whether a bot sent it."""
        return self.message.sender.is_bot

    @property
    def previews(self) -> bool:
        """Whether Telegram would open a link in it (`link_preview_options`), as it is now."""
        return self.message.preview

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The message's entities (Bot API, MessageEntity): what is set apart in it, and what can be
        tapped, as it is now."""
        return self.message.entities

    @property
    def silent(self) -> bool:
        """Whether it came without a sound (`disable_notification`)."""
        return self.message.silent

    @property
    def protected(self) -> bool:
        """Whether it can't be forwarded or saved (`protect_content`)."""
        return self.message.protected

    @property
    def forwarded(self) -> bool:
        """Whether it shows that somebody else wrote it."""
        return self.message.origin is not None

    @property
    def reply_to(self) -> int | None:
        """The message that it answers."""
        return self.message.reply_to

    @property
    def topic(self) -> int | None:
        """Its topic's id; None in General and where there are no topics."""
        return self.message.topic.id if self.message.topic is not None else None

    @property
    def deleted(self) -> bool:
        """Whether it is gone by now."""
        return self.message.is_deleted

    def current(self) -> "Shown":
        """This message as it is now."""
        return Shown.of(self.message)

    def line(self) -> str:
        """The message as a line of a transcript."""
        who = self.message.sender.first_name
        marks = "".join(
            mark
            for mark, holds in (
                (" (silent)", self.silent),
                (" (edited)", self.edited),
                (" (protected)", self.protected),
            )
            if holds
        )
        kind = "" if self.kind == "text" else f"<{self.kind}> "
        buttons = "".join(f" [{label}]" for label in self.buttons)
        return f"{self.id} {who}{marks}: {kind}{self.text}{buttons}"


@dataclass(frozen=True, slots=True)
class ShownTopic:
    """A topic of the operators' group, read live."""

    state: Topic = field(repr=False)

    @property
    def id(self) -> int:
        """message_thread_id."""
        return self.state.id

    @property
    def name(self) -> str:
        """The topic's title."""
        return self.state.name

    @property
    def closed(self) -> bool:
        """Whether only administrators may write into it."""
        return self.state.closed

    @property
    def messages(self) -> list[Shown]:
        """Messages that the topic holds, without the notes of events."""
        return [Shown.of(each) for each in self.state.messages.values() if not each.is_service]


def fits(shown: Shown, contains: str | None, matches: str | None, button: str | None) -> bool:
    """Whether a message has the text, matches the pattern, has a button with that label."""
    return (
        (contains is None or contains in shown.text)
        and (matches is None or re.search(matches, shown.text) is not None)
        and (button is None or any(button in label for label in shown.buttons))
    )


def wanted(contains: str | None, matches: str | None, button: str | None) -> str:
    """The conditions of `fits` in words."""
    parts = [
        f"{what} {value!r}"
        for what, value in (("with", contains), ("matching", matches), ("with button", button))
        if value is not None
    ]
    return " ".join(["a bot message", *parts])


def find_button(messages: list[Message], button: str | int | None) -> tuple[Message, Json]:
    """The newest of `messages` with that button, and the button.

    A label fits exactly or, if none does, as a part; an index counts through the newest message
    that has buttons. ClientError if there is none or if it doesn't call back.
    """
    newest = [message for message in reversed(messages) if message.keyboard]
    if isinstance(button, str):
        for exact in (True, False):
            for message in newest:
                for each in _flat(message.keyboard):
                    label = str(each["text"])
                    if label == button or (not exact and button in label):
                        return message, _calls_back(each)
        raise ClientError(f"there is no button {button!r}")
    if not newest:
        raise ClientError("no message has buttons")
    buttons = _flat(newest[0].keyboard)
    index = button or 0
    if not -len(buttons) <= index < len(buttons):
        raise ClientError(f"there is no button number {index}")
    return newest[0], _calls_back(buttons[index])


def _calls_back(button: Json) -> Json:
    if "callback_data" not in button:
        raise ClientError("that button opens something, the bot doesn't hear of it")
    return button


def _flat(keyboard: Keyboard | None) -> list[Json]:
    return [button for row in keyboard or [] for button in row]


def _labels(keyboard: Keyboard | None) -> list[list[str]]:
    return [[str(button["text"]) for button in row] for row in keyboard or []]

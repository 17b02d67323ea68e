"""An operator's message in a topic: for the person, for colleagues, a command, or a slip.

A note must never reach a person because of a slip of the finger. So whatever begins like a note or
a command and is neither is refused, not sent.
"""

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

NOTE = "//"
"""A line that begins with this is for operators only."""

_SLASHES = frozenset("/\\|⁄∕⧸／＼╱")
_WRONG_LAYOUT = ("..", "юю", "??")
"""The keys of `//` in other keyboard layouts (Russian, Kazakh; and with Shift)."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Goes to the person as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class InternalNote:
    """Stays in the topic."""


@dataclass(frozen=True, slots=True)
class Command:
    """`/word rest`, without the bot's name."""

    word: str
    rest: str


@dataclass(frozen=True, slots=True)
class Slip:
    """Nearly a note or a command."""


TopicMessage: TypeAlias = Reply | InternalNote | Command | Slip


def read(text: str) -> TopicMessage:
    """Sort a message that an operator wrote in a topic."""
    seen = _visible(text)
    if text.startswith(NOTE):
        return InternalNote()
    if text.startswith("/") and len(text) > 1 and text[1].isalpha():
        word, _, rest = text[1:].partition(" ")
        if "\n" in word:
            word, _, rest = text[1:].partition("\n")
        return Command(word.split("@")[0].casefold(), rest.strip())
    if not seen or seen[0] in _SLASHES:
        return Slip()
    begins = seen.casefold()
    if begins.startswith(_WRONG_LAYOUT) and not begins.startswith("..."):
        return Slip()
    return Reply(text)


def _visible(text: str) -> str:
    """The text from its first character that can be seen on."""
    for number, character in enumerate(text):
        if not character.isspace() and unicodedata.category(character) not in {"Cf", "Cc", "Mn"}:
            return text[number:]
    return ""

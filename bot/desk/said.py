"""A person's words as the desk shows them: nothing of them can be tapped, and nothing that the desk
says looks like them.

They stand in a `pre` block (Bot API, MessageEntity), where Telegram finds no command, link or
mention; a quote would leave those live. A notice never stands in one, nor in the same message. The
block is given by its offsets, never by a parse mode: no sign of a person's can end it.
"""

from bot.telegram.text import Entity, utf16_length

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Unicode's controls of the writing direction (UAX #9): they let a line read as another."""

_UNSEEN = frozenset("\u00ad\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Signs that show as nothing though Unicode counts them as letters, marks or symbols."""

INVISIBLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for words of which nothing can be seen: Telegram takes no empty message."""


def inert(words: str) -> str:
    """The words as they may be shown: without controls of the writing direction, and never empty.
    Other control characters become spaces, as Telegram itself has it."""
    shown = "".join(_shown(sign) for sign in words if sign not in _BIDI).strip()
    return shown if any(_is_seen(sign) for sign in shown) else INVISIBLE


def block(words: str) -> list[dict[str, object]]:
    """The entities that make a block of all these words; for `send`."""
    return [Entity("pre", 0, utf16_length(words)).api()]


def _shown(sign: str) -> str:
    if sign == "\n" or (sign >= " " and sign != "\x7f" and not "\x80" <= sign <= "\x9f"):
        return sign if not "\ud800" <= sign <= "\udfff" else INVISIBLE
    return " "


def _is_seen(sign: str) -> bool:
    return sign.isprintable() and not sign.isspace() and sign not in _UNSEEN

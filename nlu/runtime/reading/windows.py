"""Cuts a long message into windows, so that no text costs more than its share of time."""

from __future__ import annotations

import re

from nlu.runtime.reading.text import MAX_CHARACTERS, clean, letters

WINDOW_CHARACTERS = 260
"""The longest message of the training data: the encoder sees windows of a known kind."""

SENTENCE_LETTERS = 8

_BETWEEN = re.compile(r"[.!?…\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…;\n]+\s|[,:—–-]\s")


def cut(text: str, size: int = WINDOW_CHARACTERS) -> list[str]:
    """Cuts cleaned `text` into pieces of at most `size` characters; joined they are the text.

    A cut falls after the last sentence that fits, else after the last clause, else between
    words, else anywhere. An empty text gives one empty window.
    """
    pieces = []
    rest = text.strip()
    while len(rest) > size:
        end = _best_end(rest[: size + 1], size)
        pieces.append(rest[:end].strip())
        rest = rest[end:].strip()
    pieces.append(rest)
    return [piece for piece in pieces if piece] or [""]


def sentences(text: str) -> list[str]:
    """The cleaned sentences of a message, if there are several; a line is one, too. One of a few
    letters says too little, and a long one is cut like a window. A semicolon ends none: it is
    print that has them, where one half alone sounds like a cry ("he turns pale; sweat runs")."""
    parts = [part for part in _BETWEEN.split(text[:MAX_CHARACTERS]) if part.strip()]
    if len(parts) < 2:
        return []
    found = [part for part in map(clean, parts) if letters(part) >= SENTENCE_LETTERS]
    pieces = (piece for part in found for piece in cut(part))
    return list(dict.fromkeys(pieces)) if len(found) > 1 else []


def _best_end(head: str, size: int) -> int:
    least = size // 3  # a cut earlier than this would leave a fragment without meaning
    ends = [match.end() for match in _SENTENCE_END.finditer(head) if match.end() >= least]
    strong = [end for end in ends if head[:end].rstrip()[-1] in ".!?…;"]
    if strong:
        return strong[-1]
    if ends:
        return ends[-1]
    space = head.rfind(" ", least)
    return space if space > 0 else size

"""Rows that wait together are shown in one message, as far as it has room. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram.constants import MessageLimit

from bot.desk import card
from bot.store.rows import DeskRow
from bot.texts.voices import Voice

_ROOM = int(MessageLimit.MAX_TEXT_LENGTH) - 96


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One row of the outbox with what is needed to take it out."""

    raw: bytes
    row: DeskRow
    words: str


@dataclass(frozen=True, slots=True)
class RowBatch:
    """One message, and the rows that it shows. `text`: "" where they show on the card alone."""

    text: str
    rows: tuple[WaitingRow, ...]


def batched(voice: Voice, rows: Sequence[WaitingRow]) -> Iterator[RowBatch]:
    """Lines that wait together become one message, as far as there is room."""
    text, kept = "", list[WaitingRow]()
    for waiting in rows:
        line = card.line(voice, waiting.row.kind, waiting.row.detail, waiting.words)
        if text and line and len(text) + len(line) + 1 > _ROOM:
            yield RowBatch(text, tuple(kept))
            text, kept = "", []
        text = f"{text}\n{line}" if text and line else text or line
        kept.append(waiting)
    if kept:
        yield RowBatch(text, tuple(kept))


@dataclass(frozen=True, slots=True)
class Piece:
    """One message, and how many lines it shows."""

    text: str
    lines: int


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """Lines that were said, in as few messages as there is room for."""
    text, count = "", 0
    for line in lines:
        if text and len(text) + len(line) + 1 > _ROOM:
            yield Piece(text, count)
            text, count = "", 0
        text = f"{text}\n{line}" if text else line
        count += 1
    if text:
        yield Piece(text, count)

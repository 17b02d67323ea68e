"""Rows that wait together are shown in one message, as far as it has room. Pure.

A person's words and the desk's own never share one (`bot.desk.said`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram.constants import MessageLimit

from bot.desk import card
from bot.desk.said import inert
from bot.store.rows import DeskKind, DeskRow
from bot.texts.voices import Voice

_ROOM = int(MessageLimit.MAX_TEXT_LENGTH) - 96


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A row of the outbox with what is needed to take it out."""

    raw: bytes
    row: DeskRow
    words: str


@dataclass(frozen=True, slots=True)
class RowBatch:
    """A message, and the rows that it shows. `text`: "" where they show on the card alone; `said`:
    whether they are a person's words."""

    text: str
    rows: tuple[WaitingRow, ...]
    said: bool = False


def batched(voice: Voice, rows: Sequence[WaitingRow]) -> Iterator[RowBatch]:
    """Lines that wait together become one message, as far as there is room and the same one
    speaks: the person or the desk."""
    text, kept, said = "", list[WaitingRow](), False
    for waiting in rows:
        is_said = waiting.row.kind is DeskKind.SAID and bool(waiting.words)
        line = card.line(voice, waiting.row.kind, waiting.row.detail, waiting.words)
        line = inert(line) if is_said else line
        full = len(text) + len(line) + 1 > _ROOM
        if text and line and (full or is_said is not said):
            yield RowBatch(text, tuple(kept), said)
            text, kept = "", []
        if line:
            text, said = f"{text}\n{line}" if text else line, is_said
        kept.append(waiting)
    if kept:
        yield RowBatch(text, tuple(kept), said)


@dataclass(frozen=True, slots=True)
class Piece:
    """A message, and how many lines it shows."""

    text: str
    lines: int


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """Lines that a person said, in as few messages as there is room for."""
    text, count = "", 0
    for line in map(inert, lines):
        if text and len(text) + len(line) + 1 > _ROOM:
            yield Piece(text, count)
            text, count = "", 0
        text = f"{text}\n{line}" if text else line
        count += 1
    if text:
        yield Piece(text, count)

"""Lines of what was said in an open ticket: their shape, their numbers, and how they are sealed.

A line's number is made of the number of the turn that wrote it and a place within the turn. A
message on its way to the person has its place by its index in the outbox, so whoever sends it knows
its line without reading it. Lines are sealed for their number: none can be given another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from bot.errors import Sealed
from bot.privacy.vault import Vault
from bot.store.outbox.positions import Position
from bot.store.rows import Change, DeskKind, DeskRow, PersonRow, decode, encode, unreadable

LOG = "log"
"""The row: a hash of lines by number, of the delivery of each, and of two figures."""

MOST_BYTES = 64 * 1024
"""Of a ticket's sealed lines together: the oldest go first."""

LOST = b"lost"

AMENDING = frozenset({Change.CORRECT, Change.UNSEND})
"""Changes of a message that change its line. What was asked stays as it was asked."""

_SAID = frozenset({DeskKind.SAID, DeskKind.ANSWERED})
_PLACES = 16_384
_SENT = 4_096
_NOTES = 8_192


class Author(StrEnum):
    """The author of a line. A note is an operator's, and never leaves the desk."""

    PERSON = "person"
    OPERATOR = "operator"
    PROGRAM = "program"
    NOTE = "note"


class Delivery(StrEnum):
    """The state of a message to the person; `AGAIN` for one that wasn't delivered and was sent once
    more, as a line of its own; `NONE` for a line that isn't sent."""

    WAITING = "waiting"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    AGAIN = "again"
    NONE = "none"


LETTERS: Mapping[Delivery, str] = {
    Delivery.WAITING: "w",
    Delivery.SENT: "s",
    Delivery.BLOCKED: "b",
    Delivery.FAILED: "f",
    Delivery.AGAIN: "a",
}
"""As it lies in the row, in clear; after the letter of one that was sent stands when, in minutes
since 1970, as Telegram says."""

MINUTE = 60

_DELIVERIES = {letter.encode(): delivery for delivery, letter in LETTERS.items()}


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of what was said in a ticket. `at`: in seconds since 1970.

    `text`: the words, Telegram's markup never among them. `text_id`: names a text of the catalogue
    that was sent, or of the desk's that says what was sent instead of words; then `text` is "".
    `by`: an operator's code name. `ref`: names an operator's message, for its correction. A line
    that was `deleted` has no words any more. `sent_at`: the minute in which it came to Telegram, in
    seconds since 1970; 0 where that isn't known.
    """

    id: int
    at: float
    author: Author
    text: str = ""
    delivery: Delivery = Delivery.NONE
    text_id: str = ""
    by: str = ""
    ref: str = ""
    corrected: bool = False
    deleted: bool = False
    sent_at: int = 0


@dataclass(frozen=True, slots=True)
class OperatorNote:
    """A note that is to be kept with the ticket. `by`: the operator's code name."""

    text: str
    by: str


def sent_line(position: Position) -> int:
    """The number of the line that a message on its way to the person is."""
    return position.turn * _PLACES + _SENT + min(position.index, _NOTES - _SENT - 1)


def lines_of(
    turn: int,
    at: float,
    heard: Sequence[str],
    shown: Sequence[tuple[DeskRow, str]],
    sent: Sequence[PersonRow],
    notes: Sequence[OperatorNote],
    by: str,
) -> list[LogLine]:
    """The lines of the turn with this number, in order: what the person said, what they are sent,
    and notes. `heard` and `shown`: the person's words, for whoever will claim the ticket and for
    whoever has it; `by`: who has it."""
    first = turn * _PLACES
    words = [LogLine(0, at, Author.PERSON, text) for text in heard]
    for row, text in shown:
        if row.kind in _SAID:
            words.append(LogLine(0, at, Author.PERSON, text))
        elif row.kind is DeskKind.UNSUPPORTED:
            words.append(LogLine(0, at, Author.PERSON, text_id=f"unsupported-{row.detail}"))
    found = [replace(line, id=first + place) for place, line in enumerate(words[:_SENT])]
    for place, message in enumerate(sent[: _NOTES - _SENT]):
        if message.change is Change.SEND:
            found.append(_sent(first + _SENT + place, at, message, by))
    for place, note in enumerate(notes):
        found.append(LogLine(first + _NOTES + place, at, Author.NOTE, note.text, by=note.by))
    return found


def _sent(number: int, at: float, row: PersonRow, by: str) -> LogLine:
    if row.operator:
        return LogLine(number, at, Author.OPERATOR, row.text, Delivery.WAITING, by=by, ref=row.ref)
    author, by = (Author.OPERATOR, by) if row.chosen else (Author.PROGRAM, "")
    return LogLine(number, at, author, "", Delivery.WAITING, row.text_id, by)


def amended(lines: Sequence[LogLine], sent: Sequence[PersonRow]) -> list[LogLine]:
    """The lines that corrections and deletions among `sent` change, as they are afterwards."""
    known = {line.ref: line for line in lines if line.ref}
    changed: dict[str, LogLine] = {}
    for row in sent:
        line = changed.get(row.ref) or known.get(row.ref)
        if line is None or row.change not in AMENDING:
            continue
        if row.change is Change.CORRECT:
            changed[row.ref] = replace(line, text=row.text, corrected=True)
        else:
            changed[row.ref] = replace(line, text="", deleted=True)
    return list(changed.values())


def sealed(vault: Vault, key: bytes, conversation: str, line: LogLine) -> bytes:
    """A line for its place in the row."""
    return vault.seal(key, conversation, _bound(line.id), encode(line))


def opened(
    vault: Vault, key: bytes, conversation: str, row: Mapping[bytes, bytes]
) -> list[LogLine]:
    """The lines of a row, in order. One that can't be opened is counted and left out."""
    found = []
    for name, value in row.items():
        if not name.isdigit():
            continue
        try:
            line = decode(LogLine, vault.open(key, conversation, _bound(int(name)), value))
        except (Sealed, msgspec.DecodeError):
            unreadable(LOG)
            continue
        state = row.get(b"d" + name, b"")
        delivery = _DELIVERIES.get(state[:1], Delivery.NONE)
        sent_at = int(state[1:]) * MINUTE if state[1:].isdigit() else 0
        found.append(replace(line, delivery=delivery, sent_at=sent_at))
    return sorted(found, key=lambda line: line.id)


def delivery_mark(delivery: Delivery, at: float | None) -> str:
    """The state of a message as it lies in the row. `at`: when it came to be so, in seconds since
    1970."""
    minute = "" if at is None else str(int(at) // MINUTE)
    return f"{LETTERS[delivery]}{minute}"


def lost(row: Mapping[bytes, bytes]) -> int:
    """How many lines were left out, since there was no room for them."""
    count = row.get(LOST, b"0")
    return int(count) if count.isdigit() else 0


def _bound(number: int) -> str:
    return f"{LOG}@{number}"

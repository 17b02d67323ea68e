"""Rows of outboxes and transcripts as they lie in the store: sealed for their position.

What is for the person, and the person's words, are under the data key. What the desk is shown is
besides under a key that it holds after an erasure, too: so that a topic can be deleted, and so that
nobody without that key can tell the desk anything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from bot.errors import Sealed
from bot.privacy.vault import Vault
from bot.store.outbox.positions import Position, Stream
from bot.store.rows import DeskKind, DeskRow, PersonRow, T, decode, encode

_ASIDE = frozenset({DeskKind.AUDIT, DeskKind.MUTED, DeskKind.ALERT})
"""What the desk does first (`DeskChannel`): a stream of its own."""

DESK = "out:desk"


class SealedRows:
    """Seals what one turn sends."""

    def __init__(self, vault: Vault, conversation: str, key: bytes, revision: str) -> None:
        self._vault = vault
        self._conversation = conversation
        self._key = key
        self._turn = Position.first(Stream.PERSON, key, revision)

    def to_person(self, rows: Sequence[PersonRow]) -> list[bytes]:
        """Messages on their way to the person."""
        return self._sealed(Stream.PERSON, "out", map(encode, rows))

    def transcript(self, words: Sequence[str]) -> list[bytes]:
        """The person's words for whoever claims the ticket."""
        return self._sealed(Stream.WORDS, "said", map(str.encode, words))

    def to_desk(self, rows: Sequence[tuple[DeskRow, str]]) -> list[bytes]:
        """Rows for the operators, with the person's words or ""."""
        found = []
        for index, (row, words) in enumerate(rows):
            position = replace(self._turn, stream=stream_of(row), index=index)
            if words:
                name = position.bound("said")
                sealed = self._vault.seal(self._key, self._conversation, name, words.encode())
                row = row.with_words(sealed)
            found.append(for_desk(self._vault, self._conversation, position, row))
        return found

    def _sealed(self, stream: Stream, row: str, values: Iterable[bytes]) -> list[bytes]:
        found = []
        for index, value in enumerate(values):
            position = replace(self._turn, stream=stream, index=index)
            name = position.bound(row)
            sealed = self._vault.seal(self._key, self._conversation, name, value)
            found.append(position.head + sealed)
        return found


def stream_of(row: DeskRow) -> Stream:
    """Which rows a row for the desk keeps its order with."""
    return Stream.ASIDE if row.kind in _ASIDE else Stream.TOPIC


def for_desk(vault: Vault, conversation: str, position: Position, row: DeskRow) -> bytes:
    """A row for the desk at its position."""
    sealed = vault.sealed_for("tickets", conversation, position.bound(DESK), encode(row))
    return position.head + sealed


def person_row(
    vault: Vault, key: bytes, conversation: str, raw: bytes
) -> tuple[Position, PersonRow]:
    """A message and its position. Raises `Sealed`."""
    position, sealed = Position.parted(raw)
    opened = vault.open(key, conversation, position.bound("out"), sealed)
    return position, _decoded(PersonRow, opened)


def said(vault: Vault, key: bytes, conversation: str, raw: bytes) -> tuple[Position, str]:
    """A line of the transcript and its position. Raises `Sealed`."""
    position, sealed = Position.parted(raw)
    return position, vault.open(key, conversation, position.bound("said"), sealed).decode()


def desk_row(vault: Vault, conversation: str, raw: bytes) -> tuple[Position, DeskRow]:
    """A row for the desk and its position. Raises `Sealed`."""
    position, sealed = Position.parted(raw)
    opened = vault.opened_for("tickets", conversation, position.bound(DESK), sealed)
    return position, _decoded(DeskRow, opened)


def words(vault: Vault, key: bytes, conversation: str, position: Position, row: DeskRow) -> str:
    """The person's words in a row for the desk. Raises `Sealed`."""
    return vault.open(key, conversation, position.bound("said"), row.sealed).decode()


def _decoded(kind: type[T], opened: bytes) -> T:
    try:
        return decode(kind, opened)
    except msgspec.DecodeError:
        raise Sealed("a value of another shape") from None

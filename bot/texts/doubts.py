"""Doubts: what a translator or a lawyer wasn't sure of, in the note above a sentence.

Both the work list of the studio and docs/content-status.md read them here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

_BEGINS = re.compile(r"doubt: *", re.IGNORECASE)
_MARK = "[^"


def doubts_of(note: str) -> list[str]:
    """The doubts in a message's note, as `fluent.syntax` gives it: without the `#`."""
    return [words for _, words in _in_note(note.split("\n"))]


def doubts_in(file: str) -> Iterator[tuple[int, str]]:
    """The doubts in a Fluent file, each with its line, from 1."""
    note: list[str] = []
    for number, line in enumerate([*file.splitlines(), ""], 1):
        if line.startswith("#"):
            note.append(line.removeprefix("#").strip())
        elif note:
            first = number - len(note)
            yield from ((first + at, words) for at, words in _in_note(note))
            note = []


def _in_note(lines: Sequence[str]) -> Iterable[tuple[int, str]]:
    """Each may go on in the lines below, up to the next one, a footnote mark or an empty line."""
    found: list[tuple[int, str]] = []
    open_ = False
    for at, line in enumerate(lines):
        begins = _BEGINS.match(line)
        if begins:
            found.append((at, line[begins.end() :].strip()))
            open_ = True
        elif open_ and line.strip() and not line.startswith(_MARK):
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        else:
            open_ = False
    return found

"""Clauses of a long message: danger in one of them is drowned by the practical question around it.

Only messages of a person's own are looked into. Print says "the owner, who kept workers locked in"
in a clause, too, and nobody is in danger (`Keywords.is_personal`).
"""

import re

LONG = 60
"""Letters of a message that may hold a drowned clause."""

LEAST = 20
"""Letters of a clause that says enough by itself."""

LONGEST = 260
"""Letters of a clause; the model reads a longer one in such windows anyhow, as a part of the whole.
So no clause costs more than a message of usual length."""

MOST = 6
"""Clauses that are asked about: each costs the model a short message. Of more, the first and the
last ones: a cry is put before a question or after it. What stands between them is read with its
neighbours alone, in a window or a sentence of the whole; keywords look everywhere."""

SCORE = 0.9
"""A clause raises the alarm alone only from here on: without its neighbours it may be a film, the
past, somebody's question in general."""

_BETWEEN = re.compile(r"[.,;:!?\n]+\s|\s[-–—]\s")


def clauses(text: str) -> list[str]:
    """The clauses to ask about; none of a short message or of one that has no others."""
    if _letters(text) < LONG:
        return []
    parts = [part.strip() for part in _BETWEEN.split(text) if _letters(part) >= LEAST]
    if len(parts) < 2:
        return []
    found = list(dict.fromkeys(part for part in parts if _letters(part) <= LONGEST))
    return found if len(found) <= MOST else [*found[: MOST // 2], *found[-MOST // 2 :]]


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))

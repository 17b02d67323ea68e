"""Clauses of a long message: danger in one of them is drowned by the practical question around it.

Only messages of a person's own are looked into. Print says "the owner, who kept workers locked in"
in a clause, too, and nobody is in danger (`Keywords.is_personal`).
"""

import re

LONG = 60
"""Letters of a message that may hold a drowned clause."""

LEAST = 20
"""Letters of a clause that says enough by itself."""

MOST = 6
"""Clauses that are asked about: each costs the model a short message."""

SCORE = 0.9
"""A clause raises the alarm alone only from here on: without its neighbours it may be a film, the
past, somebody's question in general."""

_BETWEEN = re.compile(r"[.,;:!?\n]+\s|\s[-–—]\s")


def clauses(text: str) -> list[str]:
    """The clauses to ask about; none of a short message or of one that has no others."""
    if _letters(text) < LONG:
        return []
    found = [part.strip() for part in _BETWEEN.split(text) if _letters(part) >= LEAST]
    return list(dict.fromkeys(found))[:MOST] if len(found) > 1 else []


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))

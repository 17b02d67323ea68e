"""A mark of the messages that figures were measured on."""

import hashlib
from collections.abc import Iterable

from bench.understanding.answers import Answer


def mark(answers: Iterable[Answer]) -> str:
    """Sixteen hex digits that change when a message does, or what is known about it."""
    digest = hashlib.sha256()
    for one in answers:
        known = one.message
        parts = (one.locale, known.text, known.intent, str(known.urgent), str(known.hard))
        digest.update(("\0".join(parts) + "\n").encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]

"""Makes any string safe and regular before a model looks at it."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 4096
"""Telegram's longest message (Bot API, sendMessage: 1-4096 characters)."""

_APOSTROPHE = re.compile("[ʻʼ‘’`´ʹ′ˈ]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""All characters of Unicode's category Cc."""

_SPACE = re.compile(r"\s+")
_RUN = re.compile(r"(.)\1{3,}")
_MARKS = re.compile(r"([̀-ͯ҃-҉᪰-᫿⃐-⃿])[̀-ͯ҃-҉᪰-᫿⃐-⃿]+")
_LETTER_RUN = re.compile(r"([^\W\d_])\1{2,}")


def well_formed(text: str) -> str:
    """Joins surrogate pairs and drops lone surrogates and NUL, which no encoder accepts."""
    if text.isascii():
        return text.replace("\0", " ")
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined.replace("\0", " ").replace("�", " ")


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Co", "Cn"}


def clean(text: str) -> str:
    """Returns `text` in NFKC, on one line, without invisible characters, at most 4,096 long.

    Letters, digits, punctuation and emoji stay. A run of one character is cut to three, stacked
    combining marks to one. The result may be empty; nothing is refused.
    """
    text = _APOSTROPHE.sub("'", well_formed(text)[: 2 * MAX_CHARACTERS])
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)[: 2 * MAX_CHARACTERS]
        invisible = {c for c in set(text) if _invisible(c)}
        if invisible:
            text = text.translate({ord(c): None for c in invisible})
        text = _MARKS.sub(r"\1", text)
    text = _CONTROL.sub(" ", text)
    text = _RUN.sub(r"\1\1\1", text)
    return _SPACE.sub(" ", text).strip()[:MAX_CHARACTERS]


def fold(text: str) -> str:
    """Cleaned, and then `folded`."""
    return folded(clean(text))


def folded(cleaned: str) -> str:
    """Lower case, a letter at most twice in a row: the form that n-grams are taken from."""
    return _LETTER_RUN.sub(r"\1\1", cleaned.casefold())


def letters(text: str) -> int:
    """The number of letters of any script in `text`."""
    return sum(c.isalpha() for c in text)

"""A place told by numbers or a map's link: whoever sends nothing else wants to be found there."""

import re

MOST_WORDS, MOST_LETTERS = 8, 300
"""In a longer message the words say what it is about."""

_PAIR = re.compile(
    r"(?<![\d.,])(?P<lat>[3-6]\d[.,]\d{2,8}) ?[,;/ ] ?(?P<lon>[4-9]\d[.,]\d{2,8})(?![\d.,]*\d)"
)
"""Degrees with decimals, latitude first, as telephones copy them: between the Gulf and Siberia."""

_LINK = re.compile(
    r"\b(?:geo:-?\d|(?:https?://)?(?:(?:www\.)?google\.[a-z]+/maps|maps\.google\.|maps\.app\.goo\.gl/"
    r"|goo\.gl/maps/|2gis\.[a-z]+/|go\.2gis\.com/|yandex\.[a-z]+/maps|maps\.apple\.com))",
    re.IGNORECASE,
)


def is_only_place(text: str) -> bool:
    """Whether a message is a pair of coordinates or a link to a map, with a few words at most."""
    said = text.split()
    short = " ".join(said)
    if len(said) > MOST_WORDS or len(short) > MOST_LETTERS or "?" in short.split("http")[0]:
        return False
    return bool(_PAIR.search(short) or _LINK.search(short))

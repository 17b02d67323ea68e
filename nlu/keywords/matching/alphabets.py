"""Newer Latin alphabets → the letters that a language is written in here.

The drafts of Uzbek (`ş ç ö ğ ñ`) become its Latin of 1995. Karakalpak, whose Latin has `ǵ ń ı` of
its own, becomes Cyrillic: so it is read as the Kazakh that it stands nearest to.
"""

import re

_UZBEK = str.maketrans(
    {"ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "ö": "o'", "Ö": "O'", "ğ": "g'", "Ğ": "G'",
     "ñ": "ng", "Ñ": "Ng", "ǵ": "g'", "Ǵ": "G'", "ó": "o'", "Ó": "O'"}
)  # fmt: skip
_OF_UZBEK = frozenset("şŞöÖğĞǵǴ")
"""Those that are evidence: `ç` and `ñ` stand in names and loanwords of many languages."""

_OF_OTHERS = frozenset("äÄüÜūŪıİəƏŭýÝáÁúÚńŃéèêßæåøãõí")
"""Of Kazakh, Karakalpak and Turkish in Latin letters, and of other languages."""

_KARAKALPAK = {
    "sh": "ш", "ch": "ч", "ya": "я", "yu": "ю", "yo": "ё", "a": "а", "á": "ә", "b": "б", "c": "ц",
    "d": "д", "e": "е", "f": "ф", "g": "г", "ǵ": "ғ", "h": "ҳ", "i": "и", "ı": "ы", "j": "ж",
    "k": "к", "l": "л", "m": "м", "n": "н", "ń": "ң", "o": "о", "ó": "ө", "p": "п", "q": "қ",
    "r": "р", "s": "с", "t": "т", "u": "у", "ú": "ү", "v": "в", "w": "у", "x": "х", "y": "й",
    "z": "з",
}  # fmt: skip
_LETTER = re.compile("|".join(sorted(_KARAKALPAK, key=len, reverse=True)))
_OF_KARAKALPAK = frozenset("ǵńı")
_LEAST_KARAKALPAK = 2
"""Different letters of its own that make a text Karakalpak, together with `á ó ú`."""


def in_known_letters(text: str) -> str:
    """The text in letters that are known; itself if it isn't in one of these alphabets."""
    letters = set(text.lower())
    own = letters & _OF_KARAKALPAK
    if own and len(letters & frozenset("ǵńıáóú")) >= _LEAST_KARAKALPAK and _is_latin(letters):
        return _LETTER.sub(lambda found: _KARAKALPAK[found[0]], text.lower())
    if not _OF_UZBEK.isdisjoint(text) and _OF_OTHERS.isdisjoint(text):
        return text.translate(_UZBEK)
    return text


def _is_latin(letters: set[str]) -> bool:
    return letters.isdisjoint("şğçöüä") and not any("Ѐ" <= letter <= "ӿ" for letter in letters)

"""Keyboard layouts: what was typed with the keyboard left on another alphabet.

The keys of the standard Windows layouts. Kyrgyz has its own letters on a second level of the
Russian keys, so what is typed there without them is Russian to the eye.
"""

from collections.abc import Mapping, Sequence

_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_RUSSIAN_SHIFTED = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"


def _table(layout: Mapping[str, str]) -> dict[int, int]:
    return {ord(typed): ord(meant) for typed, meant in layout.items()}


_RU = dict(zip(_KEYS + _SHIFTED, _RUSSIAN + _RUSSIAN_SHIFTED, strict=True))
_KK = _RU | dict(zip("234567890-=", "әіңғ,.үұқөһ", strict=True))
_TG = _RU | dict(zip("woWOsSmM-=", "қҳҚҲҷҶӣӢғӯ", strict=True))
_UZ = _RU | dict(zip("oOsS-=", "ўЎқҚғҳ", strict=True))

_TO_CYRILLIC = tuple(_table(layout) for layout in (_RU, _KK, _TG, _UZ))
_TO_LATIN = _table({cyrillic: key for key, cyrillic in _RU.items()})


def others(text: str) -> Sequence[dict[int, int]]:
    """Tables for `str.translate`, one for each layout that the text may have been meant for: those
    of the alphabet that fewer of its letters are in."""
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in text)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    if latin > cyrillic:
        return _TO_CYRILLIC
    return (_TO_LATIN,) if cyrillic else ()

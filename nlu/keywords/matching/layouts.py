"""Keyboard layouts: what was typed with the keyboard left on another alphabet.

The keys of the standard Windows layouts. Kyrgyz has its own letters on a second level of the
Russian keys, so what is typed there without them is Russian to the eye.
"""

_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_RUSSIAN_SHIFTED = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"

_RU = dict(zip(_KEYS + _SHIFTED, _RUSSIAN + _RUSSIAN_SHIFTED, strict=True))
_KK = _RU | dict(zip("234567890-=", "әіңғ,.үұқөһ", strict=True))
_TG = _RU | dict(zip("woWOsSmM-=", "қҳҚҲҷҶӣӢғӯ", strict=True))
_UZ = _RU | dict(zip("oOsS-=", "ўЎқҚғҳ", strict=True))

_TO_CYRILLIC = tuple(str.maketrans(layout) for layout in (_RU, _KK, _TG, _UZ))
_TO_LATIN = str.maketrans({cyrillic: key for key, cyrillic in _RU.items()})


def retyped(text: str) -> list[str]:
    """The text as the same keys write it in the other alphabet, one for each layout it may have
    been meant for. Of text in both alphabets, the one that most of its letters are in is left."""
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in text)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    if latin > cyrillic:
        return list(dict.fromkeys(text.translate(table) for table in _TO_CYRILLIC))
    return [text.translate(_TO_LATIN)] if cyrillic else []

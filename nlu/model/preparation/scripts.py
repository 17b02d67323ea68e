"""Rules between scripts: Uzbek Latin and Cyrillic, Cyrillic written in Latin, special letters.

The rules are how people type, not a standard for libraries: no diacritics come out of them.
"""

from __future__ import annotations

import random
import re

_APOSTROPHE = "ʻʼ‘’`´'"

# Uzbek Latin alphabet of 1995 and the Cyrillic one of 1940.
_UZ_PAIRS = [
    ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"),
    ("ye", "е"), ("ts", "ц"), ("a", "а"), ("b", "б"), ("d", "д"), ("f", "ф"), ("g", "г"),
    ("h", "ҳ"), ("i", "и"), ("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"),
    ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("v", "в"), ("w", "в"), ("x", "х"), ("y", "й"), ("z", "з"), ("c", "к"), ("'", "ъ"),
]  # fmt: skip
_UZ_TO_CYRILLIC = dict(_UZ_PAIRS) | {"e": "е"}
_UZ_TO_LATIN = {cyrillic: latin for latin, cyrillic in _UZ_PAIRS if latin not in {"w", "c"}} | {
    "э": "e", "ъ": "'", "ь": "", "ы": "i", "щ": "sh", "е": "e",
}  # fmt: skip
# "yo'" is й and ў ("yo'q" is "йўқ"), not ё and a hard sign
_UZ_TOKEN = re.compile(r"o'|g'|sh|ch|yo(?!')|yu|ya|ye|[a-z']")
_VOWELS = "аоуиэеёюяў"


def _keep_case(source: str, target: str) -> str:
    if source[:1].isupper() and target:
        return target.upper() if len(source) > 1 and source.isupper() else target.capitalize()
    return target


def plain_apostrophes(text: str) -> str:
    """Every kind of apostrophe becomes the one that a keyboard has."""
    return re.sub(f"[{_APOSTROPHE}]", "'", text)


def uzbek_to_cyrillic(text: str) -> str:
    """Uzbek in Latin letters, rewritten in Cyrillic."""
    text = re.sub(r"\b[eE]", lambda m: "Э" if m[0] == "E" else "э", plain_apostrophes(text))
    pattern = re.compile(_UZ_TOKEN.pattern, re.IGNORECASE | re.ASCII)
    return pattern.sub(lambda m: _keep_case(m[0], _UZ_TO_CYRILLIC[m[0].lower()]), text)


def uzbek_to_latin(text: str) -> str:
    """Uzbek in Cyrillic, rewritten in Latin letters with the keyboard's apostrophe."""
    out = []
    for index, character in enumerate(text):
        low = character.lower()
        latin = _UZ_TO_LATIN.get(low, low)
        if low == "е" and (
            index == 0 or not text[index - 1].isalpha() or text[index - 1].lower() in _VOWELS
        ):
            latin = "ye"
        out.append(_keep_case(character, latin) if low in _UZ_TO_LATIN else character)
    return "".join(out)


_PLAIN_LETTERS = {
    "kk": {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х",
           "і": "и"},
    "ky": {"ң": "н", "ө": "о", "ү": "у"},
    "tg": {"ғ": "г", "ӣ": "и", "қ": "к", "ӯ": "у", "ҳ": "х", "ҷ": "ч"},
    "uz-Cyrl": {"ў": "у", "қ": "к", "ғ": "г", "ҳ": "х"},
    "uz": {"'": ""},
    "ru": {"ё": "е"},
}  # fmt: skip


def drop_special_letters(text: str, locale: str) -> str:
    """The same text typed on a keyboard that lacks the language's own letters."""
    table = _PLAIN_LETTERS.get(locale, {})
    text = plain_apostrophes(text) if locale == "uz" else text
    return "".join(_keep_case(c, table[c.lower()]) if c.lower() in table else c for c in text)


_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LATIN_OWN = {
    "kk": {"ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
           "і": "i", "ж": "zh", "й": "i", "у": "u"},
    "ky": {"ң": "n", "ө": "o", "ү": "u", "ж": "j"},
    "tg": {"ғ": "g", "ӣ": "i", "қ": "q", "ӯ": "u", "ҳ": "h", "ҷ": "j", "х": "kh", "ъ": "'"},
    "ru": {},
}  # fmt: skip
# Habits that differ from one typist to the next; each is taken or left for a whole message.
_HABITS = {
    "ru": [{"ж": "j"}, {"х": "x"}, {"ы": "i"}, {"ш": "w"}, {"ч": "4"}, {"ю": "u", "я": "ia"},
           {"ь": "'"}, {"й": "j"}, {"ц": "c"}, {"щ": "sch"}, {"я": "ja", "ю": "ju"}, {"в": "w"}],
    "kk": [{"ж": "j"}, {"ш": "w"}, {"қ": "q"}, {"ы": "i"}, {"ң": "ng"}, {"ғ": "gh"}, {"ч": "4"},
           {"й": "y"}, {"ә": "ae"}, {"х": "x"}, {"ү": "y"}],
    "ky": [{"ж": "zh"}, {"ш": "w"}, {"ы": "i"}, {"ң": "ng"}, {"ч": "4"}, {"х": "x"}, {"к": "q"}],
    "tg": [{"ч": "ch"}, {"х": "x"}, {"қ": "k"}, {"ҷ": "ch"}, {"ӣ": "y"}, {"ш": "w"}, {"ғ": "gh"}],
}  # fmt: skip


def romanise(text: str, locale: str, rng: random.Random) -> str:
    """Russian, Kazakh, Kyrgyz or Tajik typed in Latin letters, in the way of one typist."""
    table = _LATIN | _LATIN_OWN[locale]
    for habit in _HABITS[locale]:
        if rng.random() < 0.3:
            table = table | habit
    return "".join(_keep_case(c, table[c.lower()]) if c.lower() in table else c for c in text)

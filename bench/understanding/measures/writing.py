"""By the letters and the length of the messages: how well each kind is understood. Pure."""

from collections.abc import Callable, Mapping, Sequence

from bench.understanding.answers import Answer
from bench.understanding.measures.figures import LOCALE_WORDS, figures
from bench.understanding.measures.shares import share
from bench.understanding.tables import table
from nlu.keywords.matching.normalise import words

CYRILLIC, LATIN, MIXED = "Cyrillic", "Latin", "mixed"

IN_CYRILLIC = frozenset({"ru", "kk", "ky", "tg"})
"""Locales that have one script only, so Latin letters are a translit. Uzbek has two locales."""

_KINDS: Mapping[str, Callable[[Answer], bool]] = {
    "four words or more": lambda one: _length(one) >= LOCALE_WORDS,
    "three words": lambda one: _length(one) == LOCALE_WORDS - 1,
    "two or fewer": lambda one: _length(one) < LOCALE_WORDS - 1,
    "translit": lambda one: translit(one.message.text, one.locale),
    "mixed script": lambda one: script(one.message.text) == MIXED,
}


def script(text: str) -> str | None:
    """Which letters a text has; None for none."""
    cyrillic = any("Ѐ" <= letter <= "ӿ" for letter in text)
    latin = any("a" <= letter.lower() <= "z" for letter in text)
    if cyrillic and latin:
        return MIXED
    if cyrillic:
        return CYRILLIC
    return LATIN if latin else None


def translit(text: str, locale: str) -> bool:
    """Whether it is written in Latin letters though its locale isn't."""
    return locale in IN_CYRILLIC and script(text) == LATIN


def by_script(answers: Sequence[Answer]) -> str:
    """A line for each script: what the main table has for each locale."""
    rows = []
    for name in (CYRILLIC, LATIN, MIXED):
        members = [answer for answer in answers if script(answer.message.text) == name]
        each = figures(members)
        shares = [str(one) for one in (each.accuracy, each.recall, each.false_alarms)]
        others = (each.macro_f1, each.intent_error, each.urgency_error)
        cells = [f"{number:.3f}" if members else "–" for number in others]
        rows.append([name, str(len(members)), *shares, *cells])
    head = ["script", "messages", "accuracy", "urgent recall", "false alarms", "macro-F1"]
    return table([*head, "calibration error, intent", "of urgency"], rows)


def by_length(answers: Sequence[Answer]) -> str:
    """Whether the locale is told, where there is little to tell it by."""
    rows = []
    for name, belongs in _KINDS.items():
        members = [answer for answer in answers if belongs(answer)]
        told = (
            share(members, lambda one: one.heard.locale == one.locale),
            share(members, lambda one: one.heard.locale not in {None, one.locale}),
            share(members, lambda one: one.heard.locale is None),
        )
        rows.append([name, str(len(members)), *map(str, told)])
    return table(["locale of", "messages", "right", "another", "can't tell"], rows)


def _length(answer: Answer) -> int:
    return len(words(answer.message.text))

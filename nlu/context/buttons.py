"""Which button of the open question somebody has typed, roughly: part of its words, a letter
astray, or its number in the list.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from nlu.context.situation import Button
from nlu.keywords.matching.normalise import words

MOST_WORDS = 5
"""More words than this say more than a button does."""

LEAST_LETTERS = 4
"""Of a beginning that names a button; less may begin anything."""

ALIKE = 0.84
"""Two writings of a label with a letter or two astray (`difflib`'s ratio)."""

LEAST_ALIKE = 6
"""Letters of a label in which one may be astray."""

MOST_LABELS = 4096
"""Labels that are remembered: of all texts in all languages there are fewer."""

_ORDINALS = {
    1: "1 first первое первая первый первую birinchi birinchisi бірінші біріншісі биринчи "
    "биринчиси якум аввал якумаш",
    2: "2 second второе вторая второй вторую ikkinchi ikkinchisi екінші екіншісі экинчи экинчиси "
    "дуюм дуввум дуюмаш",
    3: "3 third третье третья третий третью uchinchi uchinchisi үшінші үшіншісі үчүнчү үчүнчүсү "
    "сеюм сеюмаш",
    4: "4 fourth четвертое четвертая четвертый четвертую to'rtinchi төртінші төртүнчү чорум",
    5: "5 fifth пятое пятая пятый пятую beshinchi бесінші бешинчи панҷум",
}
_NUMBER_OF = {word.text: number for number, names in _ORDINALS.items() for word in words(names)}
_BESIDE = {word.text for word in words("the one номер пункт № вариант option number тот та")}
_POLITE = {
    word.text
    for word in words(
        "please pls for me it about my мне пожалуйста пж про об маған өтінем өтінемін "
        "бойынша туралы жайлы menga iltimos bo'yicha haqida to'g'risida togrisida "
        "менга илтимос бўйича ҳақида тўғрисида тугрисида мага "
        "өтүнөм боюнча жөнүндө "
        "ба ман лутфан дар бораи"
    )
}
"""Words beside those of a button that change nothing in what it does."""

_HELP = {word.text for word in words("help помощь помоги помогите көмек yordam ёрдам жардам кӯмак")}
"""Asked for by themselves they are a wish for a person, and no button's first word."""


def chosen(text: str, buttons: Sequence[Button]) -> str:
    """The value of the one button that a text names; "" if it names none, or several."""
    said = [word.text for word in words(text)]
    plain = [word for word in said if word not in _POLITE]
    found = _named(said, buttons)
    if found or plain == said or not plain or plain[0] in _HELP:
        return found
    return _named(plain, buttons)


def _named(said: list[str], buttons: Sequence[Button]) -> str:
    if not said or len(said) > MOST_WORDS:
        return ""
    by_number = _by_number(said, buttons)
    if by_number:
        return by_number
    labels = {button.value: list(_label(button.label)) for button in buttons}
    for fits in (_same, _begins, _is_first, _holds, _covers, _is_alike):
        found = [value for value, label in labels.items() if label and fits(said, label)]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


@lru_cache(maxsize=MOST_LABELS)
def _label(label: str) -> tuple[str, ...]:
    """The words of a label: each message is compared with those of all open buttons."""
    return tuple(word.text for word in words(label))


def _by_number(said: list[str], buttons: Sequence[Button]) -> str:
    left = [word for word in said if word not in _BESIDE]
    number = _NUMBER_OF.get(left[0], 0) if len(left) == 1 else 0
    if not number and len(left) == 1 and left[0].isdigit():
        number = int(left[0]) if len(left[0]) < 3 else 0
    return buttons[number - 1].value if 1 <= number <= len(buttons) > 1 else ""


def _same(said: list[str], label: list[str]) -> bool:
    return said == label


def _begins(said: list[str], label: list[str]) -> bool:
    """The label's first words, the last one perhaps unfinished."""
    *whole, last = said
    if len("".join(said)) < LEAST_LETTERS or len(said) > len(label):
        return False
    return label[: len(whole)] == whole and label[len(whole)].startswith(last)


def _is_first(said: list[str], label: list[str]) -> bool:
    """The label's first word and nothing else, however short ("work", of "Work and wages")."""
    return len(said) == 1 and len(label) > 1 and said[0] == label[0] and len(said[0]) > 1


def _covers(said: list[str], label: list[str]) -> bool:
    """All words of the label in their order, with others between them."""
    rest = iter(said)
    return len(label) > 1 and all(word in rest for word in label)


def _holds(said: list[str], label: list[str]) -> bool:
    """Neighbouring words of the label, from anywhere in it."""
    if len("".join(said)) < LEAST_LETTERS:
        return False
    padded = f" {' '.join(label)} "
    return f" {' '.join(said)} " in padded


def _is_alike(said: list[str], label: list[str]) -> bool:
    one, other = " ".join(said), " ".join(label)
    if min(len(one), len(other)) < LEAST_ALIKE or abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other).ratio() >= ALIKE

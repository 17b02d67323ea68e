"""Whether a message asks or tells: most who write in haste leave the question mark out."""

import re
from collections.abc import Sequence

from nlu.context.small_words import THANKS
from nlu.keywords.matching.normalise import Word, words

_ANYWHERE = {
    word.text
    for word in words(
        "что чего чем как где куда откуда когда кто кого кому кем какой какая какие каких сколько "
        "почему зачем разве ли чо че "
        "неге қалай қайда қайдан қашан кім кімге қандай қанша неше "
        "nima nega qanday qayerda qayerga qachon kim kimga qancha nechta nechi chi "
        "эмне эмнеге кандай кайда качан ким кимге канча нече кантип "
        "чӣ чи чаро куҷо кучо кай кӣ чанд оё чигуна чан чанта "
        "чанпул чихел чихелӣ кучояш куҷояш кадом"
    )
}
_THAT = words("что")[0].text
_PARTICLES = {word.text for word in words("ше ба бе ма ме па пе")}
"""Of Kazakh and Kyrgyz. In Latin letters, which hardly anybody writes them in, most are words of
English: "she", "be", "me"; in Tajik "ба" is "to"."""

_TAJIK_PARTICLE = words("мӣ")[0].text
"""Ends a question, and is no word of Tajik elsewhere; in other languages "my" and "мы" look so."""

_FIRST = {
    word.text
    for word in words(
        "what whats how hows where wheres when who whos whom whose why which can could should "
        "shall will would do does did is are am may"
    )
}
_BESIDE = {word.text for word in words("and but so or ok hi hello please и а но ну ал va хай хайр")}
_ENDS = re.compile(r".*(?:dimi|[zkmnplsh]mi|mikan|chi|[aeioubzrlmp][bp][iu])")
"""Of words in Uzbek and Kyrgyz; of Russian ones in the plural as well, so not looked for there."""

_OR_NOT = {
    tuple(word.text for word in words(ending))
    for ending in (
        "или нет", "or not", "or no", "әлде жоқ", "ма жоқ", "ба жоқ", "же жок", "бу жок",
        "yoki yo'q", "yo yo'q", "ё йўқ", "ёки йўқ", "ё не", "ё на",
    )
}  # fmt: skip
"""Ends of a question: "jump or not"."""

_IF = {word.text for word in words("if если егер agar эгер агар")}
_BEFORE_IF = _BESIDE | {"what", "n"}

LEAST_ENDING = 5
"""Letters of a word whose ending may ask."""


def asks(text: str, locale: str | None) -> bool:
    """Whether it does. `locale`: of the message, if it can be told."""
    if "?" in text:
        return True
    said = [word.text for word in _without_thanks_for(words(text))]
    if not _ANYWHERE.isdisjoint(said):
        return True
    if not (text.isascii() or locale == "tg" or _PARTICLES.isdisjoint(said)):
        return True
    if tuple(said[-2:]) in _OR_NOT or (locale == "tg" and said[-1:] == [_TAJIK_PARTICLE]):
        return True
    first = next((word for word in said if word not in _BESIDE), "")
    if first in _FIRST:
        return True
    if locale not in {None, "uz", "uz-Cyrl", "ky"}:
        return False
    return any(len(word) >= LEAST_ENDING and _ENDS.fullmatch(word) for word in said)


def _without_thanks_for(said: Sequence[Word]) -> list[Word]:
    """The words without the "that" of "thank you very much that you answered", which in Russian is
    the word that asks what."""
    return [
        word
        for at, word in enumerate(said)
        if word.text != _THAT
        or not any(
            one.text in THANKS and one.clause == word.clause for one in said[max(0, at - 2) : at]
        )
    ]


def goes_on_with_if(text: str) -> bool:
    """Whether it begins with "and if": half a question, about what was spoken of."""
    said = (word.text for word in words(text))
    return next((word for word in said if word not in _BEFORE_IF), "") in _IF

"""Papers that are written in some language: whoever tells of one wants no other language here."""

from collections.abc import Sequence

from nlu.keywords.matching.normalise import Word, words

_WRITTEN = {
    word.text
    for word in words(
        "написан написано написана написаны написанный составлен составлено written "
        "жазылған жазылғаны жазылса жазылган жазылганы yozilgan yozilgani yozilsa ёзилган ёзилгани "
        "ёзилса навишташуда"
    )
}
"""Of papers in some language: "what if it's written in Russian"."""

_MAY_WE = {
    word.text
    for word in words(
        "можно можете пишите напишите давайте please can could bo'ladimi mumkinmi бўладими "
        "мумкинми болама болады болобу мешавад мумкин"
    )
}
"""Of a wish, also beside such a paper: "I don't get what is written, can we speak Uzbek"."""


def is_about_paper(said: Sequence[Word]) -> bool:
    """Whether words tell that a paper is written in some way, and wish for nothing."""
    told = {word.text for word in said}
    return not _WRITTEN.isdisjoint(told) and _MAY_WE.isdisjoint(told)

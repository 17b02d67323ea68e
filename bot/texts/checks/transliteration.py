"""A script made from another by rule: no word is lost, none comes out mixed or misspelt."""

import re
from collections.abc import Iterator

from bot.errors import ContentError
from bot.texts import derived
from bot.texts.catalogue import Catalogue, plain
from bot.texts.checks.local_text import LocalText
from bot.texts.findings import Finding

FOREIGN = frozenset("ыщі")
"""Cyrillic letters that Uzbek doesn't write: they come from a rule that went wrong."""

DOUBTFUL = re.compile("ь|тсия")
"""The library puts soft signs into words that have none, and takes ts of loans for two letters."""

_WORD = re.compile(r"[^\W\d_][\w‘’'ʼ-]*")
_LATIN = re.compile(r"[A-Za-z]")
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼʻ`", "'"))
_GLIDES = re.compile("y(?=[aou])")
MEND = "Write the word into overrides.yml: under `keep`, or under `words` as it is written"


def check(catalogue: Catalogue, locale: str) -> Iterator[Finding]:
    """All texts of a derived locale that its source has; none for another locale."""
    source = catalogue.locales[locale].derived_from
    if source is None:
        return
    for text_id in catalogue.text_ids(source):
        yield from check_text(LocalText(catalogue, text_id, source), locale)


def check_text(local: LocalText, locale: str) -> Iterator[Finding]:
    """Check a text of the source of a derived locale."""
    for written in _written(local):
        for what in faults(written, local.catalogue.overrides[locale]):
            yield Finding(*local.where, f"in {locale}, {local.text_id} {what}", MEND)


def faults(latin: str, overrides: derived.Overrides) -> Iterator[str]:
    """Words of a text that don't come through the rule of derivation unchanged."""
    for word in dict.fromkeys(_WORD.findall(_without(latin, overrides))):
        cyrillic = derived.to_cyrillic(word, overrides)
        if not _LATIN.search(word):
            continue  # a phrase in another language's Cyrillic
        if not cyrillic.strip():
            yield f"loses “{word}”"
        elif _LATIN.search(cyrillic):
            yield f"leaves Latin letters in “{cyrillic}”"
        elif FOREIGN & set(cyrillic.lower()):
            yield f"makes “{cyrillic}” of “{word}”, with a letter that the language doesn't have"
        elif DOUBTFUL.search(cyrillic.lower()):
            yield f"makes “{cyrillic}” of “{word}”, where the rule is often wrong"
        elif len(word) > 1 and _heard(derived.to_latin(cyrillic)) != _heard(word):
            back = derived.to_latin(cyrillic)
            yield f"makes “{cyrillic}” of “{word}”, which reads back as “{back}”"


def unused(catalogue: Catalogue, locale: str) -> list[str]:
    """Exceptions that no text of the source holds any more."""
    source = catalogue.locales[locale].derived_from
    if source is None:
        return []
    texts = [
        text
        for text_id in catalogue.text_ids(source)
        for text in _written(LocalText(catalogue, text_id, source))
    ]
    return [
        word
        for word in catalogue.overrides[locale].words
        if not any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for text in texts)
    ]


def _written(local: LocalText) -> Iterator[str]:
    """A text and its buttons."""
    sentences = local.catalogue.texts[local.locale].sentences
    try:
        text = local.bare
        if text:
            yield plain(text)
        for name in sorted(sentences.attributes.get(local.text_id, ())):
            yield sentences.attribute(local.text_id, name) or ""
    except (KeyError, ContentError):
        return  # reported as unreadable


def _without(latin: str, overrides: derived.Overrides) -> str:
    """Without exceptions, and without commands, which stay as they are."""
    text = re.sub(r"/[a-z]+", " ", latin)
    return overrides.pattern.sub(" ", text) if overrides.words else text


def _heard(latin: str) -> str:
    """The library drops the glide of я, ю, ё after a consonant on the way back, so none counts."""
    return _GLIDES.sub("", latin.lower().translate(_APOSTROPHES))

"""Forbidden words: `content/forbidden.yml`, a list that editors read and add to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

from bot.errors import ContentError
from bot.texts import derived
from bot.texts.catalogue import Catalogue
from bot.texts.checks.local_text import LocalText
from bot.texts.findings import Finding
from bot.texts.locales import Locales
from bot.texts.tree import Folder
from bot.texts.yaml import Document, read_yaml

EVERYWHERE = ("*",)
_NO_WORD = re.compile(r"[^\w‘’'ʼ*-]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ`ʻ", "'"))


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A heading of the list of forbidden phrases. `texts`: the ids that it holds for; `phrases`:
    locale → phrases."""

    name: str
    why: str
    mend: str
    texts: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]


def read_forbidden(folder: Folder, locales: Locales) -> tuple[Forbidden, ...]:
    """Read the list. Raises `ContentError`, also when a locale has no phrases under a heading."""
    document = read_yaml(folder / "forbidden.yml")
    written = [one.id for one in locales.all if not one.derived_from]
    return tuple(_heading(document, str(name), written) for name in document.root)


def _heading(document: Document, name: str, locales: list[str]) -> Forbidden:
    body = document.mapping(document.root, name)
    document.known(body, {"why", "mend", "texts", "phrases"})
    phrases = document.mapping(body, "phrases")
    for locale in locales:
        if not document.words(phrases, locale):
            raise document.fault(
                phrases, f"{name} lists no phrases for {locale}; add a line `{locale}: […]`"
            )
    return Forbidden(
        name=name,
        why=document.word(body, "why"),
        mend=document.word(body, "mend"),
        texts=document.words(body, "texts") or EVERYWHERE,
        phrases={str(locale): document.words(phrases, locale) for locale in phrases},
    )


def check(local: LocalText, forbidden: tuple[Forbidden, ...]) -> Iterator[Finding]:
    """Forbidden phrases in one text."""
    try:
        shown = local.shown
    except (KeyError, ContentError):
        return  # reported as unreadable by `sentences`
    for heading in forbidden:
        if any(fnmatchcase(local.text_id, pattern) for pattern in heading.texts):
            for phrase in said(shown, phrases(local.catalogue, local.locale, heading)):
                file, line = local.where
                yield Finding(
                    file,
                    line,
                    f"{local.text_id} says “{phrase}”, which {heading.why}",
                    heading.mend,
                )


def said(text: str, forbidden: Iterable[str]) -> list[str]:
    """The phrases among these that a text holds."""
    words, phrases = _words(text), tuple(forbidden)
    if not _any(phrases).search(words):  # nearly always
        return []
    return [phrase for phrase in phrases if _pattern(phrase).search(words)]


def phrases(catalogue: Catalogue, locale: str, heading: Forbidden) -> tuple[str, ...]:
    """The phrases that a heading forbids in a locale; a derived one's are derived as its texts
    are."""
    source = catalogue.locales[locale].derived_from
    if source is None:
        return heading.phrases[locale]
    overrides = catalogue.overrides[locale]
    return tuple(derived.to_cyrillic(phrase, overrides) for phrase in heading.phrases[source])


@lru_cache(maxsize=512)
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_escaped, phrases)) or '(?!)'})(?!\S)")


@lru_cache(maxsize=2048)
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){_escaped(phrase)}(?!\S)")


def _escaped(phrase: str) -> str:
    return re.escape(_words(phrase)).replace(r"\*", r"\S*")


def _words(text: str) -> str:
    """Only the words, in small letters, one blank between them."""
    return " ".join(_NO_WORD.sub(" ", text.casefold().translate(_APOSTROPHES)).split())

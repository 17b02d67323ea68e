"""Numbers and links: phone numbers come from contacts.yml alone, and no translation differs."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.errors import ContentError
from bot.texts.checks.local_text import LocalText
from bot.texts.findings import Finding
from bot.texts.state import stale_sentences

_NUMBER = re.compile(r"(?<![\w.])\+?\d[\d\s()-]{1,}\d(?![\w.])|(?<!\d)1\d\d(?!\d)")
_DATES = re.compile(r"\d{1,2}\.\d{1,2}(\.\d{4})?|\b20\d\d\b")
_VARIABLE = re.compile(r"\$?phone_\w+")  # also where its brackets are broken
_DIGITS = re.compile(r"\d+")
_LINK = re.compile(
    r"\b(?:https?://|tg://|www\.)\S+|@[a-z]\w{3,}|"
    r"\b[a-z0-9][a-z0-9.-]*\.(?:kz|org|com|net|ru|uz|kg|tj|info|int|me|io)\b\S*",
    re.IGNORECASE,
)


def numbers(text: str) -> list[str]:
    """Digits of a text that may be a phone number; no dates, no names of variables."""
    return [found[0] for found in _NUMBER.finditer(_DATES.sub("", _VARIABLE.sub("", text)))]


def links(text: str) -> list[str]:
    """Links and names of accounts in a text."""
    return [found[0] for found in _LINK.finditer(text)]


def check(local: LocalText) -> Iterator[Finding]:
    """Numbers, links and variables of one text that was written for its locale."""
    if not local.own:
        return
    try:
        written = local.bare
    except (KeyError, ContentError):
        return  # reported as unreadable by `sentences`
    if written is None:
        return
    file, line = local.where
    for number in numbers(written):
        yield Finding(
            file,
            line,
            f"{local.text_id} holds the number {number!r}",
            "Phone numbers are written as variables, such as { $phone_112 }; see contacts.yml",
        )
    for link in links(written):
        yield Finding(
            file,
            line,
            f"{local.text_id} holds the link {link!r}",
            "Take it out: who opens a link shows the site's owner where they are",
        )
    if local.locale != local.catalogue.locales.source:
        yield from _like_source(local, written)


def stale(local: LocalText) -> bool:
    """Whether the source text has changed since this translation was compared with it."""
    texts = local.catalogue.texts
    original = texts[local.catalogue.locales.source].bubbles.get(local.text_id)
    page = texts[local.locale].bubbles.get(local.text_id)
    if page is not None and original is not None:
        return page.stale(original)
    return local.text_id in stale_sentences(local.catalogue, local.locale)


def _like_source(local: LocalText, written: str) -> Iterator[Finding]:
    file, line = local.where
    source, own = local.source.variables, local.variables
    if source is not None and own is not None and source != own:
        differing = ", ".join(sorted(f"${name}" for name in source ^ own))
        yield Finding(
            file,
            line,
            f"{local.text_id} differs from the source text in {differing}",
            "Put in the variables that the source text has, and no others",
            stale=stale(local),
        )
    try:
        original = local.source.bare
    except (KeyError, ContentError):
        return  # reported there
    if original is None:
        return
    here, there = Counter(_DIGITS.findall(written)), Counter(_DIGITS.findall(original))
    if here != there:
        differing = ", ".join(sorted({*(here - there), *(there - here)}))
        yield Finding(
            file,
            line,
            f"{local.text_id} has other figures than the source text: {differing}",
            "Write the same figures, as often as the source text has them",
            stale=stale(local),
        )

"""The question deck: its buttons fit, its groups have names, and no text of it is left over."""

from collections.abc import Iterator

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue, plain
from bot.texts.checks.buttons import LABEL
from bot.texts.checks.local_text import LocalText
from bot.texts.checks.sentences import words_of
from bot.texts.deck import ADDED, GROUP_PREFIX, PREFIX
from bot.texts.findings import Finding
from bot.texts.tree import Folder
from bot.texts.voices import DESK

QUESTION_WORDS = 25
"""Of a whole question: one thing at a time, and perhaps a word that it is voluntary."""


def check(catalogue: Catalogue, content: Folder) -> Iterator[Finding]:
    """Faults in the deck that `checks.sentences` doesn't see; that looks at the same texts, and
    finds the missing."""
    desk = {file.stem for file in (content / DESK).glob("*.ftl")}
    deck = catalogue.deck
    names = tuple(deck.group_names())
    known = {*deck.texts(), *names}
    labels = (*deck.labels(), *(f"{PREFIX}{one}" for one in ADDED if deck.groups))
    for locale in (one.id for one in catalogue.locales.all):
        for text_id in labels:
            yield from _label(LocalText(catalogue, text_id, locale))
        for question in deck.questions:
            yield from _question(LocalText(catalogue, f"{PREFIX}{question.id}", locale))
        for text_id in names if locale in desk else ():
            yield from _name(LocalText(catalogue, text_id, locale))
        for text_id in catalogue.texts[locale].sentences.places:
            if text_id.startswith(PREFIX) and text_id not in known:
                file, line = LocalText(catalogue, text_id, locale).where
                mend = "Take it out, correct its name, or write it into deck/deck.yml"
                yield Finding(file, line, f"the deck has nothing called {text_id}", mend)


def check_text(local: LocalText) -> Iterator[Finding]:
    """Check a text of the deck; no finding for another text."""
    deck = local.catalogue.deck
    if local.text_id in {*deck.labels(), *(f"{PREFIX}{one}" for one in ADDED)}:
        yield from _label(local)
    elif deck.question(local.text_id.removeprefix(PREFIX)):
        yield from _question(local)


def _label(local: LocalText) -> Iterator[Finding]:
    shown = _shown(local)
    if shown is not None and len(shown) > LABEL:
        file, line = local.where
        what = f"the button {shown!r} has {len(shown)} characters; at most {LABEL} fit"
        yield Finding(file, line, what, "Find a shorter word; under 20 is best")


def _question(local: LocalText) -> Iterator[Finding]:
    shown = _shown(local)
    count = words_of(shown or "")
    if count > QUESTION_WORDS:
        file, line = local.where
        what = f"{local.text_id} has {count} words; at most {QUESTION_WORDS} are asked at once"
        yield Finding(file, line, what, "Ask one thing, or make two questions of it")


def _name(local: LocalText) -> Iterator[Finding]:
    file, line = local.where
    if _shown(local) is None:
        group = local.text_id.removeprefix(GROUP_PREFIX)
        what = f"the group {group} of the deck has no name in {local.locale}"
        yield Finding(file, line, what, f"Write `{local.text_id} = …` into deck.ftl")
    else:
        yield from _label(local)


def _shown(local: LocalText) -> str | None:
    try:
        return plain(local.catalogue.written(local.text_id, local.locale))
    except ContentError:
        return None

"""Buttons: every answer of every question has words in every locale, and they fit."""

from collections.abc import Iterator

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue
from bot.texts.checks.local_text import LocalText
from bot.texts.findings import Finding, unreadable
from flows.format.model import Library
from flows.lint.texts import questions

LABEL = 28
"""Characters of a button: half of a small screen's width."""


def check(catalogue: Catalogue, library: Library, locale: str) -> Iterator[Finding]:
    """The buttons of one locale."""
    for text_id, slot, values in questions(library):
        for value in values:
            yield from check_label(LocalText(catalogue, text_id, locale), slot, value)


def check_label(local: LocalText, slot: str, value: str) -> Iterator[Finding]:
    """Check a button of a question."""
    file, line = local.where
    try:
        label = local.catalogue.find_label(local.text_id, slot, value, local.locale)
    except ContentError as error:
        yield unreadable(error)
        return
    if label is None:
        yield Finding(
            file,
            line,
            f"{local.text_id} has no button text for {value!r}",
            f"Add `.{value} = …` below the sentence, or `value-{value} = …` to common.ftl",
        )
    elif len(label) > LABEL:
        yield Finding(
            file,
            line,
            f"the button {label!r} has {len(label)} characters; at most {LABEL} fit",
            "Find a shorter word; under 20 is best",
        )

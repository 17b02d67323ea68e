"""The editors' gate: everything that could show wrongly to a person, found before it can."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.catalogue import CONTENT, Catalogue, plain
from bot.clock import SystemClock
from bot.errors import ContentError
from bot.texts import pages
from bot.texts.contacts import Show
from flows.check import check as check_flows
from flows.errors import FlowError
from flows.load import DEFINITIONS, load
from flows.model import Library
from flows.texts import needed, questions
from nlu import lexicon
from nlu.intents import INTENTS

BUBBLE = 600
NOTICE = 500
LABEL = 28
"""Characters that a person sees. A bubble fills a small screen, a button a half of its width."""

SILENT = frozenset({"utter_stay_silent", "utter_received"})
SILENT_LENGTH = 60

_NUMBER = re.compile(r"(?<![\w.])\+?\d[\d\s()-]{1,}\d(?![\w.])|(?<!\d)1\d\d(?!\d)")
_DATES = re.compile(r"\d{1,2}\.\d{1,2}(\.\d{4})?|\b20\d\d\b")


def check_all(
    definitions: Path = DEFINITIONS, content: Path = CONTENT
) -> tuple[list[str], list[str]]:
    """(faults, notes), each as `file:line: …`. Faults stop a start; notes are for people."""
    faults = [f"nlu/lexicon/{line}" for line in lexicon.check()]
    try:
        library = load(definitions)
    except FlowError as error:
        return [*faults, f"flows/definitions/{error}"], []
    faults += [f"flows/definitions/{fault}" for fault in check_flows(library, INTENTS)]
    try:
        catalogue = Catalogue.read(SystemClock(), content)
    except ContentError as error:
        return [*faults, str(error)], []
    faults += check_catalogue(catalogue, library)
    notes = [*_unused(catalogue, library), *_notes(catalogue, SystemClock().now().date())]
    return faults, notes


def check_catalogue(catalogue: Catalogue, library: Library) -> list[str]:
    """Every text in every locale: there, readable, short enough, with the right variables."""
    faults: list[str] = []
    for locale in catalogue.locales.all:
        for text_id in sorted(set(needed(library))):
            faults += _text(catalogue, text_id, locale.id)
        for text_id, slot, values in questions(library):
            for value in values:
                faults += _label(catalogue, text_id, slot, value, locale.id)
        faults += _pages(catalogue, locale.id)
    return sorted(set(faults))


def place(catalogue: Catalogue, text_id: str, locale: str) -> str:
    """`file:line` of a text, or of where it would stand."""
    texts = catalogue.texts[locale]
    if text_id in texts.sentences.places:
        file, line = texts.sentences.places[text_id]
        return f"{file}:{line}"
    page = texts.bubbles.get(text_id)
    if page:
        return f"{page.file}:{page.lines[text_id]}"
    return f"content/{locale}:1"


def _text(catalogue: Catalogue, text_id: str, locale: str) -> Iterator[str]:
    where = place(catalogue, text_id, locale)
    try:
        shown = plain(catalogue.html(text_id, locale, {"date": "2026-12-05"}))
    except KeyError as error:
        yield f"{where}: {text_id} names {error}, which doesn't exist"
        return
    except ContentError as error:
        yield f"{where}: {error.detail.split(': ', 1)[-1]}; write it, or correct its name"
        return
    limit = NOTICE if text_id == "utter_notice" else BUBBLE
    limit = SILENT_LENGTH if text_id in SILENT else limit
    if catalogue.page_of(text_id, locale):
        note = plain(catalogue.html("utter_unreviewed", locale))
        shown = shown.removesuffix(note).rstrip()
    if len(shown) > limit:
        yield f"{where}: {text_id} has {len(shown)} characters; at most {limit} fit. Shorten it"
    if "{" in shown or "}" in shown:
        yield f"{where}: {text_id} shows a brace; a variable is written like {{ $phone_112 }}"
    yield from _numbers(catalogue, text_id, locale, where)
    if not catalogue.locales[locale].derived_from:
        yield from _same_variables(catalogue, text_id, locale, where)


def _numbers(catalogue: Catalogue, text_id: str, locale: str, where: str) -> Iterator[str]:
    """A phone number stands only in contacts.yml; in a text it is a variable."""
    marks = dict.fromkeys((*catalogue.variables(), "date"), "…")
    sentence = catalogue.texts[locale].sentences.format(text_id, marks)
    page = catalogue.texts[locale].bubbles.get(text_id)
    written = sentence or (plain(pages.fill(page.bubbles[text_id], marks)) if page else "")
    for found in _NUMBER.finditer(_DATES.sub("", written)):
        yield (
            f"{where}: {text_id} holds the number {found[0]!r}; "
            "phone numbers are written as variables, such as { $phone_112 }"
        )


def _same_variables(catalogue: Catalogue, text_id: str, locale: str, where: str) -> Iterator[str]:
    source = _variables(catalogue, text_id, catalogue.locales.source)
    own = _variables(catalogue, text_id, locale)
    if source is not None and own is not None and source != own:
        differing = ", ".join(sorted(f"${name}" for name in source ^ own))
        yield f"{where}: {text_id} differs from the source text in {differing}"


def _variables(catalogue: Catalogue, text_id: str, locale: str) -> frozenset[str] | None:
    texts = catalogue.texts[locale]
    page = texts.bubbles.get(text_id)
    if page:
        return pages.variables(page.bubbles[text_id])
    return texts.sentences.variables.get(text_id)


def _label(catalogue: Catalogue, text_id: str, slot: str, value: str, locale: str) -> Iterator[str]:
    where = place(catalogue, text_id, locale)
    try:
        label = catalogue.find_label(text_id, slot, value, locale)
    except ContentError as error:
        yield error.detail
        return
    if label is None:
        yield f"{where}: {text_id} has no button text for {value!r}; add `.{value} = …`"
    elif len(label) > LABEL:
        yield f"{where}: the button {label!r} has {len(label)} characters; at most {LABEL} fit"


def _pages(catalogue: Catalogue, locale: str) -> Iterator[str]:
    source = catalogue.texts[catalogue.locales.source]
    for page in catalogue.texts[locale].pages.values():
        if not page.sources:
            yield f"{page.file}:1: a page needs a `source`: what does it rest on?"
        original = source.pages.get(page.name)
        if original is None:
            yield f"{page.file}:1: there is no such page in {catalogue.locales.source}"
        elif locale != catalogue.locales.source and page.translated_from != original.digest:
            yield (
                f"{page.file}:1: stale: the source text has changed since it was translated; "
                f"read it again, then write `translated_from: {original.digest}`"
            )


def _unused(catalogue: Catalogue, library: Library) -> Iterator[str]:
    known = set(needed(library)) | {"utter_unreviewed"}
    for locale in catalogue.locales.all:
        for text_id in catalogue.text_ids(locale.id):
            if text_id.startswith("utter_") and text_id not in known:
                yield f"{place(catalogue, text_id, locale.id)}: no flow says {text_id}"


def _notes(catalogue: Catalogue, today: date) -> Iterator[str]:
    for contact in catalogue.contacts.values():
        if contact.show is Show.CONFIRMED and not contact.shown(today):
            yield f"{contact.file}:{contact.line}: {contact.id} is hidden: no fresh test call"
    for locale in catalogue.locales.all:
        for page in catalogue.texts[locale.id].pages.values():
            if not page.reviewed:
                yield f"{page.file}:1: nobody has reviewed this page yet"
            elif page.review_by and page.review_by < today:
                yield f"{page.file}:1: its review was due on {page.review_by}"

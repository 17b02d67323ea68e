"""The editors' gate: everything that could show wrongly to a person, found before it can."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.clock import Clock, SystemClock
from bot.errors import ContentError
from bot.texts import voices
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.checks import (
    buttons,
    citations,
    deck,
    emergency,
    glossary,
    hotline,
    notes,
    numbers,
    practice,
    sentences,
    signatures,
    translations,
    transliteration,
    words,
)
from bot.texts.checks.local_text import local_texts
from bot.texts.citations.sources import read_sources
from bot.texts.findings import UNREADABLE, Finding, Report, finding, unreadable
from bot.texts.hours import check_hours
from bot.texts.locales import read_locales
from bot.texts.tree import Folder, Kept, files_below
from flows.errors import FlowError
from flows.format.load import DEFINITIONS, load_texts
from flows.format.model import Library
from flows.lint.check import check as check_flows
from nlu.intents import INTENTS, LOCALES
from nlu.keywords import lexicon

FLOWS = "flows/definitions"


def read_tree(definitions: Path = DEFINITIONS, content: Path = CONTENT) -> Mapping[str, str]:
    """Everything that editors write, from the disk: path → text."""
    return {**files_below(definitions, FLOWS), **files_below(content, "content")}


def check_all(
    definitions: Path = DEFINITIONS, content: Path = CONTENT, clock: Clock | None = None
) -> Report:
    """The tree and the lexicon. `clock` says what is overdue, and which numbers are fresh."""
    report = check_tree(read_tree(definitions, content), clock or SystemClock())
    faults = [finding(f"nlu/lexicon/{line}") for line in lexicon.check()]
    faults += practice.check(content)
    return Report([*faults, *report.faults], report.notes, report.stale)


def check_tree(files: Mapping[str, str], clock: Clock) -> Report:
    """Check all files of flows and texts, as `read_tree` has read them or as they were
    published."""
    try:
        library = library_of(files)
    except FlowError as error:
        return Report([_flow_error(error)])
    faults = [
        Finding(f"{FLOWS}/{fault.file}", fault.line, fault.what, fault.mend)
        for fault in check_flows(library, INTENTS)
    ]
    content = Kept(files, "content")
    try:
        catalogue = Catalogue.read(clock, content)
        faults += check_catalogue(catalogue, library, content)
        faults += [*check_hours(content), *voices.check(content)]
        terms = list(glossary.check(catalogue, glossary.read_glossary(content)))
    except ContentError as error:
        return Report([*faults, unreadable(error)])
    today: date = clock.now().date()
    return Report(
        [one for one in faults if not one.stale],
        sorted([*notes.check(catalogue, library, today), *terms]),
        [one for one in faults if one.stale],
    )


def library_of(files: Mapping[str, str]) -> Library:
    """The flows of a tree. Raises `FlowError`."""
    found = {
        file.name: file.read_text("utf-8") for file in Kept(files, *FLOWS.split("/")).glob("*.yml")
    }
    if not found:
        raise FlowError("there are no flow definitions")
    return load_texts(found)


def check_catalogue(catalogue: Catalogue, library: Library, content: Folder) -> list[Finding]:
    """Every text in every locale. Raises `ContentError` for a list that can't be read."""
    return sorted(set(_texts(catalogue, library, content)))


def _texts(catalogue: Catalogue, library: Library, content: Folder) -> Iterator[Finding]:
    forbidden = words.read_forbidden(content, catalogue.locales)
    for local in local_texts(catalogue, library):
        yield from sentences.check(local)
        yield from numbers.check(local)
        yield from words.check(local, forbidden)
    for locale in catalogue.locales.all:
        yield from buttons.check(catalogue, library, locale.id)
        yield from translations.check(catalogue, locale.id)
        yield from transliteration.check(catalogue, locale.id)
    yield from deck.check(catalogue, content)
    yield from emergency.check(catalogue, library)
    yield from hotline.check(catalogue, library, forbidden)
    known = read_sources(content, library)
    yield from citations.check(catalogue, known, citations.read_kinds(content))
    yield from signatures.check(catalogue, known, content)


def missing_locales(content: Folder) -> Iterator[Finding]:
    """Languages that are understood need texts: a conversation may be in the middle of one."""
    present = {locale.id for locale in read_locales(content).all}
    for locale in sorted(set(LOCALES) - present):
        yield Finding(
            "content/locales.yml",
            1,
            f"the language {locale} is understood, but isn't listed",
            "Put its line back; a language is added or taken out together with the programmers",
        )


def _flow_error(error: FlowError) -> Finding:
    return Finding(
        f"{FLOWS}/{error.file}" if error.file else FLOWS, error.line or 1, error.message, UNREADABLE
    )

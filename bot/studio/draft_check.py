"""What the editors' gate says of one text, as it would be with a change: while somebody types."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.studio.entries import Entry
from bot.studio.snapshot import Snapshot
from bot.texts import pages
from bot.texts.catalogue import SAID
from bot.texts.checks import (
    buttons,
    citations,
    deck,
    emergency,
    glossary,
    hotline,
    numbers,
    sentences,
    signatures,
    transliteration,
    words,
)
from bot.texts.checks.local_text import LocalText
from bot.texts.citations import own
from bot.texts.citations.cited import placed_in, unplaced
from bot.texts.citations.claims import claims_among, read_claims
from bot.texts.findings import Finding
from flows.lint.texts import questions

_PHONE = re.compile(r"\bphone_\w+")


@dataclass(frozen=True, slots=True)
class Checked:
    """`faults` stop a publication; `notes` ask for a human."""

    faults: tuple[Finding, ...]
    notes: tuple[Finding, ...]


def numbers_gone(before: Entry, after: Entry) -> list[Finding]:
    """Notes on phone numbers that a text holds as it is saved, and no more as it is typed: a
    finger's slip must not take the way to the ambulance out of it unnoticed."""
    here, there = (_PHONE.findall("\n".join(one.fields.values())) for one in (after, before))
    return [
        Finding(
            after.path,
            1,
            f"{after.name} no longer holds ${gone}",
            "Put it in again unless it shall go: somebody may need this number",
        )
        for gone in sorted((Counter(there) - Counter(here)).keys())
    ]


def check_entry(snapshot: Snapshot, entry: Entry) -> Checked:
    """Check a text in its locale, in those that are made from it, and where others take it in.
    Raises `ContentError` for a list that can't be read."""
    faults = sorted(set(_faults(snapshot, entry)))
    notes: list[Finding] = []
    for local in _locals(snapshot, entry):
        if local.locale == entry.locale != snapshot.catalogue.locales.source:
            notes += glossary.check_text(local, snapshot.terms)
    return Checked(tuple(faults), tuple(sorted(set(notes))))


def _faults(snapshot: Snapshot, entry: Entry) -> Iterator[Finding]:
    catalogue = snapshot.catalogue
    for local in _locals(snapshot, entry):
        if _is_said(local):
            yield from sentences.check(local)
            yield from numbers.check(local)
            yield from words.check(local, snapshot.forbidden)
            yield from hotline.check_text(local, snapshot.forbidden)
            yield from deck.check_text(local)
        if local.locale == entry.locale:
            for one in catalogue.locales.all:
                if one.derived_from == entry.locale:
                    yield from transliteration.check_text(local, one.id)
    yield from _buttons(snapshot, entry)
    yield from _emergency(snapshot, entry)
    yield from signatures.wrong_in(
        catalogue, snapshot.sources, snapshot.content, entry.locale, entry.name
    )
    if entry.locale == catalogue.locales.source:
        yield from _marks(snapshot, entry)


def _locals(snapshot: Snapshot, entry: Entry) -> Iterator[LocalText]:
    catalogue = snapshot.catalogue
    ids = [*entry.ids, *_taking_in(snapshot, entry)]
    for locale in catalogue.locales.all:
        if entry.locale in (locale.id, locale.derived_from):
            for text_id in ids:
                yield LocalText(catalogue, text_id, locale.id)


def _taking_in(snapshot: Snapshot, entry: Entry) -> Iterator[str]:
    """The texts that take this one in."""
    own_texts = snapshot.catalogue.texts[entry.locale]
    for name, held in own_texts.sentences.named.items():
        if entry.name in held:
            yield name
    if entry.name.startswith(SAID):
        for text_id, page in own_texts.bubbles.items():
            if entry.name in pages.variables(page.bubbles[text_id]):
                yield text_id


def _is_said(local: LocalText) -> bool:
    """Labels alone (`slot-…`) have no words of their own; a fact that pages take in is said in
    them."""
    texts = local.catalogue.texts[local.locale].sentences
    entry = texts.entries.get(local.text_id)
    return entry is None or entry.value is not None


def _buttons(snapshot: Snapshot, entry: Entry) -> Iterator[Finding]:
    catalogue = snapshot.catalogue
    for text_id, slot, values in questions(snapshot.library):
        for value in values:
            if text_id in entry.ids or entry.name in (f"slot-{slot}", f"value-{value}"):
                local = LocalText(catalogue, text_id, entry.locale)
                yield from buttons.check_label(local, slot, value)


def _emergency(snapshot: Snapshot, entry: Entry) -> Iterator[Finding]:
    for one in emergency.check(snapshot.catalogue, snapshot.library):
        if one.file == entry.path and one.what.split(" ")[0] in entry.ids:
            yield one


def _marks(snapshot: Snapshot, entry: Entry) -> Iterator[Finding]:
    catalogue, sources = snapshot.catalogue, snapshot.sources
    for text_id, citation, begins in unplaced(catalogue):
        if text_id in entry.ids:
            yield citations.misplaced(catalogue, text_id, citation, begins)
    known = own.facts()
    held = placed_in(catalogue, entry.name)
    for one in held:
        yield from citations.check_sentence(one, sources, snapshot.kinds, known)
    yield from signatures.untrue(claims_among(held, sources), read_claims(snapshot.content))

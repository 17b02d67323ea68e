"""An editor's word that a text was compared, written where the check looks for it: with its source
text in a translation, with what the program does in the source language."""

import re

from bot.errors import ContentError
from bot.studio import page_file
from bot.studio.entries import Entry
from bot.studio.snapshot import Snapshot
from bot.texts import translated
from bot.texts.citations import claims
from bot.texts.citations.cited import placed_in
from bot.texts.fluent import read_sentences
from bot.texts.pages import read_page
from bot.texts.tree import Kept


def says_the_same(snapshot: Snapshot, entry: Entry) -> dict[str, str]:
    """The files that say so: path → text. Empty where there is nothing to be said."""
    catalogue = snapshot.catalogue
    source = catalogue.texts[catalogue.locales.source]
    if entry.locale == catalogue.locales.source:
        found = claims.claims_among(placed_in(catalogue, entry.name), snapshot.sources)
        path = f"content/{claims.FILE}"
        text = snapshot.files.get(path, claims.HEAD)
        for one in found:
            text = with_line(text, one.text_id, one.code)
        return {path: text} if found else {}
    if entry.is_page:
        digest = source.pages[entry.name].digest
        return {
            entry.path: page_file.with_line(snapshot.files[entry.path], "translated_from", digest)
        }
    wording = source.sentences.wordings.get(entry.name)
    if wording is None:
        return {}
    path = f"content/{entry.locale}/{translated.FILE}"
    text = snapshot.files.get(path, translated.HEAD)
    return {path: with_line(text, entry.name, f'"{translated.digest(wording)}"')}


def digest_of(source: Entry, text: str) -> str | None:
    """The code of a source text in some version of its file, by which translations name it; None
    where it isn't there, or can't be read."""
    try:
        if source.is_page:
            return read_page(source.path, source.name, text).digest
        folder = Kept({source.path: text}, *source.path.split("/")[:-1])
        wording = read_sentences(source.locale, folder).wordings.get(source.name)
    except ContentError:
        return None
    return translated.digest(wording) if wording is not None else None


def with_line(text: str, name: str, code: str) -> str:
    """A file of `name: code` lines in their order, with one of them put in or replaced."""
    lines = text.split("\n")
    wanted = f"{name}: {code}"
    for at, line in enumerate(lines):
        key = re.match(r"([A-Za-z][\w-]*):", line)
        if key is None:
            continue
        if key[1] == name:
            return "\n".join([*lines[:at], wanted, *lines[at + 1 :]])
        if key[1] > name:
            return "\n".join([*lines[:at], wanted, *lines[at:]])
    end = len(lines) - 1 if not lines[-1] else len(lines)
    return "\n".join([*lines[:end], wanted, *(lines[end:] or [""])])

"""A text as an editor opens it: a page, or a message with its buttons."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import ContentError
from bot.studio import fluent_file, page_file
from bot.texts.catalogue import Catalogue
from bot.texts.fluent import parsed

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """`fields`: name → words (see `fluent_file`, `page_file`); `exists`: False where the source
    language has the text and this one doesn't yet; `ids`: the texts that it is made of."""

    locale: str
    name: str
    path: str
    fields: Mapping[str, str]
    ids: tuple[str, ...]
    is_page: bool
    exists: bool = True


def find_entry(catalogue: Catalogue, files: Files, locale: str, name: str) -> Entry | None:
    """A text by a page's name, a message's id or a bubble's id; None if there is none, or if this
    locale's texts are made from another's. Raises `ContentError`."""
    own, source = catalogue.texts.get(locale), catalogue.texts[catalogue.locales.source]
    if own is None or catalogue.locales[locale].derived_from:
        return None
    bubble = source.bubbles.get(name) or own.bubbles.get(name)
    page = source.pages.get(bubble.name if bubble else name)
    if page is not None:
        path = f"content/{locale}/pages/{page.name}.md"
        if path not in files:
            empty = {**dict.fromkeys(page.sections, ""), page_file.DOUBTS: ""}
            return Entry(locale, page.name, path, empty, tuple(page.bubbles), True, exists=False)
        held = page_file.fields(path, page.name, files[path])
        ids = tuple(own.pages[page.name].bubbles)
        return Entry(locale, page.name, path, held, ids, is_page=True)
    place = own.sentences.places.get(name)
    if place is not None:
        message = fluent_file.fields(files[place[0]], name) or {}
        extra = _missing_fields(catalogue, files, name, message)
        return Entry(locale, name, place[0], {**message, **extra}, (name,), is_page=False)
    original = source.sentences.places.get(name)
    if original is None:
        return None
    there = fluent_file.fields(files[original[0]], name) or {}
    path = f"content/{locale}/{original[0].rpartition('/')[2]}"
    return Entry(locale, name, path, dict.fromkeys(there, ""), (name,), False, exists=False)


def fields_at(entry: Entry, text: str | None) -> dict[str, str]:
    """A text's fields in another version of its file; empty if it wasn't there, or the file
    couldn't be read."""
    if text is None:
        return {}
    if not entry.is_page:
        return fluent_file.fields(text, entry.name) or {}
    try:
        return page_file.fields(entry.path, entry.name, text)
    except ContentError:
        return {}


def written(catalogue: Catalogue, files: Files, entry: Entry, wanted: Mapping[str, str]) -> str:
    """The file of a text with other words in some of its fields. Raises `ContentError`."""
    text = files.get(entry.path, "")
    kept = {name: words for name, words in wanted.items() if name in entry.fields}
    if entry.is_page:
        if not entry.exists:
            return _new_page(catalogue, entry, kept)
        after = page_file.changed(entry.path, entry.name, text, kept)
        return page_file.unsigned(entry.path, entry.name, text, after)
    if not entry.exists:
        return fluent_file.added(
            entry.path, text, entry.name, kept, _above(catalogue, text, entry.name)
        )
    held = fluent_file.fields(text, entry.name) or {}
    kept = {name: words for name, words in kept.items() if words.strip() or name in held}
    return fluent_file.changed(entry.path, text, entry.name, kept)


def _missing_fields(
    catalogue: Catalogue, files: Files, name: str, held: Mapping[str, str]
) -> dict[str, str]:
    """Buttons that the source language has and this one hasn't."""
    place = catalogue.texts[catalogue.locales.source].sentences.places.get(name)
    there = (fluent_file.fields(files[place[0]], name) if place else None) or {}
    return {one: "" for one in there if one.startswith(".") and one not in held}


def _above(catalogue: Catalogue, text: str, name: str) -> str | None:
    """The nearest message above it in the source language that this file has."""
    places = catalogue.texts[catalogue.locales.source].sentences.places
    file, line = places[name]
    here = {one.id.name for one in parsed(text).body if hasattr(one, "id")}
    before = [(at, one) for one, (other, at) in places.items() if other == file and at < line]
    return next((one for _, one in sorted(before, reverse=True) if one in here), None)


def _new_page(catalogue: Catalogue, entry: Entry, wanted: Mapping[str, str]) -> str:
    original = catalogue.texts[catalogue.locales.source].pages[entry.name]
    withheld = "withheld_until_reviewed: true\n" if original.withheld_until_reviewed else ""
    parts = [
        "---\nreviewed_by:\nreviewed_on:\nreview_by:\n"
        f"translated_from: {original.digest}\n{withheld}---\n"
    ]
    for text_id in original.sections:
        heading = text_id.removeprefix(f"utter_{entry.name}").removeprefix("_")
        words = wanted.get(text_id, "").strip()
        if not words:
            raise ContentError(f"{entry.path}:1: {text_id} would be empty; write it")
        parts.append(f"## {heading}\n\n{words}\n" if heading else f"{words}\n")
    return parts[0] + "\n".join(parts[1:])

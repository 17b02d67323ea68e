"""What a reviewer is asked about a text, and which texts have been answered for.

A lawyer is asked about each sentence that rests on a source, as in the sheet, and then about the
whole text: what nobody has marked can be wrong too. A native speaker is asked about whole texts.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from bot.texts.catalogue import Catalogue
from bot.texts.citations.cited import code, placed_in
from bot.texts.citations.marks import without_marks
from bot.texts.citations.sheet import Row, rows
from bot.texts.citations.signed import Signature, Verdict
from bot.texts.citations.sources import Sources
from bot.texts.pages import variables


class Reviewer(StrEnum):
    """Who reads: a lawyer what a text says of the law, a native speaker how it is said."""

    LAWYER = "lawyer"
    SPEAKER = "speaker"


class Reviewed(StrEnum):
    """How far a text's review is."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"


def signs_pages(catalogue: Catalogue, locale: str) -> Reviewer:
    """Whose signature stands at the head of a language's pages."""
    return Reviewer.LAWYER if locale == catalogue.locales.source else Reviewer.SPEAKER


def names(
    catalogue: Catalogue, sources: Sources, locale: str, reviewer: Reviewer
) -> tuple[str, ...]:
    """The texts of a language that need such a reviewer: all pages; of the messages a native
    speaker all, a lawyer those that rest on a source."""
    texts = catalogue.texts[locale]
    found = dict.fromkeys(texts.pages)
    if reviewer is Reviewer.SPEAKER:
        found |= dict.fromkeys(texts.sentences.places)
    else:
        cited = [row.text_id for row in rows(catalogue, sources, locale)]
        found |= dict.fromkeys(one for one in cited if one not in texts.bubbles)
    return tuple(found)


def questions(
    catalogue: Catalogue, sources: Sources, locale: str, reviewer: Reviewer, name: str
) -> list[Row]:
    """What a reviewer is asked about a page or a message; nothing where it isn't there."""
    found: list[Row] = []
    cited: list[Row] = []
    if reviewer is Reviewer.LAWYER:
        cited = rows(catalogue, sources, locale, placed_in(catalogue, name))
    for text_id in _ids(catalogue, locale, name):
        found += [row for row in cited if row.text_id == text_id]
        found.append(_whole(catalogue, sources, locale, reviewer, text_id))
    return found


def every_question(catalogue: Catalogue, sources: Sources, locale: str) -> Iterator[Row]:
    """All that anybody can be asked about a language's texts."""
    texts = catalogue.texts[locale]
    yield from rows(catalogue, sources, locale)
    for text_id in (*texts.bubbles, *texts.sentences.places):
        for reviewer in Reviewer:
            yield _whole(catalogue, sources, locale, reviewer, text_id)


def reviewed(
    catalogue: Catalogue,
    sources: Sources,
    signed: Mapping[str, Signature],
    locale: str,
    reviewer: Reviewer,
    name: str,
    today: date,
) -> Reviewed:
    """How far a text is. A page's signature counts until its day, by whatever way it came."""
    asked = questions(catalogue, sources, locale, reviewer, name)
    said = [signed[row.code].verdict if row.code in signed else None for row in asked]
    if Verdict.NO in said:
        return Reviewed.NO
    page = catalogue.texts[locale].pages.get(name)
    if page is not None and reviewer is signs_pages(catalogue, locale):
        return Reviewed.YES if page.reviewed and not page.overdue(today) else Reviewed.NOT_YET
    return Reviewed.YES if said and None not in said else Reviewed.NOT_YET


def _ids(catalogue: Catalogue, locale: str, name: str) -> tuple[str, ...]:
    texts = catalogue.texts[locale]
    if name in texts.pages:
        return tuple(texts.pages[name].sections)
    return (name,) if name in texts.sentences.places else ()


def _whole(
    catalogue: Catalogue, sources: Sources, locale: str, reviewer: Reviewer, text_id: str
) -> Row:
    source = catalogue.locales.source
    original = source if locale != source else ""
    words, wording = _said(catalogue, locale, text_id)
    source_words, source_wording = _said(catalogue, original, text_id) if original else ("", "")
    page = catalogue.texts[locale].bubbles.get(text_id)
    file, line = (
        (page.file, page.lines[text_id])
        if page is not None
        else catalogue.texts[locale].sentences.places[text_id]
    )
    return Row(
        code=code([reviewer.value, text_id, wording, source_wording], (), sources),
        text_id=text_id,
        file=file,
        line=line,
        words=words,
        source_words=source_words,
        cites=(),
        whole=True,
    )


def _said(catalogue: Catalogue, locale: str, text_id: str) -> tuple[str, str]:
    """A text as it is written, and all that it is bound to: with what it takes in."""
    texts = catalogue.texts[locale]
    page, sentences = texts.bubbles.get(text_id), texts.sentences
    if page is not None:
        words = without_marks(page.sections[text_id]).strip()
        taken_in = sorted(variables(page.bubbles[text_id]) & sentences.wordings.keys())
        return words, "\x1f".join([words, *(sentences.wordings[one] for one in taken_in)])
    labels = sorted(sentences.attributes.get(text_id, ()))
    buttons = [f"[{sentences.attribute(text_id, one)}]" for one in labels]
    return "\n".join([*sentences.written(text_id), *buttons]), sentences.wordings.get(text_id, "")

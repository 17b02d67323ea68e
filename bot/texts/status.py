"""Where the texts stand, as tables for people: pages by language, and what is left to do.

`report` is written into the repository (docs/content-status.md), so it says nothing that depends on
the day it is made on: it gives dates, and leaves it to the reader what is overdue.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.texts import reading
from bot.texts.catalogue import Catalogue
from bot.texts.citations import sheet
from bot.texts.citations.cited import page_sentences
from bot.texts.citations.signed import Verdict, read_signed
from bot.texts.citations.sources import Sources, read_sources, weakest
from bot.texts.contacts import TEST_CALL_LIMIT, Show
from bot.texts.doubts import doubts_in
from bot.texts.state import marks, page_names, said, sentences_said, stale_sentences
from bot.texts.tree import Folder
from bot.texts.yaml import short_path

HEAD = """\
# What is still to be reviewed

Made by `helpline status --write`; don't edit it by hand. What each sentence rests on is marked
behind it in the Russian page, and how sure that is stands in `content/sources.yml`;
`helpline sources` makes a lawyer's sheet of it.
"""


READING = """\
LIX is the words of a sentence and the percentage of words of more than six letters. Compare a
language with its own past only: Uzbek, Kazakh and Kyrgyz put into endings what Russian puts into
words.
"""


def table(catalogue: Catalogue, today: date | None) -> list[list[str]]:
    """Pages by locales; the first row and the first column are headings."""
    locales = [locale.id for locale in catalogue.locales.all]
    rows = [["", *locales]]
    for name in page_names(catalogue):
        rows.append([name, *(said(marks(catalogue, name, locale, today)) for locale in locales)])
    rows.append(["(sentences)", *(sentences_said(catalogue, locale) for locale in locales)])
    return rows


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table for the terminal."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def markdown(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown."""
    first, *others = rows
    yield f"| {' | '.join(first)} |"
    yield "| --- " * len(first) + "|"
    for row in others:
        yield f"| {' | '.join(row)} |"


def report(catalogue: Catalogue, content: Folder) -> Iterator[str]:
    """The whole page for readers, in lines."""
    yield HEAD
    yield "## Pages by language\n"
    yield from markdown(table(catalogue, None))
    yield "\n## Reading level\n"
    yield READING
    yield from markdown(reading.table(catalogue))
    yield "\n## For a lawyer\n"
    yield "Each page of the source language: the weakest that it rests on, and what is doubted.\n"
    sources = read_sources(content)
    yield from _pages(catalogue, sources)
    yield "\nSentences that rest on a source, by language (`helpline sources` makes the sheet):\n"
    yield from markdown(_signed(catalogue, sources, content))
    yield "\n## For native speakers\n"
    for locale in catalogue.locales.all:
        yield f"### {locale.id} ({locale.name}): {locale.review}\n"
        if locale.id != catalogue.locales.source:
            yield from _doubts(catalogue, locale.id)
        if not locale.derived_from:
            yield from _stale(catalogue, locale.id)
        yield from _comments(content / locale.id)
        yield ""
    yield "## Phone numbers: test calls\n"
    yield f"A number that needs confirming is shown for {TEST_CALL_LIMIT.days} days after a call.\n"
    yield from markdown(_contacts(catalogue))


def _pages(catalogue: Catalogue, sources: Sources) -> Iterator[str]:
    for page in catalogue.texts[catalogue.locales.source].pages.values():
        cites = tuple(cited for one in page_sentences(page) for cited in one.sentence.cites)
        certainty = weakest(sources, cites) or "nothing cited"
        reviewed = f"reviewed on {page.reviewed_on}" if page.reviewed else "not reviewed"
        withheld = ", withheld until then" if page.withheld_until_reviewed else ""
        due = f", to be read again by {page.review_by}" if page.review_by else ""
        yield f"- `{page.file}` — {certainty}; {reviewed}{withheld}{due}"
        for line, doubt in zip(page.doubt_lines, page.doubts, strict=True):
            yield f"  - `{page.file}:{line}` {doubt}"


def _signed(catalogue: Catalogue, sources: Sources, content: Folder) -> list[list[str]]:
    rows = [["", "rows of the sheet", "signed", "marked as wrong"]]
    for locale in catalogue.locales.all:
        if locale.derived_from:
            continue
        signed = read_signed(content / locale.id)
        codes = [row.code for row in sheet.rows(catalogue, sources, locale.id)]
        marks = [signed[code].verdict for code in codes if code in signed]
        wrong = marks.count(Verdict.NO)
        rows.append([locale.id, str(len(codes)), str(len(marks) - wrong), str(wrong)])
    return rows


def _doubts(catalogue: Catalogue, locale: str) -> Iterator[str]:
    for page in catalogue.texts[locale].pages.values():
        for line, doubt in zip(page.doubt_lines, page.doubts, strict=True):
            yield f"- `{page.file}:{line}` {doubt}"


def _stale(catalogue: Catalogue, locale: str) -> Iterator[str]:
    """Told by name: the line of a sentence changes with every other one."""
    for name in stale_sentences(catalogue, locale):
        file, _ = catalogue.texts[locale].sentences.places[name]
        yield f"- `{file}` {name} is stale: compare it with the source language"


def _comments(folder: Folder) -> Iterator[str]:
    for file in sorted(folder.glob("*.ftl"), key=lambda one: one.name):
        for line, words in doubts_in(file.read_text("utf-8")):
            yield f"- `{short_path(file)}:{line}` {words}"


def _contacts(catalogue: Catalogue) -> list[list[str]]:
    rows = [["", "number", "shown", "last test call", "entry"]]
    for contact in catalogue.contacts.values():
        match contact.show:
            case Show.ALWAYS:
                shown = "always"
            case Show.CONFIRMED:
                shown = "only while a test call is fresh"
            case Show.NEVER:
                shown = "never"
        called = str(contact.last_test_call or "none")
        place = f"`{contact.file}:{contact.line}`"
        rows.append([contact.id, contact.number or "—", shown, called, place])
    return rows

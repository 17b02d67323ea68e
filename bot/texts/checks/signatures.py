"""What a lawyer has marked as wrong isn't shown, and words about ourselves are true."""

from collections.abc import Iterator

from bot.texts.catalogue import Catalogue
from bot.texts.citations.claims import claims, read_claims
from bot.texts.citations.sheet import rows
from bot.texts.citations.signed import Verdict, read_signed
from bot.texts.citations.sources import Sources
from bot.texts.findings import Finding
from bot.texts.tree import Folder


def check(catalogue: Catalogue, sources: Sources, content: Folder) -> Iterator[Finding]:
    """All languages that are written by hand. Raises `ContentError` for an unreadable list."""
    for locale in catalogue.locales.all:
        if not locale.derived_from:
            yield from _wrong(catalogue, sources, content, locale.id)
    yield from _untrue(catalogue, sources, content)


def _wrong(
    catalogue: Catalogue, sources: Sources, content: Folder, locale: str
) -> Iterator[Finding]:
    signed = read_signed(content / locale)
    for row in rows(catalogue, sources, locale) if signed else ():
        mark = signed.get(row.code)
        if mark is not None and mark.verdict is Verdict.NO:
            yield Finding(
                row.file,
                row.line,
                f"{row.text_id} says “{row.words}”, which {mark.by} has marked as wrong on "
                f"{mark.on}: {mark.why.rstrip('.')}",
                "Change the sentence or what it rests on, then let it be signed anew",
            )


def _untrue(catalogue: Catalogue, sources: Sources, content: Folder) -> Iterator[Finding]:
    compared = read_claims(content)
    for one in claims(catalogue, sources):
        if compared.get(one.text_id) != one.code:
            yield Finding(
                one.file,
                one.line,
                f"{one.text_id}: its words about ourselves, or what the program does, have changed "
                "since they were compared",
                f"See both with `helpline accept ru`, then `helpline accept ru {one.text_id}`",
            )

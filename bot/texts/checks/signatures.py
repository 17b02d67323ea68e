"""What a lawyer has marked as wrong isn't shown, and words about ourselves are true."""

from collections.abc import Iterable, Iterator, Mapping

from bot.texts.catalogue import Catalogue
from bot.texts.citations.claims import Claim, claims, read_claims
from bot.texts.citations.sheet import Row, rows
from bot.texts.citations.signed import Signature, Verdict, read_signed
from bot.texts.citations.sources import Sources
from bot.texts.findings import Finding
from bot.texts.tree import Folder


def check(catalogue: Catalogue, sources: Sources, content: Folder) -> Iterator[Finding]:
    """All languages that are written by hand. Raises `ContentError` for an unreadable list."""
    for locale in catalogue.locales.all:
        if not locale.derived_from:
            yield from _wrong(catalogue, sources, content, locale.id)
    yield from _untrue(catalogue, sources, content)


def marked_wrong(
    catalogue: Catalogue, sources: Sources, content: Folder, locale: str
) -> Iterator[tuple[str, str]]:
    """The texts of a language that a lawyer has said no to, and why."""
    for row, mark in _refused(catalogue, sources, content, locale):
        yield row.text_id, f"{row.words} — {mark.by}, {mark.on}: {mark.why}"


def _refused(
    catalogue: Catalogue, sources: Sources, content: Folder, locale: str
) -> Iterator[tuple[Row, Signature]]:
    signed = read_signed(content / locale)
    for row in rows(catalogue, sources, locale) if signed else ():
        mark = signed.get(row.code)
        if mark is not None and mark.verdict is Verdict.NO:
            yield row, mark


def _wrong(
    catalogue: Catalogue, sources: Sources, content: Folder, locale: str
) -> Iterator[Finding]:
    for row, mark in _refused(catalogue, sources, content, locale):
        yield Finding(
            row.file,
            row.line,
            f"{row.text_id} says “{row.words}”, which {mark.by} has marked as wrong on "
            f"{mark.on}: {mark.why.rstrip('.')}",
            "Change the sentence or what it rests on, then let it be signed anew",
        )


def _untrue(catalogue: Catalogue, sources: Sources, content: Folder) -> Iterator[Finding]:
    yield from untrue(claims(catalogue, sources), read_claims(content))


def untrue(found: Iterable[Claim], compared: Mapping[str, str]) -> Iterator[Finding]:
    """Texts about ourselves that nobody has compared with what the program does by now."""
    for one in found:
        if compared.get(one.text_id) != one.code:
            yield Finding(
                one.file,
                one.line,
                f"{one.text_id}: its words about ourselves, or what the program does, have changed "
                "since they were compared",
                f"See both with `helpline accept ru`, then `helpline accept ru {one.text_id}`",
            )

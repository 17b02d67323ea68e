"""What a reviewer has marked as wrong isn't shown, and words about ourselves are true."""

from collections.abc import Iterable, Iterator, Mapping

from bot.texts.catalogue import Catalogue
from bot.texts.citations.asked import Reviewer, every_question, questions
from bot.texts.citations.claims import Claim, claims, read_claims
from bot.texts.citations.sheet import Row
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
    """The texts of a language that a reviewer has said no to, and why."""
    for row, mark in _refused(catalogue, sources, content, locale):
        said = f"{mark.by}, {mark.on}: {mark.why}"
        yield row.text_id, said if row.whole else f"{row.words} — {said}"


def wrong_in(
    catalogue: Catalogue, sources: Sources, content: Folder, locale: str, name: str
) -> Iterator[Finding]:
    """What of one page or message a reviewer has said no to."""
    signed = read_signed(content / locale)
    for reviewer in Reviewer if signed else ():
        asked = questions(catalogue, sources, locale, reviewer, name)
        for row, mark in _marked(asked, signed):
            yield _finding(row, mark)


def _refused(
    catalogue: Catalogue, sources: Sources, content: Folder, locale: str
) -> Iterator[tuple[Row, Signature]]:
    signed = read_signed(content / locale)
    yield from _marked(every_question(catalogue, sources, locale) if signed else (), signed)


def _marked(
    asked: Iterable[Row], signed: Mapping[str, Signature]
) -> Iterator[tuple[Row, Signature]]:
    for row in asked:
        mark = signed.get(row.code)
        if mark is not None and mark.verdict is Verdict.NO:
            yield row, mark


def _wrong(
    catalogue: Catalogue, sources: Sources, content: Folder, locale: str
) -> Iterator[Finding]:
    for row, mark in _refused(catalogue, sources, content, locale):
        yield _finding(row, mark)


def _finding(row: Row, mark: Signature) -> Finding:
    said = f"{row.text_id} says “{row.words}”, which {mark.by} has marked as wrong on {mark.on}"
    if row.whole:
        said = f"{row.text_id} as a whole: {mark.by} has marked it as wrong on {mark.on}"
    return Finding(
        row.file,
        row.line,
        f"{said}: {mark.why.rstrip('.')}",
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

"""What sentences rest on: marks that name something, and no sentence of a listed kind without one.

`content/sourced.yml` lists, for the source language, the words that show that a sentence says
something of a kind that needs a source.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.texts.catalogue import Catalogue
from bot.texts.checks.words import said
from bot.texts.citations.cited import Placed, misnamed, placed, unplaced
from bot.texts.citations.marks import Citation
from bot.texts.citations.own import NAME, Fact, facts
from bot.texts.citations.sources import Sources
from bot.texts.findings import Finding
from bot.texts.tree import Folder
from bot.texts.yaml import read_yaml

SOURCED = "sourced.yml"
_BEGINNING = 50
_NUMBER = re.compile(r"(?<![\w$])\d+(?= (?:ч|мин|дн|сут|нед|мес))")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sentence that needs a source. `cites`: the source that it needs, or any."""

    why: str
    mend: str
    cites: str
    words: tuple[str, ...]
    unless: tuple[str, ...]


def read_kinds(folder: Folder) -> tuple[Kind, ...]:
    """Read `content/sourced.yml`. Raises `ContentError`."""
    document = read_yaml(folder / SOURCED)
    kinds = []
    for name in document.root:
        body = document.mapping(document.root, name)
        document.known(body, {"why", "mend", "cites", "words", "unless"})
        kinds.append(
            Kind(
                why=document.word(body, "why"),
                mend=document.word(body, "mend"),
                cites=document.word(body, "cites") if body.get("cites") else "",
                words=document.words(body, "words"),
                unless=document.words(body, "unless"),
            )
        )
    return tuple(kinds)


def check(catalogue: Catalogue, sources: Sources, kinds: tuple[Kind, ...]) -> Iterator[Finding]:
    """The texts of the source language."""
    for text_id, citation, begins in unplaced(catalogue):
        yield misplaced(catalogue, text_id, citation, begins)
    known = facts()
    for one in placed(catalogue):
        yield from check_sentence(one, sources, kinds, known)


def misplaced(catalogue: Catalogue, text_id: str, citation: Citation, begins: str) -> Finding:
    """A mark above a message that is for none of its sentences."""
    file, line = catalogue.texts[catalogue.locales.source].sentences.places[text_id]
    return Finding(
        file,
        line,
        f"no sentence of {text_id} begins with “{begins}”, as its mark [^{citation}] says",
        "Copy its first words behind the mark, or leave them out: then it is for all",
    )


def check_sentence(
    one: Placed, sources: Sources, kinds: tuple[Kind, ...], known: Mapping[str, Fact]
) -> Iterator[Finding]:
    """Faults in the marks of one sentence. `known`: `own.facts()`."""
    yield from _misnamed(one, sources)
    yield from _without(one, kinds)
    yield from _figures(one, known)


def _misnamed(one: Placed, sources: Sources) -> Iterator[Finding]:
    for citation, source in misnamed(one, sources):
        if source is None:
            mend = f"Correct the name; known are: {', '.join(sorted(sources))}"
        elif source.articles:
            mend = f"Name one that is listed there: {', '.join(source.articles)}"
        else:
            mend = f"Write [^{source.name}]: it is listed without articles"
        yield Finding(one.file, one.line, f"the mark [^{citation}] names nothing", mend)


def _without(one: Placed, kinds: tuple[Kind, ...]) -> Iterator[Finding]:
    sentence = one.sentence
    if sentence.title or sentence.is_lead or sentence.words.endswith("?") or not one.is_text:
        return
    for kind in kinds:
        cited = [c for c in one.sentence.cites if not kind.cites or c.entry == kind.cites]
        words = said(one.words, kind.words)
        if words and not cited and not said(one.words, kind.unless):
            yield Finding(
                one.file,
                one.line,
                f"“{beginning(one)}” {kind.why} (“{words[0]}”), but has no mark",
                kind.mend,
            )


def _figures(one: Placed, known: Mapping[str, Fact]) -> Iterator[Finding]:
    """A span of time that is written out must be one that the program follows."""
    cites = [one.article for one in one.sentence.cites if one.entry == NAME]
    rows = [known[article] for article in cites if article in known]
    figures = set().union(*(row.figures for row in rows))
    for figure in _NUMBER.findall(one.sentence.words) if rows else ():
        if figure not in figures:
            yield Finding(
                one.file,
                one.line,
                f"“{beginning(one)}” says {figure}, which the program doesn't: {rows[0].said}",
                "Write the variable for it, such as { $keep_hours }, or correct the number",
            )


def beginning(one: Placed) -> str:
    """Enough of a sentence to find it."""
    words = one.sentence.words
    return words if len(words) <= _BEGINNING else f"{words[:_BEGINNING].rstrip()}…"

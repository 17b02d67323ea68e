"""`content/sources.yml`: the acts and accounts that sentences rest on, each named once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.texts.citations import own
from bot.texts.citations.marks import Citation
from bot.texts.tree import Folder
from bot.texts.yaml import Document, read_yaml
from flows.format.model import Library

KEYS = frozenset({"title", "certainty", "redaction", "address", "quote", "articles"})
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class Certainty(StrEnum):
    """How sure a source makes a sentence, the surest first.

    `own`: what this program itself does. `official`: the act or the authority itself, read there.
    `copy`: the act's own words, in an unofficial copy. `secondary`: somebody else's account of it.
    `statement`: one person's words, or the editors' own judgement.
    """

    OWN = "own"
    OFFICIAL = "official"
    COPY = "copy"
    SECONDARY = "secondary"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Source:
    """An act in one redaction, or an account. `articles`: article → its words."""

    name: str
    title: str
    certainty: Certainty
    line: int = 1
    redaction: date | None = None
    address: str = ""
    quote: str = ""
    articles: Mapping[str, str] = field(default_factory=dict)

    def has(self, article: str) -> bool:
        """Whether it can be cited so: with an article of it, or by name alone if it has none."""
        return article in self.articles if self.articles else not article

    def quoted(self, article: str) -> str:
        """The words of an article, or of the whole source."""
        return self.articles.get(article, self.quote)


Sources = Mapping[str, Source]


def read_sources(folder: Folder, library: Library | None = None) -> Sources:
    """Read the list, and add what this program does (`own`) with these flows. Raises
    `ContentError`."""
    document = read_yaml(folder / "sources.yml")
    if own.NAME in document.root:
        what = f"`{own.NAME}` is what the program does, and comes from it; take the entry out"
        raise document.fault(document.root, what, own.NAME)
    found = {str(name): _source(document, str(name), document.root[name]) for name in document.root}
    rows = {name: fact.said for name, fact in own.facts(library).items()}
    return {**found, own.NAME: Source(own.NAME, own.TITLE, Certainty.OWN, articles=rows)}


def weakest(sources: Sources, citations: tuple[Citation, ...]) -> Certainty | None:
    """The least sure of what is cited; None if nothing is."""
    found = [sources[one.entry].certainty for one in citations if one.entry in sources]
    return max(found, key=list(Certainty).index, default=None)


def _source(document: Document, name: str, body: Any) -> Source:
    document.known(body, KEYS)
    if not _NAME.fullmatch(name):
        what = f"{name!r} is no name; write small Latin letters and digits, such as labour-code"
        raise document.fault(document.root, what, name)
    allowed = [one for one in Certainty if one is not Certainty.OWN]
    if body.get("certainty") not in allowed:
        known = ", ".join(allowed)
        raise document.fault(body, f"`certainty` is one of: {known}", "certainty")
    articles = _articles(document, body) if "articles" in body else {}
    redaction = body.get("redaction")
    if articles and redaction is None:
        raise document.fault(body, "an act needs `redaction`, a date such as 2026-07-12", "title")
    if redaction is not None and not _is_day(redaction):
        raise document.fault(body, "`redaction` is a date such as 2026-07-12", "redaction")
    if body["certainty"] != Certainty.STATEMENT:
        document.word(body, "address")
    return Source(
        name=name,
        title=document.word(body, "title"),
        certainty=Certainty(body["certainty"]),
        line=document.root.lines.get(name, 1),
        redaction=redaction,
        address=_optional(document, body, "address"),
        quote=_optional(document, body, "quote"),
        articles=articles,
    )


def _articles(document: Document, body: Any) -> dict[str, str]:
    articles = document.mapping(body, "articles")
    for article in articles:
        if " ".join(article.split()) != article or "]" in article:
            what = f"{article!r} is no article; write it as 17(2), without square brackets"
            raise document.fault(articles, what, article)
    return {article: " ".join(document.word(articles, article).split()) for article in articles}


def _optional(document: Document, body: Any, key: str) -> str:
    return " ".join(document.word(body, key).split()) if body.get(key) else ""


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)

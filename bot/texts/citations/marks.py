"""Footnote marks: `[^law 17(2)12)]` behind a sentence says what the sentence rests on.

They stand in the texts of the source language alone: in a page behind the sentence, in a Fluent
file as a comment above the message. Nobody is shown them, and no code of a wording counts them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[ \t]*\[\^([^\]\n]*)\]")
_COMMENT = re.compile(r"^\s*\[\^([^\]\n]*)\]\s*(.*)$")
_ENDED = re.compile(r"(?<=[.!?…])[»”\"]?\s+")
_ITEM = re.compile(r"^\s*- +")
_TITLE = re.compile(r"^#+ +")


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """An entry of `content/sources.yml`, or `own`; and the article or row of it."""

    entry: str
    article: str = ""

    def __str__(self) -> str:
        """As it is written between `[^` and `]`."""
        return f"{self.entry} {self.article}".strip()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is written, without marks.

    `lead`: the line above the list that it is an item of; `block`: which of the text's lines that
    aren't empty, counted from 0; `line`: of the file.
    """

    words: str
    block: int
    line: int
    lead: str = ""
    cites: tuple[Citation, ...] = ()
    title: bool = False

    @property
    def is_lead(self) -> bool:
        """Whether it is said by the items below it."""
        return self.words.endswith(":")

    @property
    def whole(self) -> str:
        """With the line that it needs to be understood."""
        return f"{self.lead} {self.words}".strip()


NO_LEAD = Sentence("", 0, 0)


def citation(written: str) -> Citation:
    """The citation that is written between `[^` and `]`."""
    entry, _, article = written.strip().partition(" ")
    return Citation(entry, " ".join(article.split()))


def without_marks(text: str) -> str:
    """A text as it is shown."""
    return _MARK.sub("", text)


def sentences(markdown: str, first: int = 1) -> Iterator[Sentence]:
    """The sentences of a page's section, whose first line is line `first` of its file.

    What the line above a list cites, its items cite too.
    """
    lead, block = NO_LEAD, -1
    for number, line in enumerate(markdown.split("\n")):
        if not line.strip():
            continue
        block += 1
        item, title = bool(_ITEM.match(line)), bool(_TITLE.match(line))
        bare = _TITLE.sub("", _ITEM.sub("", line)).replace("**", "").strip()
        found = list(_split(bare, block, first + number, lead if item else NO_LEAD, title=title))
        yield from found
        if not item:
            lead = found[-1] if found and found[-1].is_lead else NO_LEAD


def comments(written: str) -> Iterator[tuple[Citation, str]]:
    """The marks above a message, each with the words that its sentence begins with."""
    for line in written.split("\n"):
        found = _COMMENT.match(line)
        if found:
            yield citation(found[1]), found[2].strip()


def split(text: str) -> list[str]:
    """The sentences of a text without marks."""
    return [one.strip() for line in text.split("\n") for one in _ENDED.split(line) if one.strip()]


def _split(
    line: str, block: int, number: int, lead: Sentence, *, title: bool
) -> Iterator[Sentence]:
    """A mark belongs to the sentence that ends before it, or in whose middle it stands."""
    at: list[tuple[int, Citation]] = []
    bare = ""
    rest = 0
    for found in _MARK.finditer(line):
        bare += line[rest : found.start()]
        at.append((len(bare), citation(found[1])))
        rest = found.end()
    bare += line[rest:]
    start = 0
    for end in [*(found.end() for found in _ENDED.finditer(bare)), len(bare)]:
        words = bare[start:end]
        if words.strip():
            length = start + len(words.rstrip())
            cites = tuple(one for place, one in at if start < place <= max(length, end - 1))
            yield Sentence(words.strip(), block, number, lead.words, (*lead.cites, *cites), title)
        start = end

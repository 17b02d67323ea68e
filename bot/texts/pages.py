"""Markdown pages: longer texts, one bubble a section, with front matter about their review.

Only what Telegram can show is allowed: paragraphs, bold, lists. Everything else is refused.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.errors import ContentError
from bot.texts.citations.marks import without_marks
from bot.texts.tree import Folder
from bot.texts.yaml import Document, short_path

KEYS = frozenset(
    {
        "reviewed_by",
        "reviewed_on",
        "review_by",
        "reviewed_text",
        "translated_from",
        "doubts",
        "withheld_until_reviewed",
    }
)

_MARKDOWN = MarkdownIt("commonmark")
_FRONT = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)
_SECTION = re.compile(r"^## +(\S.*?) *$", re.MULTILINE)
_VARIABLE = re.compile(r"\{ ?\$([a-z][a-z0-9_]*) ?\}")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one locale.

    `sections`: text id → what the editor wrote, with its footnote marks; `digest`: without them.
    `reviewed_text`: the digest of the words that were signed; None where a signature doesn't say.
    `withheld_until_reviewed`: in production nobody is shown it before its review (decision 0010).
    """

    name: str
    file: str
    reviewed_by: str | None
    reviewed_on: date | None
    review_by: date | None
    reviewed_text: str | None
    translated_from: str | None
    doubts: tuple[str, ...]
    doubt_lines: tuple[int, ...]
    withheld_until_reviewed: bool
    sections: Mapping[str, str]
    bubbles: Mapping[str, str]
    lines: Mapping[str, int]
    digest: str

    @property
    def reviewed(self) -> bool:
        """Whether its reviewer has signed it: a lawyer (source), a native speaker (translation).
        A signature for other words, where it says for which, is none."""
        signed = bool(self.reviewed_by and self.reviewed_on)
        return signed and self.reviewed_text in (None, self.digest)

    def overdue(self, today: date) -> bool:
        """Whether its next review should have been before today."""
        return self.review_by is not None and self.review_by < today

    def stale(self, original: "Page") -> bool:
        """Whether the source text has changed since this translation was compared with it."""
        return self is not original and self.translated_from != original.digest


def read_pages(folder: Folder) -> Iterator[Page]:
    """The pages of one locale. Raises `ContentError`."""
    for file in sorted((folder / "pages").glob("*.md"), key=lambda one: one.name):
        yield read_page(short_path(file), file.stem, file.read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def read_page(file: str, name: str, text: str) -> Page:
    """Read a page. Raises `ContentError`."""
    found = _FRONT.fullmatch(text)
    if not found:
        raise ContentError(
            f"{file}:1: a page begins with `---`, what is known of its review, and `---` again"
        )
    front = Document(file, found[1], first_line=2)
    front.known(front.root, KEYS)
    body, first = found[2], found[1].count("\n") + 3
    sections, bubbles, lines = {}, {}, {}
    for text_id, line, section in _sections(name, body, first):
        sections[text_id] = section
        bubbles[text_id] = _html(without_marks(section), file, line)
        lines[text_id] = line
    return Page(
        name=name,
        file=file,
        reviewed_by=front.root.get("reviewed_by"),
        reviewed_on=_date(front, "reviewed_on"),
        review_by=_date(front, "review_by"),
        reviewed_text=_digest("reviewed_text", found[1]),
        translated_from=_digest("translated_from", found[1]),
        doubts=front.words(front.root, "doubts"),
        doubt_lines=front.lines(front.root, "doubts"),
        withheld_until_reviewed=_flag(front, "withheld_until_reviewed"),
        sections=sections,
        bubbles=bubbles,
        lines=lines,
        digest=hashlib.sha256(without_marks(body).strip().encode()).hexdigest()[:12],
    )


def fill(html: str, variables: Mapping[str, str]) -> str:
    """Put values into `{ $variable }`s. Raises `KeyError` for one that doesn't exist."""
    return _VARIABLE.sub(lambda found: escape(variables[found[1]], quote=False), html)


def variables(html: str) -> frozenset[str]:
    """The variables that a bubble names."""
    return frozenset(_VARIABLE.findall(html))


def _flag(front: Document, key: str) -> bool:
    """A slip such as `yes` must not lift the mark."""
    value = front.root.get(key, False)
    if not isinstance(value, bool):
        raise front.fault(
            front.root, f"{key!r} is true or false; without the line it is false", key
        )
    return value


def _date(front: Document, key: str) -> date | None:
    value = front.root.get(key)
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise front.fault(front.root, f"{key!r} is a date such as 2026-11-25, or empty", key)
    return value


def _digest(key: str, front: str) -> str | None:
    """Read as it is written: YAML would take some digests for numbers."""
    found = re.search(rf"^{key}: *[\"']?([0-9a-f]+)\b", front, re.MULTILINE)
    return found[1] if found else None


def _sections(name: str, body: str, first: int) -> Iterator[tuple[str, int, str]]:
    start, text_id = 0, f"utter_{name}"
    for found in _SECTION.finditer(body):
        yield text_id, first + _line(body, start), body[start : found.start()].strip()
        start, text_id = found.end(), f"utter_{name}_{found[1]}"
    yield text_id, first + _line(body, start), body[start:].strip()


def _line(body: str, start: int) -> int:
    """The line on which the first word after `start` stands, counted from 0."""
    blank = len(body) - start - len(body[start:].lstrip())
    return body.count("\n", 0, start + blank)


def _html(markdown: str, file: str, line: int) -> str:
    blocks: list[str] = []
    depth_prefix: list[str] = []
    for token in _MARKDOWN.parse(markdown):
        place = f"{file}:{line + (token.map[0] if token.map else 0)}"
        match token.type:
            case "heading_open" if token.tag == "h1":
                depth_prefix.append("h1")
            case "heading_close":
                depth_prefix.pop()
            case "paragraph_open" | "paragraph_close" | "bullet_list_open" | "bullet_list_close":
                pass
            case "list_item_open":
                depth_prefix.append("- ")
            case "list_item_close":
                depth_prefix.pop()
            case "inline":
                _block(blocks, _inline(token.children or [], place), depth_prefix)
            case _:
                raise ContentError(f"{place}: only paragraphs, **bold** and `- ` lists are allowed")
    return "".join(blocks).strip()


def _block(blocks: list[str], text: str, prefix: list[str]) -> None:
    if prefix and prefix[-1] == "h1":
        blocks.append(f"<b>{text}</b>\n\n")
    elif prefix:
        blocks.append(f"• {text}\n")
    else:
        if blocks and blocks[-1].startswith("•"):
            blocks.append("\n")
        blocks.append(f"{text}\n\n")


def _inline(tokens: list[Token], place: str) -> str:
    out: list[str] = []
    for token in tokens:
        match token.type:
            case "text":
                out.append(escape(token.content, quote=False))
            case "softbreak" | "hardbreak":
                out.append("\n")
            case "strong_open":
                out.append("<b>")
            case "strong_close":
                out.append("</b>")
            case _:
                raise ContentError(
                    f"{place}: only **bold** is allowed here; links, images and code are not"
                )
    return "".join(out)

"""A page: its sections and the lines of its front matter, read and changed by their places.

The fields are the ids of its bubbles (`utter_police`, `utter_police_more`), and `doubts`, one a
line.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.errors import ContentError
from bot.studio.patterns import normal
from bot.texts.pages import Page, read_page
from bot.texts.yaml import Document

DOUBTS = "doubts"
SIGNATURE = ("reviewed_by", "reviewed_on", "reviewed_text")
_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_SECTION = re.compile(r"^## +(\S.*?) *$", re.MULTILINE)


def fields(file: str, name: str, text: str) -> dict[str, str]:
    """The fields of a page. Raises `ContentError`."""
    page = read_page(file, name, text)
    return {**page.sections, DOUBTS: "\n".join(page.doubts)}


def changed(file: str, name: str, text: str, wanted: Mapping[str, str]) -> str:
    """The page's text with other words in some fields. Raises `ContentError` where they would make
    something else of the page, such as one section more."""
    before = read_page(file, name, text)
    after = text
    for field, words in wanted.items():
        if field == DOUBTS:
            doubts = tuple(line.strip() for line in normal(words).split("\n") if line.strip())
            after = after if doubts == before.doubts else with_list(after, DOUBTS, doubts)
        else:
            after = _with_section(file, name, after, field, words)
    if after != text:
        _refuse_other(before, read_page(file, name, after), wanted)
    return after


def unsigned(file: str, name: str, before: str, after: str) -> str:
    """A page that a reviewer has signed loses the signature with its words."""
    old, new = read_page(file, name, before), read_page(file, name, after)
    if old.digest == new.digest or not new.reviewed:
        return after
    return without_signature(after)


def without_signature(text: str) -> str:
    """The page's text as nobody has signed it."""
    front = _front(text)
    keys = [one for one in SIGNATURE if re.search(rf"^{one}:", text[slice(*front)], re.MULTILINE)]
    for key in keys:
        text = with_line(text, key, "")
    return text


def signed(text: str, by: str, on: date, review_by: date, digest: str) -> str:
    """The page's text with a reviewer's signature for the words that have this digest."""
    values = (json.dumps(by, ensure_ascii=False), on.isoformat(), f'"{digest}"')
    for key, value in zip(SIGNATURE, values, strict=True):
        text = with_line(text, key, value)
    return with_line(text, "review_by", review_by.isoformat())


def with_line(text: str, key: str, value: str) -> str:
    """The page's text with another value in a line of its front matter."""
    front = _front(text)
    line = f"{key}: {value}".rstrip(" ")
    found = re.search(rf"^{key}:.*$", text[front[0] : front[1]], re.MULTILINE)
    if found is None:
        return f"{text[: front[1]]}{line}\n{text[front[1] :]}"
    start = front[0] + found.start()
    return text[:start] + line + text[start + len(found[0]) :]


def with_list(text: str, key: str, values: Sequence[str]) -> str:
    """The page's text with another list below a key of its front matter; without values the key
    goes. Lines of values that stay are as they were."""
    start, end = _front(text)
    front = text[start:end]
    found = re.search(rf"^{key}:[^\n]*\n((?:[ -][^\n]*\n)*)", front, re.MULTILINE)
    kept = dict(zip(_values(found[1]), _items(found[1]), strict=True)) if found else {}
    lines = [kept.get(one, f"  - {json.dumps(one, ensure_ascii=False)}\n") for one in values]
    put = f"{key}:\n" + "".join(lines) if lines else ""
    if found is None:
        return text[:end] + put + text[end:]
    return text[: start + found.start()] + put + text[start + found.end() :]


def _items(lines: str) -> list[str]:
    return re.findall(r"^ *- [^\n]*\n(?:(?! *- ) +[^\n]*\n)*", lines, re.MULTILINE)


def _values(lines: str) -> list[str]:
    document = Document("front matter", f"list:\n{lines}")
    return list(document.words(document.root, "list"))


def _front(text: str) -> tuple[int, int]:
    found = _FRONT.match(text)
    if found is None:
        raise ContentError("the page has no front matter")
    return found.start(1), found.end(1)


def _with_section(file: str, name: str, text: str, field: str, words: str) -> str:
    body = text.index("---\n", 4) + 4
    start, text_id = body, f"utter_{name}"
    places = {}
    for found in _SECTION.finditer(text, body):
        places[text_id] = (start, found.start())
        start, text_id = found.end(), f"utter_{name}_{found[1]}"
    places[text_id] = (start, len(text))
    if field not in places:
        raise ContentError(f"{file}:1: there is no text {field}")
    start, end = places[field]
    section = text[start:end]
    bare = section.strip()
    new = normal(words)
    if not new:
        raise ContentError(f"{file}:{text.count(chr(10), 0, start) + 1}: {field} would be empty")
    if new == normal(bare):
        return text
    at = start + (section.index(bare) if bare else 0)
    return text[:at] + new + text[at + len(bare) :]


def _refuse_other(before: Page, after: Page, wanted: Mapping[str, str]) -> None:
    same = list(before.sections) == list(after.sections) and all(
        after.sections[one] == before.sections[one] for one in before.sections if one not in wanted
    )
    if not same:
        raise ContentError(
            f"{before.file}:1: a line that begins with `##` would begin another bubble; "
            "write it without"
        )

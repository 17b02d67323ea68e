"""Sentences in a Fluent file: read and changed by their places; the rest of the file isn't touched.

The fields of a message are `text`, its buttons (`.yes`) and `note`: the lines above it that begin
with `#`, for colleagues, with footnote marks and doubts.
"""

import re
from collections.abc import Mapping

from fluent.syntax import ast

from bot.errors import ContentError
from bot.studio.patterns import BLANK, normal, words_of, written
from bot.texts.fluent import parsed

TEXT, NOTE = "text", "note"
INDENT = 4
_ID = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]*")


def fields(text: str, text_id: str) -> dict[str, str] | None:
    """The fields of a message in a file's text; None if it isn't there."""
    message = _message(parsed(text), text_id)
    if message is None:
        return None
    found = {}
    if message.value is not None:
        found[TEXT] = words_of(_raw(text, message.value))
    for one in message.attributes:
        found[f".{one.id.name}"] = words_of(_raw(text, one.value))
    found[NOTE] = (message.comment.content or "") if message.comment else ""
    return found


def changed(file: str, text: str, text_id: str, wanted: Mapping[str, str]) -> str:
    """The file's text with other words in some fields of a message. Raises `ContentError` where
    they would make something else of the file."""
    after = text
    for name, words in wanted.items():
        after = _one(file, after, text_id, name, normal(words))
    if after != text:
        _refuse_other(file, text, after, text_id, wanted)
    return after


def added(file: str, text: str, text_id: str, wanted: Mapping[str, str], below: str | None) -> str:
    """The file's text with a new message, `below` another one or at the end. Raises
    `ContentError`."""
    words = {name: normal(one) for name, one in wanted.items() if normal(one)}
    note = words.pop(NOTE, "")
    entry = "".join(f"# {line}".rstrip() + "\n" for line in note.split("\n") if note)
    entry += f"{text_id} ="
    if TEXT in words:
        entry += _appended(words.pop(TEXT), INDENT)
    for name, one in words.items():
        entry += _attribute(name, one)
    before = _message(parsed(text), below) if below else None
    end = before.span.end if before is not None and before.span else len(text.rstrip("\n"))
    head = text[:end]
    after = f"{head}\n\n{entry}{text[end:]}" if head else f"{entry}\n"
    _refuse_other(file, text, after, text_id, wanted)
    return after


def _one(file: str, text: str, text_id: str, name: str, words: str) -> str:
    message = _message(parsed(text), text_id)
    if message is None or message.span is None:
        raise ContentError(f"{file}:1: there is no text {text_id}")
    if name == NOTE:
        return _with_note(text, message, words)
    if not words:
        raise ContentError(f"{file}:{_line(text, message)}: {text_id} would be empty; write it")
    pattern, least = _pattern(message, name)
    if pattern is None:
        if name == TEXT or not _ID.fullmatch(name.removeprefix(".")):
            raise ContentError(f"{file}:{_line(text, message)}: {text_id} has no field {name}")
        end = message.span.end
        return text[:end] + _attribute(name, words) + text[end:]
    raw = _raw(text, pattern)
    if words_of(raw) == words or pattern.span is None:
        return text
    start = pattern.span.start
    head = text[:start]
    put = written(words, raw, least)
    if put.startswith("\n"):
        head = head.rstrip(" ")
    return head + put + text[start + len(raw) :]


def _with_note(text: str, message: ast.Message, words: str) -> str:
    comment = message.comment
    if words == (comment.content if comment else ""):
        return text
    lines = "\n".join(f"# {line}".rstrip() for line in words.split("\n")) if words else ""
    if comment is not None and comment.span is not None:
        end = comment.span.end + (0 if lines else 1)
        return text[: comment.span.start] + lines + text[end:]
    start = message.id.span.start if message.id.span else 0
    return f"{text[:start]}{lines}\n{text[start:]}"


def _refuse_other(
    file: str, before: str, after: str, text_id: str, wanted: Mapping[str, str]
) -> None:
    """What was written is read again: all other entries are as they were, and the message has the
    words that were meant."""
    old, new = parsed(before).body, parsed(after).body
    others = [one for one in old if not _is(one, text_id)]
    still = [one for one in new if not _is(one, text_id)]
    same = len(others) == len(still) and all(
        one.equals(other) for one, other in zip(others, still, strict=True)
    )
    found = fields(after, text_id) if same else None
    for name, words in wanted.items():
        if found is None or found.get(name, "") != normal(words):
            line = after.count("\n", 0, _differs(before, after)) + 1
            raise ContentError(
                f"{file}:{line}: not readable: a brace or a sign is missing or too many"
            )


def _differs(before: str, after: str) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


def _is(entry: ast.EntryType, text_id: str) -> bool:
    return isinstance(entry, ast.Message) and entry.id.name == text_id


def _message(resource: ast.Resource, text_id: str) -> ast.Message | None:
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.id.name == text_id:
            return entry
    return None


def _pattern(message: ast.Message, name: str) -> tuple[ast.Pattern | None, int]:
    if name == TEXT:
        return message.value, INDENT
    for one in message.attributes:
        if f".{one.id.name}" == name:
            return one.value, 2 * INDENT
    return None, INDENT


def _raw(text: str, pattern: ast.Pattern) -> str:
    span = pattern.span
    return text[span.start : span.end].rstrip(BLANK) if span else ""


def _line(text: str, message: ast.Message) -> int:
    return text.count("\n", 0, message.id.span.start if message.id.span else 0) + 1


def _attribute(name: str, words: str) -> str:
    return f"\n{' ' * INDENT}{name} =" + _appended(words, 2 * INDENT)


def _appended(words: str, indent: int) -> str:
    if "\n" not in words:
        return f" {words}"
    return "\n" + written(words, " " * indent, indent)

"""Telegram's HTML style, parsed as strictly as Telegram does (Bot API, "HTML style").

`parse("<b>a</b> &amp; b")` gives the text `a & b` and one bold entity. Everything that Telegram
refuses is refused with "can't parse entities: ..."; named character references other than
`&lt; &gt; &amp; &quot;` stay as they are written.
"""

import re
from dataclasses import dataclass

from bot.telegram.refusals import ApiError, bad_request
from bot.telegram.text import Entity, Formatted, order, utf16_length

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(
    r"""\s*([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.\-]+)(?=[\s>])))?"""
)
_LINK = re.compile(r"(?:https?|tg|mailto|tel)://?\S+|(?:mailto|tel):\S+|[\w.-]+\.\w{2,}\S*", re.I)


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str | None
    offset: int
    piece: int


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.offset = 0
        self.stack: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> Formatted:
        position, source = 0, self.source
        while found := _SPECIAL.search(source, position):
            self._add(source[position : found.start()])
            position = found.start()
            if source[position] == "&":
                position = self._reference(position)
            elif source.startswith("</", position):
                position = self._close(position)
            else:
                position = self._open(position)
        self._add(source[position:])
        if self.stack:
            raise bad_request(
                "can't parse entities: Can't find end tag corresponding to start tag "
                f'"{self.stack[-1].tag}"'
            )
        return Formatted("".join(self.pieces), order(_without_nested_in_code(self.entities)))

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.offset += utf16_length(text)

    def _fail(self, reason: str, position: int) -> ApiError:
        offset = len(self.source[:position].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {reason.format(offset=offset)}")

    def _reference(self, position: int) -> int:
        match = _REFERENCE.match(self.source, position)
        character = _character(match) if match else None
        if match is None or character is None:
            self._add("&")
            return position + 1
        self._add(character)
        return match.end()

    def _open(self, position: int) -> int:
        name = _NAME.match(self.source, position + 1)
        end = name.end() if name else position + 1
        if end >= len(self.source):
            raise self._fail("Unclosed start tag at byte offset {offset}", position)
        tag = self.source[position + 1 : end].lower()
        if tag not in _TAGS:
            shown = tag.replace("{", "{{").replace("}", "}}")
            raise self._fail(f'Unsupported start tag "{shown}" at byte offset {{offset}}', position)
        attributes, end = self._attributes(tag, position, end)
        argument = None
        if tag == "span":
            if attributes.get("class") != "tg-spoiler":
                raise self._fail(
                    'Tag "span" must have class "tg-spoiler" at byte offset {offset}', position
                )
        elif tag == "a":
            argument = attributes.get("href")
        elif tag == "code":
            argument = attributes.get("class", "").removeprefix("language-") or None
        elif tag == "blockquote" and "expandable" in attributes:
            argument = "expandable"
        self.stack.append(_Open(tag, argument, self.offset, len(self.pieces)))
        return end

    def _attributes(self, tag: str, start: int, position: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        source = self.source
        while True:
            while position < len(source) and source[position].isspace():
                position += 1
            if position >= len(source):
                raise self._fail(f'Unclosed start tag "{tag}" at byte offset {{offset}}', start)
            if source[position] == ">":
                return attributes, position + 1
            match = _ATTRIBUTE.match(source, position)
            if match is None:
                raise self._fail(
                    f'Empty attribute name in the tag "{tag}" at byte offset {{offset}}', start
                )
            value = next((group for group in match.groups()[1:] if group is not None), "")
            attributes[match[1].lower()] = _decode(value)
            position = match.end()

    def _close(self, position: int) -> int:
        if not self.stack:
            raise self._fail("Unexpected end tag at byte offset {offset}", position)
        end = self.source.find(">", position)
        if end < 0:
            raise self._fail("Unclosed end tag at byte offset {offset}", position)
        tag = self.source[position + 2 : end].rstrip().lower()
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            shown = tag.replace("{", "{{").replace("}", "}}")
            raise self._fail(
                f'Unmatched end tag at byte offset {{offset}}, expected "</{opened.tag}>", '
                f'found "</{shown}>"',
                position,
            )
        if self.offset > opened.offset:
            self._finish(opened)
        return end + 1

    def _finish(self, opened: _Open) -> None:
        kind, url, language = _TAGS[opened.tag], None, None
        length = self.offset - opened.offset
        if kind == "text_link":
            url = opened.argument or "".join(self.pieces[opened.piece :])
            if not _LINK.fullmatch(url):
                return
        elif opened.argument == "expandable":
            kind = "expandable_blockquote"
        elif kind == "pre" and self.entities:
            inner = self.entities[-1]
            if (inner.type, inner.offset, inner.length) == ("code", opened.offset, length):
                language = inner.language
        elif kind == "code":
            language = opened.argument
        self.entities.append(Entity(kind, opened.offset, length, url, language))


def _character(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)


def _decode(value: str) -> str:
    return _REFERENCE.sub(lambda match: _character(match) or match[0], value)


def _without_nested_in_code(entities: list[Entity]) -> list[Entity]:
    """Bot API: "pre and code entities can't contain other entities" nor share their text."""
    blocks = [e for e in entities if e.type in ("pre", "code")]
    if not blocks:
        return entities
    pre = [(e.offset, e.end) for e in blocks if e.type == "pre"]
    kept = []
    for entity in entities:
        if entity.type == "pre":
            kept.append(entity)
        elif any(start < entity.end and entity.offset < end for start, end in pre):
            continue
        elif entity.type == "code":
            kept.append(Entity("code", entity.offset, entity.length))
        elif not any(b.offset < entity.end and entity.offset < b.end for b in blocks):
            kept.append(entity)
    return kept


def parse(source: str) -> Formatted:
    """`source` in Telegram's HTML style as text with entities; ApiError 400 if Telegram refuses."""
    return _Parser(source).parse()


def escape(text: str) -> str:
    """`text` as Telegram's HTML style wants it: `parse(escape(text)).text == text`."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

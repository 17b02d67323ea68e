"""What Telegram finds in a text by itself: commands, links, mentions, hashtags, e-mail."""

import re

from bot.telegram.text import Entity, Formatted, order, utf16_length

_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+)"
    r"|(?P<url>\b(?:https?|tg)://[^\s<>\"]+"
    r"|(?<![\w.@/-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|info|io|kg|kz|me|net|org|ru|tj|uz)\b"
    r"(?:/[^\s<>\"]*)?)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
    r"|(?P<cashtag>(?<![\w$])\$[A-Z]{3,8}(?!\w))"
    r"|(?P<phone_number>(?<![\w+])\+\d(?:[ ()-]{0,2}\d){7,14}(?!\d))"
)
_CLOSED = frozenset({"code", "pre", "text_link"})


def detect(formatted: Formatted) -> Formatted:
    """`formatted` with the entities that Telegram adds on its own, outside code and links."""
    text = formatted.text
    if not any(mark in text for mark in "/@#.$+"):
        return formatted
    closed = [(e.offset, e.end) for e in formatted.entities if e.type in _CLOSED]
    found = []
    position = offset = 0
    for match in _FOUND.finditer(text):
        offset += utf16_length(text[position : match.start()])
        length = utf16_length(match[0])
        if not any(start < offset + length and offset < end for start, end in closed):
            found.append(Entity(str(match.lastgroup), offset, length))
        position, offset = match.end(), offset + length
    if not found:
        return formatted
    return Formatted(text, order([*formatted.entities, *found]))

"""Message text and its entities (Bot API, MessageEntity): lengths in UTF-16, cleaning, checks."""

from dataclasses import dataclass, replace

from bot.telegram.refusals import bad_request

# "entities" are kept by Telegram only where a sender may set them; the others it finds itself.
MANUAL_TYPES = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    }
)
FOUND_TYPES = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A MessageEntity; `offset` and `length` count UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        """The first UTF-16 code unit after the entity."""
        return self.offset + self.length

    def api(self) -> dict[str, object]:
        """The entity as the Bot API writes it."""
        answer: dict[str, object] = {
            "type": self.type,
            "offset": self.offset,
            "length": self.length,
        }
        if self.url is not None:
            answer["url"] = self.url
        if self.language is not None:
            answer["language"] = self.language
        return answer


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text with its entities, in the order of their offsets."""

    text: str
    entities: tuple[Entity, ...] = ()


def utf16_length(text: str) -> int:
    """How many UTF-16 code units `text` takes; the unit of every entity's offset."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for character in text if character > "\uffff")


def order(entities: list[Entity]) -> tuple[Entity, ...]:
    """Sorted as Telegram answers them: by offset, the outer one first."""
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))


def clean(formatted: Formatted) -> Formatted:
    """A text as Telegram leaves it: `\\r` dropped, control characters blanked out, trimmed.

    Entities move with the text; one that loses all its text is dropped.
    """
    text = formatted.text
    if "\r" in text:
        # Rare, and only without entities does it need no bookkeeping: offsets count `\r`.
        formatted = _drop_carriage_returns(formatted)
        text = formatted.text
    if not text.isprintable():
        text = "".join(" " if c < " " and c != "\n" else c for c in text)
    left = len(text) - len(text.lstrip())
    trimmed = text.strip()
    if not formatted.entities:
        return Formatted(trimmed)
    cut, limit = utf16_length(text[:left]), utf16_length(trimmed)
    kept = []
    for entity in formatted.entities:
        start = min(max(entity.offset - cut, 0), limit)
        end = min(max(entity.end - cut, 0), limit)
        if end > start:
            kept.append(replace(entity, offset=start, length=end - start))
    return Formatted(trimmed, order(kept))


def _drop_carriage_returns(formatted: Formatted) -> Formatted:
    removed_before = [0]
    for character in formatted.text:
        step = 2 if character > "\uffff" else 1
        removed_before += [removed_before[-1] + (character == "\r")] * step
    kept = []
    for entity in formatted.entities:
        start = entity.offset - removed_before[entity.offset]
        end = entity.end - removed_before[entity.end]
        if end > start:
            kept.append(replace(entity, offset=start, length=end - start))
    return Formatted(formatted.text.replace("\r", ""), tuple(kept))


def check_entities(text: str, raw: object) -> Formatted:
    """Text with the `entities` parameter of a call, validated.

    Types that Telegram finds by itself are ignored, as Telegram ignores them.
    Raises ApiError 400 for anything malformed or out of the text's bounds.
    """
    if not isinstance(raw, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    inside_pair = _offsets_inside_pairs(text)
    limit = utf16_length(text)
    entities = []
    for item in raw:
        entity = _entity(item)
        if entity is None:
            continue
        if entity.end > limit:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the "
                f"text at UTF-16 offset {entity.end}"
            )
        for edge, word in ((entity.offset, "begins"), (entity.end, "ends")):
            if edge in inside_pair:
                raise bad_request(f"entity {word} in a middle of a UTF-16 symbol at {edge}")
        entities.append(entity)
    return Formatted(text, order(entities))


def _entity(item: object) -> Entity | None:
    if not isinstance(item, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind, offset, length = item.get("type"), item.get("offset"), item.get("length")
    if kind not in MANUAL_TYPES and kind not in FOUND_TYPES:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    if not isinstance(offset, int) or not isinstance(length, int):
        raise bad_request('can\'t parse MessageEntity: Field "offset" must be of type Number')
    if offset < 0 or length < 0:
        raise bad_request(f"entity has a negative offset or length at {offset}")
    url, language = item.get("url"), item.get("language")
    if kind == "text_link" and not isinstance(url, str):
        raise bad_request("can't parse MessageEntity: Can't find field \"url\"")
    if kind in FOUND_TYPES or kind in ("text_mention", "custom_emoji") or length == 0:
        return None
    return Entity(
        str(kind),
        offset,
        length,
        url=url if kind == "text_link" else None,
        language=language if kind == "pre" and isinstance(language, str) else None,
    )


def _offsets_inside_pairs(text: str) -> set[int]:
    if text.isascii():
        return set()
    inside, offset = set(), 0
    for character in text:
        if character > "\uffff":
            inside.add(offset + 1)
            offset += 1
        offset += 1
    return inside

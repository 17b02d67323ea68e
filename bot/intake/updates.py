"""Telegram's updates → `Inbound`. Names, usernames and photos end here, unread."""

from collections.abc import Mapping
from typing import Any

from aiogram.enums import ChatMemberStatus, ChatType, ContentType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update

from bot.inbound import (
    Exited,
    Inbound,
    Input,
    Left,
    Pressed,
    Returned,
    SentUnsupported,
    Started,
    Wrote,
)
from flows.events import Unsupported

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The kinds of update that Telegram is asked for."""

KINDS = {
    ContentType.PHOTO: Unsupported.PICTURE,
    ContentType.VIDEO: Unsupported.PICTURE,
    ContentType.ANIMATION: Unsupported.PICTURE,
    ContentType.VIDEO_NOTE: Unsupported.PICTURE,
    ContentType.PAID_MEDIA: Unsupported.PICTURE,
    ContentType.VOICE: Unsupported.VOICE,
    ContentType.AUDIO: Unsupported.VOICE,
    ContentType.DOCUMENT: Unsupported.FILE,
    ContentType.STICKER: Unsupported.STICKER,
    ContentType.DICE: Unsupported.STICKER,
    ContentType.CONTACT: Unsupported.CONTACT,
    ContentType.USERS_SHARED: Unsupported.CONTACT,
    ContentType.CHAT_SHARED: Unsupported.CONTACT,
    ContentType.LOCATION: Unsupported.LOCATION,
    ContentType.VENUE: Unsupported.LOCATION,
    ContentType.POLL: Unsupported.OTHER,
    ContentType.STORY: Unsupported.OTHER,
    ContentType.GAME: Unsupported.OTHER,
    ContentType.INVOICE: Unsupported.OTHER,
    ContentType.CHECKLIST: Unsupported.OTHER,
    ContentType.UNKNOWN: Unsupported.OTHER,
}
"""What is declined with a reason. Service messages (pinned, timer changed, …) need no answer."""


BESIDES = {"reply_to_message", "external_reply", "quote", "reply_markup", "entities", "via_bot"}
"""Parts of a message that nobody here looks at; a keyboard alone takes longer to read than to
answer."""

PRESSED = {"message_id", "date", "chat"}
"""What matters of the message under which a button was pressed."""


def lean(raw: Mapping[str, Any]) -> dict[str, Any]:
    """An update without what isn't read anyway. Nothing is judged here: that is for whoever reads
    it."""
    found = dict(raw)
    for kind in ("message", "edited_message"):
        if isinstance(said := found.get(kind), dict):
            found[kind] = {key: part for key, part in said.items() if key not in BESIDES}
    query = found.get("callback_query")
    if isinstance(query, dict) and isinstance(under := query.get("message"), dict):
        under = {key: part for key, part in under.items() if key in PRESSED}
        found["callback_query"] = {**query, "message": under}
    return found


def read(update: Update) -> Inbound | None:
    """What the person did; None for what needs no answer."""
    if update.callback_query:
        return _press(update.update_id, update.callback_query)
    message = update.message or update.edited_message
    if message and message.chat.type == ChatType.PRIVATE:
        said = _said(message)
        if said is None:
            return None
        at = message.date.timestamp()
        return Inbound(update.update_id, message.chat.id, said, message.message_id, at)
    if update.my_chat_member and update.my_chat_member.chat.type == ChatType.PRIVATE:
        return _membership(update.update_id, update.my_chat_member)
    return None


def stray_chat(update: Update) -> int | None:
    """A group or channel that added the bot: it has no business there and leaves."""
    changed = update.my_chat_member
    if changed and changed.chat.type != ChatType.PRIVATE:
        gone = {ChatMemberStatus.LEFT, ChatMemberStatus.KICKED}
        return None if changed.new_chat_member.status in gone else changed.chat.id
    message = update.message or update.edited_message
    if message and message.chat.type != ChatType.PRIVATE:
        return message.chat.id
    return None


def _said(message: Message) -> Input | None:
    hint = message.from_user.language_code if message.from_user else None
    if message.text is not None:
        command = message.text.partition("@")[0].split(maxsplit=1)[:1]
        if command == ["/start"]:
            return Started(hint)
        if command == ["/exit"]:
            return Exited()
        return Wrote(message.text, hint)
    kind = KINDS.get(ContentType(message.content_type))
    return SentUnsupported(kind, hint) if kind else None


def _press(update_id: int, query: CallbackQuery) -> Inbound | None:
    if query.message is None or query.message.chat.type != ChatType.PRIVATE:
        return None
    return Inbound(update_id, query.message.chat.id, Pressed(query.data or ""))


def _membership(update_id: int, changed: ChatMemberUpdated) -> Inbound:
    blocked = changed.new_chat_member.status == ChatMemberStatus.KICKED
    return Inbound(update_id, changed.chat.id, Left() if blocked else Returned())

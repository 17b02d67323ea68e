"""Telegram's updates → `Inbound`. Names, usernames and photos end here, unread.

Of an update only the few fields below are looked at, and their types checked; aiogram's own classes
name a hundred for each message, which took longer to read than to answer.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from aiogram.enums import ChatMemberStatus, ChatType, ContentType

from bot.helpline.inputs import (
    Blocked,
    Exited,
    Inbound,
    Input,
    Pressed,
    SentUnsupported,
    Started,
    Unblocked,
    Wrote,
)
from bot.telegram.polling import MethodCall
from flows.events import Unsupported

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The kinds of update that Telegram is asked for."""

KINDS = {
    ContentType.PHOTO: Unsupported.PICTURE,
    ContentType.LIVE_PHOTO: Unsupported.PICTURE,
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
}
"""Kinds that are declined with a reason; of two (a moving picture is a file, too) the first."""

SERVICE = frozenset(kind.value for kind in ContentType if kind not in KINDS)
"""Pinned, timer changed, …: Telegram's own messages need no answer. What is neither was invented
since, and is declined as well."""


Number = Annotated[int, msgspec.Meta(gt=-(2**53), lt=2**53)]
"""Bot API: ids have at most 52 significant bits."""

Moment = Annotated[int, msgspec.Meta(ge=0, lt=2**37)]
"""Whole seconds since 1970, for some thousand years."""


class Chat(msgspec.Struct, frozen=True):
    """Bot API, Chat. `type`: one of `ChatType`, or a newer one."""

    id: Number
    type: str

    @property
    def is_private(self) -> bool:
        """Whether it is a person's own."""
        return self.type == ChatType.PRIVATE


class Sender(msgspec.Struct, frozen=True):
    """Bot API, User: nothing of who they are."""

    language_code: str | None = None


class Said(msgspec.Struct, frozen=True, rename={"sender": "from"}):
    """A message (Bot API, Message)."""

    message_id: Number
    date: Moment
    chat: Chat
    sender: Sender | None = None
    text: str | None = None


class Under(msgspec.Struct, frozen=True):
    """The message under which a button was pressed: only where it stands."""

    chat: Chat


class Press(msgspec.Struct, frozen=True):
    """A pressed button (Bot API, CallbackQuery)."""

    id: str
    message: Under | None = None
    data: str | None = None


class Member(msgspec.Struct, frozen=True):
    """Bot API, ChatMember. `status`: one of `ChatMemberStatus`, or a newer one."""

    status: str


class Membership(msgspec.Struct, frozen=True):
    """A change of the bot's own membership of a chat (Bot API, ChatMemberUpdated)."""

    chat: Chat
    new_chat_member: Member


class Update(msgspec.Struct, frozen=True):
    """An update as far as it is read (Bot API, Update)."""

    update_id: Number
    message: Said | None = None
    edited_message: Said | None = None
    callback_query: Press | None = None
    my_chat_member: Membership | None = None

    @property
    def said(self) -> Said | None:
        """A message, new or edited."""
        return self.message or self.edited_message


def update(raw: Mapping[str, Any]) -> Update:
    """Read an update as far as it matters. Raises `msgspec.ValidationError` for what is none."""
    try:
        return msgspec.convert(raw, Update)
    except UnicodeEncodeError:  # msgspec quotes what it refuses, and half a character can't be
        raise msgspec.ValidationError("half a character") from None


def read(raw: Mapping[str, Any], found: Update) -> Inbound | None:
    """Read what the person did; None if it needs no answer. `found`: `raw` as `update` read it."""
    if found.callback_query:
        return _press(found.update_id, found.callback_query)
    message = found.said
    if message and message.chat.is_private:
        said = _said(message, raw.get("message") or raw["edited_message"])
        if said is None:
            return None
        at = float(message.date)
        return Inbound(found.update_id, message.chat.id, said, message.message_id, at)
    if found.my_chat_member and found.my_chat_member.chat.is_private:
        return _membership(found.update_id, found.my_chat_member)
    return None


def last_call(raw: Mapping[str, Any]) -> MethodCall | None:
    """The call that stops the spinner of the button that an update tells of (Bot API,
    answerCallbackQuery). The turn is written already, so a failure costs nothing."""
    press = raw.get("callback_query")
    number = press.get("id") if isinstance(press, dict) else None
    if not isinstance(number, str):
        return None
    return {"method": "answerCallbackQuery", "callback_query_id": number}


def stray_chat(found: Update) -> int | None:
    """A group or channel that added the bot: it has no business there and leaves."""
    changed, message = found.my_chat_member, found.said
    if changed and not changed.chat.is_private:
        gone = {ChatMemberStatus.LEFT, ChatMemberStatus.KICKED}
        return None if changed.new_chat_member.status in gone else changed.chat.id
    if message and not message.chat.is_private:
        return message.chat.id
    return None


def _said(message: Said, raw: Mapping[str, Any]) -> Input | None:
    hint = message.sender.language_code if message.sender else None
    if message.text is not None:
        command = message.text.partition("@")[0].split(maxsplit=1)[:1]
        if command == ["/start"]:
            return Started(hint)
        if command == ["/exit"]:
            return Exited()
        return Wrote(message.text, hint)
    kind = _kind(raw)
    return SentUnsupported(kind, hint) if kind else None


def _kind(raw: Mapping[str, Any]) -> Unsupported | None:
    for content, kind in KINDS.items():
        if raw.get(content.value):
            return kind
    return None if any(raw.get(name) for name in SERVICE) else Unsupported.OTHER


def _press(update_id: int, query: Press) -> Inbound | None:
    if query.message is None or not query.message.chat.is_private:
        return None
    return Inbound(update_id, query.message.chat.id, Pressed(query.data or ""))


def _membership(update_id: int, changed: Membership) -> Inbound:
    blocked = changed.new_chat_member.status == ChatMemberStatus.KICKED
    return Inbound(update_id, changed.chat.id, Blocked() if blocked else Unblocked())

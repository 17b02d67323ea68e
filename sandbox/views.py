"""Chats as the page and other HTTP clients read them."""

from sandbox.model import Json, Message
from sandbox.operators import Operator
from sandbox.people import Person

_EVENTS = {
    "forum_topic_created": "topic opened",
    "forum_topic_edited": "topic renamed",
    "forum_topic_closed": "topic closed",
    "forum_topic_reopened": "topic reopened",
    "new_chat_members": "joined the group",
    "left_chat_member": "left the group",
    "pinned_message": "pinned a message",
    "migrate_to_chat_id": "the group has moved",
    "migrate_from_chat_id": "the group has moved here",
}


def message_view(message: Message) -> Json:
    """A message with all that a client shows of it."""
    view: Json = {
        "id": message.id,
        "kind": message.kind,
        "text": message.text,
        "entities": [entity.api() for entity in message.entities],
        "keyboard": message.keyboard or [],
        "sender": {
            "id": message.sender.id,
            "name": message.sender.first_name,
            "bot": message.sender.is_bot,
        },
        "date": int(message.date),
        "edited": message.edited is not None,
        "silent": message.silent,
        "protected": message.protected,
        "forwarded": message.origin is not None,
        "reply_to": message.reply_to,
        "topic": message.topic.id if message.topic is not None else None,
    }
    if message.is_service:
        view["event"] = next((_EVENTS[name] for name in message.body if name in _EVENTS), "event")
    elif message.kind == "contact":
        view["contact"] = message.body["contact"]
    return view


def person_view(person: Person, *, messages: bool = True) -> Json:
    """A person and what their phone shows."""
    view: Json = {
        "key": person.key,
        "name": person.user.first_name,
        "language_code": person.user.language_code or "",
        "user_id": person.user_id,
        "bot": person.bot.role,
        "bot_name": person.bot.user.first_name,
        "opened": person.chat.opened,
        "blocked": person.blocked,
        "description": person.bot.description(person.user.language_code or ""),
    }
    if messages:
        chat = person.chat
        view["messages"] = [message_view(each) for each in chat.messages.values()]
        view["pinned"] = list(chat.pinned)
        view["reply_keyboard"] = chat.reply_keyboard
    return view


def operator_view(operator: Operator) -> Json:
    """An operator as a member of the group."""
    member = operator.chat.member(operator.user)
    return {
        "key": operator.key,
        "name": operator.user.first_name,
        "user_id": operator.user_id,
        "admin": member.is_admin,
        "present": member.is_present,
    }


def topics_view(operator: Operator) -> list[Json]:
    """The topics with their newest lines; General, id 0, comes first."""
    general = [m for m in operator.chat.messages.values() if m.topic is None]
    rows: list[Json] = [_row(0, "General", False, general)]
    topics = operator.chat.topics.values()
    rows += [_row(t.id, t.name, t.closed, list(t.messages.values())) for t in topics]
    return rows


def _row(number: int, name: str, closed: bool, messages: list[Message]) -> Json:
    words = [message for message in messages if not message.is_service]
    last = words[-1] if words else None
    return {
        "id": number,
        "name": name,
        "closed": closed,
        "count": len(words),
        "last": last.text[:80] if last is not None else "",
        "last_id": last.id if last is not None else 0,
        "silent": last.silent if last is not None else False,
    }

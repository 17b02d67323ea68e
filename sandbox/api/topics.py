"""Forum topics."""

from bot.telegram.refusals import bad_request
from sandbox import forum
from sandbox.api.access import Call
from sandbox.limits import TOPIC_NAME_CHARACTERS
from sandbox.model import GroupChat, Topic


def _forum(call: Call, right: str, what: str) -> GroupChat:
    group = call.writable()
    if not isinstance(group, GroupChat) or not group.is_forum:
        raise bad_request("the chat is not a forum")
    if not call.member(group).may(right):
        raise bad_request(f"not enough rights to {what} a topic")
    return group


def _topic(call: Call, group: GroupChat) -> Topic:
    topic = group.topics.get(call.params.integer("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def _name(call: Call) -> str:
    name = call.params.text("name").strip()
    if not 1 <= len(name) <= TOPIC_NAME_CHARACTERS:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    return name


def create_forum_topic(call: Call) -> object:
    """createForumTopic; counts as a message for flood control."""
    group = _forum(call, "can_manage_topics", "create")
    name, colour = _name(call), call.params.integer("icon_color", forum.COLOURS[0])
    if colour not in forum.COLOURS:
        raise bad_request("invalid forum topic icon color specified")
    icon = call.params.text("icon_custom_emoji_id") or None
    call.charge(group)
    topic = forum.open_topic(call.world, group, call.bot.user, name, colour, icon)
    answer: dict[str, object] = {
        "message_thread_id": topic.id,
        "name": topic.name,
        "icon_color": topic.icon_color,
    }
    if icon:
        answer["icon_custom_emoji_id"] = icon
    return answer


def edit_forum_topic(call: Call) -> object:
    """editForumTopic."""
    group = _forum(call, "can_manage_topics", "edit")
    topic = _topic(call, group)
    name = _name(call) if "name" in call.params else None
    icon = None
    if call.params.has("icon_custom_emoji_id"):  # An empty one takes the icon away.
        icon = call.params.text("icon_custom_emoji_id")
    if name in (None, topic.name) and icon in (None, topic.icon_custom_emoji_id or ""):
        raise bad_request("TOPIC_NOT_MODIFIED")
    call.charge(group)
    forum.edit_topic(call.world, group, call.bot.user, topic, name, icon)
    return True


def _set_closed(call: Call, closed: bool) -> object:
    group = _forum(call, "can_manage_topics", "close" if closed else "reopen")
    topic = _topic(call, group)
    if topic.closed is closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    call.charge(group)
    forum.set_closed(call.world, group, call.bot.user, topic, closed)
    return True


def close_forum_topic(call: Call) -> object:
    """closeForumTopic."""
    return _set_closed(call, True)


def reopen_forum_topic(call: Call) -> object:
    """reopenForumTopic."""
    return _set_closed(call, False)


def delete_forum_topic(call: Call) -> object:
    """deleteForumTopic: with all its messages, whatever their age; needs can_delete_messages."""
    group = _forum(call, "can_delete_messages", "delete")
    forum.delete_topic(call.world, group, _topic(call, group))
    return True

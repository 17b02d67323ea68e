"""Messages and members as the Bot API writes them."""

from sandbox.happenings import Press
from sandbox.model import AnyChat, GroupChat, Json, Member, Message

RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_change_info",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_promote_members",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_send_welcome_messages",
    "can_manage_chat",
    "can_delete_messages",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
"""Bot API, ChatPermissions and ChatMemberRestricted."""


def message_api(message: Message, *, replies: bool = True) -> Json:
    """Bot API, Message; `replies` False leaves out `reply_to_message`, as in a nested message."""
    chat = message.chat
    answer: Json = {
        "message_id": message.id,
        "from": message.sender.api(),
        "chat": chat.api(),
        "date": int(message.date),
    }
    if message.topic is not None:
        answer["message_thread_id"] = message.topic.id
        answer["is_topic_message"] = True
    if replies:
        # A message in a topic counts as a reply to the one that opened it, unless it replies
        # to another: bots must not take that for a person's own choice of "reply".
        target = message.reply_to or (message.topic.id if message.topic else None)
        replied = chat.messages.get(target) if target is not None else None
        if replied is not None and replied is not message:
            answer["reply_to_message"] = message_api(replied, replies=False)
    if message.edited is not None:
        answer["edit_date"] = int(message.edited)
    if not message.preview:
        answer["link_preview_options"] = {"is_disabled": True}
    if message.protected:
        answer["has_protected_content"] = True
    if message.origin is not None:
        answer["forward_origin"] = message.origin
    answer.update(message.body)
    if message.kind == "text":
        answer["text"] = message.text
        if message.entities:
            answer["entities"] = [entity.api() for entity in message.entities]
    elif message.text:
        answer["caption"] = message.text
        if message.entities:
            answer["caption_entities"] = [entity.api() for entity in message.entities]
    if message.keyboard is not None:
        answer["reply_markup"] = {"inline_keyboard": message.keyboard}
    return answer


def press_api(press: Press) -> Json:
    """A pressed button as a bot is told (Bot API, CallbackQuery)."""
    message: Json
    if press.message.id in press.message.chat.messages:
        message = message_api(press.message)
    else:  # Bot API, InaccessibleMessage: deleted before the press arrived
        message = {
            "chat": press.message.chat.api(),
            "message_id": press.message.id,
            "date": 0,
        }
    return {
        "id": press.id,
        "from": press.user.api(),
        "message": message,
        "chat_instance": str(abs(hash(press.message.chat.key)) % 10**18),
        "data": press.data,
    }


def member_api(member: Member) -> Json:
    """A member of a group (Bot API, ChatMember)."""
    answer: Json = {"status": member.status, "user": member.user.api()}
    if member.status == "administrator":
        answer.update((right, right in member.rights) for right in RIGHTS)
    elif member.status == "creator":
        answer["is_anonymous"] = False
    elif member.status == "restricted":
        answer.update(dict.fromkeys(PERMISSIONS, False), is_member=member.is_inside, until_date=0)
    elif member.status == "kicked":
        answer["until_date"] = 0
    return answer


def member_update(chat: AnyChat, actor: Json, when: float, old: Member, new: Member) -> Json:
    """A change of membership as a bot is told (Bot API, ChatMemberUpdated)."""
    return {
        "chat": chat.api(),
        "from": actor,
        "date": int(when),
        "old_chat_member": member_api(old),
        "new_chat_member": member_api(new),
    }


def full_chat_api(chat: AnyChat) -> Json:
    """A chat in full (Bot API, ChatFullInfo)."""
    answer = chat.api()
    answer.update(
        accent_color_id=chat.id % 7,
        max_reaction_count=11,
        accepted_gift_types=dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    )
    if chat.pinned:
        answer["pinned_message"] = message_api(chat.messages[next(reversed(chat.pinned))])
    if isinstance(chat, GroupChat):
        granted = {"can_send_messages": True, "can_invite_users": chat.members_invite}
        answer["permissions"] = {**dict.fromkeys(PERMISSIONS, False), **granted}
        if chat.protected:
            answer["has_protected_content"] = True
    return answer

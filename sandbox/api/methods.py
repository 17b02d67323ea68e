"""The list of methods; names are case-insensitive (Bot API, "Making requests")."""

from collections.abc import Awaitable, Callable

from sandbox.api import chats, editing, profile, sending, signs, topics, updates
from sandbox.api.access import Call

Method = Callable[[Call], object]
SlowMethod = Callable[[Call], Awaitable[object]]

WAITING: dict[str, SlowMethod] = {"getupdates": updates.get_updates}

METHODS: dict[str, Method] = {
    "answercallbackquery": signs.answer_callback_query,
    "banchatmember": chats.ban_chat_member,
    "close": profile.close,
    "closeforumtopic": topics.close_forum_topic,
    "copymessage": sending.copy_message,
    "createforumtopic": topics.create_forum_topic,
    "deleteforumtopic": topics.delete_forum_topic,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "deletemycommands": profile.delete_my_commands,
    "deletewebhook": updates.delete_webhook,
    "editforumtopic": topics.edit_forum_topic,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "editmessagetext": editing.edit_message_text,
    "forwardmessage": sending.forward_message,
    "getchat": chats.get_chat,
    "getchatadministrators": chats.get_chat_administrators,
    "getchatmember": chats.get_chat_member,
    "getchatmembercount": chats.get_chat_member_count,
    "getme": profile.get_me,
    "getmycommands": profile.get_my_commands,
    "getmydescription": profile.get_my_description,
    "getmyname": profile.get_my_name,
    "getmyshortdescription": profile.get_my_short_description,
    "getwebhookinfo": updates.get_webhook_info,
    "leavechat": chats.leave_chat,
    "logout": profile.log_out,
    "pinchatmessage": signs.pin_chat_message,
    "reopenforumtopic": topics.reopen_forum_topic,
    "restrictchatmember": chats.restrict_chat_member,
    "sendchataction": signs.send_chat_action,
    "sendmessage": sending.send_message,
    "setmycommands": profile.set_my_commands,
    "setmydescription": profile.set_my_description,
    "setmyname": profile.set_my_name,
    "setmyshortdescription": profile.set_my_short_description,
    "setwebhook": updates.set_webhook,
    "unbanchatmember": chats.unban_chat_member,
    "unpinchatmessage": signs.unpin_chat_message,
}

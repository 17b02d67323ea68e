"""Edits and deletions."""

from bot.telegram.refusals import bad_request
from bot.telegram.text import Formatted
from sandbox.api import content
from sandbox.api.access import Call
from sandbox.limits import DELETE_SECONDS
from sandbox.model import GroupChat, Keyboard, Message
from sandbox.render import message_api

_MOST_DELETED = 100


def _own(call: Call) -> Message:
    chat = call.writable()
    message = call.message(chat, "edit")
    if message.sender is not call.bot.user or message.is_service or message.origin is not None:
        raise bad_request("message can't be edited")
    return message


def _edit(
    call: Call, message: Message, text: Formatted, keyboard: Keyboard | None, *, preview: bool
) -> object:
    if (message.text, message.entities, message.keyboard) == (text.text, text.entities, keyboard):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    call.charge(message.chat)
    call.world.edit(message, text, keyboard, call.bot.user, preview=preview)
    return message_api(message)


def edit_message_text(call: Call) -> object:
    """editMessageText; without `reply_markup` the buttons go."""
    message = _own(call)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    text = content.message_text(call)
    return _edit(call, message, text, content.keyboard(call), preview=content.preview(call))


def edit_message_reply_markup(call: Call) -> object:
    """editMessageReplyMarkup; without `reply_markup` the buttons go."""
    message = _own(call)
    text = Formatted(message.text, message.entities)
    return _edit(call, message, text, content.keyboard(call), preview=message.preview)


def _check_deletable(call: Call, message: Message) -> None:
    """Bot API, deleteMessage: under 48 hours; in a group others' only as an administrator with
    the right to; never the message that opened a topic."""
    chat = message.chat
    if call.world.clock.now() - message.date >= DELETE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    if not isinstance(chat, GroupChat):
        return
    if message.topic is not None and message.id == message.topic.id:
        raise bad_request("message can't be deleted")
    if message.sender is not call.bot.user and not call.member(chat).may("can_delete_messages"):
        raise bad_request("message can't be deleted")


def delete_message(call: Call) -> object:
    """deleteMessage."""
    message = call.message(call.chat(), "delete")
    _check_deletable(call, message)
    call.world.delete(message)
    return True


def delete_messages(call: Call) -> object:
    """deleteMessages: 1-100 ids; those not found are skipped, one refused refuses all."""
    chat = call.chat()
    ids = call.params.array("message_ids")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > _MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    found = []
    for number in dict.fromkeys(map(str, ids)):
        if not number.isascii() or not number.isdigit():
            raise bad_request("invalid message identifier specified")
        if int(number) in chat.messages:
            found.append(chat.messages[int(number)])
    for message in found:
        _check_deletable(call, message)
    for message in found:
        call.world.delete(message)
    return True

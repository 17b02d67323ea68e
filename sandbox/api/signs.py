"""Answers to buttons, "typing", pinned messages."""

from bot.telegram.refusals import bad_request
from sandbox import presses
from sandbox.api.access import Call
from sandbox.model import GroupChat, Json
from sandbox.render import message_api

_ANSWER_CHARACTERS = 200
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def answer_callback_query(call: Call) -> object:
    """answerCallbackQuery; free of flood control."""
    text = call.params.text("text")
    if len(text) > _ANSWER_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: dict[str, object] = {"text": text, "show_alert": call.params.flag("show_alert")}
    if "url" in call.params:
        answer["url"] = call.params.text("url")
    presses.answer(call.world, call.bot, call.params.text("callback_query_id"), answer)
    return True


def send_chat_action(call: Call) -> object:
    """sendChatAction."""
    chat = call.writable()
    if call.params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    topic = call.topic(chat)
    chat.typing += 1
    call.world.happen("typing", chat, topic=topic)
    return True


def _pinnable(call: Call, what: str) -> None:
    chat = call.writable()
    if isinstance(chat, GroupChat) and not call.member(chat).may("can_pin_messages"):
        raise bad_request(f"not enough rights to {what} a message")


def pin_chat_message(call: Call) -> object:
    """pinChatMessage."""
    _pinnable(call, "pin")
    message = call.message(call.chat(), "pin")
    if message.is_service:
        raise bad_request("message can't be pinned")
    chat = message.chat
    if message.id not in chat.pinned:
        chat.pinned[message.id] = None
        pinned: Json = {"pinned_message": message_api(message, replies=False)}
        call.world.service(chat, call.bot.user, pinned, message.topic)
        call.world.happen("pinned", chat, message)
    return True


def unpin_chat_message(call: Call) -> object:
    """unpinChatMessage: that message or, without `message_id`, the one pinned last."""
    _pinnable(call, "unpin")
    chat = call.chat()
    default = next(reversed(chat.pinned), 0)
    message_id = call.params.integer("message_id", default)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    del chat.pinned[message_id]
    call.world.happen("pinned", chat, chat.messages[message_id])
    return True

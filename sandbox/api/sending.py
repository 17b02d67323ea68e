"""sendMessage, copyMessage, forwardMessage."""

from dataclasses import replace

from bot.telegram.refusals import bad_request
from bot.telegram.text import Formatted
from sandbox.api import content
from sandbox.api.access import Call
from sandbox.model import Message
from sandbox.render import message_api


def send_message(call: Call) -> object:
    """sendMessage."""
    chat = call.writable()
    draft = content.draft(call, chat, content.message_text(call))
    call.charge(chat)
    content.reply_keyboard(call, chat)
    return message_api(call.world.post(chat, call.bot.user, draft))


def _source(call: Call, verb: str, past: str) -> Message:
    source = call.message(call.chat("from_chat_id"), verb)
    if source.is_service or source.protected:
        raise bad_request(f"message can't be {past}")
    return source


def copy_message(call: Call) -> object:
    """copyMessage: the content without its author; a new `caption` replaces a medium's."""
    chat = call.writable()
    source = _source(call, "copy", "copied")
    text = Formatted(source.text, source.entities)
    if source.kind != "text" and "caption" in call.params:
        text = content.caption(call)
    draft = replace(content.draft(call, chat, text), kind=source.kind, body=dict(source.body))
    call.charge(chat)
    return {"message_id": call.world.post(chat, call.bot.user, draft).id}


def forward_message(call: Call) -> object:
    """forwardMessage: with the name of its author, which is why a helpline must not use it."""
    chat = call.writable()
    source = _source(call, "forward", "forwarded")
    origin = source.origin or {
        "type": "user",
        "sender_user": source.sender.api(),
        "date": int(source.date),
    }
    draft = content.draft(call, chat, Formatted(source.text, source.entities))
    draft = replace(draft, kind=source.kind, body=dict(source.body), origin=origin, keyboard=None)
    call.charge(chat)
    return message_api(call.world.post(chat, call.bot.user, draft))

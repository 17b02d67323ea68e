"""The text of a call, checked as Telegram checks it, and the draft of a message made of it."""

from bot.telegram import html
from bot.telegram.refusals import bad_request
from bot.telegram.text import Formatted, check_entities, clean
from sandbox.api import keyboards
from sandbox.api.access import Call
from sandbox.detect import detect
from sandbox.happenings import Draft
from sandbox.limits import CAPTION_CHARACTERS, TEXT_CHARACTERS
from sandbox.model import AnyChat, Keyboard, PrivateChat

_RAW_BYTES = 1 << 15


def formatted(call: Call, name: str = "text", entities: str = "entities") -> Formatted:
    """The text of parameter `name` with its entities, from parse_mode or given.

    Length isn't judged here. ApiError 400 for what Telegram can't parse; Markdown is refused,
    since nobody here may use it: user text would need a second, error-prone escaping.
    """
    source = call.params.text(name)
    if len(source.encode("utf-8", "surrogatepass")) > _RAW_BYTES:
        raise bad_request("text is too long")
    mode = call.params.text("parse_mode").lower()
    if mode == "html":
        parsed = html.parse(source)
    elif mode not in ("", "none"):
        raise bad_request("unsupported parse_mode")
    elif entities in call.params:
        parsed = check_entities(source, call.params.json(entities))
    else:
        parsed = Formatted(source)
    return detect(clean(parsed))


def message_text(call: Call) -> Formatted:
    """The `text` of a message: 1-4096 characters after entities are parsed (Bot API)."""
    text = formatted(call)
    if not text.text:
        raise bad_request("message text is empty")
    if len(text.text) > TEXT_CHARACTERS:
        raise bad_request("message is too long")
    return text


def caption(call: Call) -> Formatted:
    """A `caption`: 0-1024 characters after entities are parsed (Bot API)."""
    text = formatted(call, "caption", "caption_entities")
    if len(text.text) > CAPTION_CHARACTERS:
        raise bad_request("message caption is too long")
    return text


def keyboard(call: Call) -> Keyboard | None:
    """The inline keyboard of `reply_markup`."""
    return keyboards.inline(call.params.mapping("reply_markup"))


def reply_keyboard(call: Call, chat: AnyChat) -> None:
    """Show or remove the keyboard below a private chat, if `reply_markup` says so."""
    labels = keyboards.below(call.params.mapping("reply_markup"))
    if labels is not None and isinstance(chat, PrivateChat):
        chat.reply_keyboard = labels


def reply_target(call: Call, chat: AnyChat) -> int | None:
    """The message that `reply_parameters` or `reply_to_message_id` name."""
    reply = call.params.mapping("reply_parameters")
    raw = reply.get("message_id", call.params.integer("reply_to_message_id"))
    lenient = bool(reply.get("allow_sending_without_reply")) or call.params.flag(
        "allow_sending_without_reply"
    )
    target = raw if isinstance(raw, int) else 0
    if not target and not reply:
        return None
    if target not in chat.messages:
        if lenient:
            return None
        raise bad_request("message to be replied not found")
    return target


def preview(call: Call) -> bool:
    """Whether a link in the text would be opened by Telegram, to show what is behind it."""
    return not call.params.mapping("link_preview_options").get("is_disabled")


def draft(call: Call, chat: AnyChat, text: Formatted) -> Draft:
    """A text message for `chat` with everything that sendMessage may say about it."""
    return Draft(
        text=text.text,
        entities=text.entities,
        keyboard=keyboard(call),
        topic=call.topic(chat),
        reply_to=reply_target(call, chat),
        silent=call.params.flag("disable_notification"),
        preview=preview(call),
        protected=call.params.flag("protect_content"),
    )

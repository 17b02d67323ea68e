"""reply_markup: inline keyboards, which stay with a message, and the keyboards below the chat."""

import re

from bot.telegram.refusals import bad_request
from sandbox.limits import CALLBACK_BYTES
from sandbox.model import Json, Keyboard

_MOST_BUTTONS = 100
_ROW = 8
_URL = re.compile(r"(?:https?://|tg://|mailto:|tel:)?[^\s/]+\.?\S*", re.IGNORECASE)
_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
)
_DRESS = ("style", "icon_custom_emoji_id")


def inline(markup: dict[str, object]) -> Keyboard | None:
    """The inline keyboard of a `reply_markup`; None if it has none or no buttons.

    ApiError 400 for a button without text, without exactly one action, or with callback_data
    that isn't 1-64 bytes (Bot API, InlineKeyboardButton).
    """
    raw = markup.get("inline_keyboard")
    if raw is None:
        return None
    if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
        raise bad_request('can\'t parse inline keyboard: field "inline_keyboard" must be an Array')
    keyboard = [[_button(button) for button in row] for row in raw if row]
    if sum(len(row) for row in keyboard) > _MOST_BUTTONS or any(len(r) > _ROW for r in keyboard):
        raise bad_request("reply markup is too long")
    return keyboard or None


def _button(raw: object) -> Json:
    failed = "can't parse inline keyboard button"
    if not isinstance(raw, dict):
        raise bad_request(f"{failed}: expected an Object")
    text = raw.get("text")
    if not isinstance(text, str):
        raise bad_request(f'{failed}: Field "text" must be of type String')
    if not text.strip():
        raise bad_request(f"{failed}: Button text must be non-empty")
    actions = [name for name in _ACTIONS if raw.get(name) is not None]
    if not actions:
        raise bad_request(f"{failed}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{failed}: exactly one action is allowed")
    value = raw[actions[0]]
    if actions[0] == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode()) <= CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif actions[0] == "url" and (not isinstance(value, str) or not _URL.fullmatch(value)):
        raise bad_request("inline keyboard button URL is invalid: Wrong HTTP URL")
    answer: Json = {"text": text.strip(), actions[0]: value}
    answer.update((name, raw[name]) for name in _DRESS if raw.get(name))
    return answer


def below(markup: dict[str, object]) -> list[list[str]] | None:
    """The labels of a ReplyKeyboardMarkup; empty for ReplyKeyboardRemove; None for neither."""
    if markup.get("remove_keyboard"):
        return []
    raw = markup.get("keyboard")
    if raw is None:
        return None
    failed = "can't parse keyboard button"
    if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
        raise bad_request('can\'t parse reply keyboard: field "keyboard" must be an Array')
    rows = []
    for row in raw:
        labels = [item.get("text") if isinstance(item, dict) else item for item in row]
        if not all(isinstance(label, str) and label.strip() for label in labels):
            raise bad_request(f'{failed}: Field "text" must be a non-empty String')
        rows.append([str(label) for label in labels])
    return rows
